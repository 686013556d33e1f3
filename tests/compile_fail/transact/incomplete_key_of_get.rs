// One of two gets lacks the last composite of its key.

use dynaent::TransactGet;

include!("../customer.rs");

fn main() {
    let _ = TransactGet::new((Product::get().id("1"), Customer::get().shop("s"))).request("shop");
}
