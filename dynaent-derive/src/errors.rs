//! Collects errors, so that a user sees all of them at once.

use std::cell::RefCell;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The errors found so far.
#[derive(Default)]
pub struct Errors {
    found: RefCell<Vec<syn::Error>>,
}

impl Errors {
    /// Adds an error on the given tokens, from the first to the last.
    pub fn at(&self, tokens: &impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
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
        self.count() == 0
    }

    /// How many errors there are so far.
    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// The errors as code: items, or statements of a block.
    pub fn into_compile_errors(self) -> TokenStream {
        self.found.into_inner().into_iter().map(|error| error.to_compile_error()).collect()
    }
}
