//! Where an attribute is in an item: a type where the model tells it, data where it is behind an element of a list or
//! an entry of a map.

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::{
    error::{AttributeError, AttributeProblem},
    schema::{AttributeSchema, EntitySchema},
    value::ValueError,
};

/// The place of an attribute in an item: what the last parameter of an [`Attr`](super::Attr) is.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Condition, Place, Required};
///
/// // A function that takes a handle from anywhere in a comment.
/// fn is_zero<P: Place>(number: Attr<Comment, u32, Required, P>) -> Condition<Comment> {
///     number.eq(0)
/// }
/// let unliked = Comment::scan().filter(is_zero(Comment::attributes().likes));
/// ```
pub trait Place: Clone + Send + Sync + 'static {
    #[doc(hidden)]
    fn write(&self, schema: &'static EntitySchema, path: &mut Path);
}

/// A place that the model tells: its handle is `Copy`, and costs nothing to make.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Condition, Fixed};
///
/// // What the model tells is `Copy`, and can be used twice.
/// fn is_one<T, A, P: Fixed>(attribute: Attr<Comment, T, A, P>) -> Condition<Comment> {
///     attribute.exists() & !attribute.not_exists()
/// }
/// let all = Comment::scan().filter(is_one(Comment::attributes().text));
/// ```
pub trait Fixed: Place + Copy {
    #[doc(hidden)]
    const HERE: Self;
}

/// An attribute of the entity: the one of that number.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Required, Top};
///
/// // The type of a handle: of an entity, a value, what may be done with it, and where it is.
/// let likes: Attr<Comment, u32, Required, Top<3>> = Comment::attributes().likes;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Top<const N: usize>;

/// The item itself, whose attributes are the fields of a document that is flattened into it; or the document that a
/// path begins at.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Document, Required, Root};
///
/// // What `field` is given: the handles of the document, as if it were the item.
/// fn url(fields: <Image as Document>::Fields<Article, Required, Root>) {
///     let _ = fields.url;
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Root;

impl<const N: usize> Place for Top<N> {
    fn write(&self, schema: &'static EntitySchema, path: &mut Path) {
        path.begin(schema, N);
    }
}

impl<const N: usize> Fixed for Top<N> {
    const HERE: Self = Self;
}

impl Place for Root {
    fn write(&self, _: &'static EntitySchema, _: &mut Path) {}
}

impl Fixed for Root {
    const HERE: Self = Self;
}

/// A place that is only known at run time: behind an element of a list or an entry of a map, or outside the model.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Optional, Path};
///
/// // An element has no place in the model: its handle holds the path, and is `Clone`.
/// let link: Attr<Article, String, Optional, Path> = Article::attributes().links.at(0);
/// assert_eq!(format!("{link:?}"), "Article.links[0]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The attribute of the entity in which it is, if it is in one.
    pub(crate) attribute: Option<usize>,
    /// Whether what stands there is not to be shown.
    pub(crate) hidden: bool,
    /// Whether it was named without the model.
    pub(crate) is_raw: bool,
    /// Whether it begins at what a module stores, which alone knows how.
    pub(crate) of_module: bool,
    /// The form in which what stands there is stored, as [`Attr::form`](super::Attr::form) tells.
    pub(crate) form: &'static str,
    segments: SmallVec<[Segment; 1]>,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Into a map, or the item.
    Name(Cow<'static, str>),
    /// Into a list.
    Index(usize),
}

impl Place for Path {
    fn write(&self, _: &'static EntitySchema, path: &mut Path) {
        if path.segments.is_empty() {
            path.attribute = self.attribute;
        }
        path.hidden |= self.hidden;
        path.is_raw |= self.is_raw;
        path.of_module |= self.of_module;
        path.segments.extend(self.segments.iter().cloned());
    }
}

impl Path {
    /// The attribute that is stored under a name.
    pub(crate) fn field(name: impl Into<Cow<'static, str>>) -> Self {
        let mut path = Self::default();
        path.push(Segment::Name(name.into()));
        path
    }

    /// What is stored under a name, whatever the model says of it. What the model hides stays hidden.
    pub(crate) fn raw(schema: &EntitySchema, name: Cow<'static, str>) -> Self {
        let hides = |attribute: &AttributeSchema| attribute.hidden && attribute.field == name;
        let hidden =
            schema.attributes.iter().any(|attribute| hides(attribute) || attribute.flattened.iter().any(hides));
        Self { hidden, is_raw: true, ..Self::field(name) }
    }

    /// An attribute of the entity.
    pub(crate) fn attribute(schema: &'static EntitySchema, attribute: usize) -> Self {
        let mut path = Self::default();
        path.begin(schema, attribute);
        path
    }

    fn begin(&mut self, schema: &'static EntitySchema, attribute: usize) {
        let schema = &schema.attributes[attribute];
        self.attribute = Some(attribute);
        self.hidden |= schema.hidden;
        self.of_module |= schema.of_module;
        self.push(Segment::Name(Cow::Borrowed(schema.field)));
    }

    pub(crate) fn push(&mut self, segment: Segment) {
        self.segments.push(segment);
    }

    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The name of the stored attribute in which it is.
    pub(crate) fn root(&self) -> &str {
        match self.segments.first() {
            Some(Segment::Name(name)) => name,
            _ => "",
        }
    }

    /// Whether it is the stored attribute itself, and nothing inside.
    pub(crate) fn is_whole_attribute(&self) -> bool {
        self.segments.len() == 1
    }

    /// Whether it is a part of what a module stores.
    pub(crate) fn is_in_module(&self) -> bool {
        self.of_module && !self.is_whole_attribute()
    }

    /// Whether what is stored here means the same at another place.
    pub(crate) fn means_the_same(&self, at: &Self, schema: &EntitySchema) -> bool {
        let in_text = |path: &Self| {
            path.attribute.is_some_and(|position| path.is_whole_attribute() && schema.is_in_text(position))
        };
        let is_open = |path: &Self| !path.is_in_module() && !in_text(path);
        self.form == at.form && is_open(self) && is_open(at)
    }

    /// Whether it is an attribute that an item must have.
    pub(crate) fn is_required(&self, schema: &EntitySchema) -> bool {
        self.is_whole_attribute() && self.attribute.is_some_and(|attribute| schema.attributes[attribute].required)
    }

    /// Whether one of the two is the other, or is inside it.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.segments.iter().zip(&other.segments).all(|(one, other)| one == other)
    }

    /// The attribute's name, and the place inside it, for errors.
    pub(crate) fn name_and_rest(&self, schema: &EntitySchema) -> (&'static str, String) {
        let name = match (self.attribute, self.segments.first()) {
            (Some(attribute), _) => schema.attributes[attribute].name,
            (None, Some(Segment::Name(Cow::Borrowed(name)))) => name,
            _ => return ("raw", self.describe(schema)),
        };
        let whole = self.describe(schema);
        let rest = whole.strip_prefix(name).unwrap_or_default();
        (name, rest.strip_prefix('.').unwrap_or(rest).to_owned())
    }

    /// As users know it: the attribute by its name in the model, then as in `address.lines[2]`.
    pub(crate) fn describe(&self, schema: &EntitySchema) -> String {
        let mut text = String::new();
        for (number, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Index(index) => text += &format!("[{index}]"),
                Segment::Name(name) if number == 0 => {
                    text += self.attribute.map_or(name.as_ref(), |attribute| schema.attributes[attribute].name);
                }
                Segment::Name(name) => {
                    text.push('.');
                    text += name;
                }
            }
        }
        text
    }

    /// What is wrong with a value that was to be put here.
    pub(crate) fn error(&self, schema: &'static EntitySchema, error: ValueError) -> AttributeError {
        let (attribute, rest) = self.name_and_rest(schema);
        AttributeError { attribute, problem: AttributeProblem::Value(self.shown(error).inside(&rest)) }
    }

    /// An error as it may be shown: without the value, if that is hidden.
    pub(crate) fn shown(&self, error: ValueError) -> ValueError {
        if self.hidden { error.redacted() } else { error }
    }
}
