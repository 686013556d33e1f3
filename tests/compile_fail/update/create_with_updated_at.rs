// Dynaent keeps when an item was changed: there is no setter.

include!("../customer.rs");

fn main() {
    let _ = Product::put().id("1").name("Lamp").price(3).request("shop");
    let _ = Customer::create().shop("s").id("1").changed(1).name("Ada");
}
