// A check with a condition of another entity.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = TransactWrite::new().check(Customer::get().shop("s").id("1"), p.price.gt(1)).request("shop");
}
