// A misspelt option of a variant.

use dynaent::KeyPart;

#[derive(KeyPart)]
enum Status {
    #[key_part(name = "open")]
    Open,
}

fn main() {}
