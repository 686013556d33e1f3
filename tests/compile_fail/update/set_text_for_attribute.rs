// The attribute is named by its handle.

include!("../customer.rs");

fn main() {
    let _ = Customer::patch().shop("s").id("1").set("name", "Ada").request("shop");
}
