// A newtype has no name in the key.

use dynaent::KeyPart;

#[derive(KeyPart)]
#[key_part(rename_all = "lowercase")]
struct Id(String);

fn main() {}
