//! The grammar that all attributes share: options between commas, each `name`, `name = value` or `name(…)`.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Ident, LitStr, Path, Token, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream, Parser},
};

use crate::{
    errors::Errors,
    names::{closest, did_you_mean, plain},
};

/// An option that may be given once.
pub struct Slot<T>(Option<(Ident, T)>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Slot<T> {
    /// Takes the option's value.
    pub fn set(&mut self, name: &Ident, value: T) -> syn::Result<()> {
        if self.0.is_some() {
            return Err(syn::Error::new(name.span(), format!("`{name}` is given twice")));
        }
        self.0 = Some((name.clone(), value));
        Ok(())
    }

    /// The value.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    /// The value, to be changed.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut().map(|(_, value)| value)
    }

    /// The value, moved.
    pub fn take(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }

    /// The option's name and value, moved.
    pub fn take_with_name(self) -> Option<(Ident, T)> {
        self.0
    }

    /// The option's name where it was given.
    pub fn name(&self) -> Option<&Ident> {
        self.0.as_ref().map(|(name, _)| name)
    }
}

/// Reads the options of an attribute. `each` reads the value of the option it is given, or gives back `false` if it
/// does not know it. An option that is wrong does not keep the others from being read.
pub fn options(
    attribute: &Attribute,
    known: &[&str],
    errors: &Errors,
    mut each: impl FnMut(&Ident, ParseStream<'_>) -> syn::Result<bool>,
) {
    let name = attribute.path().to_token_stream().to_string();
    let parser = |input: ParseStream<'_>| {
        options_in(input, &format!("`#[{name}(…)]`"), known, errors, &mut each);
        Ok(())
    };
    let result = match &attribute.meta {
        syn::Meta::List(list) => parser.parse2(list.tokens.clone()),
        _ => Err(syn::Error::new_spanned(
            attribute,
            format!("`#[{name}]` needs its options in parentheses: `#[{name}(…)]`"),
        )),
    };
    errors.ok(result);
}

/// Reports attributes that stand where they mean nothing.
pub fn misplaced(attributes: &[Attribute], names: &[&str], place: &str, errors: &Errors) {
    for attribute in attributes {
        if let Some(name) = names.iter().find(|name| attribute.path().is_ident(name)) {
            errors.at(attribute, format!("`#[{name}(…)]` goes on {place}"));
        }
    }
}

/// As [`options`], inside an attribute.
pub fn options_in(
    input: ParseStream<'_>,
    place: &str,
    known: &[&str],
    errors: &Errors,
    each: &mut impl FnMut(&Ident, ParseStream<'_>) -> syn::Result<bool>,
) {
    while !input.is_empty() {
        let name = input.call(Ident::parse_any).map_err(|_| input.error("expected the name of an option"));
        let result = name.and_then(|name| {
            if each(&name, input)? {
                return Ok(());
            }
            let guess = did_you_mean(&plain(&name), known.iter().copied());
            let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let hint = if guess.is_empty() { format!("; it has {list}") } else { guess };
            skip(input);
            Err(syn::Error::new(name.span(), format!("{place} has no option `{name}`{hint}")))
        });
        if errors.ok(result).is_none() {
            skip(input);
        } else if !input.is_empty() && !input.peek(Token![,]) {
            errors.push(input.error("expected a comma before this"));
            skip(input);
        }
        if input.parse::<Token![,]>().is_err() {
            break;
        }
    }
}

/// Drops what is left of an option.
fn skip(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<proc_macro2::TokenTree>();
    }
}

/// Reads what stands in parentheses, with the place of those.
pub fn in_parentheses<T>(
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>, Span) -> syn::Result<T>,
) -> syn::Result<T> {
    let content;
    let place = parenthesized!(content in input);
    all_of(&content, |content| read(content, place.span.join()))
}

/// Reads what stands in brackets.
pub fn in_brackets<T>(input: ParseStream<'_>, read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    let content;
    bracketed!(content in input);
    all_of(&content, read)
}

/// What an error leaves unread would be reported once more.
fn all_of<T>(content: ParseStream<'_>, read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    let result = read(content);
    if result.is_err() {
        content.parse::<TokenStream>()?;
    }
    result
}

/// No value: the option is there, or not.
pub fn flag(name: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    let alone = input.is_empty() || input.peek(Token![,]);
    let message = || format!("`{name}` takes no value: it is given, or left out");
    if alone { Ok(()) } else { Err(syn::Error::new(name.span(), message())) }
}

/// `= "text"`, which may be empty.
pub fn text(name: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let equals = input.parse::<Option<Token![=]>>()?;
    let nothing = input.is_empty() || input.peek(Token![,]);
    let span = if equals.is_none() || nothing { name.span() } else { input.span() };
    let message = || format!("`{name}` needs a text in quotes: `{name} = \"…\"`");
    equals.and_then(|_| input.parse().ok()).ok_or_else(|| syn::Error::new(span, message()))
}

/// `= "text"`, where the text is not empty.
pub fn some_text(name: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let text = text(name, input)?;
    let message = || format!("`{name}` cannot be empty");
    if text.value().is_empty() { Err(syn::Error::new(text.span(), message())) } else { Ok(text) }
}

/// `= "text"`, where the text is one of a few.
pub fn choice(name: &Ident, input: ParseStream<'_>, choices: &[&str]) -> syn::Result<LitStr> {
    let text = text(name, input)?;
    let value = text.value();
    if choices.contains(&value.as_str()) {
        return Ok(text);
    }
    let hint = match closest(&value, choices.iter().copied()) {
        Some(guess) => format!(", did you mean {guess:?}?"),
        None => {
            let list = choices.iter().map(|choice| format!("{choice:?}")).collect::<Vec<_>>().join(", ");
            format!("; it is one of {list}")
        }
    };
    Err(syn::Error::new(text.span(), format!("`{name}` cannot be {value:?}{hint}")))
}

/// `= path::to::it`, of a function, or of a module with functions.
pub fn path(name: &Ident, input: ParseStream<'_>) -> syn::Result<Path> {
    let what = if name == "with" { "module" } else { "function" };
    value(name, input, &format!("`{name}` needs the path of a {what}: `{name} = path::to::it`"), Path::parse)
}

/// `= path::to::dynaent`, of the library.
pub fn library(name: &Ident, input: ParseStream<'_>) -> syn::Result<Path> {
    let usage = format!("`{name}` needs the path of the library, without quotes: `{name} = path::to::dynaent`");
    value(name, input, &usage, Path::parse_mod_style)
}

/// The path of the library, as the user has it.
pub fn library_at(given: &Slot<Path>) -> Path {
    given.get().cloned().unwrap_or_else(|| syn::parse_quote!(::dynaent))
}

/// `=` and a value; the usage is what is said where it is anything else.
fn value<T>(
    name: &Ident,
    input: ParseStream<'_>,
    usage: &str,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    input.parse::<Option<Token![=]>>()?.ok_or_else(|| syn::Error::new(name.span(), usage))?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new(name.span(), usage));
    }
    read(input).map_err(|error| syn::Error::new(error.span(), usage))
}

/// `= expression`. Read as tokens up to the next comma where it is more than syn's small grammar knows.
pub fn expression(name: &Ident, input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse::<Token![=]>()?;
    let fork = input.fork();
    if fork.parse::<syn::Expr>().is_ok() && (fork.is_empty() || fork.peek(Token![,])) {
        return Ok(input.parse::<syn::Expr>()?.into_token_stream());
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<proc_macro2::TokenTree>()?]);
    }
    let message = || format!("`{name} =` needs an expression after it");
    if tokens.is_empty() { Err(syn::Error::new(name.span(), message())) } else { Ok(tokens) }
}
