//! Typed handles of attributes.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    marker::PhantomData,
};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    access::Access,
    place::{Fixed, Path, Place, Segment, Top},
};
use crate::{
    entity::Entity,
    schema::AttributeSchema,
    value::{Codec, Value, ValueError, ViaValue},
};

/// The handle of an attribute: which entity it belongs to, the type of its value, whether it may change, and where it
/// is.
///
/// Handles come from the entity's `attributes()`, are `Copy`, and hold no value. Those of [documents](crate::Document)
/// lead on to the handles of their fields, those of lists and maps to their elements.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Entity)]
/// # #[entity(service = "myapp", name = "Note", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Note { id: String, text: String }
/// let n = Note::attributes();
/// assert_eq!(n.text.schema().name, "text");
/// ```
pub struct Attr<E, T, A, P = Path> {
    pub(super) place: P,
    functions: Functions<T>,
    marker: PhantomData<fn() -> (E, A)>,
}

/// How the values of an attribute are stored and read.
struct Functions<T> {
    /// As something to compare with.
    encode: fn(T) -> Result<AttributeValue, ValueError>,
    /// As something to be stored: changed and checked as the model says.
    store: fn(T) -> Result<AttributeValue, ValueError>,
    decode: fn(AttributeValue) -> Result<T, ValueError>,
    /// What an item without the attribute means.
    absent: fn() -> Option<T>,
    /// The module that stores the values, if it is not their type.
    form: &'static str,
}

impl<T> Functions<T> {
    /// The functions of a codec: one set for all entities, where closures would be compiled for each.
    const fn of<C: Codec<T>>() -> Self {
        Self {
            encode: |value| C::default().encode_owned(value),
            store: |value| C::default().store_owned(C::default().change(value)),
            decode: |value| C::default().decode(value),
            absent: || C::default().absent(),
            form: C::FORM,
        }
    }
}

impl<T> Clone for Functions<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Functions<T> {}

impl<E, T, A, P: Fixed> Attr<E, T, A, P> {
    /// The handle of what is at a place that the model tells.
    #[doc(hidden)]
    #[must_use]
    pub const fn new<C: Codec<T>>(_: fn() -> C) -> Self {
        Self { place: P::HERE, functions: Functions::of::<C>(), marker: PhantomData }
    }
}

impl<E, T, A> Attr<E, T, A> {
    pub(super) const fn at_path<C: Codec<T>>(path: Path, _: C) -> Self {
        Self { place: path, functions: Functions::of::<C>(), marker: PhantomData }
    }
}

impl<E: Entity, T, A, const N: usize> Attr<E, T, A, Top<N>> {
    /// What the model says of the attribute.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// assert_eq!(Comment::attributes().comment_id.schema().name, "commentID");
    /// ```
    #[must_use]
    pub fn schema(self) -> &'static AttributeSchema {
        &E::SCHEMA.attributes[N]
    }
}

impl<E: Entity, T, A, P: Place> Attr<E, T, A, P> {
    /// Where it is, as data.
    pub(crate) fn path(&self) -> Path {
        let mut path = Path::default();
        self.place.write(E::SCHEMA, &mut path);
        path.form = self.form();
        path
    }

    /// The value as something to compare with.
    pub(crate) const fn encoder(&self) -> fn(T) -> Result<AttributeValue, ValueError> {
        self.functions.encode
    }

    /// The value as something to be stored.
    pub(crate) fn store(&self, value: T) -> Result<AttributeValue, ValueError> {
        (self.functions.store)(value)
    }

    /// Whether an item without the attribute means a value of the type.
    pub(crate) fn may_be_absent(&self) -> bool {
        (self.functions.absent)().is_some()
    }

    /// The form in which values of the type are stored: two attributes of one form are stored alike.
    pub(crate) const fn form(&self) -> &'static str {
        self.functions.form
    }

    /// The value of what is stored.
    pub(crate) fn decode(&self, value: AttributeValue) -> Result<T, ValueError> {
        (self.functions.decode)(value)
    }

    /// The same at another place.
    pub(super) fn moved<Q>(self, place: Q) -> Attr<E, T, A, Q> {
        Attr { place, functions: self.functions, marker: PhantomData }
    }

    /// The handle of a value inside.
    pub(super) fn inside<U, B, C: Codec<U>>(&self, segment: Segment, codec: C) -> Attr<E, U, B> {
        let mut path = self.path();
        path.of_module |= !self.form().is_empty();
        path.push(segment);
        Attr::at_path(path, codec)
    }
}

impl<E: Entity, A: Access, T, P: Place> Attr<E, T, A, P> {
    /// The handle of an element of a list, counted from 0.
    ///
    /// DynamoDB puts an element that is set behind the end of the list at its end.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// Article::patch().article_id("a1").append(a.links, ["/one", "/two"]).send(&table).await?;
    /// let edited = Article::patch().article_id("a1").set(a.links.at(1), "/2").return_new().send(&table).await?;
    /// assert_eq!(edited.links, ["/one", "/2"]);
    /// # Ok(()) });
    /// ```
    pub fn at<U>(&self, index: usize) -> Attr<E, U, A::Element>
    where
        T: Elements<Element = U>,
    {
        self.inside(Segment::Index(index), T::Codec::default())
    }

    /// The handle of an entry of a map.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// Article::patch().article_id("a1").set(a.titles.key("de"), "Eine Tabelle").send(&table).await?;
    /// let german = Article::scan().filter(a.titles.key("de").exists()).all(&table).await?;
    /// assert_eq!(german[0].titles["de"], "Eine Tabelle");
    /// # Ok(()) });
    /// ```
    pub fn key<U>(&self, key: impl Into<String>) -> Attr<E, U, A::Element>
    where
        T: Entries<Entry = U>,
    {
        self.inside(Segment::Name(key.into().into()), T::Codec::default())
    }
}

/// A type whose values have elements, each at its place.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Access, Attr, Condition, Elements, Entity, Place};
///
/// fn has_first<E: Entity, A: Access, T: Elements, P: Place>(list: Attr<E, T, A, P>) -> Condition<E> {
///     list.at(0).exists()
/// }
/// let linked = Article::scan().filter(has_first(Article::attributes().links));
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no elements to go on to",
    label = "is for lists",
    note = "a `Vec` of `dynaent::Value`s or documents has elements at places; of a set, members are asked for with \
            `contains`; the entries of a map have keys: `attribute.key(…)`"
)]
pub trait Elements {
    /// The type of an element.
    type Element;
    #[doc(hidden)]
    type Codec: Codec<Self::Element>;
}

/// A type whose values have entries, each with its key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Access, Attr, Condition, Entity, Entries, Place};
///
/// fn in_german<E: Entity, A: Access, T: Entries, P: Place>(texts: Attr<E, T, A, P>) -> Condition<E> {
///     texts.key("de").exists()
/// }
/// let german = Article::scan().filter(in_german(Article::attributes().titles));
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no entries to go on to",
    label = "is for maps",
    note = "`HashMap` and `BTreeMap` of `dynaent::Value`s or documents have entries with keys; the fields of a document are \
            fields of its handle: `attribute.field`; the elements of a list have places: `attribute.at(0)`"
)]
pub trait Entries {
    /// The type of an entry's value.
    type Entry;
    #[doc(hidden)]
    type Codec: Codec<Self::Entry>;
}

#[diagnostic::do_not_recommend]
impl<T: Value> Elements for Vec<T> {
    type Element = T;
    type Codec = ViaValue;
}

#[diagnostic::do_not_recommend]
impl<T: Value, S> Entries for HashMap<String, T, S> {
    type Entry = T;
    type Codec = ViaValue;
}

#[diagnostic::do_not_recommend]
impl<T: Value> Entries for BTreeMap<String, T> {
    type Entry = T;
    type Codec = ViaValue;
}

impl<E, T, A, P: Clone> Clone for Attr<E, T, A, P> {
    fn clone(&self) -> Self {
        Self { place: self.place.clone(), functions: self.functions, marker: PhantomData }
    }
}

impl<E, T, A, P: Copy> Copy for Attr<E, T, A, P> {}

impl<E: Entity, T, A, P: Place> fmt::Debug for Attr<E, T, A, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", E::SCHEMA.name, self.path().describe(E::SCHEMA))
    }
}
