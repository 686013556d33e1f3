//! A write that is ready to be sent.

use super::{guard::Guard, version::Lock};

/// A write of one item, as the SDK's input, and what is needed to tell why it failed.
#[doc(hidden)]
#[derive(Debug)]
pub struct Plan<B> {
    pub(in crate::operation) input: B,
    /// Whether it has a condition besides the guard.
    pub(in crate::operation) conditional: bool,
    /// The version that it expects.
    pub(in crate::operation) lock: Lock,
    /// The bytes that what it writes takes in the item.
    pub(in crate::operation) size: usize,
}

impl<B> Plan<B> {
    /// What it demands under a guard.
    pub(in crate::operation) const fn demand<G: Guard>(&self) -> Demand {
        Demand { exists: G::EXISTS, conditional: self.conditional, lock: self.lock }
    }
}

/// What a write demands of the item that is there.
#[derive(Debug, Clone, Copy)]
pub(in crate::operation) struct Demand {
    /// Whether there must be one, or must be none.
    pub(in crate::operation) exists: Option<bool>,
    /// Whether there is a condition besides.
    pub(in crate::operation) conditional: bool,
    /// The version that it must have.
    pub(in crate::operation) lock: Lock,
}

impl Demand {
    /// Nothing.
    pub(in crate::operation) const NOTHING: Self = Self { exists: None, conditional: false, lock: Lock::Open };

    /// Whether it demands anything.
    pub(in crate::operation) const fn is_any(self) -> bool {
        self.conditional || self.exists.is_some()
    }
}
