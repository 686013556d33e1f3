// A struct of two fields has no one text.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Place(String, String);

fn main() {}
