// A default of `None` is none: the attribute cannot be left out.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from_with_default(c.name, c.note, None).request("shop");
}
