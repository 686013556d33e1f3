//! `#[derive(Service)]`: an enum of entities.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Data, DeriveInput, Fields, Ident, Path, Type, spanned::Spanned};

use crate::{
    errors::Errors,
    parse::{TypeAttr, misplaced},
    span::{blamed, written},
};

/// The whole derive.
pub fn derive(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    misplaced(&input.attrs, &["entity", "index", "attr"], "the entities in the variants, not on the service", &errors);
    misplaced(&input.attrs, &["collection"], "a struct with `#[derive(Collection)]`, not on a service", &errors);
    let krate = TypeAttr::parse(&input.attrs, "service", &["crate"], &errors).krate();
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a service cannot be generic");
    }
    let variants = variants(input, &errors);
    match variants.filter(|_| errors.is_empty()) {
        Some(variants) => expand(input, &krate, &variants),
        None => fallback(input, &krate, errors),
    }
}

/// The variants, and the entity in each.
fn variants<'a>(input: &'a DeriveInput, errors: &Errors) -> Option<Vec<(&'a Ident, &'a Type)>> {
    let Data::Enum(data) = &input.data else {
        errors.at(&input.ident, "a service is an enum with a variant for each entity, such as `Article(Article)`");
        return None;
    };
    let mut variants: Vec<(&Ident, &Type)> = Vec::new();
    for variant in &data.variants {
        misplaced(&variant.attrs, &["service"], "the enum, not on a variant", errors);
        misplaced(&variant.attrs, &["entity", "index", "attr", "collection"], "the entity, not on a variant", errors);
        let entity = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0].ty,
            _ => {
                let name = &variant.ident;
                errors.at(
                    variant,
                    format!("a variant of a service holds one entity, as in `{name}(E)` of an entity `E`"),
                );
                continue;
            }
        };
        match variants.iter().find(|(_, other)| written(other) == written(entity)) {
            Some((other, _)) => {
                errors.at(entity, format!("`{}` is in the service already, as `{other}`", written(entity)));
            }
            None => variants.push((&variant.ident, entity)),
        }
    }
    if variants.is_empty() && errors.is_empty() {
        errors.at(&input.ident, "a service needs at least one entity: give it a variant such as `Article(Article)`");
    }
    Some(variants)
}

fn expand(input: &DeriveInput, krate: &Path, variants: &[(&Ident, &Type)]) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let (names, entities): (Vec<_>, Vec<_>) = variants.iter().copied().unzip();
    let (numbers, places) = (0..variants.len(), 0..variants.len());
    // Whatever is asked of an entity is asked in one way and at its type, so that what is wrong with it is told once.
    let each = entities.iter().map(|ty| quote_spanned!(blamed(ty.span())=> <#ty as __d::Entity>));
    let each: Vec<_> = each.collect();
    let checks = entities
        .iter()
        .enumerate()
        .map(|(number, ty)| quote_spanned!(blamed(ty.span())=> const _: () = __d::check_service(__SCHEMAS, #number);));
    quote! {
        #[allow(non_local_definitions, private_interfaces, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private as __d;
            const __SCHEMAS: &[&__d::EntitySchema] = &[#(#each::SCHEMA),*];
            #(#checks)*

            #[automatically_derived]
            impl __d::Service for #ident {
                const SCHEMAS: &'static [&'static __d::EntitySchema] = __SCHEMAS;

                fn read(__entity: usize, __item: __d::Item) -> __d::Result<::core::option::Option<Self>> {
                    match __entity {
                        #(#numbers => ::core::result::Result::Ok(#each::read_if_own(__item)?.map(Self::#names)),)*
                        _ => ::core::result::Result::Ok(::core::option::Option::None),
                    }
                }

                fn expires_at(&self) -> ::core::option::Option<i64> {
                    match self {
                        #(Self::#names(__entity) => #each::expires_at(__entity),)*
                    }
                }
            }

            #[automatically_derived]
            impl __d::Entities for #ident {
                fn schemas() -> __d::Vec<&'static __d::EntitySchema> {
                    __SCHEMAS.to_vec()
                }
            }

            #(
                #[automatically_derived]
                impl ::core::convert::From<#entities> for #ident {
                    fn from(__entity: #entities) -> Self {
                        Self::#names(__entity)
                    }
                }
                #[automatically_derived]
                impl __d::Holds<#entities, #places> for #ident {}
            )*

            impl #ident {
                /// Reads an item of the table as the entity that it is of.
                #vis fn decode(__item: __d::Item) -> __d::Result<Self> {
                    __d::decode_any(__item)
                }

                /// Reads every item of the table.
                #vis fn scan() -> __d::Scan<#ident, __d::Mixed> {
                    __d::Scan::start()
                }
            }
        };
    }
}

/// The errors, and stand-ins that keep what uses the type from being reported as well.
fn fallback(input: &DeriveInput, krate: &Path, errors: Errors) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    // What is in the variants that are right.
    let entities = variants(input, &Errors::default()).unwrap_or_default().into_iter().map(|(_, entity)| entity);
    let errors = errors.into_compile_errors();
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    // What a generic service would hold is not known.
    let service = input.generics.params.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl __d::Service for #ident {
                const SCHEMAS: &'static [&'static __d::EntitySchema] = &[];
                fn read(_: usize, _: __d::Item) -> __d::Result<::core::option::Option<Self>> { loop {} }
                fn expires_at(&self) -> ::core::option::Option<i64> { loop {} }
            }
            #(
                #[automatically_derived]
                impl ::core::convert::From<#entities> for #ident {
                    fn from(_: #entities) -> Self { loop {} }
                }
            )*
        }
    });
    quote! {
        #[allow(dead_code, unused_variables, non_local_definitions, clippy::all)]
        const _: () = {
            use #krate::__private as __d;
            #vis type Wrong = [(); { #errors }];
            #[automatically_derived]
            impl #generics __d::Entities for #ident #arguments #bounds {
                fn schemas() -> __d::Vec<&'static __d::EntitySchema> { loop {} }
            }
            #service
            impl #generics #ident #arguments #bounds {
                #vis fn decode(_: __d::Item) -> Wrong { loop {} }
                #vis fn scan() -> Wrong { loop {} }
            }
        };
    }
}
