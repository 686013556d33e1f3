// An attribute of the primary key is set where there is none.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_if_not_exists(c.id, "x").request("shop");
}
