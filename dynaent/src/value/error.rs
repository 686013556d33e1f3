//! Why a value cannot be stored, or a stored one not be read.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use super::StoredType;

/// A value that cannot be stored, or a stored value that cannot be read.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Value;
///
/// let error = vec![1.0, f64::INFINITY].to_attribute().unwrap_err();
/// assert_eq!(error.path(), "[1]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError(Box<Details>);

/// Boxed: a result that carries the error is then no larger than the value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Details {
    path: String,
    problem: ValueProblem,
    /// What else is wrong in the same value.
    others: Vec<ValueError>,
}

/// What is wrong with a value.
///
/// ```
/// # use dynaent_workspace::*;
/// use std::collections::BTreeSet;
/// use dynaent::{Value, ValueProblem};
///
/// let error = BTreeSet::<u32>::new().to_attribute().unwrap_err();
/// assert_eq!(error.problem(), &ValueProblem::EmptySet);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueProblem {
    /// The stored value is of another type than the attribute's.
    #[error("expected {expected}, found {found}")]
    Type {
        /// What the attribute's type reads.
        expected: &'static str,
        /// What is stored.
        found: String,
    },
    /// A number that DynamoDB cannot hold: not finite, over 38 digits, or out of range.
    #[error("{0} is not a number DynamoDB can store (at most 38 digits, up to 9.9e125)")]
    Number(String),
    /// A field of a document that must be there.
    #[error("it is required, and missing")]
    Missing,
    /// An empty set, which DynamoDB refuses.
    #[error("a set cannot be empty: leave it out, as the `None` of an `Option`")]
    EmptySet,
    /// A value that the model does not take: what its `validate` says.
    #[error("{0}")]
    Invalid(String),
    /// Lists and maps in each other deeper than DynamoDB takes.
    #[error("it is nested deeper than DynamoDB's 32 levels")]
    TooDeep,
    /// What serde says of a type that is stored through it.
    #[error("{0}")]
    Serde(String),
    /// What a type of one's own says.
    #[error("{0}")]
    Other(String),
}

impl ValueError {
    /// A value of the wrong type: what was expected, and what is there instead.
    ///
    /// ```
    /// use aws_sdk_dynamodb::types::AttributeValue;
    /// use dynaent::{Value, ValueError};
    ///
    /// #[derive(Debug)]
    /// struct Flag(bool);
    /// impl Value for Flag {
    ///     fn to_attribute(&self) -> Result<AttributeValue, ValueError> { Ok(AttributeValue::Bool(self.0)) }
    ///     fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
    ///         value.as_bool().map(|flag| Self(*flag)).map_err(|found| ValueError::expected("a flag", found))
    ///     }
    /// }
    /// assert!(Flag::from_attribute(AttributeValue::N("1".into())).unwrap_err().to_string().contains("expected a flag"));
    /// ```
    #[must_use]
    pub fn expected(expected: &'static str, found: &AttributeValue) -> Self {
        Self::from(ValueProblem::Type { expected, found: describe(found) })
    }

    /// A problem of one's own type, in one's own words.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::ValueError;
    ///
    /// let error = ValueError::other("the colour is none of ours");
    /// assert_eq!(error.to_string(), "the colour is none of ours");
    /// ```
    pub fn other(reason: impl fmt::Display) -> Self {
        Self::from(ValueProblem::Other(reason.to_string()))
    }

    /// A part of what a module stores, in a form of its own.
    pub(crate) fn in_module() -> Self {
        Self::other("it is stored by a module of its own (`with`): set the attribute as a whole")
    }

    /// What is wrong.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Value, ValueProblem};
    ///
    /// let error = f64::NAN.to_attribute().unwrap_err();
    /// assert!(matches!(error.problem(), ValueProblem::Number(_)));
    /// ```
    #[must_use]
    pub const fn problem(&self) -> &ValueProblem {
        &self.0.problem
    }

    /// Where in the value it is wrong, as in `lines[2]`; empty if it is the value itself.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Value;
    ///
    /// let error = vec![vec![0.5], vec![f64::NAN]].to_attribute().unwrap_err();
    /// assert_eq!(error.path(), "[1][0]");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Whether the value itself is an empty set, which a required attribute is where the item lacks it.
    pub(crate) fn is_empty_set(&self) -> bool {
        self.path().is_empty() && *self.problem() == ValueProblem::EmptySet
    }

    /// All errors in one, if there is any.
    pub(crate) fn all(errors: Vec<Self>) -> Option<Self> {
        let mut errors = errors.into_iter();
        let mut first = errors.next()?;
        first.0.others.extend(errors.flat_map(Self::into_each));
        Some(first)
    }

    /// Each error that is in this one.
    pub(crate) fn into_each(mut self) -> impl Iterator<Item = Self> {
        let others = std::mem::take(&mut self.0.others);
        std::iter::once(self).chain(others)
    }

    /// The same, of a value inside, without the beginning of its path.
    pub(crate) fn without(mut self, beginning: &str) -> Self {
        let rest = self.0.path.strip_prefix(beginning).unwrap_or(&self.0.path);
        self.0.path = rest.strip_prefix('.').unwrap_or(rest).to_owned();
        self
    }

    /// The same without the value, which nobody is to see: its text can be in what is said of it, its keys in where.
    pub(crate) fn redacted(self) -> Self {
        let no_words = "it cannot be stored".to_owned();
        Self::from(match self.0.problem {
            ValueProblem::Number(_) => ValueProblem::Number("a hidden number".to_owned()),
            ValueProblem::Type { expected, .. } => ValueProblem::Type { expected, found: "something else".to_owned() },
            ValueProblem::Serde(_) => ValueProblem::Serde(no_words),
            ValueProblem::Other(_) => ValueProblem::Other(no_words),
            // What the model itself says.
            problem => problem,
        })
    }

    /// The same, of an element of a list.
    pub(super) fn at_index(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }

    /// The same, of a value inside one: at a key, or at a path such as `lines[2]`.
    pub(crate) fn inside(mut self, path: &str) -> Self {
        if !path.is_empty() {
            let inner = &mut self.0.path;
            let separator = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
            inner.insert_str(0, &format!("{path}{separator}"));
        }
        self.0.others = self.0.others.into_iter().map(|other| other.inside(path)).collect();
        self
    }
}

impl From<ValueProblem> for ValueError {
    fn from(problem: ValueProblem) -> Self {
        Self(Box::new(Details { path: String::new(), problem, others: Vec::new() }))
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path().is_empty() {
            write!(f, "at {}: ", self.path())?;
        }
        self.problem().fmt(f)
    }
}

impl std::error::Error for ValueError {}

/// The type of a stored value, in words.
pub(crate) fn kind_of(value: &AttributeValue) -> &'static str {
    StoredType::of(value).map_or("a value of a type this version of the SDK does not know", StoredType::in_words)
}

/// A stored value for an error: its type, and the value itself where that is short and tells more.
fn describe(value: &AttributeValue) -> String {
    match value {
        AttributeValue::N(number) => format!("the number {number}"),
        AttributeValue::S(text) if text.chars().count() <= 40 => format!("the text {text:?}"),
        AttributeValue::Bool(flag) => format!("the boolean {flag}"),
        other => kind_of(other).to_owned(),
    }
}

/// A stored value as people read it.
pub(crate) fn show(value: &AttributeValue) -> String {
    let all = |values: &[String]| values.join(", ");
    match value {
        AttributeValue::S(text) => format!("{text:?}"),
        AttributeValue::N(number) => number.clone(),
        AttributeValue::Bool(flag) => flag.to_string(),
        AttributeValue::Null(_) => "null".to_owned(),
        AttributeValue::B(bytes) => format!("{} bytes", bytes.as_ref().len()),
        AttributeValue::Ns(numbers) => format!("{{{}}}", all(numbers)),
        AttributeValue::Ss(texts) => {
            format!("{{{}}}", all(&texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>()))
        }
        AttributeValue::L(list) => format!("[{}]", all(&list.iter().map(show).collect::<Vec<_>>())),
        AttributeValue::M(map) => {
            // Only the names: a document's fields may be hidden, which a stored value does not tell.
            let mut names: Vec<_> = map.keys().map(String::as_str).collect();
            names.sort_unstable();
            format!("{{{}}}", names.join(", "))
        }
        other => kind_of(other).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_hidden_values_nothing_is_told() {
        let number = |text: &str| ValueError::from(ValueProblem::Number(text.to_owned()));
        let found = ValueError::expected("text", &AttributeValue::N("17".to_owned()));
        let at_key = number("inf").inside("ada");
        let words = [ValueError::other("0:60 is no time"), ValueProblem::Serde("no colour: #00f".to_owned()).into()];
        let all = [number("inf").at_index(0), number("1e300").at_index(1), found, at_key].into_iter().chain(words);
        let errors = vec![ValueError::all(all.clone().collect()).unwrap()].into_iter().chain(all);
        for error in errors.flat_map(|error| error.redacted().into_each()) {
            let text = format!("{error} {error:?}");
            assert!(
                !["inf", "1e300", "17", "ada", "0:60", "#00f"].iter().any(|secret| text.contains(secret)),
                "{text}"
            );
        }
    }
}
