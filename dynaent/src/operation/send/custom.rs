//! The way to what Dynaent does not wrap: a last change of the SDK's input.

use std::fmt;

/// What is done to an input of the SDK before it is sent.
pub(in crate::operation) struct Custom<B>(Option<Box<dyn FnOnce(B) -> B + Send + Sync>>);

impl<B: 'static> Custom<B> {
    /// Does this too, after what was asked for before.
    pub(in crate::operation) fn then(self, change: impl FnOnce(B) -> B + Send + Sync + 'static) -> Self {
        Self(Some(match self.0 {
            Some(before) => Box::new(|input| change(before(input))),
            None => Box::new(change),
        }))
    }
}

impl<B> Custom<B> {
    /// Inlined, so that an input that is not changed is not moved.
    #[inline]
    pub(in crate::operation) fn apply(self, mut input: B) -> B {
        if let Some(change) = self.0 {
            input = change(input);
        }
        input
    }
}

impl<B> Default for Custom<B> {
    fn default() -> Self {
        Self(None)
    }
}

impl<B> fmt::Debug for Custom<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "customized" } else { "as it is" })
    }
}
