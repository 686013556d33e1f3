//! Spans: which of the user's tokens an error of rustc is to point at.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// The span for code that a user's token is to be blamed for.
///
/// Only the place is the token's. Names mean what they mean in all derived code, also where the token came out of a
/// `macro_rules!`, and lints know that the user did not write it.
pub fn blamed(token: Span) -> Span {
    token.resolved_at(Span::call_site())
}

/// Tokens at another place, as derived code.
pub fn moved(tokens: TokenStream, place: Span) -> TokenStream {
    let each = tokens.into_iter().map(|mut token| {
        // What `$crate` means is in its span.
        let span = if token.to_string() == "$crate" { place.resolved_at(token.span()) } else { place };
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), moved(group.stream(), place)).into();
        }
        token.set_span(span);
        token
    });
    each.collect()
}
