// A struct of two fields has no one text.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Place {
    city: String,
    street: String,
}

fn main() {}
