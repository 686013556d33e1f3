// A transaction that is not sent.

#![deny(unused_must_use)]

use dynaent::{TransactGet, TransactWrite};

include!("../customer.rs");

fn main() {
    TransactWrite::new().item(Product::delete().id("1"));
    TransactGet::new([Product::get().id("1")]);
}
