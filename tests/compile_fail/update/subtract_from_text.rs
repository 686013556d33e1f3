// Nothing is subtracted from text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").subtract(c.name, "x").request("shop");
}
