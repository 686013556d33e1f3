//! `#[document(…)]`, `#[key_part(…)]`, `#[collection(…)]` and `#[service(…)]`: few options, and most of them the same.

use syn::{Attribute, LitStr, Path};

use super::option::{Slot, choice, library, library_at, options, some_text};
use crate::{errors::Errors, names::CASE_RULES};

/// What they say of a type.
#[derive(Default)]
pub struct TypeAttr {
    pub name: Slot<LitStr>,
    pub krate: Slot<Path>,
    pub rename_all: Slot<LitStr>,
}

impl TypeAttr {
    /// Reads every attribute of that name, which takes the `known` options.
    pub fn parse(attributes: &[Attribute], attribute: &str, known: &[&str], errors: &Errors) -> Self {
        let mut this = Self::default();
        for attribute in attributes.iter().filter(|other| other.path().is_ident(attribute)) {
            if known.contains(&"name") && matches!(attribute.meta, syn::Meta::Path(_)) {
                // What it lacks is told with what it needs.
                continue;
            }
            options(attribute, known, errors, |name, input| {
                match name.to_string().as_str() {
                    option if !known.contains(&option) => return Ok(false),
                    "name" => this.name.set(name, some_text(name, input)?)?,
                    "rename_all" => this.rename_all.set(name, choice(name, input, &CASE_RULES)?)?,
                    "crate" => this.krate.set(name, library(name, input)?)?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
        }
        this
    }

    /// The path of the library, as the user has it.
    pub fn krate(&self) -> Path {
        library_at(&self.krate)
    }
}
