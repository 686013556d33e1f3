//! Who is told of the requests on a table, and what.

use std::{sync::Arc, time::Duration};

/// Is told of every request, once it is over: metrics and logs of one's own. See [`Table::observed`].
///
/// A closure is one, if it says what it takes: `|request: &Observed<'_>| …`. So is an `Arc` of one, which can be asked later
/// what it was told.
///
/// [`Table::observed`]: crate::Table::observed
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use std::sync::{Arc, atomic::{AtomicUsize, Ordering}};
/// use dynaent::{Observed, Observer};
///
/// #[derive(Default)]
/// struct Counter(AtomicUsize);
/// impl Observer for Counter {
///     fn observe(&self, _: &Observed<'_>) {
///         self.0.fetch_add(1, Ordering::Relaxed);
///     }
/// }
///
/// let counter = Arc::new(Counter::default());
/// Comment::get().comment_id("c1").send(&table.observed(counter.clone())).await?;
/// assert_eq!(counter.0.load(Ordering::Relaxed), 1);
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not observe requests",
    label = "is no `Observer`",
    note = "an observer is a type that implements `dynaent::Observer`, or a closure: `|request: &Observed<'_>| …`; it is `Send + Sync + 'static`"
)]
pub trait Observer: Send + Sync + 'static {
    /// Takes note of a request. It is called where the request was sent, which waits for it: it must be quick, and must not
    /// block. If it panics, so does the request.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Observed, Observer};
    ///
    /// struct Slow;
    /// impl Observer for Slow {
    ///     fn observe(&self, request: &Observed<'_>) {
    ///         if request.duration.as_millis() > 100 {
    ///             eprintln!("{} of {} took {:?}", request.operation, request.entity, request.duration);
    ///         }
    ///     }
    /// }
    /// ```
    fn observe(&self, request: &Observed<'_>);
}

impl<F: Fn(&Observed<'_>) + Send + Sync + 'static> Observer for F {
    fn observe(&self, request: &Observed<'_>) {
        self(request);
    }
}

impl<O: Observer + ?Sized> Observer for Arc<O> {
    fn observe(&self, request: &Observed<'_>) {
        (**self).observe(request);
    }
}

/// A request that is over, as an [`Observer`] is told of it. Nothing here is a key or a value of an item.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::Observed;
///
/// let observed = table.observed(|request: &Observed<'_>| {
///     assert_eq!((request.operation, request.entity, request.items), ("get", "Comment", 1));
/// });
/// Comment::get().comment_id("c1").send(&observed).await?;
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Observed<'a> {
    /// The verb, as in errors: `create`, `patch`, `query`, `write transaction` and so on. What counts items or streams
    /// them is a `query` or a `scan`.
    pub operation: &'static str,
    /// The entity's name; of a collection, and of a scan of a service, that of its first entity; of a transaction, the name
    /// that all its operations share, or `several entities`.
    pub entity: &'static str,
    /// DynamoDB's name of the secondary index that was read; `None` for the table itself.
    pub index: Option<&'static str>,
    /// The name of the table it was sent to.
    pub table: &'a str,
    /// How many items came, before those of other entities were dropped; how many were counted; of a write, how many it
    /// names. 0 if the request has failed.
    pub items: usize,
    /// The capacity units that it has used up, of the table and its indexes together; `None` if DynamoDB did not say, as
    /// it does not of failed requests.
    pub capacity: Option<f64>,
    /// How often it was sent: 1, and the SDK's retries. 0 if it failed before.
    pub attempts: u32,
    /// From its start to its end, with its retries and the waits between them.
    pub duration: Duration,
    /// Why it failed: DynamoDB's code, as `ConditionalCheckFailedException`, or what kind of error it is to the SDK, as
    /// `TimeoutError`. Never a message.
    pub error: Option<&'a str>,
}

/// An observer, and the one that was there before.
pub(super) struct Both<O>(pub(super) Arc<dyn Observer>, pub(super) O);

impl<O: Observer> Observer for Both<O> {
    fn observe(&self, request: &Observed<'_>) {
        self.0.observe(request);
        self.1.observe(request);
    }
}
