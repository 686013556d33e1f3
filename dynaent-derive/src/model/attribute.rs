//! What an attribute is, and by which name it is found.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::{Ident, Path, Type};

use crate::{
    errors::Errors,
    names::{did_you_mean, plain},
    parse::{DefaultValue, PaddingAttr},
};

/// The identifiers that are stored with every item.
const IDENTIFIERS: [&str; 2] = ["__edb_e__", "__edb_v__"];

/// One attribute.
pub struct Attribute {
    pub ident: Ident,
    /// The type of its value: for an optional attribute, the one inside `Option`.
    pub ty: Type,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// Whether a written item must have it.
    pub required: bool,
    pub access: Access,
    pub default: Option<DefaultValue>,
    pub name: String,
    pub field: String,
    /// Where `name` and `field` come from, for errors.
    pub name_span: Span,
    pub field_span: Span,
    /// What stands for its name in keys, if that is something else.
    pub label: Option<String>,
    pub padding: Option<PaddingAttr>,
    pub sortable: bool,
    /// Where those two stand, for errors.
    pub padding_place: Option<Ident>,
    pub sortable_place: Option<Ident>,
    /// Where it is a key field itself: the key's text before and after it.
    pub key: Option<[String; 2]>,
    /// Whether it is a composite of a secondary index.
    pub indexed: bool,
    /// Whether the text of a secondary index's key is made of it, or it decides whether there is one.
    pub composed: bool,
    /// Where it is named as a composite, if it is one.
    pub composite: Option<Span>,
    /// What its values must be, and how they are changed on their way.
    pub validate: Option<Path>,
    pub on_write: Option<Path>,
    pub on_read: Option<Path>,
    /// The module that stores and reads it.
    pub with: Option<Path>,
    /// Only written, and never shown.
    pub hidden: bool,
    /// Its fields are attributes of the item.
    pub flatten: bool,
    /// What Dynaent keeps in it, and where that is said.
    pub role: Option<(Role, Ident)>,
    /// What it is computed from.
    pub computed: Option<Computed>,
}

/// What Dynaent keeps in an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    CreatedAt,
    UpdatedAt,
    Version,
    ExpiresAt,
}

/// What an attribute is computed from, and when.
pub struct Computed {
    /// The function: given what is watched.
    pub path: Path,
    /// The attributes, as their places; none if it is computed at each write.
    pub watched: Option<Vec<usize>>,
    /// When it is read, so that it is not stored; else when it is written.
    pub on_read: bool,
}

impl Attribute {
    /// Whether builders take a value for it.
    pub fn is_given(&self) -> bool {
        self.computed.is_none() && !matches!(self.role, Some((Role::UpdatedAt | Role::Version, _)))
    }

    /// Whether it is in the item.
    pub fn is_stored(&self) -> bool {
        !self.computed.as_ref().is_some_and(|computed| computed.on_read)
    }
}

/// Whether an attribute may be changed once its item exists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Changeable,
    ReadOnly,
    PrimaryKey,
}

/// Names and stored names are each other's only once.
pub fn check_fields(attributes: &[Attribute], errors: &Errors) {
    let mut names = HashMap::new();
    let mut fields = HashMap::new();
    for attribute in attributes.iter().filter(|attribute| attribute.is_stored() && !attribute.flatten) {
        if let Some(other) = names.insert(attribute.name.as_str(), &attribute.ident) {
            let message = format!("`{other}` and `{}` are both named {:?}", attribute.ident, attribute.name);
            errors.push(syn::Error::new(attribute.name_span, message));
            continue;
        }
        if let Some(other) = fields.insert(attribute.field.as_str(), &attribute.ident) {
            let message = format!("`{other}` and `{}` are both stored as {:?}", attribute.ident, attribute.field);
            errors.push(syn::Error::new(attribute.field_span, message));
        }
    }
}

/// Where the identifiers of items are stored, nothing else is.
pub fn check_identifiers(attributes: &[Attribute], errors: &Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.is_stored() && !attribute.flatten) {
        if IDENTIFIERS.contains(&attribute.field.as_str()) {
            let message = format!(
                "`{}` cannot be stored as {:?}: the identifiers of every item are stored there; store it elsewhere with \
                 `#[attr(field = \"…\")]`",
                attribute.ident, attribute.field
            );
            errors.push(syn::Error::new(attribute.field_span, message));
        }
    }
}

/// The place of the field that is named; if there is none, that is reported.
pub fn find(attributes: &[Attribute], name: &str, span: Span, what: &str, errors: &Errors) -> Option<usize> {
    let found = attributes.iter().position(|attribute| plain(&attribute.ident) == name);
    if found.is_none() {
        let renamed = attributes.iter().find(|attribute| attribute.name == name);
        let hint = match renamed {
            Some(attribute) => format!(": {what} given by the field's name, `{}`", attribute.ident),
            None => {
                let fields: Vec<_> = attributes.iter().map(|attribute| plain(&attribute.ident)).collect();
                did_you_mean(name, fields.iter().map(String::as_str))
            }
        };
        errors.push(syn::Error::new(span, format!("the entity has no field `{name}`{hint}")));
    }
    found
}
