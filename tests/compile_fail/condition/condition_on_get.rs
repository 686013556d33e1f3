// A get has no condition.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::get().shop("s").id("1").condition(c.visits.gt(1)).request("shop");
}
