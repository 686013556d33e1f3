//! Typed single-table modeling for DynamoDB.
//!
//! Derive [`Entity`](derive@Entity) on a struct and say which attributes form its keys: the struct gets a builder for each
//! request that the table can serve, and what it cannot serve does not compile. Keys, items and cursors are those that
//! [ElectroDB](https://electrodb.dev) 3.9 writes, so services in Rust and TypeScript can share a table.
//!
//! ```
//! use dynaent::{Entity, Table, begins_with};
//!
//! #[derive(Debug, Clone, PartialEq, Entity)]
//! #[entity(service = "myapp", name = "Comment", version = "1")]
//! #[index(primary, pk = [comment_id], sk = [])]
//! #[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
//! pub struct Comment {
//!     #[attr(rename = "commentID", read_only)]
//!     pub comment_id: String,
//!     #[attr(rename = "articleID", read_only)]
//!     pub article_id: String,
//!     pub text: String,
//! }
//!
//! # dynaent_workspace::example(async |_| {
//! // The embedded engine, in memory. On AWS, any client of its SDK and a name: `Table::new(client, "app")`.
//! let table = Table::local::<Comment>().await?;
//!
//! // Every required attribute, in any order; `send` compiles when none is missing.
//! let comment = Comment::create().comment_id("c7").article_id("a1").text("First!").send(&table).await?;
//!
//! // The key's attributes by name, in the order of the index; the last one may be a condition.
//! let query = || Comment::query().by_article().article_id("a1").comment_id(begins_with("c"));
//! let page = query().limit(20).send(&table).await?;
//! let next = query().limit(20).after(page.cursor).send(&table).await?;
//!
//! // Typed handles: `c.article_id` could not be set, it is read-only.
//! let c = Comment::attributes();
//! let edited: Comment = Comment::patch().comment_id("c7").set(c.text, "Edited.").return_new().send(&table).await?;
//!
//! let found: Option<Comment> = Comment::get().comment_id("c7").consistent().send(&table).await?;
//! Comment::remove().comment_id("c7").send(&table).await?;
//!
//! // Any builder also gives the SDK's input, without I/O.
//! let input = Comment::get().comment_id("c7").request("app")?;
//! assert_eq!(input.key().unwrap()["pk"].as_s().unwrap(), "$myapp#commentid_c7");
//! # Ok(()) });
//! ```
//!
//! # What there is
//!
//! | to | |
//! |---|---|
//! | model | [`#[derive(Entity)]`](derive@Entity), the reference of all its options; [`Document`](derive@Document) for what is inside an attribute, [`KeyPart`](derive@KeyPart) for newtypes and enums in keys; [`Value`] for types of one's own; [`Expiry`], [`JsNumber`] |
//! | write an item | [`Put`]: `create`, `put`; [`Upsert`]; [`Update`]: `update`, `patch`; [`Delete`]: `delete`, `remove`; [`Outcome`] of what may be refused |
//! | read | [`Get`], [`Query`], [`Scan`], [`Find`]; [`Page`], [`Cursor`], and [`Cursors`] that are signed; ranges by [`begins_with`], [`between`], [`gt`], [`gte`], [`lt`], [`lte`]; [`KeyComposites`] of indexes that hold only keys |
//! | ask and change | [`Attr`], the handles of attributes: their operators make a [`Condition`], [`all`] and [`any`] join several, [`raw`] names what the model does not have |
//! | put several entities in a table | [`Collection`](derive@Collection) reads them by one query, [`Service`](derive@Service) is all of them as one enum; [`Change`] reads the table's stream |
//! | do much at once | [`BatchGet`], [`BatchWrite`]; [`ParallelScan`] |
//! | do all or nothing | [`TransactWrite`], [`Check`], [`TransactGet`]; [`AnyWrite`], [`OnTable`] |
//! | go through all items | [`Export`], [`Rewrite`] for new indexes and versions, [`Checkpoint`] |
//! | have a table | [`Table`]; [`TableDefinition`] to create and check it |
//! | see what is sent | [`Observer`], [`Observed`]; `request` of any builder; spans of the crate `tracing` |
//! | handle errors | [`Error`], and what its variants hold: [`AttributeError`], [`KeyError`], [`ItemError`], [`Reason`] |
//! | read the model at run time | [`EntitySchema`] |
//! | test | `Table::local` (feature `local`): each test a table of its own, in memory |
//!
//! The traits and empty enums beside these are what builders are generic over. One meets them in error messages, and in
//! the types of functions that take builders.
//!
//! # The model of the examples
//!
//! The examples of this documentation have these types in scope, and a `table` that holds the article `a1` and the comments
//! `c1` (`First!`, with 3 likes and the tag `short`) and `c2` (`Why one?`) on it:
//!
//! ```
#![doc = include_str!("../doc/model.rs")]
//! ```
//!
//! # Cargo features
//!
//! None is on by default. The crate needs Rust 1.94.1, as the AWS SDK does.
//!
//! | feature | |
//! |---|---|
//! | `aws` | `Table::from_env`: region, profile and credentials by way of `aws-config`, with an HTTP client and TLS |
//! | `local` | `Table::local` and `Table::local_file`: an embedded engine, in memory or in a file, for tests and small machines. It needs a C compiler |
//! | `time`, `chrono`, `jiff`, `uuid`, `rust_decimal` | the types of these crates, as below |
//! | `lambda` | `Change::of_record`: the table's stream, as AWS Lambda hands it over |
//!
//! Without any, a [`Table`] is made of a client of the AWS SDK and a name.
//!
//! # Dates and times
//!
//! With the cargo features `time`, `chrono` and `jiff` the types of those crates are a [`Value`], and a
//! [`KeyPart`](trait@KeyPart):
//!
//! | feature | date | date and time without a zone | instant |
//! |---|---|---|---|
//! | `time` | `Date` | `PrimitiveDateTime` | `UtcDateTime`, `OffsetDateTime` |
//! | `chrono` | `NaiveDate` | `NaiveDateTime` | `DateTime<Utc>` |
//! | `jiff` | `civil::Date` | `civil::DateTime` | `Timestamp` |
//! | stored as | `2026-11-22` | `2026-11-22T17:36:15.5` | `2026-11-22T17:36:15.5Z` |
//!
//! Instants are stored in UTC, to the nanosecond, with no more digits than needed; RFC 3339 of any zone is read. A key
//! holds the same text. It does not sort, for `15Z` comes after `15.5Z`: ranges need `#[attr(sortable)]`, with which the
//! key holds all nine digits, `2026-11-22T17:36:15.500000000Z`. A sortable date is the date as it is stored.
//!
//! # Identifiers and decimals
//!
//! Two more features, named after their crates, do so for a type each:
//!
//! | feature | type | stored as |
//! |---|---|---|
//! | `uuid` | `Uuid` | text, `67e55044-10b1-426f-9247-bb680e5fe0c8` |
//! | `rust_decimal` | `Decimal` | a number, digit for digit |
//!
//! A stored number with more digits than a `Decimal` has is an error when it is read; it is never rounded.
//!
//! # Errors
//!
//! [`Error`] is an enum to match on. Whatever can be found before a request is sent, is.

#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// Derived code names this crate `::dynaent`, also in the examples of this crate's own documentation.
#[allow(unused_extern_crates)]
extern crate self as dynaent;

mod collection;
mod composites;
mod cursor;
mod entity;
mod error;
mod expression;
mod key;
mod operation;
mod page;
mod reading;
mod schema;
mod service;
mod table;
mod value;

#[doc(hidden)]
pub mod __private;

/// Makes a struct a [`Collection`](trait@Collection): several entities, each in a list of its own, that one query reads.
///
/// `#[collection(name = "…")]` names the collection, as the `#[index(…)]` of each entity does with `collection = "…"`.
/// Fields are `Vec`s of entities, one for each; they may leave out entities of the collection. Over an index that holds
/// only keys, a `Vec<KeyComposites<E>>` takes what those tell, and a `Vec<E>` whole items, for which each page costs a
/// `BatchGetItem` more. `#[collection(crate = path)]` says where this crate is, if it is renamed or re-exported.
///
/// The struct gets a function `query()`. It takes the partition key of the index, attribute by attribute; of a
/// `clustered` or `multi_attribute` index also the composites with which the sort key of every entity begins, the last
/// one of which may be a condition.
///
/// Entities that disagree on the index do not compile, nor does an entity without an index in the collection, a field that
/// is no `Vec` of an entity or its composites, or two fields of one entity.
///
/// ```
/// use dynaent::{Collection, Entity, Service, Table};
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "blog", name = "Article", version = "1")]
/// #[index(primary, pk = [article_id], sk = [])]
/// #[index(by_article, gsi = "gsi1", pk = [article_id], sk = [], collection = "discussion")]
/// struct Article { article_id: String, title: String }
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "blog", name = "Comment", version = "1")]
/// #[index(primary, pk = [comment_id], sk = [])]
/// #[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id], collection = "discussion")]
/// struct Comment { comment_id: String, article_id: String, text: String }
///
/// #[derive(Debug, Collection)]
/// #[collection(name = "discussion")]
/// struct Discussion { articles: Vec<Article>, comments: Vec<Comment> }
///
/// #[derive(Debug, Service)]
/// enum Blog { Article(Article), Comment(Comment) }
///
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// // One request, whatever it is that lies in the partition.
/// let page = Discussion::query().article_id("a1").limit(50).send(table).await?;
/// println!("{} comments on {:?}", page.comments.len(), page.articles.first().map(|article| &article.title));
///
/// // All pages; and the items one after the other, as the table has them.
/// let all: Discussion = Discussion::query().article_id("a1").all(table).await?;
/// let in_order: Vec<Blog> = Discussion::query().article_id("a1").in_order().all(table).await?;
/// # Ok(())
/// # }
/// ```
pub use dynaent_derive::Collection;
/// Makes a struct a [`Document`](trait@Document): a map inside an item, whose fields have handles.
///
/// `#[document(rename_all = "…")]` names all its fields, as that of an entity does; `#[document(crate = path)]` says where
/// this crate is, if it is renamed or re-exported. Fields take these options of
/// [`#[attr(…)]`](derive@Entity#attr): `rename`, `read_only`, `required`, `default` (what a stored document that lacks the
/// field is read as), `validate`, `on_read`, `with` and `hidden`. The others are for attributes of an entity, and do not
/// compile here; nor does a generic struct, one without fields, or two fields of one name.
///
/// ```
/// use dynaent::Document;
///
/// #[derive(Debug, Clone, PartialEq, Document)]
/// #[document(rename_all = "camelCase")]
/// struct Address {
///     street: String,
///     #[attr(validate = is_postcode)]
///     post_code: String,
///     #[attr(default = "DE")]
///     country: String,
///     note: Option<String>,
/// }
///
/// fn is_postcode(code: &str) -> Result<(), &'static str> {
///     if code.len() == 5 { Ok(()) } else { Err("a postcode has five digits") }
/// }
/// ```
pub use dynaent_derive::Document;
#[doc = include_str!("../doc/entity.md")]
pub use dynaent_derive::Entity;
/// Makes a newtype or a unit enum a [`KeyPart`](trait@KeyPart), and a [`Value`].
///
/// A newtype is stored, and written into keys, as the value inside; a unit enum as the variant's name, which
/// `#[key_part(rename_all = "…")]` on the enum and `#[key_part(rename = "…")]` on a variant change. If this crate is
/// renamed or re-exported, `#[key_part(crate = path)]` says where it is. A struct of several fields, an enum with data or
/// without variants, two variants of one name, and a newtype of what is no `KeyPart` do not compile.
///
/// ```
/// use dynaent::{Entity, KeyPart};
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// struct TaskId(String);
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// #[key_part(rename_all = "kebab-case")]
/// enum Status {
///     Open,
///     InReview,
///     #[key_part(rename = "closed")]
///     Done,
/// }
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "tasks", name = "Task", version = "1")]
/// #[index(primary, pk = [status], sk = [id])]
/// struct Task { status: Status, id: TaskId }
///
/// let input = Task::get().status(Status::InReview).id(TaskId("t1".into())).request("app")?;
/// assert_eq!(input.key().unwrap()["pk"].as_s().unwrap(), "$tasks#status_in-review");
/// # Ok::<(), dynaent::Error>(())
/// ```
pub use dynaent_derive::KeyPart;
/// Makes an enum a [`Service`](trait@Service): all the entities of a table.
///
/// Each variant holds one entity, as in `Article(Article)`. That they can share a table is checked when they are
/// compiled: they belong to one service; no two have one name and version; an index has one set of key fields and holds
/// the same of all; and where they are in one collection, they agree on its keys and on the attributes they share.
/// `#[service(crate = path)]` says where this crate is, if it is renamed or re-exported.
///
/// The enum gets functions: `decode` reads any item of the table, `scan` all of them. It has a `From` of each entity, and
/// is what [`Table::local`] and [`Table::create_if_absent`] make a table for, what a collection is read
/// [in order](CollectionQuery::in_order) as, and what [`Change`] reads the table's stream as.
///
/// ```
/// use dynaent::{Entity, Error, Service};
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "blog", name = "Author", version = "1")]
/// #[index(primary, pk = [name], sk = [])]
/// struct Author { name: String }
///
/// #[derive(Debug, PartialEq, Service)]
/// enum Blog { Author(Author) }
///
/// let ada = Author { name: "Ada".into() };
/// let mut item = Author::put().item(ada.clone()).request("app")?.item.unwrap();
/// assert_eq!(Blog::decode(item.clone())?, Blog::Author(ada));
///
/// item.remove("__edb_v__");
/// assert!(matches!(Blog::decode(item), Err(Error::UnknownItem { .. })));
/// # Ok::<(), Error>(())
/// ```
pub use dynaent_derive::Service;

pub use self::{
    collection::{Collection, InOrderAs, MadeOf, MemberIndex},
    composites::KeyComposites,
    cursor::{Cursor, Cursors, StartAfter},
    entity::{Entities, Entity},
    error::{
        AttributeError, AttributeProblem, Cause, ConditionProblem, Current, Error, ItemError, ItemKey, KeyError,
        KeyProblem, Reason, Result, TransactionItem, TransactionProblem,
    },
    expression::{
        Access, Any, Assign, Attr, Changeable, Composite, Computable, Condition, Document, Elements, Entries, Field,
        Fixed, Flattened, Handles, Inside, Operand, Operands, Optional, Path, Place, PrimaryKey, ReadOnly, Removable,
        Required, Root, Size, Top, Values, all, any, raw,
    },
    key::{
        AsNumber, AsStored, AsText, BeginsWith, Between, Filled, Gt, Gte, KeyOperation, KeyPart, Lt, Lte, Nth, Padded,
        PartOf, Ready, SortKey, SortOperation, Sortable, Sorts, TextPart, begins_with, between, gt, gte, lt, lte,
    },
    operation::{
        Addable, Addend, Always, Answer, AnyWrite, Append, BatchError, BatchGet, BatchPart, BatchProgress, BatchWrite,
        Batches, Begin, BeginWithKey, Check, Checked, Checkpoint, CollectionQuery, Counts, Delete, Each, Element,
        Export, Exported, Filtered, Find, FindRequest, Gathering, Get, GetsOne, Grouped, Guard, IfAbsent, IfExists,
        InOrder, InOrderOf, Iterated, IteratedResults, New, Nothing, Old, OnTable, Outcome, ParallelScan, Put, Query,
        Querying, Reads, Rewrite, RewriteError, RewriteProgress, Rewritten, Scan, Scans, Sequential, Sole, Source,
        Streamed, StreamedResults, Subtrahend, TransactGet, TransactWrite, Transacts, Update, Updated, UpdatedNew,
        UpdatedOld, Upsert, Whole, WholeItem, With, Written,
    },
    page::{CollectionPage, Page},
    reading::{Consistent, Entire, Global, Hydrated, Included, KeysOnly, Reading, Strong},
    schema::{
        AttributeSchema, Casing, EntitySchema, IndexKind, IndexSchema, Kept, KeyComposite, KeyKind, KeySide, Padding,
        PartKind, Projection, Role, Watch,
    },
    service::{Change, Holds, Mixed, Service},
    table::{Observed, Observer, Table, TableDefinition, TableDifference},
    value::{
        Contains, Expiry, ExpiryTime, Item, JsNumber, List, Measured, NotFinite, Numeric, Ordered, Set, SetElement,
        StoredType, Textual, Timestamp, Value, ValueError, ValueProblem, Verdict, VersionNumber,
    },
};

#[cfg(feature = "local")]
pub use self::table::{LocalEngine, LocalEngineError};
