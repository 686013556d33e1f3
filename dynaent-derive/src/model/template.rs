//! Templates: the text of a key with attributes in `${…}`.

use syn::{Ident, LitStr};

use super::{Attribute, attribute::find};
use crate::{errors::Errors, names::plain};

/// A template, taken apart.
pub struct Template {
    /// Each attribute, and the text before it.
    pub parts: Vec<(String, Ident)>,
    /// The text after the last attribute.
    pub end: String,
}

impl Template {
    /// Reads a template. A `$`, `{` or `}` on its own is text, but for what can only be meant as an attribute.
    pub fn parse(literal: &LitStr, attributes: &[Attribute], errors: &Errors) -> Option<Self> {
        let text = literal.value();
        for (before, name) in text.split('{').zip(text.split('{').skip(1)) {
            let name = name.split_once('}').map_or("", |(name, _)| name);
            if !before.ends_with('$') && attributes.iter().any(|attribute| plain(&attribute.ident) == name) {
                errors.at(literal, format!("`{{{name}}}` is text here: the attribute is `${{{name}}}`"));
                return None;
            }
        }
        let (mut parts, mut rest) = (Vec::new(), text.as_str());
        while let Some((before, after)) = rest.split_once("${") {
            let Some((name, after)) = after.split_once('}') else {
                errors.at(literal, "a `${` has no `}` behind it");
                return None;
            };
            let name = name.strip_prefix("r#").unwrap_or(name);
            if name.is_empty() || name.contains(|c: char| c.is_ascii() && c != '_' && !c.is_ascii_alphanumeric()) {
                let message = format!("`${{{name}}}` names no field: write the field's name, as in `${{article_id}}`");
                errors.at(literal, message);
                return None;
            }
            let place = find(attributes, name, literal.span(), "composites are", errors)?;
            let mut ident = attributes[place].ident.clone();
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
