//! The schema, as static data.

use proc_macro2::TokenStream;
use quote::quote;

use super::Context;
use crate::{
    model::{Access, Attribute, Casing, Index, Kind, Side},
    names::plain,
};

pub fn expand(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (service, name, version) = (&entity.service, &entity.name, &entity.version);
    let attributes = entity.attributes.iter().map(attribute);
    let indexes = entity.indexes.iter().map(index);
    quote! {
        static __SCHEMA: __d::EntitySchema = {
            use __d::{AttributeSchema as A, Casing as X, IndexKind as K, IndexSchema as I, KeyComposite as C, KeySide as S};
            __d::EntitySchema::new([#service, #name, #version], &[#(#attributes),*], &[#(#indexes),*])
        };
    }
}

fn attribute(attribute: &Attribute) -> TokenStream {
    let name = &attribute.name;
    let mut tokens = quote!(A::new(#name));
    if attribute.field != attribute.name {
        let field = &attribute.field;
        tokens.extend(quote!(.stored_as(#field)));
    }
    for (applies, method) in [
        (attribute.required, quote!(.required())),
        (attribute.access != Access::Changeable, quote!(.read_only())),
        (attribute.default.is_some(), quote!(.with_default())),
        (attribute.indexed, quote!(.indexed())),
    ] {
        if applies {
            tokens.extend(method);
        }
    }
    tokens
}

fn index(index: &Index) -> TokenStream {
    let pattern = plain(&index.pattern);
    let kind = match &index.kind {
        Kind::Primary => quote!(K::Primary),
        Kind::Global(name) => quote!(K::Global(#name)),
        Kind::Local(name) => quote!(K::Local(#name)),
    };
    let pk = side(&index.pk);
    let sk = match &index.sk {
        Some(sk) => {
            let sk = side(sk);
            quote!(::core::option::Option::Some(#sk))
        }
        None => quote!(::core::option::Option::None),
    };
    quote!(I::new(#pattern, #kind, #pk, #sk))
}

fn side(side: &Side) -> TokenStream {
    let Side { field, prefix, shared, .. } = side;
    let casing = match side.casing {
        Casing::Lower => quote!(X::Lower),
        Casing::Upper => quote!(X::Upper),
        Casing::None => quote!(X::None),
    };
    let composites = side.composites.iter().map(|composite| {
        let (label, attribute) = (&composite.label, composite.attribute);
        quote!(C::new(#label, #attribute))
    });
    quote!(S::new(#field, #prefix, &[#(#composites),*], #casing, #shared))
}
