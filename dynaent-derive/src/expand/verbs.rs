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
        ("get", quote!(Get<#ident>), "Reads an item by its primary key."),
        ("update", quote!(Update<#ident>), "Changes attributes of an item, and makes the item if there is none."),
        ("patch", quote!(Update<#ident, __d::IfExists>), "Changes attributes of an item; fails if there is none."),
        ("delete", quote!(Delete<#ident>), "Deletes an item, whether there is one or not."),
        ("remove", quote!(Delete<#ident, __d::IfExists>), "Deletes an item; fails if there is none."),
    ];
    // A primary key without composites is whole at once.
    let (keys, start) = if entity.primary().composites().next().is_some() {
        let state = super::keys::state_path(context, 0, 0);
        (quote!(__m::Keys<__Q, #state>), quote!(__m::Keys::__start()))
    } else {
        (quote!(__Q), quote!(__d::OnItem::start()))
    };
    let keyed = keyed.iter().map(|(name, operation, doc)| {
        let name = verb(name);
        quote! {
            #[doc = #doc]
            #vis fn #name() -> __OnItem<__d::#operation> {
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
    let [batch_get, batch_put, batch_delete, import] = ["batch_get", "batch_put", "batch_delete", "import"].map(verb);
    let [export, rewrite] = ["export", "rewrite"].map(verb);
    let patterns = super::keys::patterns(context);
    quote! {
        type __OnItem<__Q> = #keys;

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

            /// Reads any number of items by their primary keys, a hundred in a request.
            #vis fn #batch_get<'a, W_: __d::Whole<Operation = __d::Get<#ident>> + __d::Send + 'a, M_>(gets: impl __d::Source<'a, W_, M_>) -> __d::BatchGet<'a, __d::Each<'a, #ident>> {
                __d::BatchGet::each(gets)
            }

            /// Writes any number of items, 25 in a request, replacing those that are there.
            #vis fn #batch_put<'a, M_>(items: impl __d::Source<'a, #ident, M_>) -> __d::BatchWrite<'a> {
                __d::BatchWrite::new().put_all(items)
            }

            /// Deletes any number of items, 25 in a request, whether they are there or not.
            #vis fn #batch_delete<'a, W_: __d::Whole<Operation = __d::Delete<#ident>> + __d::Send + 'a, M_>(deletes: impl __d::Source<'a, W_, M_>) -> __d::BatchWrite<'a> {
                __d::BatchWrite::new().items(deletes)
            }

            /// Writes items as `batch_put` does, whatever version those have that are there.
            #vis fn #import<'a, M_>(items: impl __d::Source<'a, #ident, M_>) -> __d::BatchWrite<'a> {
                __d::BatchWrite::new().import_all(items)
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
