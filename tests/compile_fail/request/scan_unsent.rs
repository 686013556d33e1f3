// A scan that is not sent.

#![deny(unused_must_use)]

include!("../shop.rs");

fn main() {
    Shop::scan();
}
