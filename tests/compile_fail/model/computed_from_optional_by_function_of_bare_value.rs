// What is optional is given as an `Option`.

use dynaent::Entity;

fn double(likes: &u32) -> u32 {
    likes * 2
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    likes: Option<u32>,
    #[attr(watch = [likes], on_write = double)]
    double: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
