// A sort key with an attribute that the partition key's template names.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(template = "DAY#${day}"), sk = [text, day])]
struct Note {
    id: String,
    text: String,
    day: String,
}

fn main() {
    let _ = Note::query().by_day().day("mon").request("app");
}
