//! UUIDs of the crate `uuid`.

use ::uuid::{Uuid, fmt::Hyphenated};
use aws_sdk_dynamodb::types::AttributeValue;

use super::{SetElement, StoredType, Value, ValueError};

/// Stored as text with hyphens, in lower case, which sorts as the values do; any form that the crate parses is read.
impl Value for Uuid {
    const STORED: Option<StoredType> = Some(StoredType::Text);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.hyphenated().encode_lower(&mut [0; Hyphenated::LENGTH]).to_owned()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        let read = |text: &String| Self::try_parse(text).ok();
        value.as_s().ok().and_then(read).ok_or_else(|| ValueError::expected("a UUID", &value))
    }
}

impl SetElement for Uuid {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::KeyPart;

    fn stored(value: Uuid) -> String {
        match value.to_attribute() {
            Ok(AttributeValue::S(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    fn read(text: &str) -> Result<Uuid, ValueError> {
        Uuid::from_attribute(AttributeValue::S(text.to_owned()))
    }

    #[test]
    fn all_texts_sort_and_come_back() {
        let mut rng = fastrand::Rng::with_seed(0x001D);
        // Neighbours too, of which the texts differ late.
        let random = (0..2000).map(|_| rng.u128(..)).collect::<Vec<_>>();
        let near = random.iter().flat_map(|number| [*number, number.wrapping_add(1), number ^ (1 << 64)]);
        let numbers: BTreeSet<_> = near.chain([0, 1, u128::MAX]).collect();
        let values: Vec<_> = numbers.into_iter().map(Uuid::from_u128).collect();
        let texts: Vec<_> = values.iter().copied().map(stored).collect();
        assert!(values.is_sorted() && texts.is_sorted_by(|one, next| one < next));
        for (value, text) in values.iter().zip(&texts) {
            assert_eq!(*text, value.to_string());
            let mut key = String::from("#id_");
            value.write_key(&mut key);
            assert_eq!(key.strip_prefix("#id_"), Some(text.as_str()));
            for text in [text.clone(), text.to_uppercase()] {
                assert_eq!(Uuid::read_key(&text), Some(*value));
                assert_eq!(read(&text), Ok(*value));
            }
        }
    }

    #[test]
    fn every_form_is_read() {
        let value = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);
        assert_eq!(stored(value), "67e55044-10b1-426f-9247-bb680e5fe0c8");
        let (simple, braced, urn) = (value.simple(), value.braced(), value.urn());
        for text in [simple.to_string(), format!("{simple:X}"), braced.to_string(), urn.to_string()] {
            assert_eq!(read(&text), Ok(value), "{text}");
        }
        for text in ["", "67e55044", "67e55044-10b1-426f-9247-bb680e5fe0c", "67e55044-10b1-426f-9247-bb680e5fe0cg"] {
            assert!(read(text).is_err(), "{text}");
        }
        let error = read("none").unwrap_err().to_string();
        assert_eq!(error, "expected a UUID, found the text \"none\"");
        assert!(Uuid::from_attribute(AttributeValue::N("1".into())).is_err());
    }

    #[test]
    fn sets_are_of_text() {
        let set = BTreeSet::from([1, 2].map(Uuid::from_u128));
        let stored = set.to_attribute().unwrap();
        assert!(stored.is_ss());
        assert_eq!(BTreeSet::from_attribute(stored), Ok(set));
    }
}
