// A condition of another entity, on a create.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let put = Product::put().id("1").name("Lamp").price(3);
    let _ = put.condition(Customer::attributes().name.eq("Ada")).request("shop");
    let _ = p;
}
