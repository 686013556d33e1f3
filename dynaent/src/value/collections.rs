//! Lists and maps.

use std::{
    collections::{BTreeMap, HashMap},
    hash::BuildHasher,
};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{StoredType, Value, ValueError};

impl<T: Value> Value for Vec<T> {
    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        T::list_to_attribute(self)
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        T::list_into_attribute(self)
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        T::list_from_attribute(value)
    }
}

pub(super) fn list_to_attribute<T: Value>(list: &[T]) -> Result<AttributeValue, ValueError> {
    encode_list(list.iter(), T::to_attribute)
}

pub(super) fn list_into_attribute<T: Value>(list: Vec<T>) -> Result<AttributeValue, ValueError> {
    encode_list(list.into_iter(), T::into_attribute)
}

/// A loop, because collecting into a `Result` does not know the length.
fn encode_list<V>(
    values: impl ExactSizeIterator<Item = V>,
    encode: impl Fn(V) -> Result<AttributeValue, ValueError>,
) -> Result<AttributeValue, ValueError> {
    let mut list = Vec::with_capacity(values.len());
    let mut errors = Vec::new();
    for (index, value) in values.enumerate() {
        match encode(value) {
            Ok(value) => list.push(value),
            Err(error) => errors.push(error.at_index(index)),
        }
    }
    ValueError::all(errors).map_or(Ok(AttributeValue::L(list)), Err)
}

pub(super) fn list_from_attribute<T: Value>(value: AttributeValue) -> Result<Vec<T>, ValueError> {
    let decode = |(index, value)| T::from_attribute(value).map_err(|error| error.at_index(index));
    match value {
        AttributeValue::L(list) => list.into_iter().enumerate().map(decode).collect(),
        other => Err(ValueError::expected("a list", &other)),
    }
}

/// Errors in the order of their keys, which not every map has.
fn encode_map<K: Into<String> + AsRef<str>, V>(
    entries: impl Iterator<Item = (K, V)>,
    encode: impl Fn(V) -> Result<AttributeValue, ValueError>,
) -> Result<AttributeValue, ValueError> {
    let mut map = HashMap::with_capacity(entries.size_hint().0);
    let mut errors = BTreeMap::new();
    for (key, value) in entries {
        match encode(value) {
            Ok(value) => drop(map.insert(key.into(), value)),
            Err(error) => drop(errors.insert(key.as_ref().to_owned(), error.inside(key.as_ref()))),
        }
    }
    ValueError::all(errors.into_values().collect()).map_or(Ok(AttributeValue::M(map)), Err)
}

fn map_from_attribute<T: Value, M: FromIterator<(String, T)>>(value: AttributeValue) -> Result<M, ValueError> {
    let decode = |(key, value): (String, AttributeValue)| match T::from_attribute(value) {
        Ok(value) => Ok((key, value)),
        Err(error) => Err(error.inside(&key)),
    };
    match value {
        AttributeValue::M(entries) => entries.into_iter().map(decode).collect(),
        other => Err(ValueError::expected("a map", &other)),
    }
}

macro_rules! maps {
    ($($map:ty $(, $hasher:ident)?;)*) => {$(
        impl<T: Value $(, $hasher: BuildHasher + Default)?> Value for $map {
                    const STORED: Option<StoredType> = Some(StoredType::Map);

            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                encode_map(self.iter(), T::to_attribute)
            }

            fn into_attribute(self) -> Result<AttributeValue, ValueError> {
                encode_map(self.into_iter(), T::into_attribute)
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                map_from_attribute(value)
            }
        }
    )*};
}

maps! {
    HashMap<String, T, S>, S;
    BTreeMap<String, T>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_is_told() {
        let places = |error: ValueError| error.into_each().map(|error| error.path().to_owned()).collect::<Vec<_>>();
        let list = vec![f64::NAN, 1.0, f64::INFINITY];
        assert_eq!(places(list.to_attribute().unwrap_err()), ["[0]", "[2]"]);
        // Whatever the order in which a `HashMap` has them.
        let map: HashMap<_, _> = ["c", "a", "d", "b"].map(|key| (key.to_owned(), f64::NAN)).into();
        assert_eq!(places(map.to_attribute().unwrap_err()), ["a", "b", "c", "d"]);
        assert_eq!(places(map.into_attribute().unwrap_err()), ["a", "b", "c", "d"]);
    }
}
