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
/// Makes a struct an entity: its fields are the attributes, `#[index(…)]` says which of them form its keys.
///
/// # What it gives
///
/// Associated functions of the struct: `create`, `put`, `upsert`, `get`, `update`, `patch`, `delete`, `remove`, `query`,
/// `scan`, `find`, `matching`, `export`, `rewrite` and `attributes`; an impl of the trait [`Entity`](trait@Entity); and a module, named after the struct
/// (`comment_model` for `Comment`), with the types of the builders' states.
///
/// # `#[entity(…)]`
///
/// | option | meaning | if left out | does not compile |
/// |---|---|---|---|
/// | `service = "…"` | the start of partition keys | an error: stored keys are made of these three, and must not follow the struct's name | an empty text |
/// | `name = "…"` | the entity, in sort keys and stored with each item | an error | an empty text |
/// | `version = "…"` | the model's version, in sort keys and stored with each item | an error | an empty text |
/// | `rename_all = "…"` | the attributes' names: `"camelCase"`, `"snake_case"`, `"PascalCase"`, `"kebab-case"`, `"lowercase"`, `"UPPERCASE"`, `"SCREAMING_SNAKE_CASE"`, `"SCREAMING-KEBAB-CASE"` | the fields' names | another word |
/// | `casing = "…"` | the casing of all its keys: `"lower"`, `"upper"`, `"none"` | `"lower"` | another word |
/// | `prefix = "…"` | goes before the verbs' names, where the struct has functions of those names: `"db_"` gives `db_get()` | the verbs' own names | what is no beginning of a name |
/// | `crate = path` | where this crate is, if it is renamed or re-exported | `::dynaent` | a path that leads nowhere |
///
/// ```
/// use dynaent::Entity;
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "shop", name = "Customer", version = "1", rename_all = "camelCase", casing = "none", prefix = "db_")]
/// #[index(primary, pk = [customer_id], sk = [])]
/// struct Customer { customer_id: String, full_name: String }
///
/// impl Customer {
///     fn get(&self) -> &str { &self.full_name } // its own
/// }
///
/// let input = Customer::db_get().customer_id("Ada").request("app")?;
/// assert_eq!(input.key().unwrap()["pk"].as_s().unwrap(), "$shop#customerId_Ada");
/// # Ok::<(), dynaent::Error>(())
/// ```
///
/// # `#[index(…)]`
///
/// One for each access pattern. The first word is its name, as in `query().by_article()`.
///
/// | option | meaning | if left out | does not compile |
/// |---|---|---|---|
/// | `primary` | the table's own key; also serves as the name | an error: exactly one index is | a second one |
/// | `gsi = "…"`, `lsi = "…"` | the global or local secondary index of that name | one of the three must be there | a name DynamoDB does not take, two patterns on one index; an `lsi` with another partition key than the table's, or without a sort key; more than five of them |
/// | `pk = [a, b]` | the fields that form the partition key, in order | an error | what is no field, a field twice, an `Option` in the primary key; a type that is no [`KeyPart`](trait@KeyPart) |
/// | `sk = [c]` | the fields that form the sort key; `[]` for one that is the same for all | there is no sort key | as `pk`; a field of the partition key |
/// | `pk(…)`, `sk(…)` | the same with more options, below | | |
/// | `collection = "…"`, `collection = ["…", "…"]` | the collections it belongs to, the outermost first: part of its sort keys | none | no sort key; one collection on two indexes |
/// | `clustered` | the entity stands at the end of its sort keys, so that the entities of a collection mix in one order | each entity by itself | no sort key; a `template` or `cast` in it |
/// | `scope = "…"` | goes behind the service in partition keys, which keeps entities apart that share an index | nothing does | a `template` or `cast` |
/// | `multi_attribute` | of a `gsi`: the attributes are the key, up to four on each side; no key field is written | key fields of composed text | another kind of index; what changes the text of keys |
/// | `condition = path`, `condition(path, of = [a])` | of a secondary index: only items for which the function says so are in it; it is given the attributes in the key, or those listed | all items that have the key's attributes | `primary`; a function of other arguments, a closure |
/// | `projection = keys_only`, `projection = include(a, b)` | of a secondary index: what it holds. Of `keys_only`, queries give [`KeyComposites`]; of `include`, optional attributes that are not included are read as `None` | all attributes | `primary`; `include` without a required attribute |
///
/// and of `pk(…)` and `sk(…)`:
///
/// | option | meaning | if left out | does not compile |
/// |---|---|---|---|
/// | `composite = [a, b]` | the fields | those of the template; without one, an error | as `pk = […]` |
/// | `field = "PK"` | the key field's name | `pk` and `sk`, behind the name of a secondary index: `gsi1pk` | one field for both keys; a field that another index uses otherwise |
/// | `template = "ORG#${a}"` | the whole text of the key, with fields in `${…}`: nothing is put before, between or behind. One that is nothing but a number is a number | `$service#label_value…`, as ElectroDB composes it | what is no field; a brace that is not closed; nothing between two fields of any width |
/// | `casing = "…"` | the casing of this key | the entity's | another word; two casings of one field |
/// | `cast = "number"`, `cast = "string"` | the key of one field is a number, or is text although its template is nothing but a number | text | several fields, or text around the one |
///
/// An attribute that is stored in a key field is that key: no other field can be in it, and it keeps its case unless the
/// entity or the side says `casing`.
///
/// ```
/// use dynaent::Entity;
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "shop", name = "Order", version = "1")]
/// #[index(primary, pk(field = "PK", template = "CUSTOMER#${customer}"), sk(field = "SK", template = "ORDER#${number}"))]
/// #[index(late, gsi = "gsi1", pk = [region], sk(composite = [due], cast = "number"), condition = is_open, scope = "late")]
/// #[index(by_total, lsi = "lsi1", pk(field = "PK", template = "CUSTOMER#${customer}"), sk = [total], projection = keys_only)]
/// struct Order {
///     customer: String,
///     #[attr(padding(6, "0"))]
///     number: u32,
///     region: String,
///     due: u64,
///     #[attr(sortable)]
///     total: i64,
/// }
///
/// fn is_open(region: &str, due: &u64) -> bool {
///     region != "closed" && *due > 0
/// }
///
/// let order = Order { customer: "ada".into(), number: 7, region: "EU".into(), due: 0, total: -5 };
/// let item = Order::put().item(order).request("app")?.item.unwrap();
/// assert_eq!(item["SK"].as_s().unwrap(), "order#000007");
/// assert!(!item.contains_key("gsi1pk")); // not due: not in that index
/// # Ok::<(), dynaent::Error>(())
/// ```
///
/// # `#[attr(…)]`
///
/// | option | meaning | if left out | does not compile |
/// |---|---|---|---|
/// | `rename = "…"` | the attribute's name: in keys, and where it is stored | the field's, by `rename_all` | two attributes of one name |
/// | `field = "…"` | where it is stored, if that differs | its name | two in one place; a key field it does not make up alone |
/// | `label = "…"` | what stands for its name in keys; may be empty in a sort key | its name | no text |
/// | `padding(5, "0")` | in keys, what fills its text up from the left, and to which width (in UTF-16 code units); longer text stays as it is | the text as it is | a width of 0, nothing to fill up with, `sortable` too, an attribute that is a key field |
/// | `sortable` | in keys, whole numbers and dates stand in a form of fixed width that sorts as they do | the text as it is: ranges of numbers do not compile | other types; an attribute in no key |
/// | `read_only` | fixed once the item exists | `set` changes it | |
/// | `required` | on an `Option`: a written item must have it, a stored one may lack it | an `Option` may be left out | |
/// | `default`, `default = expression` | what `create`, `put` and `upsert` write if it is not given: the type's default, or the expression, evaluated each time | a `T` must be given | a value of another type; a computed attribute |
/// | `validate = path` | `fn(&T) -> bool` or `-> Result<(), impl Display>`: asked before a value is stored | anything of its type is stored | another function, a closure |
/// | `on_write = path` | `fn(T) -> T`: makes the value that is stored of the one that is given | the value as given | another function; an attribute in keys |
/// | `on_read = path` | `fn(T) -> T`: makes the value that is read of the one that is stored | the value as stored | another function; `hidden` |
/// | `watch = [a, b]`, `watch = all` | with `on_write`, the attribute is computed of these, or at every write: `fn(&A, Option<&B>) -> T`; with `on_read`, it is not stored but computed whenever an item is read | it is given | neither function, or both; itself, or what is computed too; `default` |
/// | `with = module` | `module::to_attribute(&T)` and `module::from_attribute(AttributeValue)` store and read it | by its type: below | a module that lacks one of them |
/// | `hidden` | written, and never read back nor shown in `Debug` output | read as any other | what is no `Option`; an attribute in keys |
/// | `flatten` | the fields of this [`Document`](derive@Document) are attributes of the item | a document is a map | an `Option`; other options beside it; two fields of one name |
/// | `created_at`, `updated_at` | the time when the item was made, or last written | nothing is kept | a type that is no [`Timestamp`]; a second one |
/// | `version` | counts the writes of the item: what optimistic locking checks | writes are not checked | a type that is no [`VersionNumber`]; an attribute in keys |
/// | `ttl` | when the item expires: an [`Expiry`], or another [`ExpiryTime`]; expired items are not read | items stay | a type that is none; a second one |
///
/// ```
/// use std::time::Duration;
///
/// use dynaent::{Entity, Expiry};
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "app", name = "User", version = "1")]
/// #[index(primary, pk = [id], sk = [])]
/// #[index(by_team, gsi = "gsi1", pk = [team], sk = [rank, id])]
/// struct User {
///     #[attr(read_only, label = "u")]
///     id: String,
///     #[attr(default = "none")]
///     team: String,
///     #[attr(default, sortable)]
///     rank: i32,
///     #[attr(validate = is_address, on_write = trimmed)]
///     email: String,
///     #[attr(watch = [email], on_write = domain)]
///     domain: String,
///     #[attr(hidden)]
///     password_hash: Option<String>,
///     #[attr(created_at)]
///     since: u64,
///     #[attr(updated_at, rename = "changedAt")]
///     changed: u64,
///     #[attr(version)]
///     version: u64,
///     #[attr(ttl, field = "ttl")]
///     expires: Option<Expiry>,
/// }
///
/// fn is_address(email: &str) -> Result<(), &'static str> {
///     if email.contains('@') { Ok(()) } else { Err("an address has an @") }
/// }
///
/// fn trimmed(email: String) -> String {
///     email.trim().to_owned()
/// }
///
/// fn domain(email: &str) -> String {
///     email.split('@').next_back().unwrap_or_default().to_owned()
/// }
///
/// let user = User::create().id("1").email(" ada@example.com").expires(Duration::from_secs(3600));
/// let item = user.request("app")?.item.unwrap();
/// assert_eq!(item["pk"].as_s().unwrap(), "$app#u_1");
/// assert_eq!(item["domain"].as_s().unwrap(), "example.com");
/// assert_eq!(item["version"].as_n().unwrap(), "1");
/// assert!(item.contains_key("ttl") && !item.contains_key("password_hash"));
/// # Ok::<(), dynaent::Error>(())
/// ```
///
/// # Fields and their types
///
/// A field of type `T` is required, an `Option<T>` is not; `None` is not stored. How a value is stored follows from its
/// type: directly if it is a [`Value`], through serde if it is `Serialize + DeserializeOwned`. Setters that would clash
/// with a builder's own method (`item`, `send`, `limit`, …) have a `_` after their name.
///
/// ```
/// use std::collections::BTreeSet;
/// use dynaent::Entity;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
/// struct Address { street: String, city: String }
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "shop", name = "Order", version = "1", rename_all = "camelCase")]
/// #[index(primary, pk(field = "PK", composite = [customer_id]), sk(field = "SK", composite = [order_id]))]
/// #[index(by_status, lsi = "lsi1", pk = [customer_id], sk = [status])]
/// #[index(by_courier, gsi = "gsi1", pk = [courier], sk = [order_id])] // sparse: only orders with a courier
/// struct Order {
///     customer_id: String,
///     order_id: String,
///     #[attr(default = "open")]
///     status: String,
///     courier: Option<String>,
///     #[attr(read_only, field = "cents")]
///     total: u64,
///     address: Address,          // through serde
///     tags: BTreeSet<String>,    // a DynamoDB set
/// }
/// ```
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
