//! A table that answers every query with the same items.

use std::{
    cell::RefCell,
    future::Future,
    pin::pin,
    sync::LazyLock,
    task::{Context, Poll, Waker},
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{
        BehaviorVersion, IdentityCache, Region, StalledStreamProtectionConfig, retry::RetryConfig,
        timeout::TimeoutConfig,
    },
};
use aws_smithy_runtime_api::{
    client::{
        http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector},
        orchestrator::{HttpRequest, HttpResponse},
        runtime_components::RuntimeComponents,
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use dynaent::Table;
use serde_json::{Value, json};

use crate::Item;

thread_local! {
    static ITEMS: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(Canned)
        .region(Region::from_static("us-east-1"))
        .allow_no_auth()
        .identity_cache(IdentityCache::no_cache())
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .build();
    Table::new(Client::from_conf(config), "t")
});

/// The table: a query reads these items, and ends where it began.
pub fn table(items: &[&Item]) -> &'static Table {
    ITEMS.set(items.iter().map(|item| crate::json(item)).collect());
    &TABLE
}

/// What a request was answered: it waits for nothing.
pub fn answered<T>(request: impl Future<Output = T>) -> T {
    match pin!(request).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => unreachable!("the table answers at once"),
    }
}

#[derive(Debug)]
struct Canned;

impl HttpClient for Canned {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Self)
    }
}

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request: Value = serde_json::from_slice(request.body().bytes().unwrap_or_default()).expect("JSON");
        let mut answer = json!({ "Items": ITEMS.with_borrow(Clone::clone) });
        if let Some(start) = request.get("ExclusiveStartKey") {
            answer["LastEvaluatedKey"] = start.clone();
        }
        let status = StatusCode::try_from(200).expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(answer.to_string()))))
    }
}
