// A search that is not sent.

#![deny(unused_must_use)]

include!("../shop.rs");

fn main() {
    Order::find().with(Order::attributes().tenant, "t");
}
