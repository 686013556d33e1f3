//! Raw identifiers, as attributes, composites, access patterns and entities.

use dynaent::{Entity, KeyPart};

/// A kind.
#[derive(Debug, Clone, PartialEq, KeyPart)]
#[key_part(rename_all = "snake_case")]
#[allow(non_camel_case_types)]
pub enum Kind {
    /// A keyword.
    r#type,
    /// No keyword.
    other,
}

/// An event; the struct's name is a keyword too.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "event", version = "1", rename_all = "camelCase")]
#[index(primary, pk = [r#type], sk = [r#match])]
#[index(r#in, gsi = "gsi1", pk = [kind], sk = [r#type])]
#[allow(non_camel_case_types)]
pub struct r#final {
    /// A keyword.
    pub r#type: String,
    /// A keyword.
    pub r#match: u32,
    /// No keyword.
    pub kind: Kind,
    /// A keyword.
    #[attr(default)]
    pub r#fn: bool,
    /// A keyword.
    pub r#loop: Option<String>,
}

#[test]
fn names_are_plain() {
    let input = r#final::create().r#type("a").r#match(1).kind(Kind::r#type).r#loop("x").request("app").unwrap();
    let item = input.item.unwrap();
    assert!(item.contains_key("type") && item.contains_key("match") && item.contains_key("fn"), "{item:?}");
    assert_eq!(item["kind"].as_s().unwrap(), "type");
    assert!(r#final::query().r#in().kind(Kind::other).r#type("a").request("app").is_ok());
    assert_eq!(r#final::attributes().r#loop.schema().name, "loop");
}
