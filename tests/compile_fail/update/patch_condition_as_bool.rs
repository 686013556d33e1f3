// A condition is no `bool`.

include!("../customer.rs");

fn main() {
    let _ = Customer::patch().shop("s").id("1").condition(true).request("shop");
}
