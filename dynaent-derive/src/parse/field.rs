//! `#[attr(…)]`.

use proc_macro2::TokenStream;
use syn::{Field, LitStr, Token};

use super::option::{Slot, expression, options, some_text};
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
    /// `default`
    OfType,
    /// `default = expression`
    Expression(TokenStream),
}

impl FieldAttr {
    /// Reads every `#[attr(…)]` of the field.
    pub fn parse(field: &Field, errors: &Errors) -> Self {
        let mut this = Self::default();
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("attr")) {
            options(attribute, &OPTIONS, errors, |name, input| {
                match name.to_string().as_str() {
                    "rename" => this.rename.set(name, some_text(input)?)?,
                    "field" => this.field.set(name, some_text(input)?)?,
                    "read_only" => this.read_only.set(name, ())?,
                    "required" => this.required.set(name, ())?,
                    "default" if input.peek(Token![=]) => {
                        this.default.set(name, DefaultValue::Expression(expression(input)?))?;
                    }
                    "default" => this.default.set(name, DefaultValue::OfType)?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
        }
        this
    }
}
