//! What a model with errors expands to: the errors, and stand-ins that keep the rest of the program compiling.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

/// What an entity can do.
const VERBS: [&str; 11] =
    ["create", "put", "upsert", "get", "update", "patch", "delete", "remove", "query", "scan", "attributes"];

use crate::{errors::Errors, model::crate_path, parse::EntityAttr};

pub fn entity(input: &DeriveInput, errors: Errors) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let container = EntityAttr::parse(&input.attrs, &Errors::default());
    let krate = crate_path(&container);
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let prefix = container.prefix.get().map_or_else(String::new, syn::LitStr::value);
    let verbs = VERBS.iter().filter_map(|verb| syn::parse_str::<syn::Ident>(&format!("{prefix}{verb}")).ok());
    let (first, rest) = errors.into_compile_errors();
    let first = first.into_iter().take_while(|token| token.to_string() != ";");
    let first: TokenStream = first.collect();
    quote! {
        #rest
        #[allow(dead_code, unused_variables, non_local_definitions, clippy::all)]
        const _: () = {
            use #krate::__private as __d;
            static SCHEMA: __d::EntitySchema = __d::EntitySchema::new([""; 3], &[], &[]);
            /// An erroneous type: rustc reports nothing that follows from it.
            #vis type Wrong = #first;
            #[automatically_derived]
            impl #generics __d::Entity for #ident #arguments #bounds {
                const SCHEMA: &'static __d::EntitySchema = &SCHEMA;
                type Attributes = ();
                type Values = ();
                fn from_values(_: (), _: &mut dyn ::core::ops::FnMut(usize)) -> __d::Result<Self> { loop {} }
                fn write_composite(&self, _: usize, _: &mut ::std::string::String) -> bool { loop {} }
                fn write_item(&self, _: &mut __d::ItemWriter) {}
                fn into_item(self, _: &mut __d::ItemWriter) {}
                fn read_item(_: __d::Item, _: &mut __d::ItemReader) -> ::core::option::Option<Self> { loop {} }
            }
            impl #generics #ident #arguments #bounds {
                #(#vis fn #verbs() -> Wrong { loop {} })*
            }
        };
    }
}
