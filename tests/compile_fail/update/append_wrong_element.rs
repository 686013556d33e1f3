// A number as an element of a list of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").append(c.orders, [1]).request("shop");
}
