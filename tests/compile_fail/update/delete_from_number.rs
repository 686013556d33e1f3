// Nothing is deleted from a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").delete(c.visits, [1]).request("shop");
}
