// A list takes elements by `append`.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.orders, ["o1"]).request("shop");
}
