//! Our operations, whatever their types: the request as JSON, and the sending.

use std::pin::Pin;

use dynaent::{Result, Table};
use serde_json::Value as Json;

use crate::request::Request;

type Sent<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// An operation that is ready to go.
pub struct Operation<T> {
    /// The request, in DynamoDB's JSON.
    pub request: Result<Json>,
    send: Box<dyn FnOnce(Table) -> Sent<T>>,
}

impl<T: 'static> Operation<T> {
    pub fn new(request: Result<impl Request>, send: impl FnOnce(Table) -> Sent<T> + 'static) -> Self {
        Self { request: request.map(|input| input.json()), send: Box::new(send) }
    }

    /// Sends it.
    pub async fn send(self, table: &Table) -> Result<T> {
        (self.send)(table.clone()).await
    }

    /// Without the answer.
    pub fn unanswered(self) -> Operation<()> {
        let send = self.send;
        Operation { request: self.request, send: Box::new(|table| Box::pin(async { send(table).await.map(drop) })) }
    }
}

/// Makes an [`Operation`] of an expression that gives a builder of ours, and may give up with `?`.
macro_rules! operation {
    ($builder:expr) => {{
        // Once for the request, once to be sent: builders are not cloned.
        let build = || Ok($builder);
        let (request, builder) = (build()?, build()?);
        $crate::report::Written::Ok($crate::operation::Operation::new(
            request.request($crate::engines::TABLE),
            |table| Box::pin(async move { builder.send(&table).await }),
        ))
    }};
}
pub(crate) use operation;
