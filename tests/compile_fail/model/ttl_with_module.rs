// DynamoDB reads the expiry time itself.

use dynaent::Entity;

mod as_text {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::ValueError;

    pub fn to_attribute(number: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(number.to_string()))
    }

    pub fn from_attribute(_: AttributeValue) -> Result<u32, ValueError> {
        Ok(0)
    }
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(ttl, with = as_text)]
    expires: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
