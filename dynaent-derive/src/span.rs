//! Spans: which of the user's tokens an error of rustc is to point at.

use proc_macro2::Span;

/// The span for code that a user's token is to be blamed for.
///
/// Only the place is the token's. Names mean what they mean in all derived code, also where the token came out of a
/// `macro_rules!`, and lints know that the user did not write it.
pub fn blamed(token: Span) -> Span {
    token.resolved_at(Span::call_site())
}
