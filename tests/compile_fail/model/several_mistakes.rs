// Seven mistakes at once: each is reported, and nothing else.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "", nmae = "Note", version = "1")]
#[index(primary, pk = [idd], sk = [])]
#[index(by_text, gsi = "g", pk = [text, text], sk = [])]
#[index(by_title, pk = [title])]
struct Note {
    #[attr(raed_only)]
    id: String,
    text: String,
    title: String,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
