//! Templates: the text of a key with attributes in `${…}`.

use syn::{Ident, LitStr};

use crate::errors::Errors;

/// A template, taken apart.
pub struct Template {
    /// Each attribute, and the text before it.
    pub parts: Vec<(String, Ident)>,
    /// The text after the last attribute.
    pub end: String,
}

impl Template {
    /// Reads a template. A `$`, `{` or `}` on its own is text.
    pub fn parse(literal: &LitStr, errors: &Errors) -> Option<Self> {
        let text = literal.value();
        let (mut parts, mut rest) = (Vec::new(), text.as_str());
        while let Some((before, after)) = rest.split_once("${") {
            let Some((name, after)) = after.split_once('}') else {
                errors.at(literal, "a `${` has no `}` behind it");
                return None;
            };
            let Ok(mut ident) = syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str(&format!("r#{name}"))) else {
                errors.at(
                    literal,
                    format!("`${{{name}}}` names no field: write the field's name, as in `${{article_id}}`"),
                );
                return None;
            };
            ident.set_span(literal.span());
            parts.push((before.to_owned(), ident));
            rest = after;
        }
        Some(Self { parts, end: rest.to_owned() })
    }

    /// Whether it is one attribute and nothing else.
    pub fn is_bare(&self) -> bool {
        matches!(self.parts.as_slice(), [(before, _)] if before.is_empty()) && self.end.is_empty()
    }
}
