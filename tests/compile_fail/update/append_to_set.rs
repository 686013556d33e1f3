// Members are added to a set.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").append(c.tags, ["x"]).request("shop");
}
