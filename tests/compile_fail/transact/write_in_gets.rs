// A write among gets.

use dynaent::TransactGet;

include!("../customer.rs");

fn main() {
    let _ = TransactGet::new([Product::delete().id("1")]).request("shop");
}
