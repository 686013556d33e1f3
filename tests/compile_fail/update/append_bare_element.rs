// An element that is appended comes in a list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").append(c.orders, "o1").request("shop");
}
