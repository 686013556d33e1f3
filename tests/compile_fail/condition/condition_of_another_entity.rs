// A condition of another entity.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Customer::delete().shop("s").id("1").condition(p.price.gt(1)).request("shop");
}
