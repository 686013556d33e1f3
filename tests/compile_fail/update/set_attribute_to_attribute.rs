// Another attribute is given with `set_from`.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.name, c.team).request("shop");
}
