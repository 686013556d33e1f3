//! Every option of attributes, alone and with others.

use std::{borrow::Cow, collections::BTreeSet, time::Duration};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Document, Entity, Expiry, ValueError};

/// A number as text.
pub mod as_text {
    use super::{AttributeValue, ValueError};

    /// Stores it.
    pub fn to_attribute(number: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(number.to_string()))
    }

    /// Reads it.
    pub fn from_attribute(value: AttributeValue) -> Result<u32, ValueError> {
        Ok(value.as_s().ok().and_then(|text| text.parse().ok()).unwrap_or_default())
    }
}

/// Functions of every form that may stand behind an option.
pub mod functions {
    /// Of a borrowed form.
    pub fn is_short(text: &str) -> bool {
        text.len() < 100
    }

    /// With a reason.
    pub fn is_small(number: &u32) -> Result<(), String> {
        if *number < 1000 { Ok(()) } else { Err(format!("{number} is too much")) }
    }

    /// Generic.
    pub fn same<T>(value: T) -> T {
        value
    }

    /// Of borrowed forms.
    pub fn join(one: &str, other: Option<&String>) -> String {
        format!("{one} {}", other.map_or("", String::as_str))
    }

    /// Generic, of anything.
    pub fn length<T: AsRef<str> + ?Sized>(text: &T) -> usize {
        text.as_ref().len()
    }

    /// Of nothing.
    pub const fn nothing() -> u8 {
        7
    }
}

/// What is flattened.
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Audit {
    /// Who.
    pub author: String,
    /// Why.
    #[attr(required, validate = functions::is_short)]
    pub reason: Option<String>,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Order", version = "1", rename_all = "camelCase")]
#[index(primary, pk = [id], sk = [])]
#[index(by_made, gsi = "gsi1", pk = [id], sk = [made_at])]
#[index(by_full_name, gsi = "gsi2", pk = [full_name], sk = [changed_at])]
pub struct Order {
    /// The id, checked.
    #[attr(validate = functions::is_short)]
    pub id: String,
    /// Changed when it is written, and when it is read.
    #[attr(on_write = str_of, on_read = functions::same, validate = functions::is_short)]
    pub first_name: String,
    /// A function of the struct.
    #[attr(on_write = Order::loud, on_read = Self::loud, validate = Self::is_loud)]
    pub last_name: Option<String>,
    /// Stored by a module.
    #[attr(with = as_text, validate = functions::is_small, default = 3_u32)]
    pub number: u32,
    /// Stored by a module, and optional.
    #[attr(with = self::as_text, hidden, required)]
    pub pin: Option<u32>,
    /// Computed from others.
    #[attr(watch = [first_name, last_name], on_write = functions::join)]
    pub full_name: String,
    /// Computed at each write.
    #[attr(watch = all, on_write = functions::nothing, field = "n")]
    pub nothing: u8,
    /// Computed when it is read.
    #[attr(watch = [full], on_read = functions::length)]
    pub length: usize,
    /// What that is computed from.
    #[attr(default)]
    pub full: String,
    /// When it was made.
    #[attr(created_at, rename = "made")]
    pub made_at: time::UtcDateTime,
    /// When it was changed.
    #[attr(updated_at)]
    pub changed_at: Option<u64>,
    /// The version.
    #[attr(version)]
    pub revision: u64,
    /// When it expires.
    #[attr(ttl, default = Duration::from_secs(60))]
    pub expires: Expiry,
    /// Its fields are the order's.
    #[attr(flatten)]
    pub audit: Audit,
    /// A set.
    #[attr(default)]
    pub tags: BTreeSet<Cow<'static, str>>,
}

fn str_of(text: String) -> String {
    text.trim().to_owned()
}

impl Order {
    fn loud(name: String) -> String {
        name.to_uppercase()
    }

    fn is_loud(name: &str) -> bool {
        !name.is_empty()
    }
}

/// An entity whose index holds the version.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Counter", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_owner, gsi = "gsi1", pk = [owner], sk = [], projection = include(id, owner, revision))]
pub struct Counter {
    /// The id.
    pub id: String,
    /// The owner.
    pub owner: String,
    /// The version.
    #[attr(version)]
    pub revision: i64,
    /// Computed when it is read, so that no index holds it.
    #[attr(watch = [owner], on_read = functions::length)]
    pub length: usize,
}

#[test]
fn every_option_works() {
    let audit = Audit { author: "ada".into(), reason: Some("new".into()) };
    let order = Order::create().id("1").first_name(" Ada ").last_name("x").pin(7_u32).audit(audit);
    let item = order.request("shop").unwrap().item.unwrap();
    assert_eq!((item["firstName"].as_s().unwrap().as_str(), item["lastName"].as_s().unwrap().as_str()), ("Ada", "X"));
    assert_eq!((item["fullName"].as_s().unwrap().as_str(), item["number"].as_s().unwrap().as_str()), ("Ada X", "3"));
    assert!(item.contains_key("n") && item.contains_key("author") && !item.contains_key("length"), "{item:?}");
    assert!(Counter::create().id("1").owner("ada").request("shop").is_ok());
}
