// A key part stands for one type.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Id<T>(T);

fn main() {}
