//! `#[index(…)]`.

use proc_macro2::Span;
use syn::{
    Attribute, Ident, LitStr, Token, bracketed, ext::IdentExt, parenthesized, parse::ParseStream,
    punctuated::Punctuated,
};

use super::{
    entity::CASINGS,
    option::{Slot, choice, options, options_in, some_text},
};
use crate::errors::Errors;

const OPTIONS: [&str; 5] = ["primary", "gsi", "lsi", "pk", "sk"];
const SIDE_OPTIONS: [&str; 3] = ["field", "composite", "casing"];

/// One index.
pub struct IndexAttr {
    /// The access pattern's name.
    pub pattern: Ident,
    pub kind: Option<KindAttr>,
    pub pk: Slot<SideAttr>,
    pub sk: Slot<SideAttr>,
}

/// What kind of index it is.
pub enum KindAttr {
    Primary,
    Global(LitStr),
    Local(LitStr),
}

/// The partition key or the sort key.
pub struct SideAttr {
    pub span: Span,
    pub field: Slot<LitStr>,
    pub composites: Vec<Ident>,
    pub casing: Slot<LitStr>,
}

impl IndexAttr {
    /// Reads every `#[index(…)]` of the struct.
    pub fn parse_all(attributes: &[Attribute], errors: &Errors) -> Vec<Self> {
        let indexes = attributes.iter().filter(|attribute| attribute.path().is_ident("index"));
        indexes.filter_map(|attribute| Self::parse(attribute, errors)).collect()
    }

    fn parse(attribute: &Attribute, errors: &Errors) -> Option<Self> {
        let mut this = None;
        let mut first = true;
        options(attribute, &OPTIONS, errors, |name, input| {
            // The first word is the access pattern's name: any name but that of an option with a value.
            if std::mem::take(&mut first) {
                if input.peek(Token![=]) || input.peek(syn::token::Paren) {
                    return Err(syn::Error::new(
                        name.span(),
                        "the first word of an index is the name of its access pattern, as in `#[index(by_article, gsi = \
                         \"gsi1\", …)]`; the table's own key is `#[index(primary, …)]`",
                    ));
                }
                let kind = (name == "primary").then_some(KindAttr::Primary);
                this = Some(Self { pattern: name.clone(), kind, pk: Slot::default(), sk: Slot::default() });
                return Ok(true);
            }
            let Some(this) = &mut this else {
                // The missing name is reported; the rest would only repeat it.
                input.parse::<proc_macro2::TokenStream>()?;
                return Ok(true);
            };
            match name.to_string().as_str() {
                "primary" => this.set_kind(name, KindAttr::Primary)?,
                "gsi" => this.set_kind(name, KindAttr::Global(some_text(input)?))?,
                "lsi" => this.set_kind(name, KindAttr::Local(some_text(input)?))?,
                "pk" => this.pk.set(name, SideAttr::parse(name, input, errors)?)?,
                "sk" => this.sk.set(name, SideAttr::parse(name, input, errors)?)?,
                _ => return Ok(false),
            }
            Ok(true)
        });
        if first && errors.is_empty() {
            errors.at(
                attribute,
                "an index needs the name of its access pattern, as in `#[index(primary, pk = [id], sk = [])]`",
            );
        }
        this
    }

    fn set_kind(&mut self, name: &Ident, kind: KindAttr) -> syn::Result<()> {
        if self.kind.is_some() {
            return Err(syn::Error::new(name.span(), "an index is one of `primary`, `gsi = \"…\"` and `lsi = \"…\"`"));
        }
        self.kind = Some(kind);
        Ok(())
    }
}

impl SideAttr {
    /// `= [a, b]` or `(field = "PK", composite = [a, b], casing = "none")`.
    fn parse(name: &Ident, input: ParseStream<'_>, errors: &Errors) -> syn::Result<Self> {
        let mut this =
            Self { span: name.span(), field: Slot::default(), composites: Vec::new(), casing: Slot::default() };
        if input.peek(Token![=]) {
            this.composites = composites(input)?;
        } else if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            let mut given = false;
            options_in(&content, &format!("`{name}(…)`"), &SIDE_OPTIONS, errors, &mut |option, input| {
                match option.to_string().as_str() {
                    "field" => this.field.set(option, some_text(input)?)?,
                    "composite" => {
                        given = true;
                        this.composites = composites(input)?;
                    }
                    "casing" => this.casing.set(option, choice(input, &CASINGS)?)?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
            if !given && errors.is_empty() {
                errors.push(syn::Error::new(this.span, format!("`{name}(…)` needs `composite = […]`")));
            }
        } else {
            let message =
                format!("expected `{name} = [attributes]` or `{name}(field = \"…\", composite = [attributes])`");
            return Err(syn::Error::new(name.span(), message));
        }
        Ok(this)
    }
}

fn composites(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    input.parse::<Token![=]>()?;
    if !input.peek(syn::token::Bracket) {
        let span = input.parse::<proc_macro2::TokenTree>().map_or_else(|_| input.span(), |token| token.span());
        return Err(syn::Error::new(span, "expected a list of attributes in brackets, as in `[article_id]`"));
    }
    let content;
    bracketed!(content in input);
    if content.peek(LitStr) {
        return Err(content.error("attributes are given by the names of their fields, without quotes"));
    }
    Ok(Punctuated::<Ident, Token![,]>::parse_terminated_with(&content, Ident::parse_any)?.into_iter().collect())
}
