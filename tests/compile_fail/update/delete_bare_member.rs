// A member that is deleted comes in a list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").delete(c.tags, "x").request("shop");
}
