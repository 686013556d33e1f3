//! Collects errors, so that a user sees all of them at once.

use std::cell::RefCell;

use proc_macro2::TokenStream;
use syn::spanned::Spanned;

/// The errors found so far.
#[derive(Default)]
pub struct Errors {
    found: RefCell<Vec<syn::Error>>,
}

impl Errors {
    /// Adds an error on the given tokens.
    pub fn at(&self, tokens: &impl Spanned, message: impl std::fmt::Display) {
        self.push(syn::Error::new(tokens.span(), message));
    }

    /// Adds an error.
    pub fn push(&self, error: syn::Error) {
        self.found.borrow_mut().push(error);
    }

    /// Keeps the value, or the error.
    pub fn ok<T>(&self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// The errors as code: the first as a type, so that whatever is made of that type is not reported again, and the
    /// rest as items.
    pub fn into_compile_errors(self) -> (TokenStream, TokenStream) {
        let mut errors = self.found.into_inner().into_iter().map(|error| error.to_compile_error());
        let first = errors.next().unwrap_or_default();
        (first, errors.collect())
    }
}
