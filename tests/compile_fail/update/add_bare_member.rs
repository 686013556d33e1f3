// A member that is added to a set comes in a list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.tags, "new").request("shop");
}
