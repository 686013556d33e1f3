// A create that lacks an attribute, in a transaction.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new()
        .item(Product::delete().id("1"))
        .item(Product::create().id("2").name("Lamp"))
        .request("shop");
}
