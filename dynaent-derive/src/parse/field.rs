//! `#[attr(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::{Field, LitStr, Token};

use super::option::{Slot, expression, flag, misplaced, options, some_text};
use crate::errors::Errors;

const OPTIONS: [&str; 5] = ["rename", "field", "read_only", "required", "default"];

/// The options of a field.
#[derive(Default)]
pub struct FieldAttr {
    pub rename: Slot<LitStr>,
    pub field: Slot<LitStr>,
    pub read_only: Slot<()>,
    pub required: Slot<()>,
    pub default: Slot<DefaultValue>,
}

/// What an attribute is when it is not given.
pub enum DefaultValue {
    /// `default`, and where it stands
    OfType(Span),
    /// `default = expression`
    Expression(TokenStream),
}

impl FieldAttr {
    /// Reads every `#[attr(…)]` of the field.
    pub fn parse(field: &Field, errors: &Errors) -> Self {
        let mut this = Self::default();
        misplaced(&field.attrs, &["entity", "index"], "the struct, not on a field", errors);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("attr")) {
            options(attribute, &OPTIONS, errors, |name, input| {
                match name.to_string().as_str() {
                    "rename" => this.rename.set(name, some_text(name, input)?)?,
                    "field" => this.field.set(name, some_text(name, input)?)?,
                    "read_only" => this.read_only.set(name, flag(name, input)?)?,
                    "required" => this.required.set(name, flag(name, input)?)?,
                    "default" if input.peek(Token![=]) => {
                        this.default.set(name, DefaultValue::Expression(expression(name, input)?))?;
                    }
                    "default" => this.default.set(name, DefaultValue::OfType(name.span()))?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
        }
        this
    }
}
