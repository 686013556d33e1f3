// A computed attribute is not set.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.shout, "ADA").request("shop");
}
