// A get in a transaction that writes.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new().item(Product::get().id("1")).request("shop");
}
