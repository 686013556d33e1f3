//! `#[entity(…)]`.

use syn::{Attribute, LitStr, Path};

use super::option::{Slot, choice, library, library_at, misplaced, options, some_text};
use crate::{errors::Errors, names::CASE_RULES};

/// The options' names.
pub const OPTIONS: [&str; 7] = ["service", "name", "version", "rename_all", "casing", "prefix", "crate"];

/// The options of the struct.
#[derive(Default)]
pub struct EntityAttr {
    /// Where the attribute stands.
    pub place: Option<Attribute>,
    pub service: Slot<LitStr>,
    pub name: Slot<LitStr>,
    pub version: Slot<LitStr>,
    pub rename_all: Slot<LitStr>,
    pub casing: Slot<LitStr>,
    pub prefix: Slot<LitStr>,
    pub krate: Slot<Path>,
}

/// The casings of keys.
pub const CASINGS: [&str; 3] = ["lower", "upper", "none"];

impl EntityAttr {
    /// Reads every `#[entity(…)]` of the struct.
    pub fn parse(attributes: &[Attribute], errors: &Errors) -> Self {
        let mut this = Self::default();
        misplaced(attributes, &["attr"], "a field, not on the struct", errors);
        misplaced(
            attributes,
            &["document"],
            "a document: the options of an entity are those of `#[entity(…)]`",
            errors,
        );
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("entity")) {
            this.place.get_or_insert(attribute.clone());
            if matches!(attribute.meta, syn::Meta::Path(_)) {
                // What it lacks is told with what it needs.
                continue;
            }
            options(attribute, &OPTIONS, errors, |name, input| {
                match name.to_string().as_str() {
                    "service" => this.service.set(name, some_text(name, input)?)?,
                    "name" => this.name.set(name, some_text(name, input)?)?,
                    "version" => this.version.set(name, some_text(name, input)?)?,
                    "rename_all" => this.rename_all.set(name, choice(name, input, &CASE_RULES)?)?,
                    "casing" => this.casing.set(name, choice(name, input, &CASINGS)?)?,
                    "prefix" => this.prefix.set(name, some_text(name, input)?)?,
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
