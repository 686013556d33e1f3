//! Answers that the engine does not give by itself, made of its own or of nothing.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use aws_smithy_runtime_api::{
    client::{
        orchestrator::{HttpRequest, HttpResponse},
        result::ConnectorError,
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame};
use serde_json::{Value, json};

pub type Answer = Result<HttpResponse, ConnectorError>;

const CONTENTION: &str = "Transaction is ongoing for the item";

pub fn json(body: &SdkBody) -> Value {
    body.bytes().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default()
}

fn answer(status: u16, body: impl Into<SdkBody>) -> Answer {
    let status = StatusCode::try_from(status).map_err(|error| ConnectorError::other(error.into(), None))?;
    let mut answer = HttpResponse::new(status, body.into());
    answer.headers_mut().insert("content-type", "application/x-amz-json-1.0");
    Ok(answer)
}

// -- Refusals --------------------------------------------------------------------------------------------------------

/// An error, by its whole name.
pub fn refusal(status: u16, name: &str) -> Answer {
    answer(status, json!({"__type": name, "message": "the weather"}).to_string())
}

/// One of DynamoDB's own.
pub fn service(name: &str) -> Answer {
    refusal(400, &format!("com.amazonaws.dynamodb.v20120810#{name}"))
}

/// What stands between us and the service has an answer of its own.
pub fn unavailable() -> Answer {
    answer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>")
}

/// A transaction of so many operations is cancelled, for one or more of them met another transaction.
pub fn contention(operations: usize, draw: u64) -> Answer {
    let operations = u64::try_from(operations).unwrap_or_default().max(1);
    let reasons = (0..operations).map(|number| {
        if number == draw % operations || draw >> (number % 64) & 7 == 0 {
            json!({"Code": "TransactionConflict", "Message": CONTENTION})
        } else {
            json!({"Code": "None"})
        }
    });
    let body = json!({
        "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons",
        "CancellationReasons": reasons.collect::<Vec<_>>(),
    });
    answer(400, body.to_string())
}

// -- Broken bodies ---------------------------------------------------------------------------------------------------

/// The body ends in the middle, as if it were all. Not before it has begun: the SDK takes an empty body for an empty
/// object, and HTTP, which knows the length, does not let that happen.
pub fn cut_off(answer: HttpResponse, draw: u64) -> HttpResponse {
    part_of(answer, draw, 1, SdkBody::from)
}

/// The connection ends in the middle of the body.
pub fn broken_off(answer: HttpResponse, draw: u64) -> HttpResponse {
    part_of(answer, draw, 0, |part| SdkBody::from_body_1_x(Broken(Some(part))))
}

/// With a body that is made of a part of its own, which has so many bytes at least.
fn part_of(mut answer: HttpResponse, draw: u64, least: usize, body: impl FnOnce(Bytes) -> SdkBody) -> HttpResponse {
    let whole = Bytes::copy_from_slice(answer.body().bytes().unwrap_or_default());
    // Never the last byte: JSON that lacks its end is no JSON.
    let lengths = whole.len().saturating_sub(least).max(1);
    let length = least + usize::try_from(draw).unwrap_or_default() % lengths;
    *answer.body_mut() = body(whole.slice(..length.min(whole.len())));
    answer
}

/// A body that ends in an error.
struct Broken(Option<Bytes>);

impl Body for Broken {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let frame = self.0.take().filter(|part| !part.is_empty()).map(Frame::data);
        Poll::Ready(Some(frame.ok_or_else(|| std::io::ErrorKind::ConnectionReset.into())))
    }
}

// -- Pages -----------------------------------------------------------------------------------------------------------

/// Whether a page begins where another one ended.
pub fn goes_on(request: &HttpRequest) -> bool {
    json(request.body())["ExclusiveStartKey"].is_object()
}

/// The request of a page of at most so many items.
pub fn shorter(request: HttpRequest, limit: u64) -> HttpRequest {
    let mut body = json(request.body());
    let limit = body["Limit"].as_u64().map_or(limit, |asked| asked.min(limit));
    body["Limit"] = limit.into();
    with_body(request, &body)
}

/// A page without items that ends where it began.
pub fn empty_page(request: &HttpRequest) -> Answer {
    let key = json(request.body())["ExclusiveStartKey"].take();
    answer(200, json!({"Items": [], "Count": 0, "ScannedCount": 0, "LastEvaluatedKey": key}).to_string())
}

fn with_body(mut request: HttpRequest, body: &Value) -> HttpRequest {
    *request.body_mut() = SdkBody::from(body.to_string());
    request
}

// -- Batches ---------------------------------------------------------------------------------------------------------

/// Takes out of a batch what is to be left unprocessed. Gives the request of the rest, if any, and what is left.
pub fn split(operation: &str, request: HttpRequest, is_left: impl Fn(usize) -> bool) -> (Option<HttpRequest>, Value) {
    let mut body = json(request.body());
    let mut left = serde_json::Map::new();
    let mut number = 0;
    let Some(tables) = body["RequestItems"].as_object_mut() else { return (Some(request), Value::Null) };
    for (table, asked) in &mut *tables {
        let mut rest = asked.clone();
        let [passed, kept] = [&mut *asked, &mut rest].map(|asked| requests(operation, asked));
        let (Some(passed), Some(kept)) = (passed, kept) else { continue };
        let all = std::mem::take(passed);
        kept.clear();
        for one in all {
            if is_left(number) { &mut *kept } else { &mut *passed }.push(one);
            number += 1;
        }
        if !kept.is_empty() {
            left.insert(table.clone(), rest);
        }
    }
    tables.retain(|_, asked| requests(operation, asked).is_none_or(|requests| !requests.is_empty()));
    let rest = !tables.is_empty();
    (rest.then(|| with_body(request, &body)), left.into())
}

/// The single requests to a table.
fn requests<'a>(operation: &str, asked: &'a mut Value) -> Option<&'a mut Vec<Value>> {
    if operation == "BatchGetItem" { asked["Keys"].as_array_mut() } else { asked.as_array_mut() }
}

/// The answer to a batch of which nothing was done.
pub fn nothing(operation: &str) -> HttpResponse {
    let body = if operation == "BatchGetItem" { json!({"Responses": {}}) } else { json!({}) };
    HttpResponse::new(StatusCode::try_from(200).expect("a status"), SdkBody::from(body.to_string()))
}

/// An answer that says what of a batch is left.
pub fn with_left(operation: &str, mut answer: HttpResponse, left: Value) -> Answer {
    if answer.status().is_success() {
        let mut body = json(answer.body());
        let field = if operation == "BatchGetItem" { "UnprocessedKeys" } else { "UnprocessedItems" };
        body[field] = left;
        *answer.body_mut() = SdkBody::from(body.to_string());
    }
    Ok(answer)
}
