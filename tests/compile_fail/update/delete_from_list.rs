// Elements are removed from a list by their place.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").delete(c.orders, ["o1"]).request("shop");
}
