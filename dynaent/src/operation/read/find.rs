//! `find` and `matching`: the items that have given values, by whichever index serves best.

mod choice;

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::operation::{query::QueryInput, scan::ScanInput};

use self::choice::{Choice, Given, value_of};
use super::{query::Query, scan::Scan};
use crate::{
    cursor::{Cursor, StartAfter},
    entity::Entity,
    error::{ConditionProblem, Error, Result},
    expression::{Assign, Attr, Condition, Conditions, Node, Place, Term},
    page::Page,
    reading::Strong,
    schema::{IndexSchema, Projection},
    table::Table,
};

/// Reads the items that have given values, by the index that serves best: what `find()` and `matching()` begin.
///
/// Which index that is follows from the attributes given, as in ElectroDB: the table's own key if it is whole, or has as
/// many of its leading composites as any; else the last declared index of which the whole key is given; else the last of
/// those with the most. An index that may lack items is passed over: one with a `condition`, or with an optional
/// attribute in its key that is not given; and one that cannot filter what is to be filtered, because it does not hold it,
/// or because that is itself a part of its key. Without an index the table would have to be scanned, which
/// [`allow_scan`](Self::allow_scan) permits.
///
/// `matching()` returns the items of which every given attribute has the given value. `find()` returns those with the
/// index's key, and uses nothing else that is given: in a key, text may be cased, so that `Ada` also finds `ada`.
///
/// ```
/// # use dynaent::{Entity, Table};
/// # #[derive(Debug, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # #[index(by_author, gsi = "gsi1", pk = [author], sk = [id])]
/// # struct Article { id: String, author: String, title: String }
/// async fn search(table: &Table, author: &str, title: &str) -> dynaent::Result<Vec<Article>> {
///     let a = Article::attributes();
///     // A query of `by_author`, filtered by the title.
///     Article::matching().with(a.author, author).with(a.title, title).all(table).await
/// }
/// ```
#[must_use = "nothing is read until `send`, `all` or `first` is awaited"]
pub struct Find<E> {
    given: Vec<Given>,
    /// The first value that cannot be stored.
    failed: Option<Box<Error>>,
    /// Whether everything that is given must hold.
    matching: bool,
    may_scan: bool,
    limit: Option<u32>,
    after: Option<Cursor>,
    filter: Conditions,
    with_expired: bool,
    marker: PhantomData<fn() -> E>,
}

/// The request that a search leads to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FindRequest {
    /// An index serves it.
    Query(QueryInput),
    /// None does.
    Scan(ScanInput),
}

/// How the items are read.
#[allow(clippy::large_enum_variant)] // It lives as long as a call.
enum Plan<E> {
    Query(Query<E, Strong>, &'static IndexSchema),
    Scan(Scan<E>),
}

impl<E: Entity> Find<E> {
    #[doc(hidden)]
    pub fn start(matching: bool) -> Self {
        Self {
            given: Vec::new(),
            failed: None,
            matching,
            may_scan: false,
            limit: None,
            after: None,
            filter: Conditions::new(E::SCHEMA),
            with_expired: false,
            marker: PhantomData,
        }
    }

    /// Gives the value of an attribute.
    pub fn with<T, A, P: Place>(mut self, attribute: Attr<E, T, A, P>, value: impl Assign<T>) -> Self {
        let path = attribute.path();
        match attribute.encoder()(value.assign()) {
            Ok(value) => self.given.push(Given { path, value }),
            Err(error) => {
                let problem = ConditionProblem::Value { attribute: path.describe(E::SCHEMA), error: path.shown(error) };
                let refused = Error::Condition { entity: E::SCHEMA.name, problem: Box::new(problem) };
                self.failed.get_or_insert(Box::new(refused));
            }
        }
        self
    }

    /// Reads the whole table where no index serves.
    pub fn allow_scan(mut self) -> Self {
        self.may_scan = true;
        self
    }

    /// The most items that one request reads, at least 1. By default as many as fit DynamoDB's 1 MB.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Begins after the place where another page of the same search ended. `None` begins at the start.
    pub fn after(mut self, cursor: impl Into<StartAfter>) -> Self {
        self.after = cursor.into().0;
        self
    }

    /// Returns only the items of which this holds, too.
    pub fn filter(mut self, filter: Condition<E>) -> Self {
        self.filter.add(filter.node);
        self
    }

    /// Returns items that have expired too. DynamoDB deletes them within a few days.
    pub fn with_expired(mut self) -> Self {
        self.with_expired = true;
        self
    }

    /// The request, without sending it.
    ///
    /// # Errors
    /// [`Error::NoIndex`] if no index serves, and a scan is not allowed; if a value cannot be stored, or not in a key, the
    /// limit is 0, or the cursor is of another search.
    pub fn request(self, table: impl Into<String>) -> Result<FindRequest> {
        Ok(match self.plan()? {
            Plan::Query(query, _) => FindRequest::Query(query.request(table)?),
            Plan::Scan(scan) => FindRequest::Scan(scan.request(table)?),
        })
    }

    /// Reads one page.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Page<E>> {
        match self.plan()? {
            Plan::Query(query, index) => Ok(query.whole(index).read(table)?.one(table).await?.into()),
            Plan::Scan(scan) => scan.send(table).await,
        }
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<E>> {
        match self.plan()? {
            Plan::Query(query, index) => query.whole(index).read(table)?.all(table).await,
            Plan::Scan(scan) => scan.all(table).await,
        }
    }

    /// Reads the first item; `None` if there is none.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn first(self, table: &Table) -> Result<Option<E>> {
        match self.plan()? {
            Plan::Query(query, index) => query.whole(index).read(table)?.first(table).await,
            Plan::Scan(scan) => scan.first(table).await,
        }
    }

    fn plan(self) -> Result<Plan<E>> {
        if let Some(error) = self.failed {
            return Err(*error);
        }
        let given = &self.given;
        let chosen = Choice {
            schema: E::SCHEMA,
            given,
            filter: self.filter.node(),
            matching: self.matching,
            may_scan: self.may_scan,
        }
        .index();
        let index = chosen.map(|position| &E::SCHEMA.indexes[position]);
        let mut conditions = self.filter;
        // A scan finds nothing by itself.
        if self.matching || index.is_none() {
            for Given { path, value } in &self.given {
                if !index.is_some_and(|index| index.is_key(E::SCHEMA, path.root())) {
                    conditions.add(Node::equal(path.clone(), Term::Value(Ok(value.clone()))));
                } else if path.attribute.and_then(|attribute| value_of(&self.given, attribute)) != Some(value) {
                    // DynamoDB refuses a filter on the key that is queried, which holds anyway: nothing has two values.
                    conditions.add(Node::Constant(false));
                }
            }
        }
        let Some((position, index)) = chosen.zip(index) else {
            if !self.may_scan {
                return Err(no_index::<E>(&self.given));
            }
            let mut scan = Scan::start().after(self.after).filtered(conditions);
            if let Some(limit) = self.limit {
                scan = scan.limit(limit);
            }
            return Ok(Plan::Scan(if self.with_expired { scan.with_expired() } else { scan }));
        };
        let mut query = Query::start(position).after(self.after).filtered_by(conditions);
        if let Some(limit) = self.limit {
            query = query.limit(limit);
        }
        for composite in index.composites() {
            let Some(value) = value_of(&self.given, composite.attribute) else { break };
            query.key.give_stored(value.clone(), |composite, value, key| {
                E::write_stored(composite.attribute, composite.sortable, value, key)
            });
        }
        Ok(Plan::Query(if self.with_expired { query.with_expired() } else { query }, index))
    }
}

#[cold]
fn no_index<E: Entity>(given: &[Given]) -> Error {
    let given = given.iter().map(|given| given.path.describe(E::SCHEMA)).collect();
    Error::NoIndex { entity: E::SCHEMA.name, given }
}

impl<E: Entity> Query<E, Strong> {
    /// The same, of an index that may hold parts of the items.
    fn whole(self, index: &IndexSchema) -> Self {
        self.hydrated_if(index.projection != Projection::All)
    }
}

impl<E: Entity> fmt::Debug for Find<E> {
    /// The names of what is given: a value may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given: Vec<_> = self.given.iter().map(|given| given.path.describe(E::SCHEMA)).collect();
        f.debug_struct(if self.matching { "Matching" } else { "Find" })
            .field("entity", &E::SCHEMA.name)
            .field("given", &given)
            .field("may_scan", &self.may_scan)
            .field("limit", &self.limit)
            .field("after", &self.after)
            .field("filter", &self.filter)
            .field("with_expired", &self.with_expired)
            .finish()
    }
}
