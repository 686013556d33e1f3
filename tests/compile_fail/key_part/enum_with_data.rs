// A variant with data has no one text.

use dynaent::KeyPart;

#[derive(KeyPart)]
enum Status {
    Open,
    Closed(String),
    Late { days: u32 },
}

fn main() {}
