//! Answers that the engine does not give, for what it cannot be brought to do.

use std::{
    fmt,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use aws_sdk_dynamodb::{
    config::{
        AsyncSleep, ConfigBag, Intercept, RuntimeComponents, Sleep,
        http::HttpResponse,
        interceptors::{BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextRef},
    },
    error::BoxError,
};
use dynaent::Table;

/// A table whose client is told what the engine did not say: `change` is given the operation and the answer. Embedded
/// only.
pub fn doctored(table: &Table, change: impl Fn(&str, &str) -> Option<(u16, String)> + Send + Sync + 'static) -> Table {
    let doctor = Doctor { change: Box::new(change), operation: Mutex::default() };
    table.config_override(|config| config.interceptor(doctor))
}

struct Doctor {
    change: Box<dyn Fn(&str, &str) -> Option<(u16, String)> + Send + Sync>,
    /// What was asked last: an answer does not say what it is one to.
    operation: Mutex<String>,
}

impl fmt::Debug for Doctor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Doctor")
    }
}

impl Intercept for Doctor {
    fn name(&self) -> &'static str {
        "Doctor"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let target = context.request().headers().get("x-amz-target").and_then(|target| target.split_once('.'));
        target.expect("an operation").1.clone_into(&mut self.operation.lock().expect("no panic"));
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let answer = std::str::from_utf8(context.response().body().bytes().expect("a whole answer"))?;
        if let Some((status, body)) = (self.change)(&self.operation.lock().expect("no panic"), answer) {
            *context.response_mut() = HttpResponse::new(status.try_into()?, body.into());
        }
        Ok(())
    }
}

/// Counts how often a client waits, and does not.
#[derive(Debug, Clone, Default)]
pub struct Naps(Arc<AtomicUsize>);

impl Naps {
    pub fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

impl AsyncSleep for Naps {
    fn sleep(&self, _: Duration) -> Sleep {
        self.0.fetch_add(1, Ordering::SeqCst);
        Sleep::new(std::future::ready(()))
    }
}
