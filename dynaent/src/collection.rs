//! Collections: entities that are read together, by one query of an index that they share.

mod agreement;
mod element;
mod numbers;
mod probe;

pub use self::{
    agreement::{check_member, check_service, shared_composites},
    element::{Kind, List},
    numbers::{Covers, IndexKindOf, KindOf, MAX_SHARED, Shared, SharesComposite, hash, kind_of},
    probe::{Otherwise, Probe, Probed, checked_list},
};
use crate::{
    entity::{Entity, Expired},
    error::Result,
    key::KeyOperation,
    schema::{EntitySchema, IndexKind, IndexSchema, KeySide},
    value::Item,
};

/// Several entities that one query reads, each into a list of its own: implemented by `#[derive(Collection)]`.
///
/// Call sites need no import of this trait: the derive gives the struct its `query()`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Collection;
///
/// fn members<C: Collection>() -> Vec<&'static str> {
///     C::MEMBERS.iter().map(|member| member.schema.name).collect()
/// }
/// assert_eq!(members::<Discussion>(), ["Article", "Comment"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a collection",
    label = "not a collection",
    note = "put `#[derive(Collection)]` and `#[collection(name = \"…\")]` on a struct of `Vec`s of entities"
)]
pub trait Collection: Sized + Send + Sync + 'static {
    /// The collection's name.
    const NAME: &'static str;

    /// The entities, and the index of each that is in the collection.
    const MEMBERS: &'static [MemberIndex];

    /// Whether a list holds whole entities of an index that holds only keys.
    #[doc(hidden)]
    const HYDRATES: bool;

    /// The kind of the index.
    #[doc(hidden)]
    type Kind;

    /// The collection without any item.
    #[doc(hidden)]
    fn empty() -> Self;

    /// Puts an item of a member into its list. `false` if it is none of it.
    #[doc(hidden)]
    fn take(&mut self, member: usize, item: Item, expired: Expired) -> Result<bool>;
}

/// A collection whose items can all be made into `S`, such as an enum of them.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// // What a collection is read as in order: a service, or any type with a `From` of each entity.
/// struct Line(String);
/// impl From<Article> for Line { fn from(article: Article) -> Self { Self(article.title) } }
/// impl From<Comment> for Line { fn from(comment: Comment) -> Self { Self(comment.text) } }
///
/// let lines: Vec<Line> = Discussion::query().article_id("a1").in_order().all(&table).await?;
/// assert_eq!(lines[0].0, "One table");
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`in_order` is for queries of collections, and this one reads a single entity",
    label = "leave this out: the items come in order as they are"
)]
pub trait InOrderAs<S>: Collection {
    #[doc(hidden)]
    fn take_as(found: &mut Vec<S>, member: usize, item: Item, expired: Expired) -> Result<bool>;
}

/// What an item `X` of a collection can be made into: whatever has a `From` of it.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// #[derive(Debug, PartialEq)]
/// struct Id(String);
/// impl From<Article> for Id { fn from(article: Article) -> Self { Self(article.article_id) } }
/// impl From<Comment> for Id { fn from(comment: Comment) -> Self { Self(comment.comment_id) } }
///
/// let ids: Vec<Id> = Discussion::query().article_id("a1").in_order().all(&table).await?;
/// assert_eq!(ids, ["a1", "c1", "c2"].map(|id| Id(id.into())));
/// # Ok(()) });
/// ```
pub trait MadeOf<X> {
    #[doc(hidden)]
    fn made_of(item: X) -> Self;
}

#[diagnostic::do_not_recommend]
impl<X, S: From<X>> MadeOf<X> for S {
    fn made_of(item: X) -> S {
        item.into()
    }
}

/// An entity in a collection, and the index by which it is.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Collection, MemberIndex};
///
/// let MemberIndex { schema, index, .. } = Discussion::MEMBERS[1];
/// assert_eq!((schema.name, index.pattern), ("Comment", "by_article"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MemberIndex {
    /// The entity.
    pub schema: &'static EntitySchema,
    /// Its index.
    pub index: &'static IndexSchema,
}

impl MemberIndex {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(schema: &'static EntitySchema, index: usize) -> Self {
        // A model with errors has no index; they are reported there.
        Self { schema, index: if schema.indexes.is_empty() { &NO_INDEX } else { &schema.indexes[index] } }
    }
}

static NO_INDEX: IndexSchema = IndexSchema::new("", IndexKind::Primary, KeySide::new("", "", &[]), None);

/// An entity with an index in the collection whose name has that hash. The chain of the index's key is what a query of
/// the collection begins with.
pub trait Member<const COLLECTION: u64>: Entity {
    /// The kind of the index.
    type Kind: Kind;
    /// What waits for the first composite of the index.
    type Keys<Q: KeyOperation>;
    /// The index.
    const INDEX: usize;

    /// Begins the key of an operation.
    fn keys<Q: KeyOperation>(operation: Q) -> Self::Keys<Q>;
}
