// A query reads many items, and is sent alone.

use dynaent::BatchGet;

include!("../customer.rs");

fn main() {
    let _ = BatchGet::new((Product::get().id("1"), Product::query().primary().id("1")));
}
