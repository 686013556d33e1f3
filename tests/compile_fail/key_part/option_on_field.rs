// `#[key_part(…)]` on a field, where it means nothing.

use dynaent::KeyPart;

#[derive(KeyPart)]
struct Id(#[key_part(rename = "id")] String);

fn main() {}
