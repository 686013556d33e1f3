// Options come after the key.

include!("../customer.rs");

fn main() {
    let _ = Customer::get().shop("s").consistent();
}
