// As before, of a type of one's own.

use dynaent::KeyPart;

struct Inner;

#[derive(KeyPart)]
struct Id(Inner);

fn main() {}
