// A scan in a transaction.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new().item(Product::scan()).request("shop");
}
