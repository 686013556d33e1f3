// A query of a collection that is not sent, without options.

#![deny(unused_must_use)]

include!("../shop.rs");

fn main() {
    Days::query().tenant("t");
}
