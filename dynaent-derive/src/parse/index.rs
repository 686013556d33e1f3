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
    /// Whether something in it could not be read, so that what it lacks may only be misspelt.
    pub wrong: bool,
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
    /// Reads every `#[index(…)]` of the struct; `None` for one without a name.
    pub fn parse_all(attributes: &[Attribute], errors: &Errors) -> Vec<Option<Self>> {
        let indexes = attributes.iter().filter(|attribute| attribute.path().is_ident("index"));
        indexes.map(|attribute| Self::parse(attribute, errors)).collect()
    }

    fn parse(attribute: &Attribute, errors: &Errors) -> Option<Self> {
        let mut this = None;
        let mut first = true;
        let before = errors.count();
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
                this =
                    Some(Self { pattern: name.clone(), kind, pk: Slot::default(), sk: Slot::default(), wrong: false });
                return Ok(true);
            }
            let Some(this) = &mut this else {
                // The missing name is reported; the rest would only repeat it.
                input.parse::<proc_macro2::TokenStream>()?;
                return Ok(true);
            };
            match name.to_string().as_str() {
                "primary" => this.set_kind(name, KindAttr::Primary)?,
                "gsi" => this.set_kind(name, KindAttr::Global(some_text(name, input)?))?,
                "lsi" => this.set_kind(name, KindAttr::Local(some_text(name, input)?))?,
                "pk" => this.pk.set(name, SideAttr::parse(name, input, errors)?)?,
                "sk" => this.sk.set(name, SideAttr::parse(name, input, errors)?)?,
                _ => return Ok(false),
            }
            Ok(true)
        });
        let wrong = errors.count() > before;
        if first && !wrong {
            errors.at(
                attribute,
                "an index needs the name of its access pattern, as in `#[index(primary, pk = [id], sk = [])]`",
            );
        }
        this.map(|this: Self| Self { wrong, ..this })
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
            let before = errors.count();
            options_in(&content, &format!("`{name}(…)`"), &SIDE_OPTIONS, errors, &mut |option, input| {
                match option.to_string().as_str() {
                    "field" => this.field.set(option, some_text(option, input)?)?,
                    "composite" => {
                        given = true;
                        this.composites = composites(input)?;
                    }
                    "casing" => this.casing.set(option, choice(option, input, &CASINGS)?)?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
            if !given && errors.count() == before {
                let message = format!("`{name}(…)` needs its attributes as well: `composite = [article_id]`");
                errors.push(syn::Error::new(this.span, message));
            }
        } else {
            let message = format!(
                "`{name}` needs its attributes: `{name} = [article_id]`, or `{name}(field = \"…\", composite = [article_id])`"
            );
            return Err(syn::Error::new(name.span(), message));
        }
        Ok(this)
    }
}

fn composites(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    input.parse::<Token![=]>()?;
    if !input.peek(syn::token::Bracket) {
        return Err(input.error("expected a list of fields in brackets, as in `[article_id]`"));
    }
    let content;
    bracketed!(content in input);
    let fields = Punctuated::<Ident, Token![,]>::parse_terminated_with(&content, |input| {
        let message = "expected the name of a field, without quotes";
        input.call(Ident::parse_any).map_err(|_| input.error(message))
    });
    // What is left would be reported once more.
    content.parse::<proc_macro2::TokenStream>()?;
    Ok(fields?.into_iter().collect())
}
