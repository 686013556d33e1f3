// A delete lacks the last composite of its key.

use dynaent::BatchWrite;

include!("../customer.rs");

fn main() {
    let _ = BatchWrite::new().item(Customer::delete().shop("s"));
}
