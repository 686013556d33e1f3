//! What is wrong with attributes.

use super::KeyError;
use crate::value::ValueError;

/// An attribute that cannot be written or read.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{AttributeError, AttributeProblem, Error};
///
/// let read = Article::get().article_id("a1").send(&table).await?.unwrap();
/// let other = Article { article_id: "a2".into(), ..read };
/// let refused = Article::patch().article_id("a1").from(&other).request("app");
/// let Err(Error::Attributes { failed, .. }) = refused else { panic!("it is another article") };
/// assert!(matches!(failed[0], AttributeError { attribute: "articleID", problem: AttributeProblem::OtherItem, .. }));
/// # Ok(()) });
/// ```
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
    ///
    /// ```
    /// use dynaent::{Entity, Error};
    ///
    /// #[derive(Debug, Clone, PartialEq, Entity)]
    /// #[entity(service = "myapp", name = "Poll", version = "1")]
    /// #[index(primary, pk = [id], sk = [])]
    /// struct Poll { id: String, shares: Vec<f64> }
    ///
    /// let refused = Poll::put().id("1").shares([0.5, f64::NAN]).request("app");
    /// let Err(Error::Attributes { failed, .. }) = refused else { panic!("that is no number") };
    /// assert_eq!(failed[0].path(), "shares[1]");
    /// ```
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
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{AttributeProblem, Error};
///
/// let before = Comment::get().comment_id("c1").send(&table).await?.unwrap();
/// let after = Comment { article_id: "a2".into(), ..before.clone() };
/// let refused = Comment::patch().comment_id("c1").changes(&before, &after).send(&table).await;
/// let Err(Error::Attributes { failed, .. }) = refused else { panic!("`article_id` is read-only") };
/// assert_eq!(failed[0].problem, AttributeProblem::ReadOnly);
/// # Ok(()) });
/// ```
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
