//! What is wrong with keys.

use super::{Error, of};

/// A value that cannot be part of a key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Error;
///
/// let Err(Error::Key(error)) = Comment::get().comment_id("").request("app") else { panic!("an id is not empty") };
/// assert_eq!((error.entity, error.index, error.attribute), ("Comment", "primary", Some("commentID")));
/// ```
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
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Error, KeyProblem};
///
/// let Err(Error::Key(error)) = Comment::get().comment_id("").request("app") else { panic!("an id is not empty") };
/// assert_eq!(error.problem, KeyProblem::Empty);
/// ```
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
    /// A scan, which reads the whole index, of which a part of the key is given.
    #[error("a scan reads the whole index, whatever is in its keys: leave it out, or query")]
    Scanned,
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
