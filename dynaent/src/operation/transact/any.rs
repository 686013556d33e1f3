//! Operations of different kinds in one list.

use std::fmt;

use super::step::{Step, Transacts};
use crate::{error::Result, operation::single::Whole};

/// Any operation of a [`TransactWrite`](super::TransactWrite), so that operations of different kinds can be in one list.
/// It answers nothing.
///
/// ```
/// # use dynaent::{AnyWrite, Entity, Table, TransactWrite};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Article { id: String, title: String }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Comment { id: String, text: String }
/// # async fn demo(table: &Table, article: &Article, comments: Vec<Comment>) -> dynaent::Result<()> {
/// let mut writes = vec![AnyWrite::of(Article::remove().id(&article.id))];
/// writes.extend(comments.iter().map(|comment| AnyWrite::of(Comment::delete().id(&comment.id))));
/// TransactWrite::new().items(writes).send(table).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is done until the transaction is sent"]
pub struct AnyWrite(Prepare);

type Prepare = Box<dyn FnOnce(&str, &mut Vec<Step>) -> Result<()> + Send>;

impl AnyWrite {
    /// The operation.
    pub fn of<O>(operation: impl Whole<Operation = O>) -> Self
    where
        O: Transacts + Send + 'static,
    {
        let operation = operation.into_operation();
        Self(Box::new(|table, steps| operation.prepare(table, steps).map(drop)))
    }
}

impl fmt::Debug for AnyWrite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnyWrite").finish_non_exhaustive()
    }
}

impl Whole for AnyWrite {
    type Operation = Self;

    fn into_operation(self) -> Self {
        self
    }
}

impl Transacts for AnyWrite {
    type Answer = ();
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<()> {
        (self.0)(table, steps)
    }
}
