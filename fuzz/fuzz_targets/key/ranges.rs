//! Ranges of texts.

use arbitrary::Arbitrary;
use aws_sdk_dynamodb::{operation::query::QueryInput, types::AttributeValue};
use dynaent::{Casing, Entity, Error, KeySide, begins_with, between, gt, gte, lt, lte};
use dynaent_fuzz::{Item, Text, answered, table};

use crate::texts::{Row, Texts, in_key};

/// A condition on one composite of a row.
#[derive(Debug, Arbitrary)]
pub struct Range {
    row: Texts,
    place: Place,
    condition: Condition,
    foreign: Text,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Place {
    PrimaryC,
    PrimaryD,
    KeptC,
    KeptD,
    UpperA,
    ClusteredC,
    TemplateC,
    TemplateD,
    FilledD,
    // What follows is filled up, so that it has no beginning.
    KeptWide,
    UpperB,
    ClusteredB,
    FilledB,
}

#[derive(Debug, Clone, Arbitrary)]
enum Condition {
    BeginsWith(Text),
    Between(Text, Text),
    Gt(Text),
    Gte(Text),
    Lt(Text),
    Lte(Text),
}

impl Condition {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Between(one, other) => vec![one, other],
            Self::BeginsWith(text) | Self::Gt(text) | Self::Gte(text) | Self::Lt(text) | Self::Lte(text) => vec![text],
        }
    }

    fn holds(&self, value: &str, in_key: impl Fn(&str) -> String) -> bool {
        match self {
            Self::BeginsWith(text) => value.starts_with(in_key(text).as_str()),
            Self::Between(lower, upper) => *in_key(lower) <= *value && *value <= *in_key(upper),
            Self::Gt(text) => *value > *in_key(text),
            Self::Gte(text) => *value >= *in_key(text),
            Self::Lt(text) => *value < *in_key(text),
            Self::Lte(text) => *value <= *in_key(text),
        }
    }
}

/// Gives a condition for a composite, and asks.
macro_rules! ask {
    ($range:ident, $setter:ident, $chain:expr) => {
        match &$range.condition {
            Condition::BeginsWith(text) => checked!($range, $chain.$setter(begins_with(&**text))),
            _ => ask_filled!($range, $setter, $chain),
        }
    };
}

macro_rules! ask_filled {
    ($range:ident, $setter:ident, $chain:expr) => {
        match &$range.condition {
            Condition::BeginsWith(_) => return,
            Condition::Between(lower, upper) => checked!($range, $chain.$setter(between(&**lower, &**upper))),
            Condition::Gt(text) => checked!($range, $chain.$setter(gt(&**text))),
            Condition::Gte(text) => checked!($range, $chain.$setter(gte(&**text))),
            Condition::Lt(text) => checked!($range, $chain.$setter(lt(&**text))),
            Condition::Lte(text) => checked!($range, $chain.$setter(lte(&**text))),
        }
    };
}

macro_rules! checked {
    ($range:ident, $query:expr) => {{
        let found = |item: &Item| answered($query.send(table(&[item]))).expect("a page").items;
        $range.asked($query.request("t"), &found)
    }};
}

impl Range {
    pub fn check(&self) {
        let Row { a, b, c, d, wide } = &self.row.0;
        let range = self;
        match self.place {
            Place::PrimaryC => ask!(range, c, Row::query().primary().a(a).b(b)),
            Place::PrimaryD => ask!(range, d, Row::query().primary().a(a).b(b).c(c)),
            Place::KeptC => ask!(range, c, Row::query().kept().a(a)),
            Place::KeptD => ask!(range, d, Row::query().kept().a(a).c(c)),
            Place::KeptWide => ask_filled!(range, wide, Row::query().kept().a(a).c(c).d(d)),
            Place::UpperB => ask_filled!(range, b, Row::query().upper().c(c)),
            Place::UpperA => ask!(range, a, Row::query().upper().c(c).b(b)),
            Place::ClusteredB => ask_filled!(range, b, Row::query().clustered().a(a)),
            Place::ClusteredC => ask!(range, c, Row::query().clustered().a(a).b(b)),
            Place::TemplateC => ask!(range, c, Row::query().template().a(a).b(b)),
            Place::TemplateD => ask!(range, d, Row::query().template().a(a).b(b).c(c)),
            Place::FilledB => ask_filled!(range, b, Row::query().filled().wide(wide).a(a)),
            Place::FilledD => ask!(range, d, Row::query().filled().wide(wide).a(a).b(b)),
        }
    }

    /// The side of the key, which of its composites is asked for, and its value.
    fn asks_for(&self) -> (&'static KeySide, usize, &str) {
        let Row { a, b, c, d, wide } = &self.row.0;
        let (index, position, value) = match self.place {
            Place::PrimaryC => (0, 0, c),
            Place::PrimaryD => (0, 1, d),
            Place::KeptC => (1, 0, c),
            Place::KeptD => (1, 1, d),
            Place::KeptWide => (1, 2, wide),
            Place::UpperB => (2, 0, b),
            Place::UpperA => (2, 1, a),
            Place::ClusteredB => (3, 0, b),
            Place::ClusteredC => (3, 1, c),
            Place::TemplateC => (4, 0, c),
            Place::TemplateD => (4, 1, d),
            Place::FilledB => (5, 0, b),
            Place::FilledD => (5, 1, d),
        };
        (Row::SCHEMA.indexes[index].sk.as_ref().expect("a sort key"), position, value)
    }

    fn asked(&self, request: dynaent::Result<QueryInput>, found: &dyn Fn(&Item) -> Vec<Row>) {
        let (side, position, value) = self.asks_for();
        // What becomes of a sigma depends on what stands around it.
        let texts = self.condition.texts();
        if side.casing == Casing::Lower && texts.iter().chain([&value]).any(|text| text.contains(['Σ', 'σ', 'ς'])) {
            return;
        }
        let padding = side.composites[position].padding;
        let in_key = |text: &str| match &self.condition {
            Condition::BeginsWith(_) => in_key(text, side, None),
            _ => in_key(text, side, padding),
        };
        let Some(item) = self.row.0.written() else { return };
        let request = match request {
            Ok(request) => request,
            Err(Error::EmptyRange { .. }) => return assert!(in_key(texts[0]) > in_key(texts[1])),
            Err(Error::Key(error)) => {
                assert!(matches!(error.problem, dynaent::KeyProblem::TooLong { .. }), "{error:?}");
                let key = item[side.field].as_s().expect("text");
                return assert!(texts.iter().any(|text| key.len() + in_key(text).len() > 1000), "{error:?}");
            }
            Err(error) => panic!("{error:?}"),
        };
        let holds = self.condition.holds(&in_key_of(side, position, value), in_key);
        let key = item[side.field].as_s().expect("text");
        let read = reads(&request, side.field, &item[side.field]);
        assert!(read || !holds, "{key:?} is in the range, and not read: {request:?}");
        if read {
            assert_eq!(found(&item), if holds { vec![self.row.0.clone()] } else { Vec::new() });
        }
        // What is of nobody is not read, but for the one key at which the stretch ends.
        let values: Vec<_> = request.expression_attribute_values().into_iter().flatten().collect();
        let foreign = AttributeValue::S(self.foreign.0.clone());
        if !self.foreign.starts_with(side.prefix) && reads(&request, side.field, &foreign) {
            assert!(values.iter().any(|(_, value)| **value == foreign), "{foreign:?} is read: {request:?}");
        }
    }
}

fn in_key_of(side: &KeySide, position: usize, value: &str) -> String {
    in_key(value, side, side.composites[position].padding)
}

/// Whether DynamoDB reads a key with this value in its sort key.
pub fn reads(request: &QueryInput, field: &str, key: &AttributeValue) -> bool {
    let names = request.expression_attribute_names().expect("names");
    let values = request.expression_attribute_values().expect("values");
    let name = names.iter().find(|(_, name)| *name == field).map(|(name, _)| name.as_str());
    // Without a condition on it, all is read.
    let Some(name) = name else { return true };
    let condition = request.key_condition_expression().expect("a condition");
    let at = condition.find(name).expect("the field");
    let value = |placeholder: &str| &values[placeholder.trim_end_matches(')')];
    let compare = |placeholder: &str| compare(key, value(placeholder));
    let words: Vec<&str> = condition[at + name.len()..].split_whitespace().collect();
    match *words.as_slice() {
        [",", text] => match (key, value(text)) {
            (AttributeValue::S(key), AttributeValue::S(text)) => key.starts_with(text.as_str()),
            other => panic!("{other:?}"),
        },
        ["BETWEEN", lower, "AND", upper] => compare(lower).is_ge() && compare(upper).is_le(),
        ["=", value] => compare(value).is_eq(),
        [">", value] => compare(value).is_gt(),
        [">=", value] => compare(value).is_ge(),
        ["<", value] => compare(value).is_lt(),
        ["<=", value] => compare(value).is_le(),
        _ => panic!("{condition}"),
    }
}

fn compare(one: &AttributeValue, other: &AttributeValue) -> std::cmp::Ordering {
    match (one, other) {
        (AttributeValue::S(one), AttributeValue::S(other)) => one.cmp(other),
        (AttributeValue::N(one), AttributeValue::N(other)) => match [one, other].map(|text| text.parse::<i128>()) {
            [Ok(one), Ok(other)] => one.cmp(&other),
            _ => {
                let [one, other] = [one, other].map(|text| text.parse::<f64>().expect("a number"));
                one.total_cmp(&other)
            }
        },
        other => panic!("{other:?}"),
    }
}
