// A module whose functions do not give a `Result`.

use dynaent::Entity;

mod as_text {
    use aws_sdk_dynamodb::types::AttributeValue;

    pub fn to_attribute(likes: &u32) -> AttributeValue {
        AttributeValue::S(likes.to_string())
    }

    pub fn from_attribute(value: AttributeValue) -> u32 {
        value.as_s().ok().and_then(|text| text.parse().ok()).unwrap_or_default()
    }
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(with = as_text)]
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
