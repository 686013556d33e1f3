// One of the gets lacks the last composite of its key.

include!("../customer.rs");

fn main() {
    let _ = Customer::batch_get([Customer::get().shop("s")]);
}
