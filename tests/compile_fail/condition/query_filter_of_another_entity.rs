// A filter of another entity, on a query.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Customer::query().by_team().team("t").filter(p.price.gt(1)).request("shop");
}
