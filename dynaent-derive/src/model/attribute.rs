//! Attributes: the fields of the struct.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::{Fields, GenericArgument, Ident, PathArguments, Type};

use crate::{
    errors::Errors,
    names::{did_you_mean, plain, rename},
    parse::{DefaultValue, FieldAttr, PaddingAttr},
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
}

/// Whether an attribute may be changed once its item exists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Changeable,
    ReadOnly,
    PrimaryKey,
}

/// The attributes of a struct's fields.
pub fn attributes(fields: &Fields, rename_all: Option<&str>, errors: &Errors) -> Vec<Attribute> {
    let attribute = |field: &syn::Field| {
        let options = FieldAttr::parse(field, errors);
        if let (Some(sortable), Some(_)) = (options.sortable.name(), options.padding.get()) {
            errors.at(sortable, "a `sortable` attribute has a width of its own: leave `padding` out");
        }
        let ident = field.ident.clone()?;
        let given = plain(&ident);
        let named = options.rename.get();
        let name = match (named, rename_all) {
            (Some(name), _) => name.value(),
            (None, Some(rule)) => rename(rule, &given),
            (None, None) => given,
        };
        let stored = options.field.get();
        let name_span = named.map_or(ident.span(), syn::LitStr::span);
        let inner = option_inner(&field.ty);
        Some(Attribute {
            ty: inner.unwrap_or(&field.ty).clone(),
            optional: inner.is_some(),
            required: inner.is_none() || options.required.get().is_some(),
            access: if options.read_only.get().is_some() { Access::ReadOnly } else { Access::Changeable },
            default: options.default.take(),
            label: options.label.get().map(syn::LitStr::value),
            padding_place: options.padding.name().cloned(),
            sortable_place: options.sortable.name().cloned(),
            padding: options.padding.take(),
            sortable: options.sortable.get().is_some(),
            key: None,
            field: stored.map_or_else(|| name.clone(), syn::LitStr::value),
            field_span: stored.map_or(name_span, syn::LitStr::span),
            name_span,
            name,
            indexed: false,
            composed: false,
            composite: None,
            ident,
        })
    };
    fields.iter().filter_map(attribute).collect()
}

/// Names and stored names are each other's only once.
pub fn check_fields(attributes: &[Attribute], errors: &Errors) {
    let mut names = HashMap::new();
    let mut fields = HashMap::new();
    for attribute in attributes {
        if let Some(other) = names.insert(attribute.name.as_str(), &attribute.ident) {
            let message = format!("`{other}` and `{}` are both named {:?}", attribute.ident, attribute.name);
            errors.push(syn::Error::new(attribute.name_span, message));
            continue;
        }
        if let Some(other) = fields.insert(attribute.field.as_str(), &attribute.ident) {
            let message = format!("`{other}` and `{}` are both stored as {:?}", attribute.ident, attribute.field);
            errors.push(syn::Error::new(attribute.field_span, message));
        }
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

/// The type inside an `Option`, as it is written: the same rule as serde's.
fn option_inner(ty: &Type) -> Option<&Type> {
    let path = match ty {
        Type::Path(path) if path.qself.is_none() => &path.path,
        Type::Group(group) => return option_inner(&group.elem),
        _ => return None,
    };
    let last = path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}
