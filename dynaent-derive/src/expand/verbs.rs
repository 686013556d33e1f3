//! The verbs: the entity's associated functions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;

pub fn expand(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let (ident, vis) = (&entity.ident, &entity.visibility);
    let verb = |name: &str| format_ident!("{}{name}", entity.prefix);

    let drafts = [
        ("create", quote!(Put<#ident, __d::IfAbsent>), "Makes a new item; fails if its primary key is taken."),
        (
            "put",
            quote!(Put<#ident, __d::Always>),
            "Writes an item, replacing the one with its primary key if there is one.",
        ),
        (
            "upsert",
            quote!(Upsert<#ident>),
            "Makes an item, or sets the given attributes of the one with its primary key.",
        ),
    ];
    let drafts = drafts.iter().map(|(name, operation, doc)| {
        let name = verb(name);
        quote! {
            #[doc = #doc]
            #vis fn #name() -> __m::Draft<__d::#operation> {
                __m::Draft::__state(__d::Default::default())
            }
        }
    });

    let keyed = [
        ("get", quote!(Get), quote!(#ident), "Reads an item by its primary key."),
        (
            "update",
            quote!(Update),
            quote!(#ident),
            "Changes attributes of an item, and makes the item if there is none.",
        ),
        (
            "patch",
            quote!(Update),
            quote!(#ident, __d::IfExists),
            "Changes attributes of an item; fails if there is none.",
        ),
        ("delete", quote!(Delete), quote!(#ident), "Deletes an item, whether there is one or not."),
        ("remove", quote!(Delete), quote!(#ident, __d::IfExists), "Deletes an item; fails if there is none."),
    ];
    let first = entity.primary().sides().any(|side| !side.composites.is_empty());
    let keyed = keyed.iter().map(|(name, start, of, doc)| {
        let name = verb(name);
        let operation = quote!(__d::#start<#of>);
        let (ty, start) = if first {
            let state = super::keys::state_path(context, 0, 0);
            (quote!(__m::Keys<#operation, #state>), quote!(__m::Keys::__waiting(__d::#start::start())))
        } else {
            (operation, quote!(__d::#start::start()))
        };
        quote! {
            #[doc = #doc]
            #vis fn #name() -> #ty {
                #start
            }
        }
    });

    let stored = entity.attributes.iter().enumerate().filter(|(_, attribute)| attribute.is_stored());
    let handles = stored.map(|(position, attribute)| {
        let (name, codec) = (&attribute.ident, context.codec(position));
        if attribute.flatten {
            return quote!(#name: __d::Flattened::new());
        }
        quote!(#name: __d::Attr::new(#codec))
    });
    let [query, scan, find, matching, attributes] = ["query", "scan", "find", "matching", "attributes"].map(verb);
    let [export, rewrite] = ["export", "rewrite"].map(verb);
    let patterns = super::keys::patterns(context);
    quote! {
        impl #ident {
            #(#drafts)*
            #(#keyed)*

            /// Reads items by an access pattern.
            #vis fn #query() -> __m::AccessPatterns {
                __m::AccessPatterns(())
            }

            /// Reads every item of the entity, by reading the whole table.
            #vis fn #scan() -> __d::Scan<#ident> {
                __d::Scan::start()
            }

            /// Reads every item of the entity, and tells where to go on.
            #vis fn #export() -> __d::Export<#ident> {
                __d::Scan::start().export()
            }

            /// Brings all items of a model to this one, or to this one as it is today.
            #vis fn #rewrite<'a, __O: __d::Entity, __R: __d::Rewritten<#ident>>(
                __made: impl ::core::ops::Fn(__O) -> __R + __d::Send + __d::Sync + 'a,
            ) -> __d::Rewrite<'a, __O, #ident> {
                __d::Rewrite::of(__made)
            }

            /// Reads the items with the key of an index that the given values make up.
            #vis fn #find() -> __d::Find<#ident> {
                __d::Find::start(false)
            }

            /// Reads the items of which attributes have the given values, by the index that serves best.
            #vis fn #matching() -> __d::Find<#ident> {
                __d::Find::start(true)
            }

            /// The handles of the attributes.
            #vis fn #attributes() -> __Attributes {
                __Attributes { #(#handles),* }
            }
        }

        impl __m::AccessPatterns {
            #patterns
        }
    }
}
