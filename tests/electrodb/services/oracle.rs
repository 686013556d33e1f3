//! What is asked for, told without the library: by the attributes of an item, cased as the key is.

use std::cmp::Ordering;

use serde_json::Value as Json;

use crate::{
    driver::Ask,
    vectors::{Collection, Filter, Schema, Service},
};

/// A value as it stands in a key.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Part {
    Text(String),
    Number(f64),
}

impl Part {
    fn compare(&self, other: &Self) -> Ordering {
        self.partial_cmp(other).expect("a composite has one type")
    }

    /// Whether one of two texts begins with the other: then the order of keys need not be that of the values, because
    /// more follows in a key. Numbers have one width, and are the same or are not.
    pub fn begins_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one.starts_with(other.as_str()) || other.starts_with(one.as_str()),
            _ => self == other,
        }
    }
}

/// A key's composites, and how they are cased.
pub struct Sides<'a> {
    pub schema: &'a Schema,
    /// Lower, upper, or not at all.
    pub casing: &'a str,
}

impl<'a> Sides<'a> {
    /// The sort key of a member's index in a collection.
    pub fn of(service: &'a Service, collection: &Collection, alias: &str) -> Self {
        let schema = &service.members[alias];
        let index = &schema.indexes[&collection.members[alias]];
        let casing = match (collection.kind.as_str(), &index.sk) {
            // The attributes themselves.
            ("composite", _) => "none",
            (_, Some(side)) => side.casing.as_deref().unwrap_or("default"),
            (_, None) => panic!("a collection has a sort key"),
        };
        Self { schema, casing }
    }

    fn cased(&self, text: &str) -> String {
        match self.casing {
            "none" => text.to_owned(),
            "upper" => text.to_uppercase(),
            _ => text.to_lowercase(),
        }
    }

    /// A value as it stands in the key.
    pub fn given(&self, name: &str, value: &Json) -> Part {
        if let Some(number) = value.as_f64() {
            return Part::Number(number);
        }
        let text = value.as_str().unwrap_or_else(|| panic!("{name} is neither text nor a number"));
        let padded = match &self.schema.attributes[name].padding {
            Some(padding) => {
                let missing = padding.length.saturating_sub(text.encode_utf16().count());
                padding.char.repeat(missing) + text
            }
            None => text.to_owned(),
        };
        Part::Text(self.cased(&padded))
    }

    /// A stored value as it stands in the key.
    pub fn stored(&self, name: &str, item: &Json) -> Option<Part> {
        let value = item.get(self.schema.field(name))?;
        match value["N"].as_str() {
            Some(number) => Some(Part::Number(number.parse().expect("a number"))),
            None => Some(self.given(name, &value["S"])),
        }
    }

    /// Whether a composite is as asked.
    pub fn answers(&self, name: &str, item: &Json, ask: &Ask) -> bool {
        let stored = self.stored(name, item).expect("it is in the collection");
        let than = |value: &Json| stored.compare(&self.given(name, value));
        match ask {
            Ask::Is(value) => than(value).is_eq(),
            Ask::BeginsWith(text) => match &stored {
                Part::Text(stored) => stored.starts_with(&self.cased(text)),
                Part::Number(_) => panic!("a number does not begin with a text"),
            },
            Ask::Gt(value) => than(value).is_gt(),
            Ask::Gte(value) => than(value).is_ge(),
            Ask::Lt(value) => than(value).is_lt(),
            Ask::Lte(value) => than(value).is_le(),
            Ask::Between(from, to) => than(from).is_ge() && than(to).is_le(),
        }
    }
}

impl Filter {
    /// Whether an item is let through.
    pub fn holds(&self, schema: &Schema, item: &Json) -> bool {
        self.comparisons().into_iter().any(|(name, op, values)| {
            let stored = item.get(schema.field(name));
            let compare = |value: &Json| -> Option<Ordering> {
                let stored = stored?;
                match value {
                    Json::String(text) => Some(stored["S"].as_str()?.cmp(text)),
                    Json::Bool(flag) => Some(stored["BOOL"].as_bool()?.cmp(flag)),
                    number => stored["N"].as_str()?.parse::<f64>().ok()?.partial_cmp(&number.as_f64()?),
                }
            };
            let is = |value: &Json, wanted: fn(Ordering) -> bool| compare(value).is_some_and(wanted);
            match op {
                "eq" => is(&values[0], Ordering::is_eq),
                "gt" => is(&values[0], Ordering::is_gt),
                "gte" => is(&values[0], Ordering::is_ge),
                "lte" => is(&values[0], Ordering::is_le),
                "between" => is(&values[0], Ordering::is_ge) && is(&values[1], Ordering::is_le),
                "begins" => {
                    let text = values[0].as_str().expect("text");
                    stored.and_then(|value| value["S"].as_str()).is_some_and(|stored| stored.starts_with(text))
                }
                "exists" => stored.is_some(),
                "notExists" => stored.is_none(),
                other => panic!("no such operation: {other}"),
            }
        })
    }
}
