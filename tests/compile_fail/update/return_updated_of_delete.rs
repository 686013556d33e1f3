// A delete changes no attributes.

include!("../customer.rs");

fn main() {
    let _ = Customer::delete().shop("s").id("1").return_updated().request("shop");
}
