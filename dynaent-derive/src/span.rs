//! Spans: which of the user's tokens an error of rustc is to point at.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Type;

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

/// The span of the last name in a type: the entity in `Vec<Article>`, of which a span could only hold the `Vec`.
pub fn innermost(tokens: TokenStream) -> Option<Span> {
    tokens.into_iter().fold(None, |found, token| match token {
        TokenTree::Ident(ident) => Some(ident.span()),
        TokenTree::Group(group) => innermost(group.stream()).or(found),
        _ => found,
    })
}

/// A type as text.
pub fn written(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(' ', "")
}
