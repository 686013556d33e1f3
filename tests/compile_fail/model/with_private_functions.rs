// A module whose functions are private.

use dynaent::Entity;

mod as_text {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::ValueError;

    fn to_attribute(likes: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(likes.to_string()))
    }

    fn from_attribute(_: AttributeValue) -> Result<u32, ValueError> {
        Ok(0)
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
