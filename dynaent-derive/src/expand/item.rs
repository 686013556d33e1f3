//! The codec of whole items: straight-line writing, reading in one pass.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Index, spanned::Spanned};

use super::{Context, local};
use crate::{
    model::{Access, Attribute},
    parse::DefaultValue,
    span::blamed,
};

pub fn expand(context: &Context<'_>) -> TokenStream {
    let entity = context.entity;
    let ident = &entity.ident;
    let codecs = &context.codec_functions;
    let kept = super::kept::expand(context);
    let kept_functions = super::kept::functions(context);
    let flattened = flattened(context);
    let handles = handles(context);
    let values = values(context);
    let from_values = from_values(context);
    let composites = composites(context);
    let conditions = super::condition::expand(context);
    let condition_functions = super::condition::functions(context);
    let write_cloned = write(context, false);
    let write_owned = write(context, true);
    let read = read(context);
    quote! {
        #codecs
        #handles
        #values
        #condition_functions
        #kept_functions
        #flattened

        #[automatically_derived]
        impl __d::Entity for #ident {
            const SCHEMA: &'static __d::EntitySchema = &__SCHEMA;
            type Attributes = __Attributes;
            type Values = __Values;
            #from_values
            #composites
            #conditions
            #kept
            #write_cloned
            #write_owned
            #read
        }
    }
}

/// The struct of the attributes' handles.
fn handles(context: &Context<'_>) -> TokenStream {
    let (ident, vis) = (&context.entity.ident, &context.entity.visibility);
    let attributes = context.entity.attributes.iter().enumerate().filter(|(_, attribute)| attribute.is_stored());
    let fields = attributes.map(|(position, attribute)| {
        let (at, name, ty) = (Index::from(position), &attribute.ident, &attribute.ty);
        let access = match attribute.access {
            Access::PrimaryKey => quote!(PrimaryKey),
            Access::ReadOnly => quote!(ReadOnly),
            Access::Changeable if attribute.optional => quote!(Optional),
            Access::Changeable => quote!(Required),
        };
        let composed = attribute.composed && attribute.access == Access::Changeable;
        let access = if composed { quote!(Composite<__d::#access>) } else { access };
        if attribute.flatten {
            let doc = format!("The attributes that `{name}` holds.");
            return quote!(#[doc = #doc] #vis #name: __d::Flattened<#ident, #ty, __d::#access>);
        }
        let doc = format!("The attribute `{}`.", attribute.name);
        quote!(#[doc = #doc] #vis #name: __d::Handle<#ident, #ty, __d::#access, #at>)
    });
    let doc = format!("The handles of the attributes of [`{ident}`].");
    quote! {
        #[doc = #doc]
        #vis struct __Attributes { #(#fields),* }

        impl ::core::clone::Clone for __Attributes {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl ::core::marker::Copy for __Attributes {}
    }
}

/// The attributes as they come: given to a builder, or read from an item.
fn values(context: &Context<'_>) -> TokenStream {
    let (ident, vis) = (&context.entity.ident, &context.entity.visibility);
    let attributes = &context.entity.attributes;
    let types = attributes.iter().map(|attribute| &attribute.ty);
    let none = attributes.iter().map(|_| quote!(__d::None));
    let own = attributes.iter().enumerate().map(|(position, Attribute { ident, .. })| {
        let local = local(position);
        quote!(#ident: #local)
    });
    let patterns = attributes.iter().enumerate().map(|(position, Attribute { optional, .. })| {
        let local = local(position);
        if *optional { quote!(#local) } else { quote!(__d::Some(#local)) }
    });
    // One pattern, not a `?` for each: what is left to drop where one is missing would double the code of the derive.
    quote! {
        #vis struct __Values(#(__d::Option<#types>),*);

        impl __d::Default for __Values {
            fn default() -> Self {
                Self(#(#none),*)
            }
        }

        impl __Values {
            fn whole(self) -> __d::Option<#ident> {
                match self {
                    Self(#(#patterns),*) => __d::Some(#ident { #(#own),* }),
                    #[allow(unreachable_patterns)]
                    _ => __d::None,
                }
            }
        }
    }
}

/// Whether flattened documents and the entity can share an item.
fn flattened(context: &Context<'_>) -> TokenStream {
    let attributes = context.entity.attributes.iter().enumerate();
    let checks = attributes.filter(|(_, attribute)| attribute.flatten).map(|(position, attribute)| {
        quote_spanned! {blamed(attribute.ty.span())=>
            const _: () = __d::check_flattened(&__SCHEMA, #position);
        }
    });
    checks.collect()
}

fn from_values(context: &Context<'_>) -> TokenStream {
    let defaults = context.entity.attributes.iter().enumerate().filter_map(|(position, attribute)| {
        let (at, ty) = (Index::from(position), &attribute.ty);
        let default = match attribute.default.as_ref()? {
            DefaultValue::OfType(span) => {
                let default = quote_spanned!(blamed(*span)=> __d::Default::default());
                quote!(|| #default)
            }
            DefaultValue::Expression(default) => {
                let assign = quote_spanned!(blamed(default.span())=> __d::Assign::<#ty>::assign(#default));
                quote!(|| #assign)
            }
        };
        Some(quote!(__d::or_default(&mut __v.#at, #at, __defaulted, #default);))
    });
    let computed = [super::kept::fill(context, false), super::kept::fill(context, true)];
    quote! {
        #[allow(unused_mut)]
        fn from_values(mut __v: __Values, __defaulted: &mut dyn __d::FnMut(usize)) -> __d::Result<Self> {
            #(#defaults)*
            #(#computed)*
            __v.whole().ok_or_else(|| __d::incomplete(&__SCHEMA))
        }
    }
}

/// The texts of the composites.
fn composites(context: &Context<'_>) -> TokenStream {
    let attributes = context.entity.attributes.iter().enumerate();
    let arms = attributes.filter_map(|(position, attribute)| {
        let (name, span) = (&attribute.ident, attribute.composite?);
        let span = blamed(span);
        let write = |value: TokenStream| {
            let plain = quote_spanned!(span=> __d::KeyPart::write_key(#value, __key));
            let sortable = attribute
                .sortable
                .then(|| quote_spanned!(span=> if __sorts { __d::KeyPart::write_sortable(#value, __key) } else));
            match sortable {
                Some(sortable) => quote!(#sortable { #plain }),
                None => plain,
            }
        };
        let at = Index::from(position);
        Some(if attribute.optional {
            let write = write(quote_spanned!(span=> __value));
            quote!(#at => match &self.#name {
                __d::Some(__value) => #write,
                __d::None => return false,
            },)
        } else {
            let write = write(quote_spanned!(span=> &self.#name));
            quote!(#at => #write,)
        })
    });
    let stored = stored_composites(context);
    quote! {
        #[allow(unused_variables)]
        fn write_composite(&self, __at: usize, __sorts: bool, __key: &mut __d::String) -> bool {
            match __at {
                #(#arms)*
                _ => return false,
            }
            true
        }
        #stored
    }
}

/// The texts of stored attributes whose form in keys is another one.
fn stored_composites(context: &Context<'_>) -> Option<TokenStream> {
    let attributes = context.entity.attributes.iter().enumerate();
    let arms: Vec<_> = attributes
        .filter_map(|(position, attribute)| {
            let (codec, span) = (context.codec(position), blamed(attribute.composite?));
            let write = quote_spanned!(span=> __d::KeyPart::write_sortable(&__value, __key));
            let arm = quote!((#position, true) => #codec().stored(__value.clone()).map(|__value| #write).is_ok(),);
            attribute.sortable.then_some(arm)
        })
        .collect();
    let stored = quote! {
        fn write_stored(
            __at: usize,
            __sorts: bool,
            __value: &__d::AttributeValue,
            __key: &mut __d::String,
        ) -> bool {
            match (__at, __sorts) {
                #(#arms)*
                _ => __d::write_text(__value, __key),
            }
        }
    };
    (!arms.is_empty()).then_some(stored)
}

/// Writes the attributes: cloned from a reference, or moved. What is a key is written as that.
fn write(context: &Context<'_>, owned: bool) -> TokenStream {
    let attributes = context.entity.attributes.iter().enumerate();
    let puts = attributes.map(|(position, attribute)| {
        let (at, name, field, codec) =
            (Index::from(position), &attribute.ident, &attribute.field, context.codec(position));
        if !attribute.is_stored() {
            return TokenStream::new();
        }
        if attribute.flatten {
            let ty = &attribute.ty;
            return if owned {
                quote!(<#ty as __d::Flatten>::write_owned(self.#name, __i);)
            } else {
                quote!(<#ty as __d::Flatten>::write(&self.#name, __i);)
            };
        }
        if attribute.key.is_some() {
            let may_lack = attribute.optional && attribute.required;
            let check = may_lack.then(|| quote!(__i.check(#at, self.#name.is_some());));
            let valid = attribute.validate.is_some().then(|| {
                let value =
                    if attribute.optional { quote!(self.#name.as_ref()) } else { quote!(__d::Some(&self.#name)) };
                quote!(__i.valid(#at, #value.map(|__value| #codec().store(__value)));)
            });
            return quote!(#check #valid);
        }
        match (attribute.optional, owned) {
            (false, false) => quote!(__i.put(#at, #field, #codec(), &self.#name);),
            (false, true) => quote!(__i.put_owned(#at, #field, #codec(), self.#name);),
            (true, false) => {
                quote!(__i.put_optional(#at, #field, self.#name.as_ref().map(|__value| #codec().store(__value)));)
            }
            (true, true) => {
                quote!(__i.put_optional(#at, #field, self.#name.map(|__value| #codec().store_owned(__value)));)
            }
        }
    });
    let signature = if owned {
        quote!(fn into_item(self, __i: &mut __d::ItemWriter))
    } else {
        quote!(fn write_item(&self, __i: &mut __d::ItemWriter))
    };
    quote!(#signature { #(#puts)* })
}

/// Reads the attributes in one pass over the item.
fn read(context: &Context<'_>) -> TokenStream {
    let attributes = || context.entity.attributes.iter().enumerate();
    let is_read = |attribute: &Attribute| attribute.is_stored() && !attribute.flatten && !attribute.hidden;
    let arms = attributes().filter(|(_, attribute)| is_read(attribute)).map(|(position, attribute)| {
        let (at, field, codec) = (Index::from(position), &attribute.field, context.codec(position));
        if let Some([before, after]) = &attribute.key {
            return quote!(#field => __r.read_key(#at, &mut __v.#at, __value, #codec(), [#before, #after]),);
        }
        let read = if attribute.optional { quote!(read_optional) } else { quote!(read) };
        quote!(#field => __r.#read(#at, &mut __v.#at, __value, #codec()),)
    });
    let required =
        attributes().filter(|(_, attribute)| !attribute.optional && is_read(attribute)).map(|(position, _)| {
            let (at, codec) = (Index::from(position), context.codec(position));
            quote!(__r.required(#at, &mut __v.#at, #codec());)
        });
    let flattened: Vec<_> = attributes().filter(|(_, attribute)| attribute.flatten).collect();
    let take = flattened.iter().map(|(position, attribute)| {
        let (at, ty) = (Index::from(*position), &attribute.ty);
        quote!(<#ty as __d::Flatten>::read(__r, &mut __v.#at, &mut __rest);)
    });
    let rest = (!flattened.is_empty()).then(|| quote!(let mut __rest = __d::Item::new();));
    let other = if flattened.is_empty() {
        quote!(__r.other(&__name, __value))
    } else {
        quote!(__r.other_or_rest(__name, __value, &mut __rest))
    };
    let version = super::kept::default_version(context);
    let computed = super::kept::fill(context, true);
    quote! {
        fn read_item(__i: __d::Item, __r: &mut __d::ItemReader) -> __d::Option<Self> {
            let mut __v = <__Values as __d::Default>::default();
            #rest
            for (__name, __value) in __i {
                match __name.as_str() {
                    #(#arms)*
                    _ => #other,
                }
            }
            #(#take)*
            #version
            #(#required)*
            #computed
            __v.whole()
        }
    }
}
