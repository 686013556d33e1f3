// DynamoDB returns no items from transactions.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = TransactWrite::new().item(Product::patch().id("1").set(p.price, 2).return_new()).request("shop");
}
