//! `#[attr(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::{Field, Ident, Lit, LitStr, Path, Token, ext::IdentExt, parse::ParseStream};

use super::option::{Slot, expression, flag, in_brackets, in_parentheses, misplaced, options, path, some_text, text};
use crate::errors::Errors;

/// The options of an entity's field.
pub const OF_ENTITIES: [&str; 19] = [
    "rename",
    "field",
    "label",
    "padding",
    "sortable",
    "read_only",
    "required",
    "default",
    "validate",
    "on_write",
    "on_read",
    "watch",
    "with",
    "hidden",
    "flatten",
    "created_at",
    "updated_at",
    "version",
    "ttl",
];
/// Those of a document's field.
pub const OF_DOCUMENTS: [&str; 8] =
    ["rename", "read_only", "required", "default", "validate", "on_read", "with", "hidden"];

/// The bytes that fit a sort key.
const MAX_WIDTH: usize = 1024;

/// The options of a field.
#[derive(Default)]
pub struct FieldAttr {
    pub rename: Slot<LitStr>,
    pub field: Slot<LitStr>,
    pub label: Slot<LitStr>,
    pub padding: Slot<PaddingAttr>,
    pub sortable: Slot<()>,
    pub read_only: Slot<()>,
    pub required: Slot<()>,
    pub default: Slot<DefaultValue>,
    pub validate: Slot<Path>,
    pub on_write: Slot<Path>,
    pub on_read: Slot<Path>,
    pub watch: Slot<WatchAttr>,
    pub with: Slot<Path>,
    pub hidden: Slot<()>,
    pub flatten: Slot<()>,
    pub created_at: Slot<()>,
    pub updated_at: Slot<()>,
    pub version: Slot<()>,
    pub ttl: Slot<()>,
}

/// `watch = [a, b]` or `watch = all`.
pub enum WatchAttr {
    These(Vec<Ident>),
    All,
}

/// `padding(5, "0")`.
pub struct PaddingAttr {
    pub length: usize,
    pub fill: String,
}

/// What an attribute is when it is not given.
pub enum DefaultValue {
    /// `default`, and where it stands
    OfType(Span),
    /// `default = expression`
    Expression(TokenStream),
}

impl FieldAttr {
    /// Reads every `#[attr(…)]` of a field of the struct.
    pub fn parse(of: &Ident, field: &Field, known: &[&str], errors: &Errors) -> Self {
        let mut this = Self::default();
        misplaced(&field.attrs, &["entity", "index", "document"], "the struct, not on a field", errors);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("attr")) {
            options(attribute, known, errors, |name, input| {
                let text_of_name = name.to_string();
                if !known.contains(&text_of_name.as_str()) {
                    if OF_ENTITIES.contains(&text_of_name.as_str()) {
                        let message = format!("`{name}` is for attributes of an entity, not for fields of a document");
                        return Err(syn::Error::new(name.span(), message));
                    }
                    return Ok(false);
                }
                match text_of_name.as_str() {
                    "rename" => this.rename.set(name, some_text(name, input)?)?,
                    "field" => this.field.set(name, some_text(name, input)?)?,
                    "label" => this.label.set(name, text(name, input)?)?,
                    "padding" => this.padding.set(name, PaddingAttr::parse(name, input)?)?,
                    "sortable" => this.sortable.set(name, flag(name, input)?)?,
                    "read_only" => this.read_only.set(name, flag(name, input)?)?,
                    "required" => this.required.set(name, flag(name, input)?)?,
                    "validate" => this.validate.set(name, path(name, input)?)?,
                    "on_write" => this.on_write.set(name, path(name, input)?)?,
                    "on_read" => this.on_read.set(name, path(name, input)?)?,
                    "watch" => this.watch.set(name, WatchAttr::parse(name, input)?)?,
                    "with" => this.with.set(name, path(name, input)?)?,
                    "hidden" => this.hidden.set(name, flag(name, input)?)?,
                    "flatten" => this.flatten.set(name, flag(name, input)?)?,
                    "created_at" => this.created_at.set(name, flag(name, input)?)?,
                    "updated_at" => this.updated_at.set(name, flag(name, input)?)?,
                    "version" => this.version.set(name, flag(name, input)?)?,
                    "ttl" => this.ttl.set(name, flag(name, input)?)?,
                    "default" if input.peek(Token![=]) => {
                        this.default.set(name, DefaultValue::Expression(expression(name, input)?))?;
                    }
                    "default" => this.default.set(name, DefaultValue::OfType(name.span()))?,
                    _ => return Ok(false),
                }
                Ok(true)
            });
        }
        // Derived code calls the functions where `Self` means something else.
        for path in [&mut this.validate, &mut this.on_write, &mut this.on_read, &mut this.with] {
            let first = path.get_mut().and_then(|path| path.segments.first_mut());
            if let Some(first) = first.filter(|first| first.ident == "Self") {
                let place = first.ident.span();
                first.ident = of.clone();
                first.ident.set_span(place);
            }
        }
        this
    }
}

impl WatchAttr {
    fn parse(name: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = "`watch` needs the fields that it looks at: `watch = [a, b]`, or `watch = all` for every write";
        let place = input.span();
        input.parse::<Token![=]>().map_err(|_| syn::Error::new(name.span(), usage))?;
        if input.peek(syn::token::Bracket) {
            let names = in_brackets(input, |content| {
                let names =
                    syn::punctuated::Punctuated::<Ident, Token![,]>::parse_terminated_with(content, Ident::parse_any);
                let names = names.map_err(|error| syn::Error::new(error.span(), usage))?;
                Ok(names.into_iter().collect::<Vec<_>>())
            })?;
            return if names.is_empty() { Err(syn::Error::new(place, usage)) } else { Ok(Self::These(names)) };
        }
        match input.parse::<Ident>() {
            Ok(all) if all == "all" => Ok(Self::All),
            Ok(other) => Err(syn::Error::new(other.span(), usage)),
            Err(error) => Err(syn::Error::new(error.span(), usage)),
        }
    }
}

impl PaddingAttr {
    fn parse(name: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let usage = "`padding` needs a width and what fills it up: `padding(5, \"0\")`";
        if !input.peek(syn::token::Paren) {
            return Err(syn::Error::new(name.span(), usage));
        }
        let (length, fill) = in_parentheses(input, |content, place| {
            let wrong = || syn::Error::new(if content.is_empty() { place } else { content.span() }, usage);
            let length = content.parse::<syn::LitInt>().map_err(|_| wrong())?;
            content.parse::<Token![,]>().map_err(|_| wrong())?;
            if !content.peek(LitStr) && !content.peek(syn::LitChar) {
                return Err(wrong());
            }
            let fill = content.parse::<Lit>()?;
            content.parse::<Option<Token![,]>>()?;
            if content.is_empty() { Ok((length, fill)) } else { Err(wrong()) }
        })?;
        let fill_text = match &fill {
            Lit::Char(character) => character.value().to_string(),
            Lit::Str(text) => text.value(),
            _ => String::new(),
        };
        let width = length.base10_parse::<usize>().ok().filter(|width| (1..=MAX_WIDTH).contains(width));
        let Some(length) = width else {
            let message = format!("the width of a padding is 1 to {MAX_WIDTH}, as a sort key has no more bytes");
            return Err(syn::Error::new(length.span(), message));
        };
        if fill_text.is_empty() {
            return Err(syn::Error::new(
                fill.span(),
                "nothing cannot fill up a key: give a character, such as `\"0\"`",
            ));
        }
        Ok(Self { length, fill: fill_text })
    }
}
