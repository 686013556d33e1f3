//! The codec of whole items: straight-line writing, reading in one pass.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::Context;
use crate::{
    model::{Access, Attribute},
    parse::DefaultValue,
};

pub fn expand(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let ident = &entity.ident;
    let codecs = codecs(context);
    let handles = handles(context);
    let values = values(context);
    let from_values = from_values(context);
    let composites = composites(context);
    let write_cloned = write(context, false);
    let write_owned = write(context, true);
    let read = read(context);
    quote! {
        #codecs
        #handles
        #values

        #[automatically_derived]
        impl __d::Entity for #ident {
            const SCHEMA: &'static __d::EntitySchema = &SCHEMA;
            type Attributes = Attributes;
            type Values = Values;
            #from_values
            #composites
            #write_cloned
            #write_owned
            #read
        }
    }
}

/// How each attribute is stored: as a `Value`, or through serde.
fn codecs(context: &Context<'_>) -> TokenStream {
    let each = context.entity.attributes.iter().enumerate().map(|(position, attribute)| {
        let (codec, ty) = (Context::codec(position), &attribute.ty);
        // The span of the type: a type that cannot be stored is reported there.
        let pick = quote_spanned!(ty.span()=> (&&&__d::Pick::<#ty>::NEW).pick());
        quote!(fn #codec() -> impl __d::Codec<#ty> { #pick })
    });
    quote!(#(#each)*)
}

/// The struct of the attributes' handles.
fn handles(context: &Context<'_>) -> TokenStream {
    let (ident, vis) = (&context.entity.ident, &context.entity.visibility);
    let fields = context.entity.attributes.iter().map(|attribute| {
        let (name, ty) = (&attribute.ident, &attribute.ty);
        let access = match attribute.access {
            Access::PrimaryKey => quote!(PrimaryKey),
            Access::ReadOnly => quote!(ReadOnly),
            Access::Changeable if attribute.optional => quote!(Optional),
            Access::Changeable => quote!(Required),
        };
        let doc = format!("The attribute `{}`.", attribute.name);
        quote!(#[doc = #doc] #vis #name: __d::Attr<#ident, #ty, __d::#access>)
    });
    let doc = format!("The handles of the attributes of [`{ident}`].");
    quote! {
        #[doc = #doc]
        #vis struct Attributes { #(#fields),* }

        impl ::core::clone::Clone for Attributes {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl ::core::marker::Copy for Attributes {}
    }
}

/// The attributes as they come: given to a builder, or read from an item.
fn values(context: &Context<'_>) -> TokenStream {
    let (ident, vis) = (&context.entity.ident, &context.entity.visibility);
    let attributes = &context.entity.attributes;
    let fields = attributes.iter().map(|attribute| {
        let (name, ty) = (&attribute.ident, &attribute.ty);
        quote!(#name: ::core::option::Option<#ty>)
    });
    let names = || attributes.iter().map(|attribute| &attribute.ident);
    let (none, own) = (names(), names());
    let patterns = attributes.iter().map(|Attribute { ident, optional, .. }| {
        if *optional { quote!(#ident) } else { quote!(#ident: ::core::option::Option::Some(#ident)) }
    });
    // One pattern, not a `?` for each: what is left to drop where one is missing would double the code of the derive.
    quote! {
        #vis struct Values { #(#fields),* }

        impl ::core::default::Default for Values {
            fn default() -> Self {
                Self { #(#none: ::core::option::Option::None),* }
            }
        }

        impl Values {
            fn whole(self) -> ::core::option::Option<#ident> {
                match self {
                    Self { #(#patterns),* } => ::core::option::Option::Some(#ident { #(#own),* }),
                    #[allow(unreachable_patterns)]
                    _ => ::core::option::Option::None,
                }
            }
        }
    }
}

fn from_values(context: &Context<'_>) -> TokenStream {
    let defaults = context.entity.attributes.iter().enumerate().filter_map(|(position, attribute)| {
        let (name, ty) = (&attribute.ident, &attribute.ty);
        let default = match attribute.default.as_ref()? {
            DefaultValue::OfType => quote!(::core::default::Default::default),
            DefaultValue::Expression(default) => {
                let assign = quote_spanned!(default.span()=> __d::Assign::<#ty>::assign(#default));
                quote!(|| #assign)
            }
        };
        Some(quote!(__d::or_default(&mut values.#name, #position, defaulted, #default);))
    });
    quote! {
        #[allow(unused_mut)]
        fn from_values(mut values: Values, defaulted: &mut dyn ::core::ops::FnMut(usize)) -> __d::Result<Self> {
            #(#defaults)*
            values.whole().ok_or_else(|| __d::incomplete(&SCHEMA))
        }
    }
}

/// The texts of the composites.
fn composites(context: &Context<'_>) -> TokenStream {
    let attributes = context.entity.attributes.iter().enumerate();
    let arms = attributes.filter_map(|(position, attribute)| {
        let (name, span) = (&attribute.ident, attribute.composite?);
        let write = |value| quote_spanned!(span=> __d::KeyPart::write_key(#value, key));
        Some(if attribute.optional {
            let write = write(quote!(value));
            quote!(#position => match &self.#name {
                ::core::option::Option::Some(value) => #write,
                ::core::option::Option::None => return false,
            },)
        } else {
            let write = write(quote!(&self.#name));
            quote!(#position => #write,)
        })
    });
    quote! {
        fn write_composite(&self, attribute: usize, key: &mut ::std::string::String) -> bool {
            match attribute {
                #(#arms)*
                _ => return false,
            }
            true
        }
    }
}

/// Writes the attributes: cloned from a reference, or moved.
fn write(context: &Context<'_>, owned: bool) -> TokenStream {
    let puts = context.entity.attributes.iter().enumerate().map(|(position, attribute)| {
        let (name, codec) = (&attribute.ident, Context::codec(position));
        match (attribute.optional, owned) {
            (false, false) => quote!(item.put(#position, #codec().encode(&self.#name));),
            (false, true) => quote!(item.put(#position, #codec().encode_owned(self.#name));),
            (true, false) => {
                quote!(item.put_optional(#position, self.#name.as_ref().map(|value| #codec().encode(value)));)
            }
            (true, true) => {
                quote!(item.put_optional(#position, self.#name.map(|value| #codec().encode_owned(value)));)
            }
        }
    });
    let signature = if owned {
        quote!(fn into_item(self, item: &mut __d::ItemWriter))
    } else {
        quote!(fn write_item(&self, item: &mut __d::ItemWriter))
    };
    quote!(#signature { #(#puts)* })
}

/// Reads the attributes in one pass over the item.
fn read(context: &Context<'_>) -> TokenStream {
    let attributes = || context.entity.attributes.iter().enumerate();
    let arms = attributes().map(|(position, attribute)| {
        let (name, field, codec) = (&attribute.ident, &attribute.field, Context::codec(position));
        let read = if attribute.optional { quote!(read_optional) } else { quote!(read) };
        quote!(#field => reader.#read(#position, &mut values.#name, value, #codec()),)
    });
    let required = attributes().filter(|(_, attribute)| !attribute.optional).map(|(position, attribute)| {
        let (name, codec) = (&attribute.ident, Context::codec(position));
        quote!(reader.required(#position, &mut values.#name, #codec());)
    });
    quote! {
        fn read_item(item: __d::Item, reader: &mut __d::ItemReader) -> ::core::option::Option<Self> {
            let mut values = <Values as ::core::default::Default>::default();
            for (name, value) in item {
                match name.as_str() {
                    #(#arms)*
                    _ => reader.other(&name, value),
                }
            }
            #(#required)*
            values.whole()
        }
    }
}
