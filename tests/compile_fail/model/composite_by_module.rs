// A module stores the attribute in a form of its own, which keys do not have.

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Entity, ValueError};

mod tagged {
    use super::*;

    pub fn to_attribute(text: &String) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(format!("<{text}>")))
    }

    pub fn from_attribute(_: AttributeValue) -> Result<String, ValueError> {
        Err(ValueError::other("not read here"))
    }
}

#[derive(Entity)]
#[entity(service = "shop", name = "Product", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_team, gsi = "gsi1", pk = [team], sk = [id])]
struct Product {
    id: String,
    #[attr(with = tagged)]
    team: String,
}

fn main() {}
