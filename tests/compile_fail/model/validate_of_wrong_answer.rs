// A function that gives neither `bool` nor `Result`.

use dynaent::Entity;

fn is_short(text: &str) -> usize {
    text.len()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    #[attr(validate = is_short)]
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
