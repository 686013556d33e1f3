//! `#[derive(Collection)]`: a struct of lists of entities.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{DeriveInput, Field, Ident, LitStr, Path, Type, spanned::Spanned};

use crate::{
    errors::Errors,
    model::named_fields,
    parse::{TypeAttr, misplaced},
    span::blamed,
};

/// The whole derive.
pub fn derive(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    misplaced(
        &input.attrs,
        &["entity", "index"],
        "an entity: the lists of a collection are of entities themselves",
        &errors,
    );
    let container = TypeAttr::parse(&input.attrs, "collection", &["name", "crate"], &errors);
    let krate = container.krate();
    if container.name.get().is_none() && errors.is_empty() {
        let message = "say which collection it is, as the entities' indexes name it: `#[collection(name = \"…\")]`";
        errors.at(&input.ident, message);
    }
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a collection cannot be generic");
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
    for Field { ident, ty, attrs, .. } in named_fields(input, "a collection", errors)? {
        misplaced(attrs, &["collection", "attr"], "the struct, not on a field", errors);
        let text = |ty: &Type| ty.to_token_stream().to_string().replace(' ', "");
        match (ident, lists.iter().find(|(_, other)| text(other) == text(ty))) {
            (_, Some((other, _))) => {
                errors.at(ty, format!("`{other}` is a `{}` already: an entity has one list", text(ty)))
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
    let numbers = || 0..lists.len();
    let named = |letter: char| -> Vec<_> { numbers().map(|number| format_ident!("__{letter}{number}")).collect() };
    // Of each list: what it holds, the entity of that, and the kind of the index it is read from.
    let (elements, entities, kinds) = (named('X'), named('E'), named('K'));
    let aliases = lists.iter().enumerate().map(|(number, (_, ty))| {
        let (element, entity, kind) = (&elements[number], &entities[number], &kinds[number]);
        quote_spanned! {blamed(ty.span())=>
            type #element = <#ty as __d::CollectionList>::Element;
            type #entity = <#element as __d::Gathered>::Entity;
            type #kind = <#entity as __d::Member<__COLLECTION>>::Kind;
        }
    });
    let members = lists.iter().zip(&entities).map(|((_, ty), entity)| {
        quote_spanned! {blamed(ty.span())=>
            __d::MemberIndex::new(<#entity as __d::Entity>::SCHEMA, <#entity as __d::Member<__COLLECTION>>::INDEX)
        }
    });
    let checks = lists.iter().enumerate().map(|(number, (_, ty))| {
        quote_spanned!(blamed(ty.span())=> const _: () = __d::check_member(#name, __MEMBERS, #number);)
    });
    let takes = lists.iter().enumerate().map(|(number, (field, ty))| {
        let (element, kind) = (&elements[number], &kinds[number]);
        quote_spanned! {blamed(ty.span())=>
            #number => __d::gather::<#kind, #element>(&mut self.#field, __item, __expired),
        }
    });
    let fields = lists.iter().map(|(field, _)| field);
    let (each, places) = (numbers(), numbers());
    let doc = format!("Reads the items of the collection {:?} in one partition.", name.value());
    quote! {
        #[allow(non_local_definitions, private_interfaces, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private as __d;
            const __COLLECTION: u64 = __d::hash(#name);
            #(#aliases)*
            const __MEMBERS: &[__d::MemberIndex] = &[#(#members),*];
            #(#checks)*

            #[automatically_derived]
            impl __d::Collection for #ident {
                const NAME: &'static str = #name;
                const MEMBERS: &'static [__d::MemberIndex] = __MEMBERS;
                const HYDRATES: bool = #(<#elements as __d::Element<#kinds>>::HYDRATES)||*;
                type Kind = <__d::KindOf<{ __d::is_global(__MEMBERS) }> as __d::IndexKindOf>::Kind;

                fn empty() -> Self {
                    Self { #(#fields: ::std::vec::Vec::new()),* }
                }

                fn take(&mut self, __member: usize, __item: __d::Item, __expired: __d::Expired) -> __d::Result<bool> {
                    match __member {
                        #(#takes)*
                        _ => ::core::result::Result::Ok(false),
                    }
                }
            }

            #[automatically_derived]
            impl<__S: #(::core::convert::From<#elements>)+*> __d::InOrderAs<__S> for #ident {
                fn take_as(
                    __found: &mut __d::Vec<__S>,
                    __member: usize,
                    __item: __d::Item,
                    __expired: __d::Expired,
                ) -> __d::Result<bool> {
                    match __member {
                        #(#each => __d::gather_as::<#kinds, #elements, __S>(__found, __item, __expired),)*
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
                impl __d::Holds<#entities, #places> for #ident {}
            )*

            impl #ident {
                #[doc = #doc]
                #vis fn query() -> <__E0 as __d::Member<__COLLECTION>>::Keys<__d::CollectionQuery<#ident>> {
                    <__E0 as __d::Member<__COLLECTION>>::keys(__d::CollectionQuery::start())
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
