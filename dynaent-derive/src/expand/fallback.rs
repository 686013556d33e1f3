//! What a model with errors expands to: the errors, and stand-ins that keep the rest of the program compiling.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

use crate::{errors::Errors, parse::EntityAttr};

/// What an entity can do.
const VERBS: [&str; 19] = [
    "create",
    "put",
    "upsert",
    "get",
    "update",
    "patch",
    "delete",
    "remove",
    "query",
    "scan",
    "find",
    "matching",
    "attributes",
    "batch_get",
    "batch_put",
    "batch_delete",
    "import",
    "export",
    "rewrite",
];

pub fn entity(input: &DeriveInput, errors: Errors) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let container = EntityAttr::parse(&input.attrs, &Errors::default());
    let krate = container.krate();
    let prefix = container.prefix.get().map_or_else(String::new, syn::LitStr::value);
    let verbs = VERBS.iter().map(|verb| {
        let prefixed = syn::parse_str::<syn::Ident>(&format!("{prefix}{verb}"));
        // The prefix is what is wrong.
        prefixed.unwrap_or_else(|_| format_ident!("{verb}"))
    });
    let errors = errors.into_compile_errors();
    let mut supertraits = input.generics.clone();
    if !supertraits.params.is_empty() {
        // Of a generic struct they do not follow from what its fields are.
        let bound = syn::parse_quote!(Self: ::core::marker::Send + ::core::marker::Sync + 'static);
        supertraits.make_where_clause().predicates.push(bound);
    }
    let (_, _, supertraits) = supertraits.split_for_impl();
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    // A generic struct is no entity, and what it would be is not known.
    let member = input.generics.params.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl<const __COLLECTION: u64> __d::Member<__COLLECTION> for #ident {
                // Of which everything can be read.
                type Kind = __d::KeysOnly<__d::Strong>;
                type Keys<__Q: __d::KeyOperation> = Wrong;
                const INDEX: usize = 0;
                fn keys<__Q: __d::KeyOperation>(_: __Q) -> Wrong { loop {} }
            }
        }
    });
    quote! {
        #[allow(dead_code, unused_variables, non_local_definitions, clippy::all)]
        const _: () = {
            use #krate::__private as __d;
            static SCHEMA: __d::EntitySchema = __d::EntitySchema::new([""; 3], &[], &[]);
            /// An erroneous type, for its length is an error: rustc reports nothing that follows from it. (As a type
            /// itself, an error is the unit type.)
            #vis type Wrong = [(); { #errors }];
            #[automatically_derived]
            impl #generics __d::Entity for #ident #arguments #supertraits {
                const SCHEMA: &'static __d::EntitySchema = &SCHEMA;
                type Attributes = ();
                type Values = ();
                fn from_values(_: (), _: &mut dyn __d::FnMut(usize)) -> __d::Result<Self> { loop {} }
                fn write_composite(&self, _: usize, _: bool, _: &mut __d::String) -> bool { loop {} }
                fn write_item(&self, _: &mut __d::ItemWriter) {}
                fn into_item(self, _: &mut __d::ItemWriter) {}
                fn read_item(_: __d::Item, _: &mut __d::ItemReader) -> __d::Option<Self> { loop {} }
            }
            #member
            impl #generics #ident #arguments #bounds {
                #(#vis fn #verbs() -> Wrong { loop {} })*
            }
        };
    }
}
