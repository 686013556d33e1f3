//! The chains of keys: one state for each composite of each index, one setter for each state.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use super::{Context, setter};
use crate::{
    model::{Attribute, Composite, Form, Index, Kind, Projection, Side},
    names::type_name,
};

/// The methods of a query that is being given its key: no setter can have their names.
const TAKEN: &[&str] = &[
    "limit",
    "descending",
    "consistent",
    "after",
    "filter",
    "with_expired",
    "customize",
    "request",
    "send",
    "all",
    "first",
    "hydrate",
    "in_order",
    "scan",
    "pages",
    "items",
    "take",
    "count",
];

/// A state: it waits for a composite.
struct State<'a> {
    name: Ident,
    composite: &'a Composite,
    in_sort_key: bool,
}

fn states(index: &Index) -> Vec<State<'_>> {
    let mut states: Vec<State<'_>> = Vec::new();
    for (in_sort_key, side) in index.sides().enumerate() {
        for composite in &side.composites {
            let mut name = type_name(&composite.ident);
            while states.iter().any(|state| state.name == name) {
                name = format_ident!("{name}_");
            }
            states.push(State { name, composite, in_sort_key: in_sort_key == 1 });
        }
    }
    states
}

/// The path of a state of an index.
pub fn state_path(context: &Context<'_>, index: usize, state: usize) -> TokenStream {
    let index = &context.entity.indexes[index];
    let (pattern, name) = (&index.pattern, &states(index)[state].name);
    quote!(__m::#pattern::#name)
}

/// The names of all setters, each once.
pub fn names(context: &Context<'_>) -> Vec<Ident> {
    let mut names: Vec<Ident> = Vec::new();
    let composites = context.entity.indexes.iter().flat_map(Index::sides).flat_map(|side| &side.composites);
    for name in composites.map(|composite| setter(&composite.ident, TAKEN)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The types of the states, in a module for each index.
pub fn modules(context: &Context<'_>) -> TokenStream {
    let modules = context.entity.indexes.iter().map(|index| {
        let pattern = &index.pattern;
        let states = states(index);
        let types = states.iter().map(|State { name, composite, in_sort_key }| {
            let doc = format!("Waits for `{}`.", composite.ident);
            // With the partition key complete, a query can go.
            let ready = in_sort_key.then(|| quote!(impl super::__d::Ready for #name {}));
            quote!(#[doc = #doc] pub enum #name {} #ready)
        });
        let doc = format!("The states of a key of `{pattern}`.");
        quote! {
            #[doc = #doc]
            pub mod #pattern { #(#types)* }
        }
    });
    quote!(#(#modules)*)
}

/// The kind of an index.
fn kind(index: &Index) -> TokenStream {
    let kind = if matches!(index.kind, Kind::Global(_)) { quote!(__d::Global) } else { quote!(__d::Strong) };
    match index.projection {
        Projection::All => kind,
        Projection::KeysOnly => quote!(__d::KeysOnly<#kind>),
        Projection::Include(_) => quote!(__d::Included<#kind>),
    }
}

/// What queries of collections begin with.
pub fn members(context: &Context<'_>) -> TokenStream {
    let ident = &context.entity.ident;
    let members = context.entity.indexes.iter().enumerate().flat_map(|(position, index)| {
        let kind = kind(index);
        let (keys, start) = if states(index).is_empty() {
            (quote!(__Q), quote!(operation))
        } else {
            let state = state_path(context, position, 0);
            (quote!(__m::Keys<__Q, #state>), quote!(__m::Keys::__waiting(operation)))
        };
        index.collections.iter().map(move |collection| {
            quote! {
                #[automatically_derived]
                impl __d::Member<{ __d::hash(#collection) }> for #ident {
                    type Kind = #kind;
                    type Keys<__Q: __d::KeyOperation> = #keys;
                    const INDEX: usize = #position;
                    fn keys<__Q: __d::KeyOperation>(operation: __Q) -> #keys {
                        #start
                    }
                }
            }
        })
    });
    quote!(#(#members)*)
}

/// The access patterns of `query()`.
pub fn patterns(context: &Context<'_>) -> TokenStream {
    let (ident, vis) = (&context.entity.ident, &context.entity.visibility);
    let methods = context.entity.indexes.iter().enumerate().map(|(position, index)| {
        let pattern = &index.pattern;
        let (at, kind) = (syn::Index::from(position), kind(index));
        let (query, start) = (quote!(__d::Query<#ident, #kind>), quote!(__d::Query::start(#at)));
        let (ty, start) = if states(index).is_empty() {
            (query, start)
        } else {
            let state = state_path(context, position, 0);
            (quote!(__m::Keys<#query, #state>), quote!(__m::Keys::__waiting(#start)))
        };
        let doc = doc(index);
        quote! {
            #[doc = #doc]
            #vis fn #pattern(self) -> #ty {
                #start
            }
        }
    });
    quote!(#(#methods)*)
}

fn doc(index: &Index) -> String {
    let of = match &index.kind {
        Kind::Primary => "the table's own key".to_owned(),
        Kind::Global(name) => format!("the global secondary index `{name}`"),
        Kind::Local(name) => format!("the local secondary index `{name}`"),
    };
    let names = |composites: &[Composite]| {
        composites.iter().map(|composite| format!("`{}`", composite.ident)).collect::<Vec<_>>().join(", ")
    };
    let mut doc = format!("Queries {of}.");
    if !index.pk.composites.is_empty() {
        doc += &format!(" Its partition: {}.", names(&index.pk.composites));
    }
    if let Some(sk) = index.sk.as_ref().filter(|sk| !sk.composites.is_empty()) {
        doc += &format!(" Its order: {}.", names(&sk.composites));
    }
    doc
}

/// The place of a composite in a sort key, on which its ranges depend; nothing if it is the usual one.
fn place(side: &Side, attribute: &Attribute) -> Option<TokenStream> {
    match (side.form, &attribute.padding) {
        (Form::Number, _) => Some(quote!(AsNumber)),
        (Form::OfItsType | Form::Attributes, _) => Some(quote!(AsStored)),
        (Form::Text, Some(padding)) if padding.fill == "0" => Some(quote!(Padded)),
        (Form::Text, Some(_)) => Some(quote!(Filled)),
        (Form::Text, None) => attribute.sortable.then(|| quote!(Sortable)),
    }
}

/// The setters of all states.
pub fn expand(context: &Context<'_>) -> TokenStream {
    let vis = &context.entity.visibility;
    let setters = context.entity.indexes.iter().enumerate().flat_map(|(position, index)| {
        let states = states(index);
        let count = states.len();
        let setters = states.into_iter().enumerate().map(move |(number, State { composite, in_sort_key, .. })| {
            let state = state_path(context, position, number);
            let name = setter(&composite.ident, TAKEN);
            let attribute = &context.entity.attributes[composite.attribute];
            let ty = &attribute.ty;
            let next = (number + 1 < count).then(|| state_path(context, position, number + 1));
            let (next, wrap) = match next {
                Some(next) => (quote!(__m::Keys<__Q, #next>), Some(quote!(__m::Keys::__waiting))),
                None => (quote!(__Q), None),
            };
            let method = if in_sort_key {
                let doc = format!("Gives `{}`: a value, or in a query a condition.", composite.ident);
                let then = wrap.unwrap_or_else(|| quote!(__d::identity));
                let place = index.sk.as_ref().and_then(|sk| place(sk, attribute)).map(|place| quote!(, __d::#place));
                let nth = syn::Index::from(number - index.pk.composites.len());
                quote! {
                    #[doc = #doc]
                    #vis fn #name<__C: __d::SortKey<__Q, #ty, __d::Nth<#nth #place>>>(self, value: __C) -> __C::Then<#next> {
                        value.give(self.0, #then)
                    }
                }
            } else {
                let doc = format!("Gives `{}`.", composite.ident);
                let given = match wrap {
                    Some(wrap) => quote!(#wrap(__d::given(self.0, value))),
                    None => quote!(__d::given(self.0, value)),
                };
                quote! {
                    #[doc = #doc]
                    #vis fn #name(self, value: impl __d::PartOf<#ty>) -> #next {
                        #given
                    }
                }
            };
            quote!(impl<__Q: __d::KeyOperation> __m::Keys<__Q, #state> { #method })
        });
        setters.collect::<Vec<_>>()
    });
    quote!(#(#setters)*)
}
