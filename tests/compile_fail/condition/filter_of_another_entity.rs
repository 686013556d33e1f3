// A filter of another entity.

include!("../customer.rs");

fn main() {
    let _ = Customer::scan().filter(Product::attributes().name.eq("Lamp")).request("shop");
}
