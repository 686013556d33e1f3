//! Collections: entities that are read together, by one query of an index that they share.

mod agreement;
mod element;

pub use self::{
    agreement::{check_member, check_service, shared_composites},
    element::{Element, Gathered, List, gather, gather_as},
};
use crate::{
    entity::{Entity, Expired},
    error::Result,
    key::KeyOperation,
    reading::{Global, Strong},
    schema::{Casing, EntitySchema, IndexKind, IndexSchema, KeySide},
    value::Item,
};

/// Several entities that one query reads, each into a list of its own: implemented by `#[derive(Collection)]`.
///
/// Call sites need no import of this trait: the derive gives the struct its `query()`.
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

/// A collection whose entities are all turned into `S`, such as an enum of them.
#[diagnostic::on_unimplemented(
    message = "`{S}` cannot hold every item of the collection `{Self}`",
    label = "lacks a `From` of one of the collection's entities",
    note = "derive `dynaent::Service` on an enum with a variant for each of them"
)]
pub trait InOrderAs<S>: Collection {
    #[doc(hidden)]
    fn take_as(found: &mut Vec<S>, member: usize, item: Item, expired: Expired) -> Result<bool>;
}

/// An entity in a collection, and the index by which it is.
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

static NO_INDEX: IndexSchema =
    IndexSchema::new("", IndexKind::Primary, KeySide::new("", "", &[], Casing::None, false), None);

/// An entity with an index in the collection whose name has that hash. The chain of the index's key is what a query of
/// the collection begins with.
#[diagnostic::on_unimplemented(
    message = "no index of `{Self}` is in this collection",
    label = "is not in the collection",
    note = "give the `#[index(…)]` that shares the partition `collection = \"…\"`, with the name that the struct has"
)]
pub trait Member<const COLLECTION: u64>: Entity {
    /// The kind of the index.
    type Kind: 'static;
    /// What waits for the first composite of the index.
    type Keys<Q: KeyOperation>;
    /// The index.
    const INDEX: usize;

    /// Begins the key of an operation.
    fn keys<Q: KeyOperation>(operation: Q) -> Self::Keys<Q>;
}

/// What tells the name of a collection from others, where only a number can: FNV-1a.
#[must_use]
pub const fn hash(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// A collection whose members share composite number `N` of the sort key.
#[diagnostic::on_unimplemented(
    message = "the entities of the collection `{Self}` do not share this composite of the sort key",
    label = "not shared: leave it out",
    note = "a query of a collection takes the partition key, and of a clustered or multi-attribute index the composites \
            with which the sort key of every member begins"
)]
pub trait SharesComposite<const N: usize> {}

/// How many composites of the sort key are shared.
#[derive(Debug)]
pub enum Shared<const COUNT: usize> {}

/// Composite number `N` is one of so many.
#[diagnostic::on_unimplemented(
    message = "the entities of this collection do not share this composite of the sort key",
    label = "not shared: leave it out",
    note = "a query of a collection takes the partition key, and of a clustered or multi-attribute index the composites \
            with which the sort key of every member begins"
)]
pub trait Covers<const N: usize> {}

/// The kind of a collection's index, as the schemas tell it: to name it by an entity would show a private one.
#[derive(Debug)]
pub enum KindOf<const GLOBAL: bool> {}

/// A kind that is told by a number.
pub trait IndexKindOf {
    /// The kind.
    type Kind;
}

impl IndexKindOf for KindOf<true> {
    type Kind = Global;
}

impl IndexKindOf for KindOf<false> {
    type Kind = Strong;
}

/// Whether the index of the members is a global one.
#[must_use]
pub const fn is_global(members: &[MemberIndex]) -> bool {
    matches!(members[0].index.kind, IndexKind::Global(_))
}

/// The most shared composites that a chain can be given: DynamoDB has four in a multi-attribute key, and a text of eight
/// composites is long.
pub const MAX_SHARED: usize = 8;

macro_rules! covers {
    ($($count:literal: $($position:literal)*;)*) => {$($(
        impl Covers<$position> for Shared<$count> {}
    )*)*};
}

covers! {
    1: 0;
    2: 0 1;
    3: 0 1 2;
    4: 0 1 2 3;
    5: 0 1 2 3 4;
    6: 0 1 2 3 4 5;
    7: 0 1 2 3 4 5 6;
    8: 0 1 2 3 4 5 6 7;
}
