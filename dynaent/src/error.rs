//! Everything that can go wrong, as values to match on.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    schema::IndexSchema,
    value::{Item, ValueError, kind_of},
};

/// The result of an operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong with an operation.
///
/// [`AlreadyExists`](Self::AlreadyExists), [`NotFound`](Self::NotFound), [`ConditionFailed`](Self::ConditionFailed),
/// [`Conflict`](Self::Conflict) and [`Request`](Self::Request) are answers of DynamoDB, and [`Item`](Self::Item) is about what it returned; all others are raised before anything is sent.
///
/// ```
/// use dynaent::Error;
///
/// fn status(error: &Error) -> u16 {
///     match error {
///         Error::AlreadyExists { .. } | Error::Conflict { .. } => 409,
///         Error::ConditionFailed { .. } => 412,
///         Error::NotFound { .. } => 404,
///         Error::Request { .. } => 503,
///         _ => 400,
///     }
/// }
/// # assert_eq!(status(&Error::Limit { entity: "Comment" }), 400);
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `create` found an item with the same primary key. Nothing was written.
    #[error("{entity} already exists: {key}")]
    AlreadyExists {
        /// The entity's name.
        entity: &'static str,
        /// The primary key that is taken.
        key: ItemKey,
        /// The item that is there.
        current: Current,
    },
    /// The condition of a write does not hold. Nothing was written.
    #[error("cannot {operation} {entity}: its condition does not hold of the item with {key}")]
    ConditionFailed {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The item's primary key.
        key: ItemKey,
        /// The item as it is, if there is one.
        current: Current,
    },
    /// Somebody else has written the item since it was read: its version is another one. Nothing was written.
    #[error("cannot {operation} {entity}: the item with {key} has another version than the one that was read")]
    Conflict {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The item's primary key.
        key: ItemKey,
        /// The item as it is, if there is one.
        current: Current,
    },
    /// `patch` or `remove` found no item with this primary key. Nothing was written.
    #[error("cannot {operation} {entity}: there is no item with {key}")]
    NotFound {
        /// The operation: `patch` or `remove`.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The primary key that was not found.
        key: ItemKey,
    },
    /// A value cannot be part of a key.
    #[error("{0}")]
    Key(Box<KeyError>),
    /// Attributes of an item cannot be written; all of them are named.
    #[error("{entity} cannot be written: {}", list(failed))]
    Attributes {
        /// The entity's name.
        entity: &'static str,
        /// The attributes, and what is wrong with each.
        failed: Vec<AttributeError>,
    },
    /// A change, or a new item, has some of an index's composites but not all that one side of its key needs.
    #[error(
        "{entity} cannot {operation} with the key of index `{index}` left incomplete: it also needs {}",
        Names(missing)
    )]
    IncompleteIndex {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index.
        index: &'static str,
        /// The attributes that are missing.
        missing: Vec<&'static str>,
    },
    /// One update changes an attribute twice, or an attribute and what is inside it.
    #[error("{entity}: {}", overlap(one, other))]
    Overlap {
        /// The entity's name.
        entity: &'static str,
        /// The attribute, as in `address.lines[2]`.
        one: String,
        /// The other one, which may be the same.
        other: String,
    },
    /// An update has some of the attributes that another one is computed from, but not all.
    #[error("{entity} cannot be changed with `{attribute}` left behind: it is also computed from {}", Names(missing))]
    IncompleteComputation {
        /// The entity's name.
        entity: &'static str,
        /// The attribute that is computed.
        attribute: &'static str,
        /// The attributes that are missing: set them too, or tell them with `known` or `from`.
        missing: Vec<&'static str>,
    },
    /// `raw` names a stored field in an update that the model keeps itself.
    #[error("{entity}: {field:?} is kept by the model, so an update cannot change it with `raw`: use its handle")]
    OwnField {
        /// The entity's name.
        entity: &'static str,
        /// The stored field.
        field: String,
    },
    /// A condition or a filter that DynamoDB would refuse.
    #[error("{entity}: the condition cannot be sent: {problem}")]
    Condition {
        /// The entity's name.
        entity: &'static str,
        /// What is wrong with it.
        problem: Box<ConditionProblem>,
    },
    /// The item is larger than DynamoDB's 400 KB.
    #[error("{entity} is too large: the item has {size} bytes, DynamoDB takes at most {limit}")]
    TooLarge {
        /// The entity's name.
        entity: &'static str,
        /// The size in bytes, names and values together.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// `between` with a lower bound above the upper one.
    #[error("{entity}: the range of index `{index}` is empty: its lower bound {lower:?} sorts after {upper:?}")]
    EmptyRange {
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index.
        index: &'static str,
        /// The lower bound as it would stand in the key.
        lower: String,
        /// The upper bound as it would stand in the key.
        upper: String,
    },
    /// `limit(0)`.
    #[error("{entity}: a page holds at least one item: `limit` must not be 0")]
    Limit {
        /// The entity's name.
        entity: &'static str,
    },
    /// A cursor that is damaged, or belongs to another query.
    #[error("{entity}: the cursor cannot be used for index `{index}`: {reason}")]
    Cursor {
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index, or `scan`.
        index: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A key that is not one of the entity, or whose text is no value of an attribute.
    #[error("{entity} has no key like this: {field} is {found:?}{}", of(attribute))]
    ForeignKey {
        /// The entity's name.
        entity: &'static str,
        /// The key field.
        field: &'static str,
        /// What it holds: all of it, or where it cannot be read as the attribute, the part in question.
        found: String,
        /// The attribute, if it is the one that cannot be read.
        attribute: Option<&'static str>,
    },
    /// A stored item of this entity cannot be read.
    #[error("{0}")]
    Item(Box<ItemError>),
    /// The request failed: the SDK's error is the source.
    #[error("{operation} of {entity} on table `{table}` failed: {}", service_message(source))]
    Request {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The table's name.
        table: String,
        /// What the SDK says.
        source: Box<aws_sdk_dynamodb::Error>,
    },
    /// Entities that are to share a table disagree on its key fields, or on those of an index.
    #[error("`{first}` and `{second}` cannot share a table: the key fields of {index} differ")]
    KeyFields {
        /// The name of the entity that came first.
        first: &'static str,
        /// The name of the entity that disagrees.
        second: &'static str,
        /// The index, in words.
        index: String,
    },
    /// The embedded engine, a table or a request cannot be set up.
    #[error("setting up failed: {0}")]
    Setup(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The primary key of an item, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKey {
    fields: Vec<(&'static str, String)>,
}

impl ItemKey {
    pub(crate) fn new(primary: &IndexSchema, pk: Option<&AttributeValue>, sk: Option<&AttributeValue>) -> Self {
        let text = |value: &AttributeValue| match value {
            AttributeValue::S(text) => format!("{text:?}"),
            AttributeValue::N(number) => number.clone(),
            other => kind_of(other).to_owned(),
        };
        let fields = primary.sides().map(|side| side.field).zip([pk, sk]);
        Self { fields: fields.filter_map(|(field, value)| value.map(|value| (field, text(value)))).collect() }
    }

    /// The key fields, by name, with their stored values written as in a Rust literal.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fields.iter().map(|(field, value)| (*field, value.as_str()))
    }
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fields.is_empty() {
            return f.write_str("(no key)");
        }
        for (number, (field, value)) in self.fields.iter().enumerate() {
            write!(f, "{}{field} {value}", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// The item as it is, which kept a write from being made. Its `item` reads it as an entity.
#[derive(Clone, PartialEq, Default)]
pub struct Current(pub(crate) Option<Box<Item>>);

impl Current {
    /// The item as it is stored.
    #[must_use]
    pub fn stored(&self) -> Option<&Item> {
        self.0.as_deref()
    }
}

impl fmt::Debug for Current {
    /// The names alone: values may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields: Vec<_> = self.0.iter().flat_map(|item| item.keys()).collect();
        fields.sort_unstable();
        f.debug_tuple("Current").field(&fields).finish()
    }
}

/// A value that cannot be part of a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{entity}: the key of index `{index}` cannot be built{}: {problem}", of(attribute))]
#[non_exhaustive]
pub struct KeyError {
    /// The entity's name.
    pub entity: &'static str,
    /// The access pattern of the index.
    pub index: &'static str,
    /// The attribute, or nothing if it is the key as a whole.
    pub attribute: Option<&'static str>,
    /// What is wrong.
    pub problem: KeyProblem,
}

/// What is wrong with a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyProblem {
    /// An empty text.
    #[error("its text is empty")]
    Empty,
    /// A value that contains the text which separates it from what follows in the key, so that two different items
    /// would have one key.
    #[error("{value:?} contains {separator:?}, which separates it from the next part of the key")]
    Ambiguous {
        /// The value as it would stand in the key.
        value: String,
        /// The text after it.
        separator: &'static str,
    },
    /// A value of another width than the padding's, where a template puts nothing between it and the next part.
    #[error("{value:?} is not {width} characters wide, and nothing separates it from the next part of the key")]
    Width {
        /// The value as it would stand in the key.
        value: String,
        /// The width, in UTF-16 code units.
        width: usize,
    },
    /// Text that cannot be cast to a number.
    #[error("{value:?} cannot be cast to a number: it is not a whole number of up to 38 digits")]
    NotANumber {
        /// The text.
        value: String,
    },
    /// A key over DynamoDB's limit.
    #[error("field `{field}` would have {size} bytes, DynamoDB takes at most {limit}")]
    TooLong {
        /// The key field.
        field: &'static str,
        /// Its size in bytes.
        size: usize,
        /// The limit in bytes: 2048 for a partition key, 1024 for a sort key.
        limit: usize,
    },
}

impl From<KeyError> for Error {
    fn from(error: KeyError) -> Self {
        Self::Key(Box::new(error))
    }
}

/// An attribute that cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("attribute `{}`: {problem}", self.path())]
#[non_exhaustive]
pub struct AttributeError {
    /// The attribute's name.
    pub attribute: &'static str,
    /// What is wrong.
    pub problem: AttributeProblem,
}

impl AttributeError {
    /// Where it is wrong: the attribute's name, and the place inside it, as in `address.lines[2]`.
    #[must_use]
    pub fn path(&self) -> String {
        let inside = match &self.problem {
            AttributeProblem::Value(error) => error.path(),
            _ => "",
        };
        let separator = if inside.is_empty() || inside.starts_with('[') { "" } else { "." };
        format!("{}{separator}{inside}", self.attribute)
    }
}

/// What is wrong with an attribute.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttributeProblem {
    /// A required attribute that is not there.
    #[error("it is required, and missing")]
    Missing,
    /// A value that does not fit. Where in the attribute, tells [`AttributeError::path`].
    #[error("{}", .0.problem())]
    Value(ValueError),
    /// It cannot be part of a key.
    #[error("the key of index `{}` cannot be built: {}", .0.index, .0.problem)]
    Key(Box<KeyError>),
    /// It is read-only, and differs between the item before and after.
    #[error("it cannot be changed after creation")]
    ReadOnly,
    /// It differs between the key of the request and the item that it was told about.
    #[error("it is not that of the item whose key was given")]
    OtherItem,
}

/// What is wrong with a condition or a filter. Attributes are named as in `address.lines[2]`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionProblem {
    /// A value to compare with that DynamoDB cannot hold.
    #[error("the value for `{attribute}`: {error}")]
    Value {
        /// The attribute.
        attribute: String,
        /// What is wrong with the value.
        error: ValueError,
    },
    /// An attribute is compared with itself.
    #[error("`{attribute}` is compared with itself")]
    SameOperand {
        /// The attribute.
        attribute: String,
    },
    /// `between` with a lower bound above the upper one.
    #[error("`{attribute}` cannot be between these bounds: the lower one is above the upper one")]
    EmptyRange {
        /// The attribute.
        attribute: String,
    },
    /// A filter of a query on an attribute in the key that is queried.
    #[error("`{attribute}` is in the key of index `{index}`: ask for it by the key, as a filter DynamoDB refuses it")]
    Key {
        /// The attribute, or the key field.
        attribute: String,
        /// The access pattern of the index.
        index: &'static str,
    },
    /// More operators and functions than DynamoDB takes.
    #[error("it has {count} operators and functions, DynamoDB takes at most {limit}")]
    TooManyOperators {
        /// How many there are.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// A longer expression than DynamoDB takes.
    #[error("the expression has {size} bytes, DynamoDB takes at most {limit}")]
    TooLong {
        /// Its size in bytes, with placeholders for names and values.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Conditions in conditions, or attributes in attributes, deeper than DynamoDB takes.
    #[error("it is nested deeper than {limit} levels")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
}

/// A stored item of the entity that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemError {
    /// The entity's name.
    pub entity: &'static str,
    /// The item's primary key.
    pub key: ItemKey,
    /// The attribute, and what is wrong with it.
    pub failed: Option<AttributeError>,
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the stored {} with {} cannot be read", self.entity, self.key)?;
        self.failed.as_ref().map_or(Ok(()), |failed| write!(f, ": {failed}"))
    }
}

impl std::error::Error for ItemError {}

impl Error {
    pub(crate) fn setup(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Setup(Box::new(error))
    }
}

struct Names<'a>(&'a [&'static str]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

fn overlap(one: &str, other: &str) -> String {
    if one == other {
        format!("an update can change `{one}` only once")
    } else {
        format!("an update cannot change both `{one}` and `{other}`: one is inside the other")
    }
}

fn list(failed: &[AttributeError]) -> String {
    failed.iter().map(AttributeError::to_string).collect::<Vec<_>>().join("; ")
}

fn of(attribute: &Option<&'static str>) -> String {
    attribute.map_or_else(String::new, |attribute| format!(" of attribute `{attribute}`"))
}

/// The service's code and message. For what never got an answer, such as a refused connection, the causes one by one:
/// the SDK's own text is only `unhandled error`.
fn service_message(error: &aws_sdk_dynamodb::Error) -> String {
    use aws_sdk_dynamodb::error::ProvideErrorMetadata;
    match (error.code(), error.message()) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(code), None) => code.to_owned(),
        _ => {
            let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
            let causes: Vec<_> = causes.map(ToString::to_string).collect();
            if causes.is_empty() { error.to_string() } else { causes.join(": ") }
        }
    }
}
