// A delete sets nothing.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::delete().shop("s").id("1").set(c.name, "Ada").request("shop");
}
