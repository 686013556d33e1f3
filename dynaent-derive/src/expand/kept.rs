//! What Dynaent does to attributes itself: stamps them with the time, counts writes, computes them from others.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Index, spanned::Spanned};

use super::{Context, local};
use crate::{
    model::{Attribute, Computed, Role},
    span::blamed,
};

/// The functions of the trait that not every entity has.
pub fn expand(context: &Context<'_>) -> TokenStream {
    let functions = [prepare(context), version(context), expiry(context), now(context), compute_stored(context)];
    functions.into_iter().flatten().collect()
}

fn of_role<'a>(context: &Context<'a>, role: Role) -> Option<(usize, &'a Attribute)> {
    let is_it = |(_, attribute): &(usize, &Attribute)| matches!(attribute.role, Some((known, _)) if known == role);
    context.entity.attributes.iter().enumerate().find(is_it)
}

/// The attributes that are computed, with what they are computed by.
fn computed<'a>(context: &Context<'a>, on_read: bool) -> Vec<(usize, &'a Attribute, &'a Computed)> {
    let attributes = context.entity.attributes.iter().enumerate();
    let computed =
        attributes.filter_map(|(position, attribute)| Some((position, attribute, attribute.computed.as_ref()?)));
    computed.filter(|(_, _, computed)| computed.on_read == on_read).collect()
}

/// The function by which an attribute is computed.
fn function(position: usize) -> Ident {
    format_ident!("__compute_{position}")
}

/// Those functions: each calls the model's in one place, where what is wrong with it is reported once.
pub fn functions(context: &Context<'_>) -> TokenStream {
    let all = [false, true].into_iter().flat_map(|on_read| computed(context, on_read));
    let functions = all.map(|(position, attribute, computed)| {
        let (name, path, ty) = (function(position), &computed.path, &attribute.ty);
        let span = blamed(path.span());
        let watched = || computed.watched.iter().flatten();
        let parameters = watched().map(|&watched| {
            let (value, Attribute { ty, optional, .. }) = (local(watched), &context.entity.attributes[watched]);
            if *optional { quote!(#value: __d::Option<&#ty>) } else { quote!(#value: &#ty) }
        });
        let arguments = watched().map(|&watched| Ident::new(&local(watched).to_string(), span));
        let answer = if attribute.optional { quote!(__d::Option<#ty>) } else { quote!(#ty) };
        let call = quote_spanned!(span=> #path(#(#arguments),*));
        quote!(fn #name(#(#parameters),*) -> #answer { #call })
    });
    functions.collect()
}

/// The entity as it is to be written.
fn prepare(context: &Context<'_>) -> Option<TokenStream> {
    let changes = context.entity.attributes.iter().enumerate().filter_map(|(position, attribute)| {
        attribute.on_write.as_ref()?;
        let (name, codec) = (&attribute.ident, context.codec(position));
        Some(if attribute.optional {
            quote!(__entity.#name = __entity.#name.map(|__value| #codec().change(__value));)
        } else {
            quote!(__entity.#name = #codec().change(__entity.#name);)
        })
    });
    let stamp = of_role(context, Role::UpdatedAt).map(|(_, attribute)| {
        let (name, ty) = (&attribute.ident, &attribute.ty);
        let now = quote_spanned!(blamed(ty.span())=> <#ty as __d::Timestamp>::now());
        if attribute.optional { quote!(__entity.#name = __d::Some(#now);) } else { quote!(__entity.#name = #now;) }
    });
    let compute = [false, true].into_iter().flat_map(|on_read| computed(context, on_read));
    let compute = compute.map(|(position, attribute, computed)| {
        let arguments = computed.watched.iter().flatten().map(|&watched| {
            let watched = &context.entity.attributes[watched];
            let name = &watched.ident;
            if watched.optional { quote!(__entity.#name.as_ref()) } else { quote!(&__entity.#name) }
        });
        let (name, function) = (&attribute.ident, function(position));
        quote!(__entity.#name = #function(#(#arguments),*);)
    });
    let steps: Vec<_> = changes.chain(stamp).chain(compute).collect();
    (!steps.is_empty()).then(|| {
        quote! {
            fn prepare(self) -> Self {
                let mut __entity = self;
                #(#steps)*
                __entity
            }
        }
    })
}

/// Fills the slots of computed attributes, of a builder's values or of what was read.
pub fn fill(context: &Context<'_>, on_read: bool) -> TokenStream {
    let fill = computed(context, on_read).into_iter().map(|(position, attribute, computed)| {
        let (mut whole, mut slots, mut arguments) = (Vec::new(), Vec::new(), Vec::new());
        for &watched in computed.watched.iter().flatten() {
            let attribute = &context.entity.attributes[watched];
            let (at, value) = (Index::from(watched), local(watched));
            if attribute.optional {
                arguments.push(quote!(__v.#at.as_ref()));
            } else {
                whole.push(quote!(__d::Some(#value)));
                slots.push(quote!(&__v.#at));
                arguments.push(quote!(#value));
            }
        }
        let (at, function) = (Index::from(position), function(position));
        let call = quote!(#function(#(#arguments),*));
        // An optional attribute is computed as an `Option`.
        let call = if attribute.optional { call } else { quote!(__d::Some(#call)) };
        quote! {
            #[allow(irrefutable_let_patterns, clippy::single_match)]
            if let (#(#whole,)*) = (#(#slots,)*) {
                __v.#at = #call;
            }
        }
    });
    fill.collect()
}

fn version(context: &Context<'_>) -> Option<TokenStream> {
    let (_, attribute) = of_role(context, Role::Version)?;
    let name = &attribute.ident;
    let version = quote_spanned!(blamed(attribute.ty.span())=> __d::Some(&mut self.#name));
    Some(quote! {
        fn version_mut(&mut self) -> __d::Option<&mut dyn __d::VersionNumber> {
            #version
        }
    })
}

/// Reading, an item without version counts as version 0.
pub fn default_version(context: &Context<'_>) -> Option<TokenStream> {
    let (position, _) = of_role(context, Role::Version)?;
    let at = Index::from(position);
    Some(quote!(__v.#at.get_or_insert_with(__d::Default::default);))
}

fn expiry(context: &Context<'_>) -> Option<TokenStream> {
    let (_, attribute) = of_role(context, Role::ExpiresAt)?;
    let (name, span) = (&attribute.ident, blamed(attribute.ty.span()));
    let expiry = if attribute.optional {
        let expires_at = quote_spanned!(span=> __d::ExpiryTime::expires_at(__value));
        quote!(self.#name.as_ref().map(|__value| #expires_at))
    } else {
        let expires_at = quote_spanned!(span=> __d::ExpiryTime::expires_at(&self.#name));
        quote!(__d::Some(#expires_at))
    };
    Some(quote! {
        fn expires_at(&self) -> __d::Option<i64> {
            #expiry
        }
    })
}

fn now(context: &Context<'_>) -> Option<TokenStream> {
    let stamped = [Role::CreatedAt, Role::UpdatedAt].into_iter().filter_map(|role| of_role(context, role));
    let arms: Vec<_> = stamped
        .map(|(position, attribute)| {
            let (ty, codec) = (&attribute.ty, context.codec(position));
            let now = quote_spanned!(blamed(ty.span())=> <#ty as __d::Timestamp>::now());
            quote!(#position => __d::Some(#codec().store_owned(#now)),)
        })
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn now(
                __at: usize,
            ) -> __d::Option<::core::result::Result<__d::AttributeValue, __d::ValueError>> {
                match __at {
                    #(#arms)*
                    _ => __d::None,
                }
            }
        }
    })
}

fn compute_stored(context: &Context<'_>) -> Option<TokenStream> {
    let arms: Vec<_> = computed(context, false)
        .into_iter()
        .map(|(position, attribute, computed)| {
            let (mut reads, mut arguments) = (Vec::new(), Vec::new());
            for &watched in computed.watched.iter().flatten() {
                let (value, codec) = (local(watched), context.codec(watched));
                let (ty, optional) =
                    (&context.entity.attributes[watched].ty, context.entity.attributes[watched].optional);
                if optional {
                    reads.push(quote! {
                        let #value: __d::Option<#ty> =
                            __d::known_optional(__stored, &__SCHEMA, #watched, #codec())?;
                    });
                    arguments.push(quote!(#value.as_ref()));
                } else {
                    reads.push(quote!(let #value: #ty = __d::known(__stored, &__SCHEMA, #watched, #codec())?;));
                    arguments.push(quote!(&#value));
                }
            }
            let (function, codec) = (function(position), context.codec(position));
            let call = quote!(#function(#(#arguments),*));
            let call = if attribute.optional { call } else { quote!(__d::Some(#call)) };
            quote!(#position => { #(#reads)* __d::computed(#call, &__SCHEMA, #position, #codec()) })
        })
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn compute_stored(
                __at: usize,
                __stored: &dyn __d::Fn(usize) -> __d::Option<__d::AttributeValue>,
            ) -> __d::Result<__d::Option<__d::AttributeValue>, __d::AttributeError> {
                match __at {
                    #(#arms)*
                    _ => ::core::result::Result::Ok(__d::None),
                }
            }
        }
    })
}
