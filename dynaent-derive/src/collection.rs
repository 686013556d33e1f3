//! `#[derive(Collection)]`: a struct of lists of entities.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{DeriveInput, Field, Ident, LitStr, Path, Type, spanned::Spanned};

use crate::{
    errors::Errors,
    model::named_fields,
    parse::{TypeAttr, misplaced},
    span::{blamed, innermost, written},
};

/// The whole derive.
pub fn derive(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    misplaced(&input.attrs, &["entity", "index", "attr"], "the entities in the lists, not on the collection", &errors);
    misplaced(&input.attrs, &["service"], "an enum with `#[derive(Service)]`, not on a collection", &errors);
    let container = TypeAttr::parse(&input.attrs, "collection", &["name", "crate"], &errors);
    let krate = container.krate();
    if container.name.get().is_none() && errors.is_empty() {
        let message = "say which collection it is, as the entities' indexes name it: `#[collection(name = \"…\")]`";
        errors.at(&input.ident, message);
    }
    let fields = lists(input, &errors);
    match (container.name.get(), fields.filter(|_| errors.is_empty())) {
        (Some(name), Some(fields)) => expand(input, &krate, name, &fields),
        _ => fallback(input, &krate, errors),
    }
}

/// The fields, and the type of each.
fn lists<'a>(input: &'a DeriveInput, errors: &Errors) -> Option<Vec<(&'a Ident, &'a Type)>> {
    let mut lists: Vec<(&Ident, &Type)> = Vec::new();
    for Field { ident, ty, attrs, .. } in named_fields(input, "a collection", "lists", errors)? {
        misplaced(attrs, &["collection", "attr"], "the struct, not on a field", errors);
        match (ident, lists.iter().find(|(_, other)| written(other) == written(ty))) {
            (_, Some((other, _))) => {
                errors.at(ty, format!("`{other}` is a `{}` already: an entity has one list", written(ty)))
            }
            (Some(ident), None) => lists.push((ident, ty)),
            (None, None) => {}
        }
    }
    if lists.is_empty() && errors.is_empty() {
        errors.at(&input.ident, "a collection needs at least one list, such as `articles: Vec<Article>`");
    }
    Some(lists)
}

fn expand(input: &DeriveInput, krate: &Path, name: &LitStr, lists: &[(&Ident, &Type)]) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let (fields, types): (Vec<_>, Vec<_>) = lists.iter().copied().unzip();
    let places = types.iter().map(|ty| blamed(innermost(ty.to_token_stream()).unwrap_or_else(|| ty.span())));
    let places: Vec<_> = places.collect();
    // Of a list that is none, the collection is a constant that cannot be evaluated: what follows from that is not told.
    let collections: Vec<_> = (0..lists.len()).map(|number| format_ident!("__COLLECTION_{number}")).collect();
    let lists_of = types.iter().enumerate().map(|(number, ty)| {
        let (place, collection, text) = (places[number], &collections[number], written(ty));
        quote_spanned! {place=>
            const #collection: u64 = __d::checked_list(#name, __d::Probed {
                ty: #text,
                is_list: <__d::Probe<#ty, __NAME>>::IS_LIST,
                entity: <__d::Probe<#ty, __NAME>>::ENTITY,
                is_member: <__d::Probe<#ty, __NAME>>::IS_MEMBER,
                is_read: <__d::Probe<#ty, __NAME>>::IS_READ,
            });
        }
    });
    let each = types
        .iter()
        .zip(&collections)
        .map(|(ty, collection)| quote_spanned!(blamed(ty.span())=> <#ty as __d::CollectionList<#collection>>));
    let each: Vec<_> = each.collect();
    let first = &each[0];
    let checks = places
        .iter()
        .enumerate()
        .map(|(number, place)| quote_spanned!(*place=> const _: () = __d::check_member(#name, __MEMBERS, #number);));
    let (takes, holds) = (0..lists.len(), 0..lists.len());
    let in_order = 0..lists.len();
    let doc = format!("Reads the items of the collection {:?} in one partition.", name.value());
    quote! {
        #[allow(non_local_definitions, private_interfaces, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private::{self as __d, Otherwise as _};
            const __NAME: u64 = __d::hash(#name);
            #(#lists_of)*
            const __MEMBERS: &[__d::MemberIndex] = &[#(#each::MEMBER),*];
            #(#checks)*

            #[automatically_derived]
            impl __d::Collection for #ident {
                const NAME: &'static str = #name;
                const MEMBERS: &'static [__d::MemberIndex] = __MEMBERS;
                const HYDRATES: bool = #(#each::HYDRATES)||*;
                type Kind = <__d::KindOf<{ __d::kind_of(__MEMBERS) }> as __d::IndexKindOf>::Kind;

                fn empty() -> Self {
                    Self { #(#fields: #each::none()),* }
                }

                fn take(&mut self, __member: usize, __item: __d::Item, __expired: __d::Expired) -> __d::Result<bool> {
                    match __member {
                        #(#takes => #each::take(&mut self.#fields, __item, __expired),)*
                        _ => ::core::result::Result::Ok(false),
                    }
                }
            }

            #[automatically_derived]
            impl<__S: #(__d::MadeOf<#each::Element>)+*> __d::InOrderAs<__S> for #ident {
                fn take_as(
                    __found: &mut __d::Vec<__S>,
                    __member: usize,
                    __item: __d::Item,
                    __expired: __d::Expired,
                ) -> __d::Result<bool> {
                    match __member {
                        #(#in_order => #each::take_as(__found, __item, __expired),)*
                        _ => ::core::result::Result::Ok(false),
                    }
                }
            }

            #[automatically_derived]
            impl<const __N: usize> __d::SharesComposite<__N> for #ident
            where
                __d::Shared<{ __d::shared_composites(__MEMBERS) }>: __d::Covers<__N>,
            {
            }

            #(
                #[automatically_derived]
                impl __d::Holds<#each::Entity, #holds> for #ident {}
            )*

            impl #ident {
                #[doc = #doc]
                #vis fn query() -> #first::Keys<__d::CollectionQuery<#ident>> {
                    #first::keys(__d::CollectionQuery::start())
                }
            }
        };
    }
}

/// The errors, and stand-ins that keep what uses the type from being reported as well.
fn fallback(input: &DeriveInput, krate: &Path, errors: Errors) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let errors = errors.into_compile_errors();
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    quote! {
        #[allow(dead_code, unused_imports, non_local_definitions, clippy::all)]
        const _: () = {
            use #krate::__private as __d;
            #vis type Wrong = [(); { #errors }];
            impl #generics #ident #arguments #bounds {
                #vis fn query() -> Wrong { loop {} }
            }
        };
    }
}
