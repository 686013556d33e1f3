//! `#[derive(Document)]`: structs that are maps inside items.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Data, DeriveInput, Ident, LitStr, Path, spanned::Spanned};

use crate::{
    errors::Errors,
    expand::{codec::Codecs, schema},
    model::{Access, Attribute, attributes, check_fields, named_fields, option_inner},
    names::plain,
    parse::{DefaultValue, OF_DOCUMENTS, TypeAttr, misplaced},
    span::blamed,
};

/// The whole derive.
pub fn derive(input: &DeriveInput) -> TokenStream {
    let errors = Errors::default();
    misplaced(&input.attrs, &["attr"], "a field, not on the struct", &errors);
    misplaced(&input.attrs, &["entity", "index"], "an entity: a document has neither name nor key", &errors);
    let container = TypeAttr::parse(&input.attrs, "document", &["rename_all", "crate"], &errors);
    let krate = container.krate();
    let rule = container.rename_all.get().map(LitStr::value);
    let fields = named_fields(input, "a document", "attributes", &errors)
        .map(|fields| attributes(&input.ident, fields, rule.as_deref(), &OF_DOCUMENTS, &errors));
    if let Some(fields) = &fields {
        check_fields(fields, &errors);
        if fields.is_empty() {
            errors.at(&input.ident, "a document needs fields: they are its attributes");
        }
    }
    match fields.filter(|_| errors.is_empty()) {
        Some(fields) => expand(input, &krate, &fields),
        None => fallback(input, &krate, errors),
    }
}

/// The errors, and stand-ins that keep what uses the type from being reported as well.
fn fallback(input: &DeriveInput, krate: &Path, errors: Errors) -> TokenStream {
    let ident = &input.ident;
    let errors = errors.into_compile_errors();
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let mut supertraits = input.generics.clone();
    if !supertraits.params.is_empty() {
        // Of a generic struct it does not follow from what its fields are.
        supertraits.make_where_clause().predicates.push(syn::parse_quote!(Self: 'static));
    }
    let (_, _, supertraits) = supertraits.split_for_impl();
    let vis = &input.vis;
    let fields = match &input.data {
        // What the fields of a generic struct are, is not known here.
        Data::Struct(data) if input.generics.params.is_empty() => data.fields.iter().collect(),
        _ => Vec::new(),
    };
    // One that is there twice is reported by rustc.
    let fields = fields.iter().enumerate().filter_map(|(place, field)| {
        let (name, ty) = (field.ident.as_ref()?, option_inner(&field.ty).unwrap_or(&field.ty));
        let is_first = fields[..place].iter().all(|other| other.ident.as_ref() != Some(name));
        is_first.then(|| quote!(#vis #name: __d::Attr<__E, #ty, <__A as __d::Access>::Field<__d::Optional>, __P>))
    });
    quote! {
        #errors
        #[allow(dead_code, non_local_definitions, private_interfaces, unused_variables, clippy::all)]
        const _: () = {
            use #krate::__private as __d;
            #vis struct WrongFields<__E, __A: __d::Access, __P> {
                #(#fields,)*
                __of: ::core::marker::PhantomData<fn() -> (__E, __A, __P)>,
            }
            impl<__E, __A: __d::Access, __P: __d::Fixed> ::core::clone::Clone for WrongFields<__E, __A, __P> {
                fn clone(&self) -> Self { loop {} }
            }
            impl<__E, __A: __d::Access, __P: __d::Fixed> ::core::marker::Copy for WrongFields<__E, __A, __P> {}
            impl<__E: 'static, __A: __d::Access, __P: __d::Fixed> __d::Handles for WrongFields<__E, __A, __P> {
                const HANDLES: &'static Self = loop {};
            }
            #[automatically_derived]
            impl #generics __d::Document for #ident #arguments #supertraits {
                const FIELDS: &'static [__d::AttributeSchema] = &[];
                type Fields<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> = WrongFields<__E, __A, __P>;
                fn write_fields(&self, _: &mut __d::FieldWriter) {}
                fn into_fields(self, _: &mut __d::FieldWriter) {}
                fn read_fields(
                    _: &mut dyn __d::FnMut(&str) -> __d::Option<__d::AttributeValue>,
                ) -> ::core::result::Result<Self, __d::ValueError> { loop {} }
            }
            #[automatically_derived]
            impl #generics __d::Measured for #ident #arguments #bounds {}
            #[automatically_derived]
            impl #generics __d::Value for #ident #arguments #bounds {
                fn to_attribute(&self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> { loop {} }
                fn from_attribute(_: __d::AttributeValue) -> ::core::result::Result<Self, __d::ValueError> { loop {} }
            }
        };
    }
}

fn expand(input: &DeriveInput, krate: &Path, fields: &[Attribute]) -> TokenStream {
    let ident = &input.ident;
    let (codecs, functions) = Codecs::of(fields);
    let handles_of = format_ident!("__{}Fields", plain(ident));
    let handles = handles(input, &handles_of, fields, &codecs);
    let schema = fields.iter().enumerate().map(|(position, field)| schema::attribute(field, codecs.at(position)));
    let [write, into] = [false, true].map(|owned| {
        let puts = fields.iter().enumerate().map(|(position, field)| put(codecs.at(position), field, owned));
        quote!(#(#puts)*)
    });
    let reads = fields.iter().enumerate().map(|(position, field)| read(codecs.at(position), field));
    quote! {
        #[allow(dead_code, private_interfaces, non_local_definitions, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private::{self as __d, Codec as _, PickSerde as _, PickUnstorable as _, PickValue as _};
            #functions
            #handles

            #[automatically_derived]
            impl __d::Value for #ident {
                const STORED: __d::Option<__d::StoredType> =
                    __d::Some(__d::StoredType::Map);
                fn to_attribute(&self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                    __d::document_to_attribute(self)
                }
                fn into_attribute(self) -> ::core::result::Result<__d::AttributeValue, __d::ValueError> {
                    __d::document_into_attribute(self)
                }
                fn from_attribute(
                    __value: __d::AttributeValue,
                ) -> ::core::result::Result<Self, __d::ValueError> {
                    __d::document_from_attribute(__value)
                }
            }

            #[automatically_derived]
            impl __d::Document for #ident {
                const FIELDS: &'static [__d::AttributeSchema] = {
                    use __d::AttributeSchema as A;
                    &[#(#schema),*]
                };
                type Fields<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> = #handles_of<__E, __A, __P>;
                #[allow(unused_variables)]
                fn write_fields(&self, __fields: &mut __d::FieldWriter) { #write }
                #[allow(unused_variables)]
                fn into_fields(self, __fields: &mut __d::FieldWriter) { #into }
                #[allow(unused_variables)]
                fn read_fields(
                    __take: &mut dyn __d::FnMut(&str) -> __d::Option<__d::AttributeValue>,
                ) -> ::core::result::Result<Self, __d::ValueError> {
                    ::core::result::Result::Ok(Self { #(#reads),* })
                }
            }

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __d::Measured for #ident {}
        };
    }
}

/// The struct of the fields' handles, under that name.
fn handles(input: &DeriveInput, name: &Ident, fields: &[Attribute], codecs: &Codecs) -> TokenStream {
    let (ident, vis) = (&input.ident, &input.vis);
    let types = fields.iter().enumerate().map(|(position, field)| {
        let (field_name, ty) = (&field.ident, &field.ty);
        let access = match field.access {
            Access::ReadOnly | Access::PrimaryKey => quote!(ReadOnly),
            Access::Changeable if field.optional && !field.required => quote!(Optional),
            Access::Changeable => quote!(Required),
        };
        let doc = format!("The field `{}`.", field.name);
        quote! {
            #[doc = #doc]
            #vis #field_name: __d::Attr<
                __E,
                #ty,
                <__A as __d::Access>::Field<__d::#access>,
                __d::Field<__P, #ident, #position>,
            >
        }
    });
    let values = fields.iter().enumerate().map(|(position, field)| {
        let (name, codec) = (&field.ident, codecs.at(position));
        quote!(#name: __d::Attr::new(#codec))
    });
    let doc = format!("The handles of the fields of [`{ident}`].");
    quote! {
        #[doc = #doc]
        #vis struct #name<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> {
            #(#types,)*
            __of: ::core::marker::PhantomData<fn() -> (__E, __A, __P)>,
        }

        impl<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> ::core::clone::Clone for #name<__E, __A, __P> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> ::core::marker::Copy for #name<__E, __A, __P> {}

        impl<__E: __d::Entity, __A: __d::Access, __P: __d::Fixed> __d::Handles for #name<__E, __A, __P> {
            const HANDLES: &'static Self = &Self { #(#values,)* __of: ::core::marker::PhantomData };
        }
    }
}

fn put(codec: &Ident, field: &Attribute, owned: bool) -> TokenStream {
    let (name, stored) = (&field.ident, &field.field);
    let required = field.required;
    if !field.optional {
        return if owned {
            quote!(__fields.put_owned(#stored, #codec(), self.#name);)
        } else {
            quote!(__fields.put(#stored, #codec(), &self.#name);)
        };
    }
    let (store, value) =
        if owned { (quote!(store_owned), quote!(self.#name)) } else { (quote!(store), quote!(self.#name.as_ref())) };
    let put = if field.hidden { quote!(put_hidden) } else { quote!(put_optional) };
    quote!(__fields.#put(#stored, #required, #value.map(|__value| #codec().#store(__value)));)
}

fn read(codec: &Ident, field: &Attribute) -> TokenStream {
    let (name, stored, ty) = (&field.ident, &field.field, &field.ty);
    if field.hidden {
        return quote!(#name: __d::None);
    }
    let read = if field.optional { quote!(read_optional_field) } else { quote!(read_field) };
    let default = match &field.default {
        None => quote!(__d::None),
        Some(DefaultValue::OfType(span)) => {
            let default = quote_spanned!(blamed(*span)=> __d::Default::default());
            quote!(__d::Some(|| #default))
        }
        Some(DefaultValue::Expression(default)) => {
            let assign = quote_spanned!(blamed(default.span())=> __d::Assign::<#ty>::assign(#default));
            quote!(__d::Some(|| #assign))
        }
    };
    quote!(#name: __d::#read(__take, #stored, #codec(), #default)?)
}
