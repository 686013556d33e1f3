// An item of another entity.

include!("../customer.rs");

fn main() {
    let _ = Customer::patch().shop("s").id("1").from(&Product { id: "1".into(), name: "Lamp".into(), price: 1 }).request("shop");
}
