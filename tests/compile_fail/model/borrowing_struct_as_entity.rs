// An entity owns its values.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note<'a> {
    id: &'a str,
    text: &'a str,
}

fn main() {}
