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

/// A module named by a keyword.
pub mod r#if {
    /// A condition named by a keyword.
    pub fn r#else(r#fn: &bool) -> bool {
        *r#fn
    }
}

/// An event; the struct's name is a keyword too.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "event", version = "1", rename_all = "camelCase")]
#[index(primary, pk = [r#type], sk = [r#match])]
#[index(r#in, gsi = "gsi1", pk = [kind], sk = [r#type])]
#[index(r#as, gsi = "gsi2", pk(template = "KIND#${kind}"), sk(template = "${r#type}#${match}"))]
#[index(r#for, gsi = "gsi3", pk(composite = [r#loop, r#type], template = "${loop}#${type}"), condition(r#if::r#else, of = [r#fn]))]
#[index(r#use, gsi = "gsi4", multi_attribute, pk = [r#type], sk = [r#match], projection = include(r#match, kind, r#fn))]
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
    /// A keyword, checked by a function of the struct.
    #[attr(validate = Self::r#do)]
    pub r#loop: Option<String>,
}

impl r#final {
    fn r#do(text: &str) -> bool {
        !text.is_empty()
    }
}

#[test]
fn names_are_plain() {
    let input = r#final::create().r#type("a").r#match(1).kind(Kind::r#type).r#loop("x").request("app").unwrap();
    let item = input.item.unwrap();
    assert!(item.contains_key("type") && item.contains_key("match") && item.contains_key("fn"), "{item:?}");
    assert_eq!(item["kind"].as_s().unwrap(), "type");
    assert_eq!(
        (item["gsi2pk"].as_s().unwrap().as_str(), item["gsi2sk"].as_s().unwrap().as_str()),
        ("kind#type", "a#1")
    );
    assert!(!item.contains_key("gsi3pk"));
    assert!(r#final::query().r#in().kind(Kind::other).r#type("a").request("app").is_ok());
    assert_eq!(r#final::attributes().r#loop.schema().name, "loop");
}

/// A struct and attributes whose names are digits behind an underscore: what is named after them needs it too.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "one", version = "1")]
#[index(primary, pk = [_1, _2], sk = [])]
pub struct _1st {
    /// A digit.
    pub _1: String,
    /// Another one.
    pub _2: String,
}

#[test]
fn digits_are_names_behind_an_underscore() {
    let input = _1st::get()._1("a")._2("b").request("app").unwrap();
    assert_eq!(input.key.unwrap()["pk"].as_s().unwrap(), "$app#_1_a#_2_b");
}
