// A composite of the primary key that would be changed on its way.

use dynaent::Entity;

fn loud(text: String) -> String {
    text.to_uppercase()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [text])]
struct Note {
    id: String,
    #[attr(on_write = loud)]
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").text("t").request("app");
}
