// A primary key whose template has an optional attribute.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk(template = "NOTE#${id}"), sk(template = "DAY#${day}"))]
struct Note {
    id: String,
    text: String,
    day: Option<String>,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
