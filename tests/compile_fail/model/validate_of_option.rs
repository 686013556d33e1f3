// A function that takes an `Option`; it is given what is there.

use dynaent::Entity;

fn is_short(mark: &Option<String>) -> bool {
    mark.is_none()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(validate = is_short)]
    mark: Option<String>,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
