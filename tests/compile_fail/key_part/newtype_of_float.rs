// A newtype can stand in a key if what is in it can.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Price(f64);

fn main() {}
