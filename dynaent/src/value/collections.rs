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

fn map_to_attribute<'a, T: Value + 'a>(
    entries: impl Iterator<Item = (&'a String, &'a T)>,
) -> Result<AttributeValue, ValueError> {
    let encode = |(key, value): (&String, &T)| match value.to_attribute() {
        Ok(value) => Ok((key.clone(), value)),
        Err(error) => Err(error.at_key(key)),
    };
    entries.map(encode).collect::<Result<_, _>>().map(AttributeValue::M)
}

fn map_into_attribute<T: Value>(entries: impl Iterator<Item = (String, T)>) -> Result<AttributeValue, ValueError> {
    let encode = |(key, value): (String, T)| match value.into_attribute() {
        Ok(value) => Ok((key, value)),
        Err(error) => Err(error.at_key(&key)),
    };
    entries.map(encode).collect::<Result<_, _>>().map(AttributeValue::M)
}

fn map_from_attribute<T: Value, M: FromIterator<(String, T)>>(value: AttributeValue) -> Result<M, ValueError> {
    let decode = |(key, value): (String, AttributeValue)| match T::from_attribute(value) {
        Ok(value) => Ok((key, value)),
        Err(error) => Err(error.at_key(&key)),
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
                map_to_attribute(self.iter())
            }

            fn into_attribute(self) -> Result<AttributeValue, ValueError> {
                map_into_attribute(self.into_iter())
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
