// A check of an item whose key lacks its last composite.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new().must_exist(Customer::get().shop("s")).request("shop");
}
