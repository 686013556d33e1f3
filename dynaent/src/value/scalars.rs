//! Text, booleans, optional values and identifiers.

use aws_sdk_dynamodb::types::AttributeValue;
use ulid::Ulid;

use super::{StoredType, Value, ValueError};

impl Value for String {
    const STORED: Option<StoredType> = Some(StoredType::Text);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.clone()))
    }

    #[inline]
    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        match value {
            AttributeValue::S(text) => Ok(text),
            other => Err(ValueError::expected("text", &other)),
        }
    }
}

impl Value for Box<str> {
    const STORED: Option<StoredType> = Some(StoredType::Text);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.to_string()))
    }

    #[inline]
    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.into_string()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        String::from_attribute(value).map(String::into_boxed_str)
    }
}

impl Value for char {
    const STORED: Option<StoredType> = Some(StoredType::Text);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.to_string()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        let only = |text: &String| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        value.as_s().ok().and_then(only).ok_or_else(|| ValueError::expected("one character", &value))
    }
}

impl Value for bool {
    const STORED: Option<StoredType> = Some(StoredType::Boolean);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::Bool(*self))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        match value {
            AttributeValue::Bool(flag) => Ok(flag),
            other => Err(ValueError::expected("a boolean", &other)),
        }
    }
}

impl Value for Ulid {
    const STORED: Option<StoredType> = Some(StoredType::Text);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(self.to_string()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        let read = |text: &String| Self::from_string(text).ok();
        value.as_s().ok().and_then(read).ok_or_else(|| ValueError::expected("a ULID of 26 characters", &value))
    }
}

/// Inside containers, `None` is DynamoDB's null; as an attribute, it is left out.
impl<T: Value> Value for Option<T> {
    const STORED: Option<StoredType> = T::STORED;

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        self.as_ref().map_or(Ok(AttributeValue::Null(true)), T::to_attribute)
    }

    #[inline]
    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        self.map_or(Ok(AttributeValue::Null(true)), T::into_attribute)
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        match value {
            AttributeValue::Null(_) => Ok(None),
            other => T::from_attribute(other).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Value> Value for Box<T> {
    const STORED: Option<StoredType> = T::STORED;

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        T::to_attribute(self)
    }

    #[inline]
    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        T::into_attribute(*self)
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        T::from_attribute(value).map(Self::new)
    }
}
