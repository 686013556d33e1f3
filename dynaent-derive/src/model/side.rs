//! One side of an index's key: which attributes form it, and the text around them.

use proc_macro2::Span;
use syn::Ident;

/// The partition key or the sort key of an index.
#[derive(Clone)]
pub struct Side {
    pub field: String,
    pub field_span: Span,
    pub prefix: String,
    pub composites: Vec<Composite>,
    pub postfix: String,
    pub casing: Casing,
    pub form: Form,
    /// Whether an earlier index has the field already.
    pub shared: bool,
}

/// An attribute in a key.
#[derive(Clone)]
pub struct Composite {
    pub label: String,
    /// Its place among the attributes.
    pub attribute: usize,
    pub ident: Ident,
}

/// What a key field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text, made of composites.
    Text,
    /// The one composite, cast to a number.
    Number,
    /// The one composite: a number if it is one, else text.
    OfItsType,
    /// Nothing: the attributes are the key.
    Attributes,
}

/// How the text of a key is cased.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    Lower,
    Upper,
    None,
}

impl Casing {
    /// The casing of that name.
    pub fn parse(name: &str) -> Self {
        match name {
            "upper" => Self::Upper,
            "none" => Self::None,
            _ => Self::Lower,
        }
    }

    pub fn apply(self, text: &str) -> String {
        match self {
            Self::Lower => text.to_lowercase(),
            Self::Upper => text.to_uppercase(),
            Self::None => text.to_owned(),
        }
    }

    /// Cases a part of a key. What a capital sigma becomes depends on what stands around it, and is left for then.
    pub fn apply_to_part(self, text: &str) -> String {
        match self {
            Self::Lower => text.split('Σ').map(str::to_lowercase).collect::<Vec<_>>().join("Σ"),
            _ => self.apply(text),
        }
    }
}

impl Side {
    /// A key that is its composites and nothing else.
    pub fn bare(composites: Vec<Composite>, casing: Casing, form: Form) -> Self {
        Self {
            field: String::new(),
            field_span: Span::call_site(),
            prefix: String::new(),
            composites,
            postfix: String::new(),
            casing,
            form,
            shared: false,
        }
    }
}
