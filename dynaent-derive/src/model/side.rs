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

    /// The text of a template beside its values, cased as it is in every key. `None` if a capital sigma, of which the lower
    /// case depends on the letters around it, stands beside a value.
    pub fn apply_to_template(self, text: &str, after_value: bool, before_value: bool) -> Option<String> {
        if self != Self::Lower {
            return Some(self.apply(text));
        }
        // What a value may end or begin with: a letter, or something else.
        let beside = |value: bool| if value { ["#", "a"].as_slice() } else { &[""] };
        let contexts =
            beside(after_value).iter().flat_map(|left| beside(before_value).iter().map(move |right| (left, right)));
        let mut cased = contexts.map(|(left, right)| {
            let whole = format!("{left}{text}{right}").to_lowercase();
            whole[left.len()..whole.len() - right.len()].to_owned()
        });
        let first = cased.next()?;
        cased.all(|other| other == first).then_some(first)
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
