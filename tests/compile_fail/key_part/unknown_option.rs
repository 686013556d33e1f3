// A misspelt option.

use dynaent::KeyPart;

#[derive(KeyPart)]
#[key_part(renameall = "lowercase")]
enum Status {
    Open,
}

fn main() {}
