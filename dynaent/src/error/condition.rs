//! What is wrong with conditions.

use crate::value::ValueError;

/// What is wrong with a condition or a filter. Attributes are named as in `address.lines[2]`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{ConditionProblem, Error};
///
/// let c = Comment::attributes();
/// let refused = Comment::scan().filter(c.likes.between(5, 1)).request("app");
/// let Err(Error::Condition { problem, .. }) = refused else { panic!("nothing is between them") };
/// assert_eq!(*problem, ConditionProblem::EmptyRange { attribute: "likes".into() });
/// ```
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
    /// A filter on an attribute that the index does not hold, so that no item would have it.
    #[error("index `{index}` does not hold `{attribute}` (`projection`), so a filter on it would find nothing")]
    NotHeld {
        /// The attribute.
        attribute: String,
        /// The access pattern of the index.
        index: &'static str,
    },
    /// A filter on one of several entities, in an index that holds only keys, and not what tells a filter the entities
    /// apart.
    #[error(
        "index `{index}` holds only keys, which do not tell a filter of which entity an item is: query the entity alone"
    )]
    NotIdentified {
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
