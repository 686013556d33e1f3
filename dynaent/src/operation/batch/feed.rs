//! Where a batch has its parts from: an iterator or a stream.

use futures_util::{Stream, StreamExt, stream, stream::BoxStream};

use super::part::BatchPart;
use crate::{
    entity::Entity,
    error::{Error, Result},
    operation::{
        read::Get,
        single::OnTable,
        write::{Begin, Delete, Put, Update},
    },
};

/// What comes one after the other, `T`s: from an iterator or a stream, of values or of `Result`s. The marker `M` says which
/// of them it is; the compiler finds it.
///
/// A `Vec`, an array or any other iterator; whatever is a [`Stream`]. The first `Err` ends it, as
/// [`Error::Source`](crate::Error::Source). To keep what has not been taken when a batch fails, give `&mut` an iterator or
/// a stream.
#[diagnostic::on_unimplemented(
    message = "`{Self}` gives nothing that a batch could take here",
    label = "neither an iterator nor a stream of what belongs here",
    note = "`batch_put` and `import` take entities, `batch_get` gets, as `Comment::get().comment_id(…)`, and `batch_delete` \
            deletes: of a `Vec`, an array, another iterator, or a stream; also of `Result`s"
)]
pub trait Source<'a, T, M> {
    #[doc(hidden)]
    fn into_feed(self) -> Feed<'a, T>;
}

/// What a source can be one of: entities, and builders of operations on one item, whether they are complete or not. It
/// tells values from `Result`s.
pub trait Element {}

#[diagnostic::do_not_recommend]
impl<E: Entity> Element for E {}

macro_rules! elements {
    ($(($($generics:tt)*) $operation:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Element for $operation {}
    )*};
}

elements! {
    (E) Get<E>;
    (E, G, A) Put<E, G, A>;
    (E, B: Begin<E>, A) Update<E, B, A>;
    (E, G, A) Delete<E, G, A>;
    (O) OnTable<O>;
    () BatchPart;
}

/// An iterator of values.
#[derive(Debug)]
pub enum Iterated {}

/// An iterator of `Result`s.
#[derive(Debug)]
pub enum IteratedResults {}

/// A stream of values.
#[derive(Debug)]
pub enum Streamed {}

/// A stream of `Result`s.
#[derive(Debug)]
pub enum StreamedResults {}

/// What is taken out of a source.
#[doc(hidden)]
pub struct Feed<'a, T> {
    pub(super) stream: BoxStream<'a, Result<T>>,
    /// Whether it is at hand, and known to end.
    pub(super) is_at_hand: bool,
}

impl<'a, T: Send + 'a> Feed<'a, T> {
    pub(super) fn map<U>(self, change: impl FnMut(Result<T>) -> Result<U> + Send + 'a) -> Feed<'a, U> {
        Feed { stream: self.stream.map(change).boxed(), is_at_hand: self.is_at_hand }
    }

    /// All of them, one after the other.
    pub(super) fn chain(feeds: Vec<Self>) -> Self {
        let is_at_hand = feeds.iter().all(|feed| feed.is_at_hand);
        Self { stream: stream::iter(feeds).flat_map(|feed| feed.stream).boxed(), is_at_hand }
    }

    pub(super) fn of(iterator: impl Iterator<Item = Result<T>> + Send + 'a) -> Self {
        let is_at_hand = iterator.size_hint().1.is_some();
        Self { stream: stream::iter(iterator).boxed(), is_at_hand }
    }
}

/// Whatever makes an error of a source.
type Cause = Box<dyn std::error::Error + Send + Sync>;

impl<'a, T, I> Source<'a, T, Iterated> for I
where
    T: Element + Send + 'a,
    I: IntoIterator<Item = T>,
    I::IntoIter: Send + 'a,
{
    fn into_feed(self) -> Feed<'a, T> {
        Feed::of(self.into_iter().map(Ok))
    }
}

impl<'a, T, X, I> Source<'a, T, IteratedResults> for I
where
    T: Element + Send + 'a,
    X: Into<Cause>,
    I: IntoIterator<Item = Result<T, X>>,
    I::IntoIter: Send + 'a,
{
    fn into_feed(self) -> Feed<'a, T> {
        Feed::of(self.into_iter().map(|part| part.map_err(failed)))
    }
}

impl<'a, T, S> Source<'a, T, Streamed> for S
where
    T: Element + Send + 'a,
    S: Stream<Item = T> + Send + 'a,
{
    fn into_feed(self) -> Feed<'a, T> {
        Feed { stream: self.map(Ok).boxed(), is_at_hand: false }
    }
}

impl<'a, T, X, S> Source<'a, T, StreamedResults> for S
where
    T: Element + Send + 'a,
    X: Into<Cause>,
    S: Stream<Item = Result<T, X>> + Send + 'a,
{
    fn into_feed(self) -> Feed<'a, T> {
        Feed { stream: self.map(|part| part.map_err(failed)).boxed(), is_at_hand: false }
    }
}

fn failed(error: impl Into<Cause>) -> Error {
    Error::Source(error.into())
}
