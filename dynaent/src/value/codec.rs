//! Picks, at compile time, how a type is stored: as a [`Value`] if it is one, through serde otherwise.
//!
//! Derived code calls `(&&&Pick::<T>::NEW).pick()`. Method lookup takes one reference after the other away, so the first of
//! the three traits whose bound holds wins; the last one only exists to say what is missing.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Serialize, de::DeserializeOwned};

use super::{StoredType, Value, ValueError, ValueProblem};

/// How a type is stored and read.
pub trait Codec<T>: Copy + Default {
    /// What the values are stored as, if that is always the same, and known.
    const STORED: Option<StoredType> = None;

    /// The module that stores the values, as the model spells it, if it is not their type.
    const FORM: &'static str = "";

    /// Whether what is read may be another value than what is stored.
    const READS_OTHERWISE: bool = false;

    /// The stored form, leaving the value intact.
    fn encode(self, value: &T) -> Result<AttributeValue, ValueError>;
    /// The stored form, moving the value.
    fn encode_owned(self, value: T) -> Result<AttributeValue, ValueError> {
        self.encode(&value)
    }
    /// The value of a stored form.
    fn decode(self, value: AttributeValue) -> Result<T, ValueError>;
    /// The same, as it is stored: before `on_read`.
    fn stored(self, value: AttributeValue) -> Result<T, ValueError> {
        self.decode(value)
    }
    /// The form in which the value is to be stored, checked as the model says.
    fn store(self, value: &T) -> Result<AttributeValue, ValueError> {
        self.encode(value)
    }
    /// The same, moving the value.
    fn store_owned(self, value: T) -> Result<AttributeValue, ValueError> {
        self.encode_owned(value)
    }
    /// The value as it is to be stored.
    fn change(self, value: T) -> T {
        value
    }
    /// What an item without the attribute means.
    fn absent(self) -> Option<T> {
        None
    }
}

/// Asks for the codec of `T`.
pub struct Pick<T>(PhantomData<fn() -> T>);

impl<T> Pick<T> {
    /// The question.
    pub const NEW: Self = Self(PhantomData);
}

/// First choice: the type is a [`Value`].
pub trait PickValue<T> {
    /// The codec.
    fn pick(&self) -> ViaValue;
}

impl<T: Value> PickValue<T> for &&Pick<T> {
    fn pick(&self) -> ViaValue {
        ViaValue
    }
}

/// Second choice: serde knows the type.
pub trait PickSerde<T> {
    /// The codec.
    fn pick(&self) -> ViaSerde;
}

impl<T: Serialize + DeserializeOwned> PickSerde<T> for &Pick<T> {
    fn pick(&self) -> ViaSerde {
        ViaSerde
    }
}

/// Last resort: no way to store the type, said in words.
pub trait PickUnstorable<T> {
    /// Never called: `T` is not `Storable`.
    fn pick(&self) -> Unstorable
    where
        T: Storable;
}

impl<T> PickUnstorable<T> for Pick<T> {
    fn pick(&self) -> Unstorable
    where
        T: Storable,
    {
        Unstorable
    }
}

/// A codec of any type that stores nothing: with it, rustc says only that the type is not `Storable`.
#[derive(Clone, Copy, Default)]
pub struct Unstorable;

impl Unstorable {
    fn refuse<T>(self) -> Result<T, ValueError> {
        Err(ValueError::other("the type cannot be stored"))
    }
}

impl<T> Codec<T> for Unstorable {
    fn encode(self, _: &T) -> Result<AttributeValue, ValueError> {
        self.refuse()
    }

    fn decode(self, _: AttributeValue) -> Result<T, ValueError> {
        self.refuse()
    }
}

/// Implemented by nothing: its message is what a type without a codec gets.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored in DynamoDB",
    label = "not a storable type",
    note = "derive `dynaent::Document` on a struct, `dynaent::KeyPart` on a newtype or an enum of names, or serde's \
            `Serialize` and `Deserialize`; or implement `dynaent::Value`"
)]
pub trait Storable {}

/// Stores through [`Value`].
#[derive(Clone, Copy, Default)]
pub struct ViaValue;

impl<T: Value> Codec<T> for ViaValue {
    const STORED: Option<StoredType> = T::STORED;

    fn encode(self, value: &T) -> Result<AttributeValue, ValueError> {
        value.to_attribute()
    }

    fn encode_owned(self, value: T) -> Result<AttributeValue, ValueError> {
        value.into_attribute()
    }

    fn decode(self, value: AttributeValue) -> Result<T, ValueError> {
        T::from_attribute(value)
    }

    fn absent(self) -> Option<T> {
        T::absent()
    }
}

/// Stores through serde and serde_dynamo.
#[derive(Clone, Copy, Default)]
pub struct ViaSerde;

impl<T: Serialize + DeserializeOwned> Codec<T> for ViaSerde {
    fn encode(self, value: &T) -> Result<AttributeValue, ValueError> {
        serde_dynamo::aws_sdk_dynamodb_1::to_attribute_value(value).map_err(serde_error)
    }

    fn decode(self, value: AttributeValue) -> Result<T, ValueError> {
        serde_dynamo::aws_sdk_dynamodb_1::from_attribute_value(value).map_err(serde_error)
    }
}

fn serde_error(error: serde_dynamo::Error) -> ValueError {
    ValueProblem::Serde(error.to_string()).into()
}
