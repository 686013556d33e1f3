//! What stands in a key, by the model's outline alone: the judge of what the two libraries write. Nothing here asks
//! Dynaent; the generator asserts of the outlines that ElectroDB's keys are composed so.

use std::cmp::Ordering;

use serde_json::Value as Json;

use crate::{
    items::{members, object, plain},
    vectors::{Ask, Index, Model, Object, Part, Side},
};

/// What is wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    Empty,
    Ambiguous,
    TooLong,
    NotANumber,
    /// Nothing stands between a value and the next, and it is not as wide as it has to be.
    Width,
}

/// A value in a key that is a number, as JavaScript makes one of it.
fn number(value: &Json) -> Option<f64> {
    match value {
        Json::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Json::String(text) => {
            // parseInt(text, 10)
            let text = text.trim_start();
            let (sign, text) = match text.strip_prefix('-') {
                Some(text) => (-1.0, text),
                None => (1.0, text.strip_prefix('+').unwrap_or(text)),
            };
            let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
            text[..digits].parse::<f64>().ok().map(|number| sign * number)
        }
        other => other.as_f64(),
    }
}

/// A value's text in JavaScript.
pub fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Part {
    /// A value of the composite, with its padding.
    fn padded(&self, value: &Json) -> String {
        let text = text(value);
        let Some((length, fill)) = &self.padding else { return text };
        // JavaScript counts UTF-16 units.
        let missing = length.saturating_sub(text.encode_utf16().count());
        let fill: Vec<u16> = fill.encode_utf16().cycle().take(missing).collect();
        String::from_utf16_lossy(&fill) + &text
    }
}

impl Side {
    pub fn cased(&self, text: &str) -> String {
        match self.casing.as_str() {
            "upper" => text.to_uppercase(),
            "none" => text.to_owned(),
            _ if self.folded => text.to_owned(),
            _ => text.to_lowercase(),
        }
    }

    /// The composites' names.
    pub fn names(&self) -> Vec<&str> {
        let parts = self.parts.iter().map(|part| part.attribute.as_str());
        parts.chain(self.attributes.iter().map(String::as_str)).collect()
    }

    /// The key of these values, in DynamoDB's JSON, if they have all composites.
    pub fn key(&self, values: &Object) -> Option<Json> {
        if self.number {
            let number = number(values.get(&self.parts[0].attribute)?)?;
            return Some(serde_json::json!({ "N": number.to_string() }));
        }
        let mut key = self.prefix.clone();
        for part in &self.parts {
            key += &part.label;
            key += &part.padded(values.get(&part.attribute)?);
        }
        Some(serde_json::json!({ "S": self.cased(&(key + &self.postfix)) }))
    }

    /// What is wrong with the key of these values, if they have all composites: each problem with its attribute.
    pub fn problems(&self, is_pk: bool, values: &Object) -> Vec<(Problem, Option<&str>)> {
        let mut problems = Vec::new();
        // The attributes themselves are the key: DynamoDB takes no empty text there.
        for name in self.attributes.iter().filter(|name| values.get(*name).is_some_and(|value| value == "")) {
            problems.push((Problem::Empty, Some(name.as_str())));
        }
        if !self.attributes.is_empty() {
            return problems;
        }
        if !self.names().iter().all(|name| values.contains_key(*name)) {
            return problems;
        }
        if self.number {
            let part = &self.parts[0];
            let value = &values[&part.attribute];
            // `parseInt` finds numbers at the beginning of other texts too: ElectroDB takes those.
            let is_number = value.as_str().is_none_or(|text| {
                let digits = text.strip_prefix('-').unwrap_or(text);
                !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
            });
            let problem = if *value == "" { Problem::Empty } else { Problem::NotANumber };
            return if is_number { problems } else { vec![(problem, Some(&part.attribute))] };
        }
        for (at, part) in self.parts.iter().enumerate() {
            let padded = part.padded(&values[&part.attribute]);
            let next = self.parts.get(at + 1).map(|next| self.cased(&next.label));
            let width = part.padding.as_ref().map(|(width, _)| *width);
            if text(&values[&part.attribute]).is_empty() {
                problems.push((Problem::Empty, Some(part.attribute.as_str())));
            } else if next.as_deref() == Some("") && Some(padded.encode_utf16().count()) != width {
                problems.push((Problem::Width, Some(part.attribute.as_str())));
            } else if next.is_some_and(|next| is_ambiguous(&self.cased(&padded), &next)) {
                problems.push((Problem::Ambiguous, Some(part.attribute.as_str())));
            }
        }
        let key = self.key(values).expect("all composites are there");
        if key["S"].as_str().is_some_and(|key| key.len() > if is_pk { 2048 } else { 1024 }) {
            problems.push((Problem::TooLong, None));
        }
        problems
    }

    /// How a value compares with another, as both stand in the key.
    fn compare(&self, part: Option<&Part>, value: &Json, other: &Json) -> Ordering {
        let Some(part) = part else {
            // A key of several attributes: they are compared as they are.
            return match (value.as_f64(), other.as_f64()) {
                (Some(value), Some(other)) => value.total_cmp(&other),
                _ => text(value).cmp(&text(other)),
            };
        };
        if self.number {
            let [value, other] = [value, other].map(|value| number(value).expect("a number"));
            return value.partial_cmp(&other).expect("numbers compare");
        }
        self.cased(&part.padded(value)).cmp(&self.cased(&part.padded(other)))
    }

    /// Whether the value of the composite in this place is as asked.
    fn answers(&self, at: usize, value: &Json, ask: &Ask) -> bool {
        let part = self.parts.get(at);
        let is = |other: &Json, orders: &[Ordering]| orders.contains(&self.compare(part, value, other));
        use Ordering::{Equal, Greater, Less};
        match ask {
            Ask::Is(other) => is(other, &[Equal]),
            Ask::Gt(other) => is(other, &[Greater]),
            Ask::Gte(other) => is(other, &[Greater, Equal]),
            Ask::Lt(other) => is(other, &[Less]),
            Ask::Lte(other) => is(other, &[Less, Equal]),
            Ask::Between(from, to) => is(from, &[Greater, Equal]) && is(to, &[Less, Equal]),
            Ask::BeginsWith(beginning) => match part {
                Some(part) => self.cased(&part.padded(value)).starts_with(&self.cased(&text(beginning))),
                None => text(value).starts_with(&text(beginning)),
            },
        }
    }

    /// Whether the bounds are the wrong way round.
    pub fn is_empty(&self, at: usize, from: &Json, to: &Json) -> bool {
        self.compare(self.parts.get(at), from, to) == Ordering::Greater
    }
}

/// Whether a reader of the key, looking for what comes next, would find it before the value ends.
fn is_ambiguous(value: &str, next: &str) -> bool {
    !next.is_empty() && [value, next].concat().find(next) != Some(value.len())
}

impl Index {
    /// The sides of the key; the first is the partition key's.
    pub fn sides(&self) -> impl Iterator<Item = (bool, &Side)> {
        std::iter::once((true, &self.pk)).chain(self.sk.iter().map(|sk| (false, sk)))
    }

    /// Whether the index's condition lets these values in.
    pub fn admits(&self, values: &Object) -> bool {
        self.condition.as_ref().is_none_or(|condition| condition.holds(values))
    }

    /// Whether these values are in the partition, and their sort key is as asked.
    pub fn selects(&self, facets: &Object, asks: &[Ask], values: &Object) -> bool {
        let pk = self.pk.names().into_iter().enumerate().all(|(at, name)| {
            values.get(name).is_some_and(|value| self.pk.answers(at, value, &Ask::Is(facets[name].clone())))
        });
        let Some(sk) = &self.sk else { return pk };
        let asked = sk.names().into_iter().zip(asks).enumerate();
        pk && asked
            .into_iter()
            .all(|(at, (name, ask))| values.get(name).is_some_and(|value| sk.answers(at, value, ask)))
    }
}

impl Model {
    /// Everything that is wrong with the keys of these values, in the indexes whose conditions hold.
    pub fn problems(&self, values: &Object) -> Vec<(Problem, Option<&str>)> {
        self.indexes
            .iter()
            .filter(|index| index.admits(values))
            .flat_map(|index| index.sides().flat_map(|(is_pk, side)| side.problems(is_pk, values)))
            .collect()
    }

    /// The values with the model's defaults.
    pub fn with_defaults(&self, mut values: Object) -> Object {
        for (name, attribute) in &self.attributes {
            if let Some(default) = &attribute.default {
                values.entry(name).or_insert_with(|| default.clone());
            }
        }
        values
    }

    /// The entity in a stored item, read without the library.
    pub fn entity(&self, item: &Json) -> Json {
        let mut values: Object =
            self.attributes.iter().filter_map(|(name, a)| Some((name.clone(), plain(item.get(&a.field)?)))).collect();
        // An attribute that is a key has the key's literals around it.
        for (_, side) in self.indexes.iter().flat_map(Index::sides).filter(|(_, side)| side.is_attribute) {
            let part = &side.parts[0];
            let (before, after) = (side.cased(&part.label), side.cased(&side.postfix));
            if let Some(Json::String(text)) = values.get_mut(&part.attribute) {
                let inner = text.strip_prefix(&before).and_then(|text| text.strip_suffix(&after));
                *text = inner.unwrap_or(text).to_owned();
            }
        }
        self.canonical(&values.into())
    }

    /// An entity with its numbers and sets in one form.
    pub fn canonical(&self, entity: &Json) -> Json {
        let one = |(name, value): (&String, &Json)| {
            let value = match self.attributes[name].kind.as_str() {
                "texts" | "numbers" => {
                    let mut texts: Vec<_> = members(value).iter().map(text).collect();
                    texts.sort();
                    texts.dedup();
                    texts.into()
                }
                "int" | "uint" | "fraction" | "float" => value.as_f64().expect("a number").into(),
                _ => value.clone(),
            };
            (name.clone(), value)
        };
        object(entity).iter().map(one).collect::<Object>().into()
    }

    /// Whether an item is of the model's entity and version.
    pub fn owns(&self, item: &Json) -> bool {
        item["__edb_e__"]["S"] == *self.entity && item["__edb_v__"]["S"] == *self.version
    }

    /// The primary key in an item or a key.
    pub fn key_of(&self, item: &Json) -> Json {
        let fields = members(&self.table["KeySchema"]).iter().filter_map(|key| key["AttributeName"].as_str());
        crate::items::normal(&fields.map(|field| (field.to_owned(), item[field].clone())).collect::<Object>().into())
    }
}
