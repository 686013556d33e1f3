//! Values as DynamoDB stores them: how Rust types become [`AttributeValue`]s and back.

mod bytes;
#[cfg(any(feature = "time", feature = "chrono", feature = "jiff"))]
pub(crate) mod calendar;
mod capability;
#[cfg(feature = "chrono")]
mod chrono;
mod codec;
mod collections;
#[cfg(feature = "rust_decimal")]
pub(crate) mod decimal;
mod error;
mod exact;
mod expiry;
mod hooks;
#[cfg(feature = "jiff")]
mod jiff;
mod js_number;
mod limits;
mod numbers;
mod ordered;
mod same;
mod scalars;
mod sets;
mod stored_type;
#[cfg(feature = "time")]
mod time;
mod timestamp;
#[cfg(feature = "uuid")]
mod uuid;
mod version;

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

pub use self::{
    capability::{Contains, List, Measured, Numeric, Set, Textual},
    codec::{Codec, Pick, PickSerde, PickUnstorable, PickValue, ViaValue},
    error::{ValueError, ValueProblem},
    expiry::{Expiry, ExpiryTime},
    hooks::{Hooks, Verdict, hooked},
    js_number::{JsNumber, NotFinite},
    ordered::Ordered,
    sets::SetElement,
    stored_type::StoredType,
    timestamp::Timestamp,
    version::VersionNumber,
};
pub(crate) use self::{
    error::{kind_of, show},
    exact::{MAX_DIGITS, canonical as canonical_number, compare as compare_numbers, has_too_many_digits},
    limits::{MAX_ITEM_SIZE, is_too_deep, size_of},
    ordered::compare_stored,
    same::{is_same, is_same_item},
    sets::gather,
};

/// An item as the SDK has it: stored values by stored name.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Item;
///
/// let item: Item = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item.unwrap();
/// assert_eq!(item["__edb_e__"].as_s().unwrap(), "Comment");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type Item = HashMap<String, AttributeValue>;

/// A type that is stored as a DynamoDB value without a detour over serde.
///
/// Implemented for text (`String`, `char`, `Box<str>`), `bool`, all integers and floats, bytes (`Vec<u8>` and the SDK's
/// `Blob`), `Ulid`, and for containers of such types: `Vec` is a list, string-keyed maps are maps, `HashSet` and
/// `BTreeSet` are DynamoDB sets. The cargo features `time`, `chrono` and `jiff` add the dates and times of those crates,
/// [as text](crate#dates-and-times), `uuid` and `rust_decimal` [`Uuid` and `Decimal`](crate#identifiers-and-decimals).
/// [`Expiry`] and [`JsNumber`] are this crate's own. Types that are not `Value` are stored through serde if they are
/// `Serialize + DeserializeOwned`.
///
/// ```
/// use dynaent::Value;
///
/// let stored = 42_u32.into_attribute()?;
/// assert_eq!(stored.as_n().map(String::as_str), Ok("42"));
/// assert_eq!(u32::from_attribute(stored)?, 42);
/// # Ok::<(), dynaent::ValueError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a DynamoDB value",
    label = "cannot be stored directly",
    note = "derive `dynaent::Document` on a struct, `dynaent::KeyPart` on a newtype or an enum of names, or serde's \
            `Serialize` and `Deserialize`; or implement `dynaent::Value`"
)]
pub trait Value: Sized {
    /// What its values are stored as, if that is always the same: what entities that share an attribute are compared by.
    const STORED: Option<StoredType> = None;

    /// The stored form, leaving the value intact.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Value;
    ///
    /// let tags = vec!["short".to_owned()];
    /// assert_eq!(tags.to_attribute()?.as_l().unwrap().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If DynamoDB has no form for this value, such as an empty set or an infinite number.
    fn to_attribute(&self) -> Result<AttributeValue, ValueError>;

    /// The stored form, moving the value where that saves a copy.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Value;
    ///
    /// assert_eq!("First!".to_owned().into_attribute()?.as_s().unwrap(), "First!");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`to_attribute`](Self::to_attribute).
    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        self.to_attribute()
    }

    /// The value of a stored form.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use aws_sdk_dynamodb::types::AttributeValue;
    /// use dynaent::Value;
    ///
    /// assert_eq!(u32::from_attribute(AttributeValue::N("3".into()))?, 3);
    /// assert!(u32::from_attribute(AttributeValue::N("-3".into())).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If it is of another type, or out of this type's range.
    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError>;

    /// What an item without the attribute means: `None` for optional types, an empty set for sets, nothing for all others.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use std::collections::BTreeSet;
    /// use dynaent::Value;
    ///
    /// assert_eq!(<Option<u32> as Value>::absent(), Some(None));
    /// assert_eq!(<BTreeSet<u32> as Value>::absent(), Some(BTreeSet::new()));
    /// assert_eq!(<u32 as Value>::absent(), None);
    /// ```
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    #[doc(hidden)]
    fn list_to_attribute(list: &[Self]) -> Result<AttributeValue, ValueError> {
        collections::list_to_attribute(list)
    }

    #[doc(hidden)]
    fn list_into_attribute(list: Vec<Self>) -> Result<AttributeValue, ValueError> {
        collections::list_into_attribute(list)
    }

    #[doc(hidden)]
    fn list_from_attribute(value: AttributeValue) -> Result<Vec<Self>, ValueError> {
        collections::list_from_attribute(value)
    }
}
