// A key that lacks its last composite.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new().item(Customer::remove().shop("s")).request("shop");
}
