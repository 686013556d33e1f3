//! `#[index(…)]`.

use proc_macro2::Span;
use syn::{
    Attribute, Ident, LitStr, Path, Token, ext::IdentExt, parenthesized, parse::ParseStream, punctuated::Punctuated,
};

use super::{
    entity::CASINGS,
    option::{Slot, choice, flag, in_brackets, in_parentheses, options, options_in, some_text},
};
use crate::{
    errors::Errors,
    names::{did_you_mean, is_name, plain},
};

const OPTIONS: [&str; 11] = [
    "primary",
    "gsi",
    "lsi",
    "pk",
    "sk",
    "collection",
    "clustered",
    "scope",
    "multi_attribute",
    "condition",
    "projection",
];
const SIDE_OPTIONS: [&str; 5] = ["field", "composite", "template", "casing", "cast"];
const CASTS: [&str; 2] = ["number", "string"];

/// One index.
pub struct IndexAttr {
    /// The access pattern's name.
    pub pattern: Ident,
    pub kind: Option<KindAttr>,
    pub pk: Slot<SideAttr>,
    pub sk: Slot<SideAttr>,
    pub collection: Slot<Vec<LitStr>>,
    pub clustered: Slot<()>,
    pub scope: Slot<LitStr>,
    pub multi_attribute: Slot<()>,
    pub condition: Slot<ConditionAttr>,
    pub projection: Slot<ProjectionAttr>,
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
    /// Left out where a template names them.
    pub composites: Option<Vec<Ident>>,
    pub template: Slot<LitStr>,
    pub casing: Slot<LitStr>,
    pub cast: Slot<LitStr>,
}

/// Which items are in the index.
pub struct ConditionAttr {
    /// The function that decides.
    pub path: Path,
    /// The attributes that it is given; left out, those of the index's key.
    pub of: Option<Vec<Ident>>,
}

/// What the index holds.
pub enum ProjectionAttr {
    KeysOnly,
    Include(Vec<Ident>),
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
                let text = name.to_string();
                if !text.starts_with("r#") && !is_name(&text) {
                    let message = format!("`{name}` is no name in Rust: give the access pattern another one");
                    return Err(syn::Error::new(name.span(), message));
                }
                let kind = (name == "primary").then_some(KindAttr::Primary);
                this = Some(Self::named(name.clone(), kind));
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
                "collection" => this.collection.set(name, collections(name, input)?)?,
                "clustered" => this.clustered.set(name, flag(name, input)?)?,
                "scope" => this.scope.set(name, some_text(name, input)?)?,
                "multi_attribute" => this.multi_attribute.set(name, flag(name, input)?)?,
                "condition" => this.condition.set(name, ConditionAttr::parse(name, input)?)?,
                "projection" => this.projection.set(name, ProjectionAttr::parse(name, input)?)?,
                option if SIDE_OPTIONS.contains(&option) => {
                    let message = format!("`{option}` goes into a key: `pk(…, {option} = …)` or `sk(…, {option} = …)`");
                    return Err(syn::Error::new(name.span(), message));
                }
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

    fn named(pattern: Ident, kind: Option<KindAttr>) -> Self {
        Self {
            pattern,
            kind,
            pk: Slot::default(),
            sk: Slot::default(),
            collection: Slot::default(),
            clustered: Slot::default(),
            scope: Slot::default(),
            multi_attribute: Slot::default(),
            condition: Slot::default(),
            projection: Slot::default(),
            wrong: false,
        }
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
    /// `= [a, b]` or `(field = "PK", composite = [a, b], casing = "none")` or `(template = "ORG#${a}")`.
    fn parse(name: &Ident, input: ParseStream<'_>, errors: &Errors) -> syn::Result<Self> {
        let mut this = Self {
            span: name.span(),
            field: Slot::default(),
            composites: None,
            template: Slot::default(),
            casing: Slot::default(),
            cast: Slot::default(),
        };
        if input.peek(Token![=]) && input.peek2(LitStr) {
            let message = format!(
                "`{name}` is a list of fields, `{name} = [article_id]`, or a template, `{name}(template = \"…${{article_id}}\")`"
            );
            input.parse::<Token![=]>()?;
            return Err(input.error(message));
        }
        if input.peek(Token![=]) {
            this.composites = Some(composites(input)?);
        } else if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            let before = errors.count();
            options_in(&content, &format!("`{name}(…)`"), &SIDE_OPTIONS, errors, &mut |option, input| {
                match option.to_string().as_str() {
                    "field" => this.field.set(option, some_text(option, input)?)?,
                    "composite" => {
                        if this.composites.replace(composites(input)?).is_some() {
                            return Err(syn::Error::new(option.span(), "`composite` is given twice"));
                        }
                    }
                    "template" => this.template.set(option, some_text(option, input)?)?,
                    "cast" => this.cast.set(option, choice(option, input, &CASTS)?)?,
                    "casing" => this.casing.set(option, choice(option, input, &CASINGS)?)?,
                    other if OPTIONS.contains(&other) => {
                        let message = format!("`{other}` goes beside the keys: `#[index(…, {name}(…), {other} …)]`");
                        return Err(syn::Error::new(option.span(), message));
                    }
                    _ => return Ok(false),
                }
                Ok(true)
            });
            if this.composites.is_none() && this.template.get().is_none() && errors.count() == before {
                let message = format!(
                    "`{name}(…)` needs its attributes as well: `composite = [article_id]`, or a `template = \"…\"`"
                );
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

impl ConditionAttr {
    /// `= path` or `(path, of = [a, b])`.
    fn parse(name: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = || {
            let message = "`condition` needs a function: `condition = is_open`, or `condition(is_open, of = [status])`, \
                           which is given these attributes instead of all in the key";
            syn::Error::new(name.span(), message)
        };
        let path = |input: ParseStream<'_>| {
            let path = input.call(Path::parse_mod_style).map_err(|_| usage())?;
            // `of = [status]` alone, or a call.
            if input.peek(Token![=]) || input.peek(syn::token::Paren) { Err(usage()) } else { Ok(path) }
        };
        if input.parse::<Option<Token![=]>>()?.is_some() {
            return Ok(Self { path: path(input)?, of: None });
        }
        if !input.peek(syn::token::Paren) {
            return Err(usage());
        }
        in_parentheses(input, |content, _| {
            let (path, mut of) = (path(content)?, None);
            if content.parse::<Option<Token![,]>>()?.is_some() && content.peek(Ident::peek_any) {
                let option = content.call(Ident::parse_any)?;
                if option != "of" {
                    let message = "`condition(path, …)` has one more option: `of = [status]`";
                    return Err(syn::Error::new(option.span(), message));
                }
                let given = composites(content)?;
                if given.is_empty() {
                    let message = "a condition of nothing is the same for every item: name what it looks at";
                    return Err(syn::Error::new(option.span(), message));
                }
                of = Some(given);
                content.parse::<Option<Token![,]>>()?;
            }
            if content.is_empty() {
                Ok(Self { path, of })
            } else {
                Err(content.error("nothing but `of = [status]` can follow the function"))
            }
        })
    }
}

impl ProjectionAttr {
    /// `= keys_only` or `= include(a, b)`.
    fn parse(name: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = |span, hint: &str| {
            let message = "`projection` is `projection = keys_only` or `projection = include(a, b)`";
            syn::Error::new(span, format!("{message}{hint}"))
        };
        let all = "; left out, it is all";
        input.parse::<Token![=]>().map_err(|_| usage(name.span(), all))?;
        let span = if input.is_empty() { name.span() } else { input.span() };
        let kind = input.call(Ident::parse_any).map_err(|_| usage(span, all))?;
        match plain(&kind).as_str() {
            "keys_only" => Ok(Self::KeysOnly),
            "include" if input.peek(syn::token::Paren) => {
                in_parentheses(input, |content, _| fields(content)).map(Self::Include)
            }
            other => {
                let guess = did_you_mean(other, ["keys_only", "include"]);
                Err(usage(kind.span(), if guess.is_empty() || other == "include" { all } else { &guess }))
            }
        }
    }
}

/// `= "tasks"` or `= ["projects", "tasks"]`.
fn collections(name: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    let usage = |span| {
        let message = "`collection` needs a name, or several from the outermost: `collection = [\"a\", \"b\"]`";
        syn::Error::new(span, message)
    };
    if !(input.peek(Token![=]) && input.peek2(syn::token::Bracket)) {
        return Ok(vec![some_text(name, input)?]);
    }
    input.parse::<Token![=]>()?;
    let names = in_brackets(input, |content| {
        Punctuated::<LitStr, Token![,]>::parse_terminated(content).map_err(|error| usage(error.span()))
    })?;
    if names.is_empty() {
        return Err(usage(name.span()));
    }
    match names.iter().find(|name| name.value().is_empty()) {
        Some(empty) => Err(syn::Error::new(empty.span(), "`collection` cannot be empty")),
        None => Ok(names.into_iter().collect()),
    }
}

fn composites(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let usage = |expected| format!("expected {expected}a list of fields in brackets, as in `[article_id]`");
    input.parse::<Token![=]>().map_err(|error| syn::Error::new(error.span(), usage("`=` and ")))?;
    if !input.peek(syn::token::Bracket) {
        return Err(input.error(usage("")));
    }
    in_brackets(input, fields)
}

/// Names of fields between commas: all that there is.
fn fields(content: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let fields = Punctuated::<Ident, Token![,]>::parse_terminated_with(content, |input| {
        let message = "expected the name of a field, without quotes";
        input.call(Ident::parse_any).map_err(|_| input.error(message))
    });
    Ok(fields?.into_iter().collect())
}
