// Members are deleted from a set.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").subtract(c.tags, ["x"]).request("shop");
}
