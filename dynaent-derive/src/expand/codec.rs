//! How attributes are stored: as a `Value`, through serde, or by a module of the user's, with what the model checks and
//! changes on the way.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Path, spanned::Spanned};

use super::Context;
use crate::{model::Attribute, span::blamed};

/// A function for each attribute that gives its codec.
pub fn functions(attributes: &[Attribute]) -> TokenStream {
    let stored = attributes.iter().enumerate().filter(|(_, attribute)| attribute.is_stored() && !attribute.flatten);
    stored.map(|(position, attribute)| function(position, attribute)).collect()
}

fn function(position: usize, attribute: &Attribute) -> TokenStream {
    let (codec, ty) = (Context::codec(position), &attribute.ty);
    let own = attribute.with.as_ref().map(|module| with(module, attribute));
    let pick = match own {
        Some(_) => quote!(__With),
        // The span of the type: a type that cannot be stored is reported there.
        None => quote_spanned!(blamed(ty.span())=> (&&&__d::Pick::<#ty>::NEW).pick()),
    };
    let hooks = hooks(attribute);
    let pick = if hooks.is_some() { quote!(__d::hooked(#pick, __Hooks)) } else { pick };
    quote! {
        fn #codec() -> impl __d::Codec<#ty> {
            #own
            #hooks
            #pick
        }
    }
}

/// The codec of a module.
fn with(module: &Path, attribute: &Attribute) -> TokenStream {
    let ty = &attribute.ty;
    let span = blamed(module.span());
    let encode = quote_spanned!(span=> #module::to_attribute(__value));
    let decode = quote_spanned!(span=> #module::from_attribute(__value));
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::default::Default)]
        struct __With;
        impl __d::Codec<#ty> for __With {
            fn encode(self, __value: &#ty) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                #encode
            }
            fn decode(self, __value: __d::AttributeValue) -> ::core::result::Result<#ty, __d::ValueError> {
                #decode
            }
        }
    }
}

/// The functions that the model names.
fn hooks(attribute: &Attribute) -> Option<TokenStream> {
    let ty = &attribute.ty;
    let check = attribute.validate.as_ref().map(|path| {
        let check = quote_spanned!(blamed(path.span())=> __d::Verdict::into_result(#path(__value)));
        quote!(fn check(__value: &#ty) -> ::core::result::Result<(), __d::ValueError> { #check })
    });
    let change = attribute.on_write.as_ref().map(|path| {
        let change = quote_spanned!(blamed(path.span())=> #path(__value));
        quote!(fn change(__value: #ty) -> #ty { #change })
    });
    let read = attribute.on_read.as_ref().map(|path| {
        let read = quote_spanned!(blamed(path.span())=> #path(__value));
        quote!(fn read(__value: #ty) -> #ty { #read })
    });
    if check.is_none() && change.is_none() && read.is_none() {
        return None;
    }
    Some(quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::default::Default)]
        struct __Hooks;
        impl __d::Hooks<#ty> for __Hooks { #check #change #read }
    })
}
