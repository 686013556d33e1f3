//! From a model that is right to code. Nothing here can fail.
//!
//! The code is data (the schema), the item's codec, the handles, and the named states of the builders. What is the same
//! for every entity is in the library, or in its `__builders!` macro.

mod builders;
pub mod codec;
mod condition;
mod fallback;
mod item;
mod kept;
mod keys;
pub mod schema;
mod verbs;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DeriveInput, Ident};

use self::codec::Codecs;
use crate::{
    errors::Errors,
    model::{Attribute, Entity},
    names::{module_name, plain},
};

/// The whole derive.
pub fn entity(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    let Some(entity) = Entity::new(input, &errors) else {
        return fallback::entity(input, errors);
    };
    let context = Context::new(&entity);
    let module = builders::module(&context);
    let parts = [
        schema::expand(&context),
        item::expand(&context),
        verbs::expand(&context),
        keys::expand(&context),
        keys::members(&context),
        builders::setters(&context),
    ];
    let (krate, name) = (&entity.krate, &context.module);
    quote! {
        #module

        #[allow(dead_code, private_interfaces, non_local_definitions, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private::{self as __d, Codec as _, PickSerde as _, PickUnstorable as _, PickValue as _};
            // Short names keep the code short.
            use #name as __m;
            #(#parts)*
        };
    }
}

/// The names that the parts of the expansion share.
pub struct Context<'a> {
    entity: &'a Entity,
    /// The module of the builders' states.
    module: Ident,
    /// The places of the attributes that a builder must be given.
    missing: Vec<usize>,
    /// The functions that give the attributes' codecs: their names, and themselves.
    codecs: Codecs,
    codec_functions: TokenStream,
}

impl<'a> Context<'a> {
    fn new(entity: &'a Entity) -> Self {
        let required = |attribute: &Attribute| {
            (attribute.required || attribute.flatten) && attribute.default.is_none() && attribute.is_given()
        };
        let attributes = entity.attributes.iter().enumerate();
        let missing = attributes.filter(|(_, attribute)| required(attribute)).map(|(position, _)| position).collect();
        let module = module_name(&entity.ident);
        let (codecs, codec_functions) = Codecs::of(&entity.attributes);
        Self { entity, module, missing, codecs, codec_functions }
    }

    /// The function that gives an attribute's codec.
    fn codec(&self, position: usize) -> &Ident {
        self.codecs.at(position)
    }
}

/// The name of a setter: the attribute's, with an underscore where a builder has a method of that name.
fn setter(ident: &Ident, taken: &[&str]) -> Ident {
    if taken.contains(&plain(ident).as_str()) { format_ident!("{}_", plain(ident)) } else { ident.clone() }
}

/// The variable that holds an attribute taken out of the values: not the field's name, which may be that of a constant.
fn local(position: usize) -> Ident {
    format_ident!("__value_{position}")
}
