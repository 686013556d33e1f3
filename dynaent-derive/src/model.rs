//! All the facts of an entity, checked. Every error is collected; expansion only starts when there is none.

mod attribute;
mod computed;
mod fields;
mod index;
mod key;
mod side;
mod template;

use proc_macro2::TokenTree;
use syn::{Data, DeriveInput, Fields, Ident, Path, Visibility};

pub use self::{
    attribute::{Access, Attribute, Computed, Role, check_fields},
    fields::{attributes, option_inner},
    index::{Condition, Index, Kind, Projection},
    side::{Casing, Composite, Form, Side},
};
use crate::{
    errors::Errors,
    names::{closest, is_name, plain},
    parse::{ENTITY_OPTIONS, EntityAttr, IndexAttr, OF_ENTITIES, Slot, misplaced},
};

/// An entity that is right.
pub struct Entity {
    pub ident: Ident,
    pub visibility: Visibility,
    pub krate: Path,
    /// Goes before the name of each verb.
    pub prefix: String,
    pub service: String,
    pub name: String,
    pub version: String,
    pub attributes: Vec<Attribute>,
    /// The primary index first.
    pub indexes: Vec<Index>,
}

/// The identity of an entity: what its keys begin with.
pub struct Identity {
    pub service: String,
    pub name: String,
    pub version: String,
    /// The casing of its keys, if the model says it.
    pub casing: Option<Casing>,
}

impl Entity {
    /// The model of a struct; `None` if anything is wrong with it.
    pub fn new(input: &DeriveInput, errors: &Errors) -> Option<Self> {
        misplaced(&input.attrs, &["collection"], "a struct with `#[derive(Collection)]`, which is no entity", errors);
        misplaced(&input.attrs, &["service"], "an enum with `#[derive(Service)]`, which is no entity", errors);
        if !errors.is_empty() {
            // What it lacks as an entity, it need not have.
            return None;
        }
        let container = EntityAttr::parse(&input.attrs, errors);
        let indexes = IndexAttr::parse_all(&input.attrs, errors);
        let identity = identity(input, &container, errors);
        let fields = named_fields(input, "an entity", "attributes", errors)?;
        let rename_all = container.rename_all.get().map(syn::LitStr::value);
        let attributes = attributes(&input.ident, fields, rename_all.as_deref(), &OF_ENTITIES, errors);
        let (attributes, indexes) = index::indexes(input, indexes, &identity, attributes, errors);
        attribute::check_fields(&attributes, errors);
        attribute::check_identifiers(&attributes, errors);
        let prefix = container.prefix.get().map_or_else(String::new, |prefix| {
            let text = prefix.value();
            if !is_name(&format!("{text}get")) {
                errors.at(prefix, format!("`{text}get` cannot be a function's name: choose a prefix such as `db_`"));
            }
            text
        });
        errors.is_empty().then(|| Self {
            ident: input.ident.clone(),
            visibility: input.vis.clone(),
            krate: container.krate(),
            prefix,
            service: identity.service,
            name: identity.name,
            version: identity.version,
            attributes,
            indexes,
        })
    }

    /// The primary index.
    pub fn primary(&self) -> &Index {
        &self.indexes[0]
    }
}

/// The fields of a struct that has names for them; `what` it is to be, and its fields, for errors.
pub fn named_fields<'a>(input: &'a DeriveInput, what: &str, parts: &str, errors: &Errors) -> Option<&'a Fields> {
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, format!("{what} cannot be generic: its keys and stored attributes are fixed"));
    }
    match &input.data {
        Data::Struct(data) => match &data.fields {
            fields @ Fields::Named(_) => return Some(fields),
            Fields::Unnamed(fields) => {
                errors.at(fields, format!("{what} needs named fields: the names are its {parts}"));
            }
            Fields::Unit => errors.at(&input.ident, format!("{what} needs fields: they are its {parts}")),
        },
        Data::Enum(data) => errors.at(&data.enum_token, format!("{what} is a struct: its fields are the {parts}")),
        Data::Union(data) => errors.at(&data.union_token, format!("{what} is a struct: its fields are the {parts}")),
    }
    None
}

fn identity(input: &DeriveInput, container: &EntityAttr, errors: &Errors) -> Identity {
    let missing: Vec<_> = [("service", &container.service), ("name", &container.name), ("version", &container.version)]
        .into_iter()
        .filter(|(name, slot)| slot.get().is_none() && !mentions(container, name))
        .map(|(name, _)| format!("{name} = \"…\""))
        .collect();
    if !missing.is_empty() {
        let options = missing.join(", ");
        let why = "stored keys are made of it, so that renaming the struct changes none";
        match &container.place {
            Some(attribute) => errors.at(attribute, format!("the entity needs `{options}`: {why}")),
            None => errors.at(&input.ident, format!("the entity needs `#[entity({options})]`: {why}")),
        }
    }
    let text = |slot: &Slot<syn::LitStr>| slot.get().map_or_else(String::new, syn::LitStr::value);
    Identity {
        service: text(&container.service),
        name: text(&container.name),
        version: text(&container.version),
        casing: container.casing.get().map(|casing| Casing::parse(&casing.value())),
    }
}

/// Whether the option is there, though wrong or misspelt: its own error is enough.
fn mentions(container: &EntityAttr, name: &str) -> bool {
    let Some(syn::Meta::List(list)) = container.place.as_ref().map(|place| &place.meta) else { return false };
    let meant = |word: &str| closest(word, ENTITY_OPTIONS) == Some(name);
    list.tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(ident) if meant(&plain(&ident))))
}
