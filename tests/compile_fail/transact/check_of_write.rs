// A check takes a get.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = TransactWrite::new().check(Product::delete().id("1"), p.price.gt(1)).request("shop");
}
