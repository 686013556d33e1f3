// A request whose answer is not awaited.

#![deny(unused_must_use)]

include!("../shop.rs");

fn request(table: &Table) {
    Days::query().tenant("t").send(table);
}

fn main() {}
