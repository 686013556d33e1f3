//! The kinds of indexes: how they can be read, and what is read of them.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    composites::KeyComposites,
    entity::{Entity, decode},
    error::Result,
    schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    value::Item,
};

/// An index that can be read consistently: the table itself, or a local secondary index.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Query, Strong};
///
/// let query: Query<Comment, Strong> = Comment::query().primary().comment_id("c1");
/// let query = query.consistent();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Strong {}

/// A global secondary index, which follows the table with a delay.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Global, Query};
///
/// let query: Query<Comment, Global> = Comment::query().by_article().article_id("a1").descending();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Global {}

/// An index of the kind `K` that holds only keys.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Global, KeyComposites, KeysOnly, Query};
///
/// let query: Query<Article, KeysOnly<Global>> = Article::query().by_author().author("ada").limit(10);
/// let found: Vec<KeyComposites<Article>> = query.all(&table).await?;
/// assert_eq!(found.len(), 1);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy)]
pub struct KeysOnly<K>(PhantomData<K>);

/// An index of the kind `K` that holds some attributes.
///
/// ```
/// use dynaent::{Entity, Global, Included, Query};
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "myapp", name = "Reply", version = "1")]
/// #[index(primary, pk = [reply_id], sk = [])]
/// #[index(by_thread, gsi = "gsi1", pk = [thread], sk = [], projection = include(reply_id, thread, text))]
/// struct Reply { reply_id: String, thread: String, text: String, note: Option<String> }
///
/// let query: Query<Reply, Included<Global>> = Reply::query().by_thread().thread("t1").limit(10);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Included<K>(PhantomData<K>);

/// An index of the kind `K`, whose items are got whole from the table.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Global, Hydrated, KeysOnly, Query};
///
/// let query: Query<Article, Hydrated<KeysOnly<Global>>> = Article::query().by_author().author("ada").hydrate();
/// let articles: Vec<Article> = query.all(&table).await?;
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Hydrated<K>(PhantomData<K>);

/// A kind of index that can be read consistently.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Consistent, Query, Table};
///
/// // Of the table, or of a local secondary index.
/// async fn now<K: Consistent>(query: Query<Comment, K>) -> Query<Comment, K> {
///     query.consistent()
/// }
/// let query = now(Comment::query().primary().comment_id("c1"));
/// ```
#[diagnostic::on_unimplemented(
    message = "a global secondary index cannot be read consistently",
    label = "this query is of a global secondary index",
    note = "DynamoDB reads the table and local secondary indexes consistently; global ones follow with a delay"
)]
pub trait Consistent {}

impl Consistent for Strong {}
#[diagnostic::do_not_recommend]
impl<K: Consistent> Consistent for KeysOnly<K> {}
#[diagnostic::do_not_recommend]
impl<K: Consistent> Consistent for Included<K> {}
#[diagnostic::do_not_recommend]
impl<K: Consistent> Consistent for Hydrated<K> {}

/// A kind of index that holds parts of the items.
#[diagnostic::on_unimplemented(
    message = "this index holds whole items: there is nothing to hydrate",
    label = "reads whole items as it is"
)]
pub trait Projected {}

#[diagnostic::do_not_recommend]
impl<K> Projected for KeysOnly<K> {}
#[diagnostic::do_not_recommend]
impl<K> Projected for Included<K> {}

/// A kind of index of which whole items are read, so that they can be written again.
///
/// ```
/// # use dynaent_workspace::*;
/// // A rewrite reads whole items: those of the table, or of an index that holds them.
/// let rewrite = Comment::rewrite(|old: Comment| old).scan(Comment::query().by_article().scan());
/// ```
#[diagnostic::on_unimplemented(
    message = "this index holds parts of the items: they cannot be rewritten by what is read of it",
    label = "reads no whole items",
    note = "`.hydrate()` the scan, or scan the whole table"
)]
pub trait Entire {}

#[diagnostic::do_not_recommend]
impl Entire for Strong {}
#[diagnostic::do_not_recommend]
impl Entire for Global {}
#[diagnostic::do_not_recommend]
impl<K> Entire for Hydrated<K> {}

/// What is read of an index of some kind: of an entity, or of all that a service has.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Query, Reading, Table};
///
/// // Of any index: what it gives follows from the kind of the index.
/// async fn some<K: Reading<Article>>(query: Query<Article, K>, table: &Table) -> dynaent::Result<Vec<K::Item>> {
///     Ok(query.take(10, table).await?.items)
/// }
/// ```
pub trait Reading<T>: Sized + 'static {
    /// What an item is read as.
    type Item: Send + Sync + 'static;

    /// The schemas of the entities.
    #[doc(hidden)]
    const SCHEMAS: &'static [&'static EntitySchema];

    /// Whether a scan is only sent the items that it reads.
    #[doc(hidden)]
    const IS_FILTERED: bool = true;

    /// Whether the items are got by the keys that the index holds.
    #[doc(hidden)]
    const HYDRATES: bool = false;

    /// Reads an item; `None` if it is of another entity.
    #[doc(hidden)]
    fn read(item: Item) -> Result<Option<Self::Item>>;

    /// When an item expires, as far as the index tells.
    #[doc(hidden)]
    fn expires_at(item: &Self::Item) -> Option<i64>;
}

/// The kinds of which whole entities are read.
macro_rules! whole {
    ($(($($parameter:ident)?) $kind:ty, $hydrates:literal, $read:expr;)*) => {$(
        impl<E: Entity, $($parameter: 'static)?> Reading<E> for $kind {
            type Item = E;

            const SCHEMAS: &'static [&'static EntitySchema] = &[E::SCHEMA];
            const HYDRATES: bool = $hydrates;

            fn read(item: Item) -> Result<Option<E>> {
                $read(item)
            }

            fn expires_at(item: &E) -> Option<i64> {
                item.expires_at()
            }
        }
    )*};
}

whole! {
    () Strong, false, decode;
    () Global, false, decode;
    (K) Included<K>, false, |item| decode(identified::<E>(item));
    (K) Hydrated<K>, true, decode;
}

/// An item with what tells entities apart. An index made by others may lack it: then the table's key tells, as in
/// ElectroDB.
fn identified<E: Entity>(mut item: Item) -> Item {
    if !item.contains_key(ENTITY_FIELD) && !item.contains_key(VERSION_FIELD) && KeyComposites::<E>::of(&item).is_ok() {
        for (field, value) in [(ENTITY_FIELD, E::SCHEMA.name), (VERSION_FIELD, E::SCHEMA.version)] {
            item.insert(field.to_owned(), AttributeValue::S(value.to_owned()));
        }
    }
    item
}

impl<E: Entity, K: 'static> Reading<E> for KeysOnly<K> {
    type Item = KeyComposites<E>;

    const SCHEMAS: &'static [&'static EntitySchema] = &[E::SCHEMA];

    fn read(item: Item) -> Result<Option<KeyComposites<E>>> {
        Ok(KeyComposites::of(&item).ok())
    }

    fn expires_at(_: &KeyComposites<E>) -> Option<i64> {
        None
    }
}
