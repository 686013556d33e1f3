//! How attributes are stored: as a `Value`, through serde, or by a module of the user's, with what the model checks and
//! changes on the way.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Path, Type, spanned::Spanned};

use crate::{
    model::Attribute,
    span::{blamed, moved},
};

/// The functions that give the codecs of attributes, by the attributes' places.
pub struct Codecs {
    names: Vec<Ident>,
}

impl Codecs {
    /// One for each type, and each attribute of which the model says more than its type.
    pub fn of(attributes: &[Attribute]) -> (Self, TokenStream) {
        let mut names: Vec<Ident> = Vec::new();
        let mut functions = TokenStream::new();
        for (position, attribute) in attributes.iter().enumerate() {
            let known = attributes[..position].iter().position(|other| is_same(other, attribute));
            match known {
                Some(known) => names.push(names[known].clone()),
                None => {
                    let name = format_ident!("__codec_{position}");
                    functions.extend(function(&name, attribute));
                    names.push(name);
                }
            }
        }
        (Self { names }, functions)
    }

    /// The function of an attribute.
    pub fn at(&self, position: usize) -> &Ident {
        &self.names[position]
    }
}

/// Whether two attributes are stored alike: their types are spelt alike, in one place.
fn is_same(one: &Attribute, other: &Attribute) -> bool {
    let is_plain = |attribute: &Attribute| {
        let hooks = [&attribute.validate, &attribute.on_write, &attribute.on_read, &attribute.with];
        hooks.into_iter().all(Option::is_none) && is_function(attribute)
    };
    let (text, other_text) = (one.ty.to_token_stream().to_string(), other.ty.to_token_stream().to_string());
    // What `$crate` means is not in its text.
    is_plain(one) && is_plain(other) && text == other_text && !text.contains('$')
}

fn is_function(attribute: &Attribute) -> bool {
    attribute.is_stored() && !attribute.flatten
}

fn function(codec: &Ident, attribute: &Attribute) -> TokenStream {
    if !is_function(attribute) {
        return TokenStream::new();
    }
    let ty = &attribute.ty;
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
    let form = module.to_token_stream().to_string();
    let encode = quote_spanned!(span=> #module::to_attribute(__value));
    let decode = quote_spanned!(span=> #module::from_attribute(__value));
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy, __d::Default)]
        struct __With;
        impl __d::Codec<#ty> for __With {
            const FORM: &'static str = #form;
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
        let change = call(path, ty);
        quote!(fn change(__value: #ty) -> #ty { #change })
    });
    let read = attribute.on_read.as_ref().map(|path| {
        let read = call(path, ty);
        quote!(const READS: bool = true; fn read(__value: #ty) -> #ty { #read })
    });
    if check.is_none() && change.is_none() && read.is_none() {
        return None;
    }
    Some(quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy, __d::Default)]
        struct __Hooks;
        impl __d::Hooks<#ty> for __Hooks { #check #change #read }
    })
}

/// The call of a function from a type to itself. As a pointer, so that one error tells all that is wrong with it.
fn call(path: &Path, ty: &Type) -> TokenStream {
    let span = blamed(path.span());
    let ty = moved(ty.to_token_stream(), span);
    quote_spanned! {span=>
        let __function: fn(#ty) -> #ty = #path;
        __function(__value)
    }
}
