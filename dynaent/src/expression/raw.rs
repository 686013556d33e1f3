//! Attributes outside the model: the way out.

use std::borrow::Cow;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    access::Optional,
    assign::Assign,
    attribute::{Attr, Elements, Entries},
    place::Path,
};
use crate::{
    entity::Entity,
    value::{Codec, Contains, List, Measured, Numeric, Ordered, Set, Textual, Value, ValueError, gather},
};

/// What stands at a [`raw`] place: anything that is a [`Value`].
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Any, Attr, Optional, raw};
///
/// let votes: Attr<Comment, Any, Optional> = raw("votes");
/// let old = Comment::scan().filter(votes.gt(3));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Any(Result<AttributeValue, ValueError>);

impl Any {
    pub(crate) fn new(value: impl Value) -> Self {
        Self(value.into_attribute())
    }

    /// What is stored.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Any, Assign};
    ///
    /// let seven: Any = 7.assign();
    /// assert_eq!(seven.into_inner()?.as_n().unwrap(), "7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the value has no stored form.
    pub fn into_inner(self) -> Result<AttributeValue, ValueError> {
        self.0
    }
}

/// The handle of a stored attribute that the model does not have, such as one of an older version.
///
/// It takes values of any type, and all operators: whether they make sense is for DynamoDB to say. An update takes it
/// only where it is none of the model's own attributes and key fields.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Debug, Entity)]
/// # #[entity(service = "myapp", name = "Note", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Note { id: String, text: String }
/// use dynaent::raw;
///
/// let old = Note::scan().filter(raw("legacy_flag").eq(true) | raw("meta").key("tries").at(0).gt(3));
/// let cleaned = Note::patch().id("1").remove(raw("legacy_flag"));
/// # assert!(old.request("app").is_ok() && cleaned.request("app").is_ok());
/// ```
pub fn raw<E: Entity>(field: impl Into<Cow<'static, str>>) -> Attr<E, Any, Optional> {
    Attr::at_path(Path::raw(E::SCHEMA, field.into()), AsIs)
}

#[diagnostic::do_not_recommend]
impl Elements for Any {
    type Element = Self;
    type Codec = AsIs;
}

#[diagnostic::do_not_recommend]
impl Entries for Any {
    type Entry = Self;
    type Codec = AsIs;
}

/// Stores and reads [`Any`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
pub struct AsIs;

impl Codec<Any> for AsIs {
    fn encode(self, value: &Any) -> Result<AttributeValue, ValueError> {
        value.0.clone()
    }

    fn encode_owned(self, value: Any) -> Result<AttributeValue, ValueError> {
        value.0
    }

    fn decode(self, value: AttributeValue) -> Result<Any, ValueError> {
        Ok(Any(Ok(value)))
    }

    fn absent(self) -> Option<Any> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<V: Value> Assign<Any> for V {
    fn assign(self) -> Any {
        Any::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl Assign<Any> for &str {
    fn assign(self) -> Any {
        Any::new(self.to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl Ordered for Any {}
#[diagnostic::do_not_recommend]
impl Numeric for Any {}
#[diagnostic::do_not_recommend]
impl Textual for Any {}
#[diagnostic::do_not_recommend]
impl Measured for Any {}
#[diagnostic::do_not_recommend]
impl List for Any {
    type Element = Self;

    fn list(elements: Vec<Self>) -> Result<AttributeValue, ValueError> {
        elements.into_iter().map(|element| element.0).collect::<Result<_, _>>().map(AttributeValue::L)
    }
}
#[diagnostic::do_not_recommend]
impl Set for Any {
    type Member = Self;

    fn of(members: impl Iterator<Item = Self>) -> Self {
        Self(gather(members.map(|member| member.0)))
    }
}
#[diagnostic::do_not_recommend]
impl Contains for Any {
    type Member = Self;

    fn member(member: Self) -> Result<AttributeValue, ValueError> {
        member.0
    }
}
