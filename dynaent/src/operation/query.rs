//! `query`: the items of one partition, by an access pattern.

use std::marker::PhantomData;

use aws_sdk_dynamodb::{
    operation::query::{QueryInput, builders::QueryInputBuilder},
    types::AttributeValue,
};

use super::{
    custom::Custom,
    keyed::KeyOperation,
    kind::{Consistent, Reading},
    read::{Expired, check_filter, page_limit, read_all, start_key},
    request::{Request, unbuilt},
};
use crate::{
    cursor::{Cursor, StartAfter},
    entity::Entity,
    error::{AttributeError, AttributeProblem, Error, Result},
    expression::{self, Comparison, Condition, Conditions, KeyCondition, Node, ownership},
    key::{KeyPair, KeyRange, PartOf, cast},
    page::Page,
    schema::{KeyComposite, KeyKind, KeySide, Projection},
    table::Table,
    value::Item,
};

/// What is asked of the composite that ends a query's key.
#[derive(Debug)]
pub(super) enum Ending {
    /// The composite is a part of the sort key's text.
    Range(KeyRange),
    /// The composite is alone in its key field, as it is stored.
    Comparison(Comparison),
}

/// Reads the items of one partition of an index, in the order of its sort key: what `query().<access pattern>()` leads
/// to. Of an index that holds only keys it reads [`KeyComposites`](crate::KeyComposites).
#[derive(Debug)]
#[must_use = "nothing is read until `send`, `all` or `first` is awaited"]
pub struct Query<E, K> {
    pub(super) key: KeyPair,
    /// What is given of a multi-attribute key.
    stored: Vec<AttributeValue>,
    pub(super) condition: Option<Ending>,
    limit: Option<u32>,
    descending: bool,
    consistent: bool,
    after: Option<Cursor>,
    filter: Conditions,
    with_expired: bool,
    custom: Custom<QueryInputBuilder>,
    marker: PhantomData<fn() -> (E, K)>,
}

impl<E: Entity, K> Query<E, K> {
    #[doc(hidden)]
    pub fn start(index: usize) -> Self {
        Self {
            key: KeyPair::new(E::SCHEMA, &E::SCHEMA.indexes[index]),
            stored: Vec::new(),
            condition: None,
            limit: None,
            descending: false,
            consistent: false,
            after: None,
            filter: Conditions::new(E::SCHEMA),
            with_expired: false,
            custom: Custom::default(),
            marker: PhantomData,
        }
    }

    /// The most items that one request reads, at least 1. By default as many as fit DynamoDB's 1 MB.
    ///
    /// A page may hold fewer even if more follow: items of other entities count, and are dropped.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Reads from the highest sort key to the lowest.
    pub fn descending(mut self) -> Self {
        self.descending = true;
        self
    }

    /// Reads what was last written, at twice the cost. Global secondary indexes cannot.
    pub fn consistent(mut self) -> Self
    where
        K: Consistent,
    {
        self.consistent = true;
        self
    }

    /// Begins after the place where another page of the same query ended. `None` begins at the start.
    pub fn after(mut self, cursor: impl Into<StartAfter>) -> Self {
        self.after = cursor.into().0;
        self
    }

    /// Returns only the items of which this holds. A second filter must hold as well.
    ///
    /// DynamoDB reads, and bills, what it filters out. An attribute in the key that is queried cannot be filtered: ask for
    /// it by the key.
    pub fn filter(mut self, filter: Condition<E>) -> Self {
        self.filter.add(filter.node);
        self
    }

    /// Returns items that have expired too. DynamoDB deletes them within a few days.
    pub fn with_expired(mut self) -> Self {
        self.with_expired = true;
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(QueryInputBuilder) -> QueryInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }
}

impl<E: Entity, K: Reading<E>> Query<E, K> {
    /// The request, without sending it.
    ///
    /// Its items may include some that `send` drops: those of other entities, and for a condition on a composite that
    /// is not the last one, neighbours that the order of whole keys puts between those asked for.
    ///
    /// # Errors
    /// If the key cannot be built, the range is empty, the limit is 0, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<QueryInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Page<K::Item>> {
        let (input, reader) = self.plan(table)?;
        let (items, last) = reader.read(input, table).await?;
        Ok(Page::new(items, last.as_ref().and_then(Cursor::of)))
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<K::Item>> {
        let (input, reader) = self.plan(table)?;
        let (mut items, mut last) = reader.read(input.clone(), table).await?;
        while last.is_some() {
            let (more, next) = reader.read(input.clone().set_exclusive_start_key(last), table).await?;
            items.extend(more);
            last = next;
        }
        Ok(items)
    }

    /// Reads the first item; `None` if there is none.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn first(self, table: &Table) -> Result<Option<K::Item>> {
        let (input, reader) = self.plan(table)?;
        let (mut items, mut last) = reader.read(input.clone().limit(1), table).await?;
        // The first item read was not one asked for: look further, in pages of the usual size.
        while items.is_empty() && last.is_some() {
            (items, last) = reader.read(input.clone().set_exclusive_start_key(last), table).await?;
        }
        Ok(items.into_iter().next())
    }

    /// The first request, and what reads its answers.
    fn plan(self, table: &Table) -> Result<(QueryInputBuilder, Reader<E, K>)> {
        let range = match (&self.condition, &self.key.index.sk) {
            (Some(Ending::Range(range)), Some(side)) => Some((side.field, range.clone())),
            _ => None,
        };
        let expired = Expired::unless(self.with_expired, E::SCHEMA);
        Ok((self.input(table.name())?, Reader { range, expired, marker: PhantomData }))
    }

    fn input(mut self, table: impl Into<String>) -> Result<QueryInputBuilder> {
        self.key.checked()?;
        let (schema, index) = (self.key.schema, self.key.index);
        let whole = self.key.is_whole();
        let field = |composite: &KeyComposite| schema.attributes[composite.attribute].field;
        let mut key = KeyCondition::new();
        // The attributes themselves, or what is made of them.
        let pk = if index.multi_attribute { None } else { Some(self.key.partition_key()?) };
        let partition = pk.as_ref().map_or(self.stored.as_slice(), std::slice::from_ref);
        let start =
            self.after.as_ref().map(|cursor| start_key(cursor, schema, index, index.pattern, partition)).transpose()?;
        match pk {
            Some(pk) => key.equals(index.pk.field, pk),
            None => {
                let given = self.stored.drain(..index.pk.composites.len().min(self.stored.len()));
                index
                    .pk
                    .composites
                    .iter()
                    .zip(given)
                    .for_each(|(composite, value)| key.equals(field(composite), value));
            }
        }
        match (self.condition, self.key.index.sk.as_ref()) {
            (_, None) => {}
            (Some(Ending::Range(range)), Some(side)) => key.in_range(range, schema, index, side)?,
            (condition, Some(side)) if index.multi_attribute => {
                let (given, rest) = side.composites.split_at(self.stored.len().min(side.composites.len()));
                given.iter().zip(self.stored).for_each(|(composite, value)| key.equals(field(composite), value));
                if let (Some(Ending::Comparison(comparison)), Some(composite)) = (condition, rest.first()) {
                    key.compares(field(composite), comparison, schema, index)?;
                }
            }
            (Some(Ending::Comparison(comparison)), Some(side)) => {
                key.compares(side.field, comparison, schema, index)?
            }
            (None, Some(side)) => match self.key.into_sort_key()? {
                Some(sk) if whole => key.equals(side.field, sk),
                Some(prefix) => key.begins_with(side.field, prefix),
                None => {}
            },
        }
        let (condition, mut placeholders) = key.finish();
        // Here other entities lie between: DynamoDB need not send them. An index of few attributes may lack those that tell.
        let mixed = index.multi_attribute || index.clustered && !whole;
        let owned = (mixed && index.projection == Projection::All).then(|| ownership(schema));
        let filter = match (owned, self.filter.into_node()) {
            (None, None) => None,
            (owned, filter) => {
                if let Some(filter) = &filter {
                    check_filter(filter, schema, index)?;
                }
                expression::condition(Node::all(owned.into_iter().chain(filter)), schema, &mut placeholders)?
            }
        };
        let (names, values) = placeholders.finish();
        let mut input = QueryInput::builder()
            .table_name(table)
            .key_condition_expression(condition)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values);
        // Each setter moves the whole builder, so that only those are called which have something to set.
        if filter.is_some() {
            input = input.set_filter_expression(filter);
        }
        if let Some(name) = index.name() {
            input = input.index_name(name);
        }
        if let Some(limit) = self.limit {
            input = input.limit(page_limit(E::SCHEMA, limit)?);
        }
        if self.descending {
            input = input.scan_index_forward(false);
        }
        if self.consistent {
            input = input.consistent_read(true);
        }
        if let Some(start) = start {
            input = input.set_exclusive_start_key(Some(start));
        }
        Ok(self.custom.apply(input))
    }
}

impl<E: Entity, K> Query<E, K> {
    /// A value as it is stored, alone in its field. What is wrong with it is kept.
    pub(super) fn stored<T, V: PartOf<T>>(
        &mut self,
        side: &KeySide,
        composite: &KeyComposite,
        value: V,
    ) -> Option<AttributeValue> {
        let attribute = composite.attribute;
        if side.kind == KeyKind::Number {
            let mut text = String::new();
            value.write_key(&mut text);
            let number = cast(text, composite).map_err(|problem| self.key.refuse(attribute, problem));
            return number.ok().map(AttributeValue::N);
        }
        let unstorable = |error| {
            let attribute = E::SCHEMA.attributes[attribute].name;
            let failed = vec![AttributeError { attribute, problem: AttributeProblem::Value(error) }];
            Error::Attributes { entity: E::SCHEMA.name, failed }
        };
        value.into_attribute().map_err(|error| self.key.fail(unstorable(error))).ok()
    }
}

impl<E: Entity, K> KeyOperation for Query<E, K> {
    type Unfinished<S> = ();

    fn give<T>(&mut self, value: impl PartOf<T>) {
        let Some(composite) = self.key.give(&value) else { return };
        if self.key.index.multi_attribute {
            // The sides of such a key have no field of their own.
            if let Some(value) = self.stored(&self.key.index.pk, composite, value) {
                self.stored.push(value);
            }
        }
    }

    fn unfinished<S>(&self) -> &() {
        &()
    }
}

/// What is asked of the items that come back.
struct Reader<E, K> {
    range: Option<(&'static str, KeyRange)>,
    expired: Expired,
    marker: PhantomData<fn() -> (E, K)>,
}

impl<E: Entity, K: Reading<E>> Reader<E, K> {
    /// The items of one page, and the key of the last one that was read.
    async fn read(&self, input: QueryInputBuilder, table: &Table) -> Result<(Vec<K::Item>, Option<Item>)> {
        let request = Request { operation: "query", schema: E::SCHEMA };
        let output = input.send_with(table.client()).await;
        let output = output.map_err(|error| request.failed(table, error))?;
        let range = self.range.as_ref().map(|(field, range)| (*field, range));
        Ok((read_all::<E, K>(output.items, range, self.expired)?, output.last_evaluated_key))
    }
}
