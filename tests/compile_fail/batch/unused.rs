// Batches that are not sent.

#![deny(unused_must_use)]

use dynaent::BatchGet;

include!("../customer.rs");

fn main() {
    Product::batch_delete([Product::delete().id("1")]);
    BatchGet::new([Product::get().id("1")]);
}
