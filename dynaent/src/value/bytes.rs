//! Bytes: `u8` as a number by itself, and as binary in a `Vec`.

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};

use super::{StoredType, Value, ValueError, collections, numbers::whole};

impl Value for u8 {
    const STORED: Option<StoredType> = Some(StoredType::Number);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::N(self.to_string()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        whole(&value, "a whole number that fits u8")
    }

    fn list_to_attribute(list: &[Self]) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::B(Blob::new(list)))
    }

    fn list_into_attribute(list: Vec<Self>) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::B(Blob::new(list)))
    }

    /// Also reads a list of numbers, which is how serde would have stored the bytes.
    fn list_from_attribute(value: AttributeValue) -> Result<Vec<Self>, ValueError> {
        match value {
            AttributeValue::B(blob) => Ok(blob.into_inner()),
            list @ AttributeValue::L(_) => collections::list_from_attribute(list),
            other => Err(ValueError::expected("bytes", &other)),
        }
    }
}

impl Value for Blob {
    const STORED: Option<StoredType> = Some(StoredType::Binary);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::B(self.clone()))
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::B(self))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        match value {
            AttributeValue::B(blob) => Ok(blob),
            other => Err(ValueError::expected("bytes", &other)),
        }
    }
}
