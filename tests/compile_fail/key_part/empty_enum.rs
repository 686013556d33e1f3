// An enum without variants has no values.

use dynaent::KeyPart;

#[derive(KeyPart)]
enum Status {}

fn main() {}
