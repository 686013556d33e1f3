// A write among gets.

use dynaent::BatchGet;

include!("../customer.rs");

fn main() {
    let _ = BatchGet::new([Product::delete().id("1")]);
}
