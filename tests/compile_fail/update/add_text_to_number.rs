// A text is added to a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.visits, "1").request("shop");
}
