//! The conditions of indexes: which items are in them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, spanned::Spanned};

use super::Context;
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
        fn admits(&self, index: usize) -> bool {
            match index {
                #(#of_items)*
                _ => true,
            }
        }
        fn admits_stored(
            index: usize,
            stored: &dyn ::core::ops::Fn(usize) -> ::core::option::Option<__d::AttributeValue>,
        ) -> __d::Result<bool, __d::AttributeError> {
            ::core::result::Result::Ok(match index {
                #(#of_stored)*
                _ => true,
            })
        }
    })
}

fn of_item(context: &Context<'_>, position: usize, index: &Index, condition: &Condition) -> TokenStream {
    let (mut whole, mut references, mut arguments) = (Vec::new(), Vec::new(), Vec::new());
    for &attribute in &condition.of {
        let (name, optional) =
            (&context.entity.attributes[attribute].ident, context.entity.attributes[attribute].optional);
        if optional && is_composite(index, attribute) {
            // The condition is only asked when the key is whole.
            let value = local(attribute);
            whole.push(quote!(::core::option::Option::Some(#value)));
            references.push(quote!(&self.#name));
            arguments.push(quote!(#value));
        } else if optional {
            arguments.push(quote!(self.#name.as_ref()));
        } else {
            arguments.push(quote!(&self.#name));
        }
    }
    let call = call(condition, &arguments);
    if whole.is_empty() {
        return quote!(#position => #call,);
    }
    quote!(#position => match (#(#references,)*) { (#(#whole,)*) => #call, _ => false },)
}

fn of_stored(context: &Context<'_>, position: usize, index: &Index, condition: &Condition) -> TokenStream {
    let reads = condition.of.iter().map(|&attribute| {
        let (value, ty) = (local(attribute), &context.entity.attributes[attribute].ty);
        let codec = Context::codec(attribute);
        quote!(let #value: #ty = __d::known(stored, &__SCHEMA, #attribute, #codec())?;)
    });
    let arguments: Vec<_> = condition
        .of
        .iter()
        .map(|&attribute| {
            let value = local(attribute);
            let optional = context.entity.attributes[attribute].optional && !is_composite(index, attribute);
            if optional { quote!(::core::option::Option::Some(&#value)) } else { quote!(&#value) }
        })
        .collect();
    let call = call(condition, &arguments);
    quote!(#position => { #(#reads)* #call })
}

/// The call of the user's function, which is to blame if it does not fit.
fn call(condition: &Condition, arguments: &[TokenStream]) -> TokenStream {
    let path = &condition.path;
    quote_spanned!(blamed(path.span())=> #path(#(#arguments),*))
}

fn is_composite(index: &Index, attribute: usize) -> bool {
    index.composites().any(|composite| composite.attribute == attribute)
}

fn local(attribute: usize) -> Ident {
    format_ident!("__value_{attribute}")
}
