// A get is not filtered.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::get().shop("s").id("1").filter(c.visits.gt(1)).request("shop");
}
