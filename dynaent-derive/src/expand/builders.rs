//! The module of the builders' states, and the setters of `create`, `put` and `upsert`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Index, Path};

use super::{Context, keys, setter};

/// The methods of those builders: no setter can have their names.
const TAKEN: &[&str] = &[
    "item",
    "request",
    "send",
    "send_if",
    "condition",
    "customize",
    "return_old",
    "return_new",
    "return_updated",
    "return_updated_old",
    "set_if_not_exists",
    "add",
    "subtract",
    "append",
    "prepend",
    "remove",
];

/// The library's path inside the module, where `self` and `super` mean something else.
fn from_inside(krate: &Path) -> TokenStream {
    let first = krate.segments.first().map(|segment| segment.ident.to_string());
    match first.as_deref() {
        Some(first @ ("self" | "super")) => {
            let rest = krate.segments.iter().skip(usize::from(first == "self"));
            quote!(super #(:: #rest)*)
        }
        _ => quote!(#krate),
    }
}

/// The module.
pub fn module(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (ident, vis, module) = (&entity.ident, &entity.visibility, &context.module);
    let krate = from_inside(&entity.krate);
    let names = || context.missing.iter().map(|&position| &entity.attributes[position].ident);
    let missing = names().zip(parameters(context)).map(|(name, parameter)| quote!(#name #parameter));
    let types = names().map(|name| {
        let doc = format!("`{name}` has not been set.");
        quote!(#[doc = #doc] pub enum #name {})
    });
    let states = keys::modules(context);
    let composites = keys::names(context);
    let doc = format!("The states of the builders of `{ident}`.");
    quote! {
        #[doc = #doc]
        #[allow(dead_code, non_camel_case_types, unreachable_pub, clippy::all, clippy::pedantic)]
        #vis mod #module {
            use #krate::__private as __d;
            __d::builders!(#(#missing),*; #(#composites)*);

            /// The attributes that a builder waits for.
            pub mod missing { #(#types)* }
            #states
        }
    }
}

/// The type parameters of a `Draft`. Their underscore keeps them apart from the types of fields, which are spelt where
/// they are in scope; they are short because each setter repeats them.
fn parameters(context: &Context<'_>) -> Vec<Ident> {
    (0..context.missing.len()).map(|number| format_ident!("_{number}")).collect()
}

/// The setters.
pub fn setters(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (ident, vis) = (&entity.ident, &entity.visibility);
    let parameters = parameters(context);
    let given = entity.attributes.iter().enumerate().filter(|(_, attribute)| attribute.is_given());
    let setters = given.map(|(position, attribute)| {
        let (at, ty, name) = (Index::from(position), &attribute.ty, setter(&attribute.ident, TAKEN));
        let doc = format!("Sets `{}`.", attribute.ident);
        let missing = context.missing.iter().position(|missing| *missing == position);
        // A required `Option` is given as its value; an optional attribute as a value or an `Option`.
        let (accepts, value) = if attribute.optional && missing.is_none() {
            (quote!(__d::Option<#ty>), quote!(value.assign()))
        } else {
            (quote!(#ty), quote!(__d::Some(value.assign())))
        };
        let next = parameters.iter().enumerate().map(|(number, parameter)| match missing {
            Some(missing) if missing == number => quote!(__d::Given),
            _ => quote!(#parameter),
        });
        quote! {
            #[doc = #doc]
            #vis fn #name(mut self, value: impl __d::Assign<#accepts>) -> __m::Draft<W_, #(#next),*> {
                self.values.#at = #value;
                __m::Draft::__state(self.values)
            }
        }
    });
    // Only there to say so.
    let kept = entity.attributes.iter().filter(|attribute| !attribute.is_given()).map(|attribute| {
        let name = setter(&attribute.ident, TAKEN);
        quote! {
            #[doc(hidden)]
            #vis fn #name<V_: __d::NotKept>(self, _: V_) -> Self {
                self
            }
        }
    });
    quote! {
        impl<W_: __d::Writes<Entity = #ident>, #(#parameters),*> __m::Draft<W_, #(#parameters),*> {
            #(#setters)*
            #(#kept)*
        }
    }
}
