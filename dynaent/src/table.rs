//! What requests are sent to: a table, through the user's own client or on the embedded engine.

mod absent;
mod attempts;
mod definition;
mod identity;
mod observer;

#[cfg(feature = "local")]
mod local;

#[cfg(feature = "local")]
use std::pin::Pin;
use std::{
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use aws_sdk_dynamodb::{Client, config::AsyncSleep};
use aws_smithy_async::rt::sleep::default_async_sleep;

#[cfg(feature = "local")]
pub use self::local::{LocalEngine, LocalEngineError};
pub(crate) use self::{attempts::counted, identity::Identity};
pub use self::{
    definition::{TableDefinition, TableDifference},
    observer::{Observed, Observer},
};
#[cfg(feature = "local")]
use crate::error::Error;
use crate::{entity::Entities, error::Result};

/// The future of a table. Boxed: the type of an `async fn` would repeat that `E` is no entity with each mention of it.
#[cfg(feature = "local")]
type Opening = Pin<Box<dyn Future<Output = Result<Table>> + Send>>;

/// A table, and the client that reaches it. Cheap to clone.
///
/// The client is an ordinary one of the AWS SDK: it decides on region, credentials, retries and timeouts, and the
/// endpoint may be any engine that speaks DynamoDB's API.
///
/// ```
/// use dynaent::Table;
///
/// // The configuration is the SDK's: by hand, or loaded by aws-config.
/// fn table(config: aws_sdk_dynamodb::Config) -> Table {
///     Table::new(aws_sdk_dynamodb::Client::from_conf(config), "app")
/// }
/// ```
#[derive(Clone)]
pub struct Table {
    client: Client,
    /// The client of requests that are observed, made for the first of them.
    counting: Arc<OnceLock<Client>>,
    name: Arc<str>,
    observer: Option<Arc<dyn Observer>>,
}

impl Table {
    /// A table of the given name behind a client of one's own.
    pub fn new(client: Client, name: impl Into<Arc<str>>) -> Self {
        Self { client, counting: Arc::default(), name: name.into(), observer: None }
    }

    /// The table's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The client, for requests that Dynaent does not make.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Waits, by the timer of the client or the SDK's own. `false` if there is none.
    pub(crate) async fn sleep(&self, duration: Duration) -> bool {
        // The configuration only knows a timer that the user has set.
        let timer = self.client.config().sleep_impl().or_else(default_async_sleep);
        match timer {
            Some(timer) => timer.sleep(duration).await,
            None => return false,
        }
        true
    }

    /// The same table through a client whose configuration is another: other retries, timeouts, an interceptor. For one
    /// request it can be made where that is sent; where many are, keep it.
    ///
    /// ```
    /// # use dynaent::{Entity, Table};
    /// # #[derive(Debug, Entity)]
    /// # #[entity(service = "myapp", name = "Note", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Note { id: String }
    /// use aws_sdk_dynamodb::config::retry::RetryConfig;
    ///
    /// # async fn demo(table: &Table) -> dynaent::Result<()> {
    /// let impatient = table.config_override(|config| config.retry_config(RetryConfig::disabled()));
    /// let note = Note::get().id("1").send(&impatient).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn config_override(
        &self,
        change: impl FnOnce(aws_sdk_dynamodb::config::Builder) -> aws_sdk_dynamodb::config::Builder,
    ) -> Self {
        let config = change(self.client.config().to_builder()).build();
        Self { client: Client::from_conf(config), counting: Arc::default(), ..self.clone() }
    }

    /// The same table, whose requests an observer is told of: each once, when it is over, also if it has failed. Who is told
    /// already, still is. For one request it can be made where that is sent.
    ///
    /// To know what a request costs, it asks DynamoDB for the consumed capacity, unless `customize` has said what to ask
    /// for. A request whose future is dropped before it is over, is not told of; nor are those of [`TableDefinition`].
    ///
    /// ```
    /// # use dynaent::{Entity, Table};
    /// # #[derive(Debug, Entity)]
    /// # #[entity(service = "myapp", name = "Note", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Note { id: String }
    /// use dynaent::Observed;
    ///
    /// # async fn demo(table: &Table) -> dynaent::Result<()> {
    /// let table = table.observed(|request: &Observed<'_>| {
    ///     if request.attempts > 1 || request.error.is_some() {
    ///         eprintln!("{request:?}");
    ///     }
    /// });
    /// let note = Note::get().id("1").send(&table).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn observed(&self, observer: impl Observer) -> Self {
        let observer: Arc<dyn Observer> = match &self.observer {
            None => Arc::new(observer),
            Some(before) => Arc::new(observer::Both(Arc::clone(before), observer)),
        };
        Self { observer: Some(observer), ..self.clone() }
    }

    /// Who is told of requests.
    pub(crate) fn observer(&self) -> Option<&dyn Observer> {
        self.observer.as_deref()
    }

    /// The client for what is [`counted`].
    pub(crate) fn counting_client(&self) -> &Client {
        self.counting.get_or_init(|| attempts::counting(&self.client))
    }

    /// Creates the table that the entities need unless it exists, and waits until it can be used: the shorthand of
    /// [`TableDefinition::of::<E>()?.create(&table)`](TableDefinition::create), for a table with the defaults.
    ///
    /// # Errors
    /// If the entities cannot share a table, a request fails, or the table is not active after five minutes.
    pub async fn create_if_absent<E: Entities>(&self) -> Result<()> {
        TableDefinition::of::<E>()?.create(self).await
    }

    /// A table on AWS, with the region, credentials and profile that the environment gives, as the AWS CLI reads them.
    #[cfg(feature = "aws")]
    pub async fn from_env(name: impl Into<Arc<str>>) -> Self {
        let config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
        Self::new(Client::new(&config), name)
    }

    /// An empty table on the embedded engine, in memory, with the keys and indexes that the entities need.
    ///
    /// `E` is an entity, or a tuple of entities that share the table. The table is gone when the last clone of it is.
    ///
    /// # Errors
    /// If the entities cannot share a table.
    #[cfg(feature = "local")]
    pub fn local<E: Entities>() -> Opening {
        Box::pin(async { Self::on_engine::<E>(LocalEngine::memory().map_err(Error::setup)?).await })
    }

    /// As [`local`](Self::local), but kept in a file: a later run that names the same file finds the items again.
    ///
    /// # Errors
    /// If the file cannot be opened or is not a database, or if the entities cannot share a table.
    #[cfg(feature = "local")]
    pub fn local_file<E: Entities>(path: impl AsRef<std::path::Path>) -> Opening {
        let engine = LocalEngine::file(path).map_err(Error::setup);
        Box::pin(async { Self::on_engine::<E>(engine?).await })
    }

    #[cfg(feature = "local")]
    async fn on_engine<E: Entities>(engine: LocalEngine) -> Result<Self> {
        let table = Self::new(engine.client(), "local");
        table.create_if_absent::<E>().await?;
        Ok(table)
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("client", &self.client).field("name", &self.name).finish_non_exhaustive()
    }
}
