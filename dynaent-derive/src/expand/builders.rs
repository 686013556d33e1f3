//! The module of the builders' states, and the setters of `create`, `put` and `upsert`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, keys, setter};

/// The methods of those builders: no setter can have their names.
const TAKEN: [&str; 7] = ["item", "request", "send", "return_old", "return_new", "start", "state"];

/// The module.
pub fn module(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (ident, vis, module, krate) = (&entity.ident, &entity.visibility, &context.module, &entity.krate);
    let missing = context.missing.iter().map(|(position, parameter)| {
        let name = &entity.attributes[*position].ident;
        quote!(#name #parameter)
    });
    let types = context.missing.iter().map(|(position, _)| {
        let name = &entity.attributes[*position].ident;
        let doc = format!("`{name}` has not been set.");
        quote!(#[doc = #doc] pub enum #name {})
    });
    let states = keys::modules(context);
    let doc = format!("The states of the builders of `{ident}`.");
    quote! {
        #[doc = #doc]
        #[allow(dead_code, non_camel_case_types, unreachable_pub, clippy::all, clippy::pedantic)]
        #vis mod #module {
            use #krate::__private as __d;
            __d::builders!(#(#missing),*);

            /// The attributes that a builder waits for.
            pub mod missing { #(#types)* }
            #states
        }
    }
}

/// The setters.
pub fn setters(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (ident, vis, module) = (&entity.ident, &entity.visibility, &context.module);
    let parameters: Vec<_> = context.missing.iter().map(|(_, parameter)| parameter).collect();
    let setters = entity.attributes.iter().enumerate().map(|(position, attribute)| {
        let (field, ty, name) = (&attribute.ident, &attribute.ty, setter(&attribute.ident, &TAKEN));
        let doc = format!("Sets `{field}`.");
        let missing = context.missing.iter().position(|(missing, _)| *missing == position);
        // A required `Option` is given as its value; an optional attribute as a value or an `Option`.
        let (accepts, value) = if attribute.optional && missing.is_none() {
            (quote!(::core::option::Option<#ty>), quote!(value.assign()))
        } else {
            (quote!(#ty), quote!(::core::option::Option::Some(value.assign())))
        };
        let next = parameters.iter().enumerate().map(|(number, parameter)| match missing {
            Some(missing) if missing == number => quote!(__d::Given),
            _ => quote!(#parameter),
        });
        quote! {
            #[doc = #doc]
            #vis fn #name(mut self, value: impl __d::Assign<#accepts>) -> #module::Draft<W, #(#next),*> {
                self.values.#field = #value;
                self.state()
            }
        }
    });
    quote! {
        impl<W: __d::Writes<Entity = #ident>, #(#parameters),*> #module::Draft<W, #(#parameters),*> {
            #(#setters)*
        }
    }
}
