// A type of one's own lacks `#[derive(KeyPart)]`.

use dynaent::Entity;

#[derive(Default, serde::Serialize, serde::Deserialize)]
struct Status(String);

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_status, gsi = "gsi1", pk = [status], sk = [id])]
struct Note {
    id: String,
    text: String,
    #[attr(default)]
    status: Status,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
