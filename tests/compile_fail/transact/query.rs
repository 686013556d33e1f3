// A query in a transaction.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new().item(Customer::query().by_team().team("red")).request("shop");
}
