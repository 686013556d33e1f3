//! The derive macros of Dynaent. Use them through the `dynaent` crate, which documents them.
//!
//! A derive passes three stages: `parse` turns tokens into attributes and keeps their spans, `model` checks all the
//! facts and collects every error, and `expand` turns a model that is right into code.

#![deny(missing_docs)]

mod collection;
mod document;
mod errors;
mod expand;
mod key_part;
mod model;
mod names;
mod parse;
mod service;
mod span;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

#[allow(missing_docs)] // Documented where users meet it: `dynaent::Entity`.
// What belongs to the other derive is ours too, to say so.
#[proc_macro_derive(Entity, attributes(entity, index, attr, document, collection, service))]
pub fn entity(input: TokenStream) -> TokenStream {
    derive(input, expand::entity)
}

#[allow(missing_docs)] // Documented where users meet it: `dynaent::Document`.
#[proc_macro_derive(Document, attributes(document, attr, entity, index))]
pub fn document(input: TokenStream) -> TokenStream {
    derive(input, document::derive)
}

#[allow(missing_docs)] // Documented where users meet it: `dynaent::KeyPart`.
#[proc_macro_derive(KeyPart, attributes(key_part))]
pub fn key_part(input: TokenStream) -> TokenStream {
    derive(input, key_part::derive)
}

#[allow(missing_docs)] // Documented where users meet it: `dynaent::Service`.
#[proc_macro_derive(Service, attributes(service, entity, index, attr, collection))]
pub fn service(input: TokenStream) -> TokenStream {
    derive(input, service::derive)
}

#[allow(missing_docs)] // Documented where users meet it: `dynaent::Collection`.
#[proc_macro_derive(Collection, attributes(collection, attr, entity, index, service))]
pub fn collection(input: TokenStream) -> TokenStream {
    derive(input, collection::derive)
}

fn derive(input: TokenStream, expand: fn(&syn::DeriveInput) -> proc_macro2::TokenStream) -> TokenStream {
    match syn::parse(input) {
        Ok(input) => expand(&input).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
