//! The attributes that the fields of a struct and their options make, and options that contradict each other.

use quote::quote_spanned;
use syn::{Fields, GenericArgument, Ident, PathArguments, Type, spanned::Spanned};

use super::{
    attribute::{Access, Attribute, Role},
    computed::compute,
};
use crate::{
    errors::Errors,
    names::{plain, rename},
    parse::{DefaultValue, FieldAttr, Slot},
    span::blamed,
};

/// The attributes of a struct's fields, which know the options.
pub fn attributes(
    of: &Ident,
    fields: &Fields,
    rename_all: Option<&str>,
    known: &[&str],
    errors: &Errors,
) -> Vec<Attribute> {
    let mut watching = Vec::new();
    let attribute = |field: &syn::Field| {
        let options = FieldAttr::parse(of, field, known, errors);
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
        check_options(&options, field, inner.is_some(), errors);
        let role = [
            (Role::CreatedAt, &options.created_at),
            (Role::UpdatedAt, &options.updated_at),
            (Role::Version, &options.version),
            (Role::ExpiresAt, &options.ttl),
        ];
        let role = role.into_iter().find_map(|(role, slot)| Some((role, slot.name()?.clone())));
        // What Dynaent keeps is there without being given.
        let kept = role.as_ref().and_then(|(role, name)| match role {
            Role::CreatedAt | Role::UpdatedAt => {
                let ty = inner.unwrap_or(&field.ty);
                Some(DefaultValue::Expression(quote_spanned!(blamed(ty.span())=> <#ty as __d::Timestamp>::now())))
            }
            Role::Version => Some(DefaultValue::OfType(name.span())),
            Role::ExpiresAt => None,
        });
        let read_only = options.read_only.get().is_some() || kept.is_some() || options.watch.get().is_some();
        watching.push(options.watch.take_with_name().map(|(name, watch)| (ident.clone(), name, watch)));
        Some(Attribute {
            ty: inner.unwrap_or(&field.ty).clone(),
            optional: inner.is_some(),
            required: (inner.is_none() || options.required.get().is_some()) && options.flatten.get().is_none(),
            access: if read_only { Access::ReadOnly } else { Access::Changeable },
            default: kept.or(options.default.take()),
            validate: options.validate.take(),
            on_write: options.on_write.take(),
            on_read: options.on_read.take(),
            with: options.with.take(),
            hidden: options.hidden.get().is_some(),
            flatten: options.flatten.get().is_some(),
            role,
            computed: None,
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
    let mut attributes: Vec<Attribute> = fields.iter().filter_map(attribute).collect();
    let computed: Vec<bool> = watching.iter().map(Option::is_some).collect();
    for (place, watch) in watching.into_iter().enumerate() {
        if let Some((ident, name, watch)) = watch {
            compute(&mut attributes, place, &computed, &ident, &name, watch, errors);
        }
    }
    check_roles(&attributes, errors);
    attributes
}

/// One attribute for each thing that Dynaent keeps.
fn check_roles(attributes: &[Attribute], errors: &Errors) {
    let mut known: Vec<(Role, &Ident)> = Vec::new();
    for attribute in attributes {
        let Some((role, name)) = &attribute.role else { continue };
        match known.iter().find(|(other, _)| other == role) {
            Some((_, other)) => errors.at(name, format!("`{other}` is the entity's `{name}` already")),
            None => known.push((*role, &attribute.ident)),
        }
    }
}

/// Options that contradict each other.
fn check_options(options: &FieldAttr, field: &syn::Field, optional: bool, errors: &Errors) {
    let kept = [&options.created_at, &options.updated_at, &options.version, &options.ttl];
    let kept: Vec<&Ident> = kept.into_iter().filter_map(Slot::name).collect();
    if let [one, other, ..] = kept.as_slice() {
        errors.at(other, format!("an attribute is one thing: it is `{one}` already"));
    }
    let refuse = |option: Option<&Ident>, why: &str| {
        if let Some(option) = option {
            errors.at(option, why);
        }
    };
    if let Some(kept) = kept.first().filter(|kept| **kept != "ttl") {
        let why = format!("`{kept}` is kept by Dynaent: leave this out");
        refuse(options.default.name(), &why);
        // Of the two that belong together, the one that says so.
        refuse(options.watch.name().or(options.on_write.name()), &why);
        refuse(options.hidden.name(), &why);
        if *kept == "version" {
            let others =
                [options.required.name(), options.validate.name(), options.on_read.name(), options.with.name()];
            others.into_iter().for_each(|option| refuse(option, &why));
        }
        // A hidden one would have to be an `Option`.
        if *kept == "version" && optional && options.hidden.get().is_none() {
            errors.at(&field.ty, "a version is no `Option`: an item that has none counts as version 0");
        }
    }
    if options.ttl.get().is_some() {
        refuse(options.with.name(), "DynamoDB reads this attribute itself, as a number of seconds: leave this out");
    }
    if let Some(hidden) = options.hidden.name() {
        if !optional {
            let why = "a hidden attribute is never read back, so that its field is an `Option`: add `required` if every \
                       written item must have it";
            errors.at(&field.ty, why);
        }
        if options.watch.get().is_none() {
            refuse(options.on_read.name(), &format!("`{hidden}` attributes are never read: leave this out"));
        }
    }
    if options.watch.get().is_some() {
        let why = "a computed attribute is not given: it has no default";
        refuse(options.default.name(), why);
        if options.on_write.get().is_none() {
            let why = "what is computed when it is read is not stored: leave this out";
            let others = [
                options.rename.name(),
                options.field.name(),
                options.required.name(),
                options.validate.name(),
                options.with.name(),
                options.hidden.name(),
                options.ttl.name(),
            ];
            others.into_iter().for_each(|option| refuse(option, why));
        }
    }
    if let Some(flatten) = options.flatten.name() {
        let why =
            format!("the fields of a `{flatten}`ed document are stored by their own names and rules: leave this out");
        let others = [
            options.rename.name(),
            options.field.name(),
            options.label.name(),
            options.padding.name(),
            options.sortable.name(),
            options.required.name(),
            options.default.name(),
            options.validate.name(),
            options.on_write.name(),
            options.on_read.name(),
            options.watch.name(),
            options.with.name(),
            options.hidden.name(),
        ];
        others.into_iter().for_each(|option| refuse(option, &why));
        kept.iter().for_each(|option| refuse(Some(option), &why));
        if optional {
            errors.at(&field.ty, "a flattened document is always there: make its fields `Option`s instead");
        }
    }
}

/// The type inside an `Option`, as it is written: the same rule as serde's.
pub fn option_inner(ty: &Type) -> Option<&Type> {
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
