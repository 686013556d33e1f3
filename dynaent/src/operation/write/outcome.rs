//! What becomes of a write that has a condition.

use crate::{
    entity::{Entity, decode},
    error::{Current, Error, Reason, Result},
};

/// What became of a write whose condition may fail: what `send_if` gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T, E> {
    /// It was made, and this is its answer.
    Applied(T),
    /// Its condition did not hold, and nothing was written. This is the item as it is, if there is one.
    Rejected(Option<E>),
}

impl<T, E> Outcome<T, E> {
    /// Whether the write was made.
    pub const fn is_applied(&self) -> bool {
        matches!(self, Self::Applied(_))
    }

    /// The answer of a write that was made.
    pub fn applied(self) -> Option<T> {
        match self {
            Self::Applied(answer) => Some(answer),
            Self::Rejected(_) => None,
        }
    }
}

/// What a write gave, with a failed condition as an outcome.
pub(super) fn outcome<T, E: Entity>(result: Result<T>) -> Result<Outcome<T, E>> {
    match result {
        Ok(answer) => Ok(Outcome::Applied(answer)),
        Err(Error::NotFound { .. }) => Ok(Outcome::Rejected(None)),
        Err(
            Error::AlreadyExists { current, .. }
            | Error::ConditionFailed { current, .. }
            | Error::Conflict { current, .. },
        ) => current.item().map(Outcome::Rejected),
        Err(error) => Err(error),
    }
}

impl Reason {
    /// The item as it is, which kept the operation from being made; `None` if there is none, or it was something else.
    ///
    /// # Errors
    /// If the item cannot be read.
    pub fn current<E: Entity>(&self) -> Result<Option<E>> {
        self.current.item()
    }
}

impl Current {
    /// The item; `None` if there is none, or one of another entity.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn item<E: Entity>(&self) -> Result<Option<E>> {
        self.stored().map_or(Ok(None), |item| decode(item.clone()))
    }
}

impl Error {
    /// The item as it is, which kept a write from being made; `None` if there is none, or the error is another one.
    ///
    /// ```
    /// # use dynaent::{Entity, Error, Table};
    /// # #[derive(Debug, Clone, PartialEq, Entity)]
    /// # #[entity(service = "shop", name = "Product", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Product { id: String, stock: u32 }
    /// async fn take(table: &Table, id: &str) -> dynaent::Result<bool> {
    ///     let p = Product::attributes();
    ///     let taken = Product::patch().id(id).subtract(p.stock, 1).condition(p.stock.gt(0)).send(table).await;
    ///     match taken {
    ///         Ok(()) => Ok(true),
    ///         Err(error @ Error::ConditionFailed { .. }) => {
    ///             println!("left: {}", error.current::<Product>()?.map_or(0, |product| product.stock));
    ///             Ok(false)
    ///         }
    ///         Err(error) => Err(error),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// If the item cannot be read.
    pub fn current<E: Entity>(&self) -> Result<Option<E>> {
        match self {
            Self::AlreadyExists { current, .. }
            | Self::ConditionFailed { current, .. }
            | Self::Conflict { current, .. } => current.item(),
            _ => Ok(None),
        }
    }
}
