//! `#[derive(KeyPart)]`: newtypes and unit enums that can stand in keys.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Data, DataEnum, DeriveInput, Field, Fields, LitStr, Path, spanned::Spanned};

use crate::{
    errors::Errors,
    names::{plain, rename},
    parse::{Slot, TypeAttr, misplaced, options, some_text},
    span::blamed,
};

/// The whole derive.
pub fn derive(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    let container = TypeAttr::parse(&input.attrs, "key_part", &["rename_all", "crate"], &errors);
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a key part cannot be generic");
    }
    let krate = container.krate();
    let rule = container.rename_all.take();
    let body = match &input.data {
        Data::Struct(data) if data.fields.len() == 1 => {
            for field in &data.fields {
                misplaced(&field.attrs, &["key_part"], "the type or a variant, not on a field", &errors);
            }
            if let Some(rule) = rule {
                errors.at(&rule, "`rename_all` is for the variants of an enum");
            }
            data.fields.iter().next().map(|field| newtype(input, field))
        }
        Data::Enum(data) => unit_enum(input, data, rule.as_ref(), &errors),
        _ => {
            errors.at(&input.ident, "a key part is a struct with one field, or an enum whose variants have none");
            None
        }
    };
    match body.filter(|_| errors.is_empty()) {
        Some(body) => quote! {
            #[allow(non_local_definitions, clippy::all, clippy::pedantic)]
            const _: () = {
                use #krate::__private as __d;
                #body
            };
        },
        None => fallback(input, &krate, errors),
    }
}

/// The errors, and stand-ins that keep what uses the type from being reported as well.
fn fallback(input: &DeriveInput, krate: &Path, errors: Errors) -> TokenStream {
    let ident = &input.ident;
    let errors = errors.into_compile_errors();
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    quote! {
        #errors
        #[allow(non_local_definitions, unused_variables)]
        const _: () = {
            use #krate::__private as __d;
            #[automatically_derived]
            impl #generics __d::Value for #ident #arguments #bounds {
                fn to_attribute(&self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> { loop {} }
                fn from_attribute(_: __d::AttributeValue) -> ::core::result::Result<Self, __d::ValueError> { loop {} }
            }
            #[automatically_derived]
            impl #generics __d::KeyPart for #ident #arguments #bounds {
                fn write_key(&self, _: &mut __d::String) {}
            }
        };
    }
}

/// Stored, and written into keys, as the value inside.
fn newtype(input: &DeriveInput, field: &Field) -> TokenStream {
    let (ident, ty) = (&input.ident, &field.ty);
    let (member, wrap) = match &field.ident {
        Some(name) => (quote!(#name), quote!(|__value| Self { #name: __value })),
        None => (quote!(0), quote!(Self)),
    };
    // As a condition of all impls: a type that cannot be in a key is reported once, and not by all that follows.
    let bound = quote_spanned!(blamed(ty.span())=> #ty: __d::KeyPart);
    quote! {
        #[automatically_derived]
        impl __d::Value for #ident where #bound {
            const STORED: ::core::option::Option<__d::StoredType> = <#ty as __d::Value>::STORED;
            fn to_attribute(&self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                <#ty as __d::Value>::to_attribute(&self.#member)
            }
            fn into_attribute(self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                <#ty as __d::Value>::into_attribute(self.#member)
            }
            fn from_attribute(__value: __d::AttributeValue) -> ::core::result::Result<Self, __d::ValueError> {
                <#ty as __d::Value>::from_attribute(__value).map(#wrap)
            }
        }
        #[automatically_derived]
        impl __d::KeyPart for #ident where #bound {
            const KIND: __d::PartKind = <#ty as __d::KeyPart>::KIND;
            const SORTABLE_DIGITS: usize = <#ty as __d::KeyPart>::SORTABLE_DIGITS;
            fn write_key(&self, __key: &mut __d::String) {
                <#ty as __d::KeyPart>::write_key(&self.#member, __key);
            }
            fn read_key(__text: &str) -> ::core::option::Option<Self> {
                <#ty as __d::KeyPart>::read_key(__text).map(#wrap)
            }
            fn write_sortable(&self, __key: &mut __d::String) {
                <#ty as __d::KeyPart>::write_sortable(&self.#member, __key);
            }
            fn read_sortable(__text: &str) -> ::core::option::Option<Self> {
                <#ty as __d::KeyPart>::read_sortable(__text).map(#wrap)
            }
        }
        #[automatically_derived]
        impl<__P> __d::Sorts<__P> for #ident where #bound, #ty: __d::Sorts<__P> {
            const PLAIN: bool = <#ty as __d::Sorts<__P>>::PLAIN;
        }
        #[automatically_derived]
        impl<__P> __d::TextPart<__P> for #ident where #bound, #ty: __d::TextPart<__P> {}
        // What can be done with the value inside can be done with it: asked when it is, hence the lifetimes.
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __d::Ordered for #ident where #bound, for<'__a> __d::Within<'__a, #ty>: __d::Ordered {}
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __d::Numeric for #ident where #bound, for<'__a> __d::Within<'__a, #ty>: __d::Numeric {}
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __d::Addable for #ident where #bound, for<'__a> __d::Within<'__a, #ty>: __d::Numeric {}
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __d::Textual for #ident where #bound, for<'__a> __d::Within<'__a, #ty>: __d::Textual {}
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __d::Measured for #ident where #bound, for<'__a> __d::Within<'__a, #ty>: __d::Measured {}
    }
}

/// Stored, and written into keys, as the variant's name.
fn unit_enum(input: &DeriveInput, data: &DataEnum, rule: Option<&LitStr>, errors: &Errors) -> Option<TokenStream> {
    let ident = &input.ident;
    let mut names: Vec<(&syn::Ident, String)> = Vec::new();
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(&variant.fields, "a variant of a key part has no fields: its name is the text in the key");
        }
        let mut own: Slot<LitStr> = Slot::default();
        for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("key_part")) {
            options(attribute, &["rename"], errors, |name, input| {
                let known = name == "rename";
                if known {
                    own.set(name, some_text(name, input)?)?;
                }
                Ok(known)
            });
        }
        let plain = plain(&variant.ident);
        let name = own.get().map(LitStr::value);
        let name = name.unwrap_or_else(|| rule.map_or(plain.clone(), |rule| rename(&rule.value(), &plain)));
        if let Some((other, _)) = names.iter().find(|(_, other)| *other == name) {
            errors.at(&variant.ident, format!("`{other}` and `{}` are both {name:?}", variant.ident));
        }
        names.push((&variant.ident, name));
    }
    if names.is_empty() {
        errors.at(ident, "a key part needs at least one variant");
        return None;
    }
    let (variants, texts): (Vec<_>, Vec<_>) = names.into_iter().unzip();
    let expected = format!("one of {}", texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", "));
    Some(quote! {
        impl #ident {
            const fn __text(&self) -> &'static str {
                match self { #(Self::#variants => #texts),* }
            }
        }
        #[automatically_derived]
        impl __d::Value for #ident {
            const STORED: ::core::option::Option<__d::StoredType> =
                ::core::option::Option::Some(__d::StoredType::Text);
            fn to_attribute(&self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                ::core::result::Result::Ok(__d::AttributeValue::S(::std::string::String::from(self.__text())))
            }
            fn from_attribute(__value: __d::AttributeValue) -> ::core::result::Result<Self, __d::ValueError> {
                match __value.as_s().map(::std::string::String::as_str) {
                    #(::core::result::Result::Ok(#texts) => ::core::result::Result::Ok(Self::#variants),)*
                    _ => ::core::result::Result::Err(__d::ValueError::expected(#expected, &__value)),
                }
            }
        }
        #[automatically_derived]
        impl __d::KeyPart for #ident {
            fn write_key(&self, __key: &mut __d::String) {
                __key.push_str(self.__text());
            }
            fn read_key(__text: &str) -> ::core::option::Option<Self> {
                match __text {
                    #(#texts => ::core::option::Option::Some(Self::#variants),)*
                    // Cased as the key is.
                    #(_ if __d::is_cased(__text, #texts) => ::core::option::Option::Some(Self::#variants),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    })
}
