//! `get`: one item by its primary key.

use std::{future::Pending, marker::PhantomData};

use aws_sdk_dynamodb::operation::get_item::{GetItemInput, builders::GetItemInputBuilder};

use crate::{
    entity::{Entity, Expired, decode},
    error::Result,
    key::{KeyOperation, KeyPair, OnItem, PartOf, SortOperation},
    operation::{
        send::{
            call,
            custom::Custom,
            request::{Request, unbuilt},
        },
        unfinished::{WholeKey, unfiltered, unfinished, unfinished_method},
    },
    table::Table,
    value::Item,
};

/// Reads one item: what the entity's `get()` leads to when the key is complete.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let comment = Comment::get().comment_id("c1").send(&table).await?;
/// assert_eq!(comment.unwrap().text, "First!");
/// # Ok(()) });
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `send` is awaited"]
pub struct Get<E> {
    key: KeyPair,
    consistent: bool,
    with_expired: bool,
    custom: Custom<GetItemInputBuilder>,
    marker: PhantomData<fn() -> E>,
}

impl<E: Entity> Get<E> {
    /// Reads what was last written, at twice the cost. Without it, DynamoDB may answer with the state of a moment ago.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let comment = Comment::get().comment_id("c1").consistent().send(&table).await?;
    /// assert!(comment.is_some());
    /// # Ok(()) });
    /// ```
    pub fn consistent(mut self) -> Self {
        self.consistent = true;
        self
    }

    /// Gives the item also if it has expired. DynamoDB deletes it within a few days.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use std::time::UNIX_EPOCH;
    ///
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").set(c.expires, UNIX_EPOCH).send(&table).await?;
    /// assert_eq!(Comment::get().comment_id("c1").send(&table).await?, None);
    /// assert!(Comment::get().comment_id("c1").with_expired().send(&table).await?.is_some());
    /// # Ok(()) });
    /// ```
    pub fn with_expired(mut self) -> Self {
        self.with_expired = true;
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
    ///
    /// let get = Comment::get().comment_id("c1");
    /// let input = get.customize(|input| input.return_consumed_capacity(ReturnConsumedCapacity::Total)).request("app")?;
    /// assert!(input.return_consumed_capacity().is_some());
    /// # Ok(()) });
    /// ```
    pub fn customize(
        mut self,
        change: impl FnOnce(GetItemInputBuilder) -> GetItemInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Comment::get().comment_id("c1").request("app")?;
    /// assert_eq!(input.key().unwrap()["sk"].as_s().unwrap(), "$comment_1");
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key cannot be built.
    pub fn request(self, table: impl Into<String>) -> Result<GetItemInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads the item; `None` if there is none, if it has expired, or if it is of another entity or version.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// assert!(Comment::get().comment_id("c1").send(&table).await?.is_some());
    /// assert_eq!(Comment::get().comment_id("c9").send(&table).await?, None);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key cannot be built, the request fails, or the item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Option<E>> {
        let request = Request { operation: "get", schema: E::SCHEMA };
        let expired = self.expired_items();
        let output = call::send(self.input(table.name())?, request.call(), table).await;
        match output.map_err(|error| request.failed(table, error))?.item {
            Some(item) => Self::read(item, expired),
            None => Ok(None),
        }
    }

    /// Which items it takes for expired, if it is sent now.
    pub(in crate::operation) fn expired_items(&self) -> Expired {
        Expired::unless(self.with_expired, [E::SCHEMA])
    }

    /// What it gives of the item that is there.
    pub(in crate::operation) fn read(item: Item, expired: Expired) -> Result<Option<E>> {
        Ok(decode(item)?.filter(|entity: &E| !expired.includes(entity.expires_at())))
    }

    fn input(mut self, table: impl Into<String>) -> Result<GetItemInputBuilder> {
        let input = GetItemInput::builder().table_name(table).set_key(Some(self.key.item()?));
        Ok(self.custom.apply(if self.consistent { input.consistent_read(true) } else { input }))
    }
}

#[diagnostic::do_not_recommend]
impl<E: Entity, const N: usize> SortOperation<N> for Get<E> {}

impl<E: Entity> KeyOperation for Get<E> {
    type Unfinished<S> = UnfinishedGet<E, S>;

    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(&value);
    }

    fn unfinished<S>(keys: &impl Sized) -> &UnfinishedGet<E, S> {
        UnfinishedGet::of(keys)
    }
}

impl<E: Entity> OnItem for Get<E> {
    fn start() -> Self {
        Self {
            key: KeyPair::new(E::SCHEMA, E::SCHEMA.primary()),
            consistent: false,
            with_expired: false,
            custom: Custom::default(),
            marker: PhantomData,
        }
    }
}

unfinished!(UnfinishedGet<E>);

impl<E: Entity, S> UnfinishedGet<E, S> {
    unfinished_method!(consistent() -> Get<E>);
    unfinished_method!(with_expired() -> Get<E>);
    unfinished_method!(customize(V) -> Get<E>);
    unfinished_method!(request(V) -> Result<GetItemInput>);

    #[doc(hidden)]
    pub fn send(&self, _: &Table) -> Pending<Result<Option<E>>>
    where
        S: WholeKey,
    {
        S::never()
    }
}

unfiltered!((E) Get<E>);
