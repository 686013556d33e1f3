//! The conditions of indexes: which items are in them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, spanned::Spanned};

use super::{Context, local};
use crate::{
    model::{Condition, Index},
    span::blamed,
};

/// The conditions, asked of a whole item and of what an update knows; nothing if there is none.
pub fn expand(context: &Context<'_>) -> Option<TokenStream> {
    let indexes = context.entity.indexes.iter().enumerate();
    let conditions: Vec<_> =
        indexes.filter_map(|(position, index)| Some((position, index, index.condition.as_ref()?))).collect();
    if conditions.is_empty() {
        return None;
    }
    let of_items = conditions.iter().map(|(position, index, condition)| of_item(context, *position, index, condition));
    let of_stored =
        conditions.iter().map(|(position, index, condition)| of_stored(context, *position, index, condition));
    Some(quote! {
        fn admits(&self, __index: usize) -> bool {
            match __index {
                #(#of_items)*
                _ => true,
            }
        }
        fn admits_stored(
            __index: usize,
            __stored: &dyn __d::Fn(usize) -> __d::Option<__d::AttributeValue>,
        ) -> __d::Result<bool, __d::AttributeError> {
            ::core::result::Result::Ok(match __index {
                #(#of_stored)*
                _ => true,
            })
        }
    })
}

fn of_item(context: &Context<'_>, position: usize, index: &Index, condition: &Condition) -> TokenStream {
    let (mut whole, mut references, mut arguments) = (Vec::new(), Vec::new(), Vec::new());
    for &attribute in &condition.of {
        let name = &context.entity.attributes[attribute].ident;
        let optional = comes_as_option(context, index, attribute);
        if context.entity.attributes[attribute].optional && !optional {
            // The condition is only asked when the key is whole.
            let value = local(attribute);
            whole.push(quote!(__d::Some(#value)));
            references.push(quote!(&self.#name));
            arguments.push(quote!(#value));
        } else if optional {
            arguments.push(quote!(self.#name.as_ref()));
        } else {
            arguments.push(quote!(&self.#name));
        }
    }
    let call = call(position, &arguments);
    if whole.is_empty() {
        return quote!(#position => #call,);
    }
    quote!(#position => match (#(#references,)*) { (#(#whole,)*) => #call, _ => false },)
}

fn of_stored(context: &Context<'_>, position: usize, index: &Index, condition: &Condition) -> TokenStream {
    let reads = condition.of.iter().map(|&attribute| {
        let (value, ty) = (local(attribute), &context.entity.attributes[attribute].ty);
        let codec = context.codec(attribute);
        if comes_as_option(context, index, attribute) {
            return quote! {
                let #value: __d::Option<#ty> =
                    __d::known_optional(__stored, &__SCHEMA, #attribute, #codec())?;
            };
        }
        quote!(let #value: #ty = __d::known(__stored, &__SCHEMA, #attribute, #codec())?;)
    });
    let arguments: Vec<_> = condition
        .of
        .iter()
        .map(|&attribute| {
            let value = local(attribute);
            if comes_as_option(context, index, attribute) { quote!(#value.as_ref()) } else { quote!(&#value) }
        })
        .collect();
    let call = call(position, &arguments);
    quote!(#position => { #(#reads)* #call })
}

/// The functions that call the user's, which are to blame if they do not fit.
pub fn functions(context: &Context<'_>) -> Option<TokenStream> {
    let ident = &context.entity.ident;
    let indexes = context.entity.indexes.iter().enumerate();
    let functions = indexes.filter_map(|(position, index)| {
        let Condition { path, of, named } = index.condition.as_ref()?;
        let span = blamed(path.span());
        let (name, locals): (_, Vec<_>) = (function(position), of.iter().map(|&attribute| local(attribute)).collect());
        let types = of.iter().map(|&attribute| {
            let ty = &context.entity.attributes[attribute].ty;
            let optional = comes_as_option(context, index, attribute);
            if optional { quote!(__d::Option<&#ty>) } else { quote!(&#ty) }
        });
        let arguments = locals.iter().zip(named).map(|(local, named)| {
            let local = local.to_string();
            Ident::new(&local, blamed(*named))
        });
        let call = quote_spanned!(span=> #path(#(#arguments),*));
        Some(quote!(fn #name(#(#locals: #types),*) -> bool { #call }))
    });
    let functions: Vec<_> = functions.collect();
    // In the entity's own impl, `Self` is the entity.
    (!functions.is_empty()).then(|| quote!(impl #ident { #(#functions)* }))
}

fn call(position: usize, arguments: &[TokenStream]) -> TokenStream {
    let function = function(position);
    quote!(Self::#function(#(#arguments),*))
}

fn function(position: usize) -> Ident {
    format_ident!("__condition_{position}")
}

/// Whether an attribute may be missing where the condition is asked: the key is whole there.
fn comes_as_option(context: &Context<'_>, index: &Index, attribute: usize) -> bool {
    context.entity.attributes[attribute].optional && !is_composite(index, attribute)
}

fn is_composite(index: &Index, attribute: usize) -> bool {
    index.composites().any(|composite| composite.attribute == attribute)
}
