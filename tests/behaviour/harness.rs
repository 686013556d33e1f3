//! The two ways to an engine, and a look behind Dynaent's back.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{
        BehaviorVersion, ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
        interceptors::BeforeTransmitInterceptorContextRef, retry::RetryConfig,
    },
    error::BoxError,
    operation::query::{QueryInput, QueryOutput, builders::QueryFluentBuilder},
    types::{AttributeValue, Select},
};
use dynaent::{Entities, LocalEngine, Table};
use tokio::net::TcpListener;

pub type Item = HashMap<String, AttributeValue>;

/// Makes two tests of each function: one on the embedded client, one over HTTP.
macro_rules! both_ways {
    ($($(#[$attribute:meta])* $test:ident,)*) => {
        mod embedded {
            $(
                $(#[$attribute])*
                #[tokio::test]
                async fn $test() {
                    super::$test($crate::harness::Engine::embedded()).await;
                }
            )*
        }

        mod http {
            $(
                $(#[$attribute])*
                #[tokio::test]
                async fn $test() {
                    super::$test($crate::harness::Engine::over_http().await).await;
                }
            )*
        }
    };
}

pub(crate) use both_ways;

/// An empty engine of a test's own.
pub struct Engine {
    client: Client,
    sent: Sent,
    pub over_http: bool,
}

impl Engine {
    /// In this process, without a socket.
    pub fn embedded() -> Self {
        let client = LocalEngine::memory().expect("an engine in memory").client();
        Self::counting(client, false)
    }

    /// Behind a server on loopback, which ends with the test's runtime.
    pub async fn over_http() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(dynoxide::server::serve_on(listener, dynoxide::Database::memory().expect("an engine in memory")));
        Self::at(address)
    }

    /// At an address where an engine may serve.
    pub fn at(address: SocketAddr) -> Self {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(format!("http://{address}"))
            .region(Region::from_static("eu-central-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .retry_config(RetryConfig::disabled())
            .build();
        Self::counting(Client::from_conf(config), true)
    }

    fn counting(client: Client, over_http: bool) -> Self {
        let sent = Sent::default();
        let config = client.config().to_builder().interceptor(sent.clone()).build();
        Self { client: Client::from_conf(config), sent, over_http }
    }

    /// A table that does not exist.
    pub fn absent_table(&self) -> Table {
        Table::new(self.client.clone(), "absent")
    }

    /// A fresh table for the entities.
    pub async fn table<E: Entities>(&self) -> Table {
        let table = Table::new(self.client.clone(), "app");
        table.create_if_absent::<E>().await.expect("a table");
        table
    }

    /// What a future gives that must not send a request.
    #[track_caller]
    pub fn unsent<T>(&self, work: impl Future<Output = T>) -> impl Future<Output = T> {
        let caller = std::panic::Location::caller();
        async move {
            let before = self.sent();
            let result = work.await;
            assert_eq!(self.sent(), before, "a request was sent, at {caller}");
            result
        }
    }

    /// How many requests were sent so far.
    pub fn sent(&self) -> usize {
        self.sent.0.load(Ordering::SeqCst)
    }
}

/// Counts what leaves the client.
#[derive(Debug, Clone, Default)]
struct Sent(Arc<AtomicUsize>);

impl Intercept for Sent {
    fn name(&self) -> &'static str {
        "Sent"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

// -- Behind Dynaent's back -------------------------------------------------------------------------------------------

pub fn s(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

pub fn n(number: impl ToString) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

pub fn item<const N: usize>(fields: [(&str, AttributeValue); N]) -> Item {
    fields.map(|(name, value)| (name.to_owned(), value)).into()
}

/// Writes an item as it is.
pub async fn put_raw(table: &Table, item: Item) {
    table.client().put_item().table_name(table.name()).set_item(Some(item)).send().await.expect("put");
}

/// Everything in the table, by its primary key.
pub async fn stored(table: &Table) -> Vec<Item> {
    let pages = table.client().scan().table_name(table.name()).into_paginator().items().send();
    let mut items: Vec<Item> = pages.collect::<Result<_, _>>().await.expect("scan");
    items.sort_by_key(|item| ["pk", "sk"].map(|field| item.get(field).and_then(|value| value.as_s().ok().cloned())));
    items
}

/// The only item of the table.
pub async fn only_stored(table: &Table) -> Item {
    let mut items = stored(table).await;
    assert_eq!(items.len(), 1, "{items:?}");
    items.remove(0)
}

/// Changes fields of the only item; `None` removes one.
pub async fn tamper<const N: usize>(table: &Table, changes: [(&str, Option<AttributeValue>); N]) {
    let mut item = only_stored(table).await;
    for (field, value) in changes {
        match value {
            Some(value) => item.insert(field.to_owned(), value),
            None => item.remove(field),
        };
    }
    put_raw(table, item).await;
}

/// Sends a request of Dynaent's without what Dynaent does with the answer.
pub async fn query_raw(table: &Table, input: QueryInput) -> QueryOutput {
    raw(table, input).send().await.expect("query")
}

/// How many items a request of Dynaent's reads.
pub async fn scanned(table: &Table, input: QueryInput) -> usize {
    let output = raw(table, input).select(Select::Count).send().await.expect("query");
    usize::try_from(output.scanned_count).expect("a count")
}

fn raw(table: &Table, input: QueryInput) -> QueryFluentBuilder {
    table
        .client()
        .query()
        .table_name(table.name())
        .set_index_name(input.index_name)
        .set_key_condition_expression(input.key_condition_expression)
        .set_filter_expression(input.filter_expression)
        .set_expression_attribute_names(input.expression_attribute_names)
        .set_expression_attribute_values(input.expression_attribute_values)
        .set_scan_index_forward(input.scan_index_forward)
}
