// A struct without fields has no text.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Place;

fn main() {}
