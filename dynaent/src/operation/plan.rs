//! A write that is ready to be sent.

use super::{guard::Guard, version::Lock};

/// A write of one item, as the SDK's input, and what is needed to tell why it failed.
#[doc(hidden)]
#[derive(Debug)]
pub struct Plan<B> {
    pub(super) input: B,
    /// Whether it has a condition besides the guard.
    pub(super) conditional: bool,
    /// The version that it expects.
    pub(super) lock: Lock,
    /// The bytes that what it writes takes in the item.
    pub(super) size: usize,
}

impl<B> Plan<B> {
    /// What it demands under a guard.
    pub(super) const fn demand<G: Guard>(&self) -> Demand {
        Demand { exists: G::EXISTS, conditional: self.conditional, lock: self.lock }
    }
}

/// What a write demands of the item that is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Demand {
    /// Whether there must be one, or must be none.
    pub(super) exists: Option<bool>,
    /// Whether there is a condition besides.
    pub(super) conditional: bool,
    /// The version that it must have.
    pub(super) lock: Lock,
}

impl Demand {
    /// Nothing.
    pub(super) const NOTHING: Self = Self { exists: None, conditional: false, lock: Lock::Open };

    /// Whether it demands anything.
    pub(super) const fn is_any(self) -> bool {
        self.conditional || self.exists.is_some()
    }
}
