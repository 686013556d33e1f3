// Numbers as members of a set of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.tags, [1]).request("shop");
}
