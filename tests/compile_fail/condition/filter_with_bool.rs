// A filter is no `bool`.

include!("../customer.rs");

fn main() {
    let _ = Customer::scan().filter(true).request("shop");
}
