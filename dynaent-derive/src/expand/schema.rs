//! The schema, as static data.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::Context;
use crate::{
    model::{Access, Attribute, Casing, Condition, Entity, Form, Index, Kind, Projection, Role, Side},
    names::plain,
    parse::PaddingAttr,
    span::{blamed, moved},
};

pub fn expand(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let kinds = kinds(context);
    let (service, name, version) = (&entity.service, &entity.name, &entity.version);
    let attributes = entity.attributes.iter().enumerate();
    let attributes = attributes.map(|(position, it)| attribute(it, context.codec(position)));
    let indexes = entity.indexes.iter().map(|schema| index(entity, schema));
    quote! {
        #kinds
        static __SCHEMA: __d::EntitySchema = {
            use __d::{AttributeSchema as A, Casing as X, IndexKind as K, IndexSchema as I, KeyComposite as C, KeySide as S};
            __d::EntitySchema::new([#service, #name, #version], &[#(#attributes),*], &[#(#indexes),*])
        };
    }
}

/// What the attributes are that stand in key fields of their type, and whether they can.
fn kinds(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let places = entity.indexes.iter().flat_map(Index::sides).filter(|side| side.form != Form::Text);
    let places: BTreeSet<_> = places.flat_map(|side| &side.composites).map(|composite| composite.attribute).collect();
    let kinds = places.into_iter().map(|attribute| {
        let kind = kind(attribute);
        let (ty, span) = key_type(&entity.attributes[attribute]);
        quote_spanned!(span=> const #kind: __d::PartKind = <#ty as __d::KeyPart>::KIND;)
    });
    let in_multi_attribute_key = |place| {
        let mut composites = entity.indexes.iter().filter(|index| index.multi_attribute).flat_map(Index::composites);
        composites.any(|composite| composite.attribute == place)
    };
    let checks = entity.attributes.iter().enumerate().filter_map(|(place, attribute)| {
        let around = attribute.key.as_ref().map(|[before, after]| !(before.is_empty() && after.is_empty()));
        let around = around.or(in_multi_attribute_key(place).then_some(false))?;
        let (ty, span) = key_type(attribute);
        Some(quote_spanned!(span=> const _: () = __d::check_key_field(<#ty as __d::KeyPart>::KIND, #around);))
    });
    let sortable = entity.attributes.iter().enumerate().filter_map(|(position, attribute)| {
        let (place, ty, digits) = (attribute.sortable_place.as_ref()?, &attribute.ty, digits(position));
        Some(quote_spanned! {blamed(place.span())=>
            #[allow(dead_code)]
            const #digits: usize = __d::check_sortable::<#ty>();
        })
    });
    quote!(#(#kinds)* #(#checks)* #(#sortable)*)
}

/// The type of an attribute as if it stood where the key names the attribute: what is wrong with it is reported once.
fn key_type(attribute: &Attribute) -> (TokenStream, Span) {
    let span = blamed(attribute.composite.unwrap_or_else(|| attribute.ty.span()));
    (moved(attribute.ty.to_token_stream(), span), span)
}

fn kind(attribute: usize) -> Ident {
    format_ident!("__KIND_{attribute}")
}

fn digits(attribute: usize) -> Ident {
    format_ident!("__DIGITS_{attribute}")
}

pub fn attribute(attribute: &Attribute, codec: &Ident) -> TokenStream {
    let name = &attribute.name;
    let mut tokens = quote!(A::new(#name));
    if attribute.is_stored() && !attribute.flatten {
        tokens.extend(quote!(.by(#codec)));
    }
    if attribute.flatten || !attribute.is_stored() {
        tokens.extend(quote!(.stored_as("")));
    } else if attribute.field != attribute.name {
        let field = &attribute.field;
        tokens.extend(quote!(.stored_as(#field)));
    }
    for (applies, method) in [
        (attribute.required, quote!(.required())),
        (attribute.access != Access::Changeable, quote!(.read_only())),
        (attribute.default.is_some(), quote!(.with_default())),
        (attribute.indexed, quote!(.indexed())),
        (attribute.key.is_some(), quote!(.is_key())),
        (attribute.hidden, quote!(.hidden())),
    ] {
        if applies {
            tokens.extend(method);
        }
    }
    if attribute.flatten {
        let ty = &attribute.ty;
        tokens.extend(quote_spanned!(blamed(ty.span())=> .flattened(<#ty as __d::Flatten>::FIELDS)));
    }
    if let Some((role, _)) = &attribute.role {
        let role = match role {
            Role::CreatedAt => quote!(CreatedAt),
            Role::UpdatedAt => quote!(UpdatedAt),
            Role::Version => quote!(Version),
            Role::ExpiresAt => quote!(ExpiresAt),
        };
        tokens.extend(quote!(.keeps(__d::Role::#role)));
    }
    if let Some(computed) = attribute.computed.as_ref().filter(|computed| !computed.on_read) {
        let watch = match &computed.watched {
            Some(watched) => quote!(These(&[#(#watched),*])),
            None => quote!(Every),
        };
        tokens.extend(quote!(.watching(__d::Watch::#watch)));
    }
    tokens
}

fn index(entity: &Entity, index: &Index) -> TokenStream {
    let pattern = plain(&index.pattern);
    let kind = match &index.kind {
        Kind::Primary => quote!(K::Primary),
        Kind::Global(name) => quote!(K::Global(#name)),
        Kind::Local(name) => quote!(K::Local(#name)),
    };
    let pk = side(entity, &index.pk);
    let sk = match &index.sk {
        Some(sk) => {
            let sk = side(entity, sk);
            quote!(__d::Some(#sk))
        }
        None => quote!(__d::None),
    };
    let mut tokens = quote!(I::new(#pattern, #kind, #pk, #sk));
    for (applies, method) in
        [(index.clustered, quote!(.clustered())), (index.multi_attribute, quote!(.multi_attribute()))]
    {
        if applies {
            tokens.extend(method);
        }
    }
    if !index.collections.is_empty() {
        let collections = &index.collections;
        tokens.extend(quote!(.in_collections(&[#(#collections),*])));
    }
    if let Some(Condition { of, .. }) = &index.condition {
        tokens.extend(quote!(.on_condition(&[#(#of),*])));
    }
    match &index.projection {
        Projection::All => {}
        Projection::KeysOnly => tokens.extend(quote!(.projecting(__d::Projection::KeysOnly))),
        Projection::Include(included) => {
            tokens.extend(quote!(.projecting(__d::Projection::Include(&[#(#included),*]))));
        }
    }
    tokens
}

fn side(entity: &Entity, side: &Side) -> TokenStream {
    let Side { field, prefix, .. } = side;
    let composites = side.composites.iter().map(|composite| {
        let (label, attribute, at) = (&composite.label, composite.attribute, syn::Index::from(composite.attribute));
        let mut tokens = quote!(C::new(#label, #at));
        match side.form {
            Form::Text => {
                let digits = digits(attribute);
                let attribute = &entity.attributes[attribute];
                if let Some(PaddingAttr { length, fill }) = &attribute.padding {
                    tokens.extend(quote!(.padded(#length, #fill)));
                }
                if attribute.sortable {
                    tokens.extend(quote!(.sortable(#digits)));
                }
            }
            _ => {
                let kind = kind(attribute);
                tokens.extend(quote!(.of_kind(#kind)));
            }
        }
        tokens
    });
    let mut tokens = quote!(S::new(#field, #prefix, &[#(#composites),*]));
    match side.casing {
        Casing::Lower => {}
        Casing::Upper => tokens.extend(quote!(.cased(X::Upper))),
        Casing::None => tokens.extend(quote!(.cased(X::None))),
    }
    if side.shared {
        tokens.extend(quote!(.shared()));
    }
    if !side.postfix.is_empty() {
        let postfix = &side.postfix;
        tokens.extend(quote!(.ending(#postfix)));
    }
    match side.form {
        Form::Number => tokens.extend(quote!(.number())),
        Form::OfItsType => tokens.extend(quote!(.of_its_type())),
        Form::Text | Form::Attributes => {}
    }
    tokens
}
