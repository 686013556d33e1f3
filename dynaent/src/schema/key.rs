//! One side of an index's key: its field, its composites, and the text around them.

/// The partition key or the sort key of an index.
///
/// Its text is `prefix`, then each composite's `label` and value, then `postfix`. A key of [`KeyKind::Number`] is its one
/// value alone. In a multi-attribute index a side has composites and nothing else.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let pk = &Comment::SCHEMA.indexes[1].pk;
/// assert_eq!((pk.field, pk.prefix, pk.composites[0].label), ("gsi1pk", "$myapp", "#articleid_"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeySide {
    /// The key field's name in the table.
    pub field: &'static str,
    /// What every key starts with: the service, or the entity and its version. Cased already.
    pub prefix: &'static str,
    /// The attributes in the key, in order.
    pub composites: &'static [KeyComposite],
    /// What a whole key ends with: the entity in a clustered index, or the end of a template. Cased already.
    pub postfix: &'static str,
    /// The casing of the values.
    pub casing: Casing,
    /// Whether an earlier index of the entity already has this field, as the partition key of a local index always does.
    pub shared: bool,
    /// DynamoDB's type of the field: text or a number.
    pub kind: KeyKind,
    /// Room for a key: all of its fixed text, and some thirty bytes for each value.
    pub(crate) capacity: usize,
}

impl KeySide {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(field: &'static str, prefix: &'static str, composites: &'static [KeyComposite]) -> Self {
        let mut capacity = prefix.len();
        let mut position = 0;
        while position < composites.len() {
            capacity += composites[position].label.len() + 32;
            position += 1;
        }
        let casing = Casing::Lower;
        Self { field, prefix, composites, postfix: "", casing, shared: false, kind: KeyKind::Text, capacity }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn cased(self, casing: Casing) -> Self {
        Self { casing, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn ending(self, postfix: &'static str) -> Self {
        Self { postfix, capacity: self.capacity + postfix.len(), ..self }
    }

    /// The key is a number.
    #[doc(hidden)]
    #[must_use]
    pub const fn number(self) -> Self {
        Self { kind: KeyKind::Number, ..self }
    }

    /// The key is of its one composite's type.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_its_type(self) -> Self {
        match self.composites {
            [composite] => Self { kind: composite.kind.of_field(), ..self },
            _ => self,
        }
    }

    /// The text that comes before composite number `position`: its label, or the postfix after the last one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// let sk = Article::SCHEMA.indexes[2].sk.as_ref().unwrap();
    /// assert_eq!((sk.text_before(0), sk.text_before(1)), ("#year_", "#articleid_"));
    /// ```
    #[must_use]
    pub const fn text_before(&self, position: usize) -> &'static str {
        if position < self.composites.len() { self.composites[position].label } else { self.postfix }
    }

    /// The text that separates composite number `position` from the next; empty for the last one, behind which nothing
    /// can be mistaken for a part of it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// // A year with this text in it would be taken for a year and an id: it is refused.
    /// let sk = Article::SCHEMA.indexes[2].sk.as_ref().unwrap();
    /// assert_eq!((sk.separator(0), sk.separator(1)), ("#articleid_", ""));
    /// ```
    #[must_use]
    pub const fn separator(&self, position: usize) -> &'static str {
        if position + 1 < self.composites.len() { self.composites[position + 1].label } else { "" }
    }

    /// Whether a text begins as the keys of this side do, up to the first value. The prefix alone does not tell: that of
    /// version 1 begins version 10's too.
    pub(crate) fn begins(&self, key: &str) -> bool {
        key.strip_prefix(self.prefix).is_some_and(|rest| match self.composites.first() {
            Some(first) => rest.starts_with(first.label),
            None => rest == self.postfix,
        })
    }

    /// Whether nothing separates composite number `position` from the next, so that only its width tells where it ends.
    pub(crate) const fn is_unseparated(&self, position: usize) -> bool {
        position + 1 < self.composites.len() && self.composites[position + 1].label.is_empty()
    }
}

/// DynamoDB's type of a key field.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Entity, KeyKind};
///
/// assert_eq!(Comment::SCHEMA.primary().pk.kind, KeyKind::Text);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// Text (`S`).
    Text,
    /// A number (`N`), which sorts as one.
    Number,
}

/// A composite's place in a key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let year = Article::SCHEMA.indexes[2].sk.as_ref().unwrap().composites[0];
/// assert_eq!((year.label, Article::SCHEMA.attributes[year.attribute].name), ("#year_", "year"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyComposite {
    /// The text before the value: `#`, the attribute's label and `_`, or a template's own text. Cased already.
    pub label: &'static str,
    /// The attribute, as its place in [`EntitySchema::attributes`](super::EntitySchema::attributes).
    pub attribute: usize,
    /// What fills the value up to a width.
    pub padding: Option<Padding>,
    /// Whether the value stands there in the form of fixed width that sorts as the values do.
    pub sortable: bool,
    /// How many digits a number has in that form.
    pub(crate) digits: usize,
    /// What the value is, where the key field is of its type.
    pub kind: PartKind,
}

impl KeyComposite {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(label: &'static str, attribute: usize) -> Self {
        Self { label, attribute, padding: None, sortable: false, digits: 0, kind: PartKind::Text }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn padded(self, length: usize, fill: &'static str) -> Self {
        Self { padding: Some(Padding { length, fill }), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn sortable(self, digits: usize) -> Self {
        Self { sortable: true, digits, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn of_kind(self, kind: PartKind) -> Self {
        Self { kind, ..self }
    }
}

/// What a value is that can be part of a key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{KeyPart, PartKind};
///
/// assert_eq!((String::KIND, u16::KIND), (PartKind::Text, PartKind::Number));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Stored as text.
    Text,
    /// Stored as a number.
    Number,
    /// Stored as a boolean.
    Bool,
}

impl PartKind {
    /// The type of a key field that is such a value.
    pub(crate) const fn of_field(self) -> KeyKind {
        match self {
            Self::Number => KeyKind::Number,
            Self::Text | Self::Bool => KeyKind::Text,
        }
    }
}

/// What fills a value up to a width, from the left.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let year = Article::SCHEMA.indexes[2].sk.as_ref().unwrap().composites[0];
/// let padding = year.padding.unwrap();
/// assert_eq!((padding.length, padding.fill), (4, "0"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Padding {
    /// The width, in UTF-16 code units: those of JavaScript's `padStart`. Longer values stay as they are.
    pub length: usize,
    /// What is repeated.
    pub fill: &'static str,
}

impl Padding {
    /// Fills up the value that the text holds from byte `start` on, as JavaScript does: what is cut in the middle of a
    /// character becomes U+FFFD when it is stored.
    #[inline(never)]
    pub(crate) fn apply(self, text: &mut String, start: usize) {
        let value = &text[start..];
        let width = if value.is_ascii() { value.len() } else { value.encode_utf16().count() };
        let missing = self.length.saturating_sub(width);
        if missing > 0 {
            let fill = self.fill.encode_utf16().cycle().take(missing);
            let fill: String = char::decode_utf16(fill).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
            text.insert_str(start, &fill);
        }
    }
}

/// How the values in a key are cased.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Casing, Entity};
///
/// assert_eq!(Comment::SCHEMA.primary().pk.casing, Casing::Lower);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Casing {
    /// Lower case: ElectroDB's default. Keys that differ only in case are one key.
    #[default]
    Lower,
    /// Upper case.
    Upper,
    /// As given.
    None,
}

/// The one letter whose lower case depends on what stands around it.
const SIGMA: char = 'Σ';

impl Casing {
    /// Cases the text from byte `start` on, as JavaScript's `toLowerCase` and `toUpperCase` do, but for capital sigmas:
    /// what becomes of those is known when the key is whole ([`finish`](Self::finish)). Whether there are any.
    #[inline]
    pub(crate) fn apply(self, text: &mut String, start: usize) -> bool {
        if self == Self::None {
            return false;
        }
        let tail = &mut text[start..];
        match self {
            Self::Upper => tail.make_ascii_uppercase(),
            _ => tail.make_ascii_lowercase(),
        }
        !tail.is_ascii() && self.apply_beyond_ascii(text, start)
    }

    #[cold]
    #[inline(never)]
    fn apply_beyond_ascii(self, text: &mut String, start: usize) -> bool {
        let tail = &text[start..];
        let (cased, has_sigma) = match self {
            Self::Upper => (tail.to_uppercase(), false),
            _ => {
                let parts: Vec<_> = tail.split(SIGMA).map(str::to_lowercase).collect();
                (parts.join(SIGMA.encode_utf8(&mut [0; 4])), parts.len() > 1)
            }
        };
        text.replace_range(start.., &cased);
        has_sigma
    }

    /// Cases the sigmas of a whole key.
    pub(crate) fn finish(self, key: String) -> String {
        if self == Self::Lower && key.contains(SIGMA) { key.to_lowercase() } else { key }
    }
}
