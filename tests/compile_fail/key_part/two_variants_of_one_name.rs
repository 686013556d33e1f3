// Two variants that keys could not tell apart.

use dynaent::KeyPart;

#[derive(KeyPart)]
#[key_part(rename_all = "lowercase")]
enum Status {
    Open,
    #[key_part(rename = "open")]
    Reopened,
}

fn main() {}
