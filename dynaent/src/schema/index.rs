//! One index of an entity: which composites form its keys, and the text between them.

/// The primary index or a secondary index of an entity, under the name of its access pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexSchema {
    /// The access pattern's name, as in `query().by_article()`.
    pub pattern: &'static str,
    /// What kind of index it is, with its name in DynamoDB.
    pub kind: IndexKind,
    /// The partition key.
    pub pk: KeySide,
    /// The sort key, if the index has one.
    pub sk: Option<KeySide>,
}

impl IndexSchema {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(pattern: &'static str, kind: IndexKind, pk: KeySide, sk: Option<KeySide>) -> Self {
        Self { pattern, kind, pk, sk }
    }

    /// The index's name in DynamoDB; `None` for the primary index.
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        match self.kind {
            IndexKind::Primary => None,
            IndexKind::Global(name) | IndexKind::Local(name) => Some(name),
        }
    }

    /// The sides of the key: the partition key and, if there is one, the sort key.
    pub fn sides(&self) -> impl Iterator<Item = &KeySide> {
        std::iter::once(&self.pk).chain(&self.sk)
    }
}

/// The kind of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexKind {
    /// The table's own key.
    Primary,
    /// A global secondary index, with its name.
    Global(&'static str),
    /// A local secondary index, with its name.
    Local(&'static str),
}

/// The partition key or the sort key of an index.
///
/// Its text is `prefix`, then each composite's `label` and value, then `postfix`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeySide {
    /// The key field's name in the table.
    pub field: &'static str,
    /// What every key starts with: the service, or the entity and its version. Cased already.
    pub prefix: &'static str,
    /// The attributes in the key, in order.
    pub composites: &'static [KeyComposite],
    /// What a whole key ends with; empty but for clustered indexes.
    pub postfix: &'static str,
    /// The casing of the values.
    pub casing: Casing,
    /// Whether an earlier index of the entity already has this field, as the partition key of a local index always does.
    pub shared: bool,
    /// Room for a key: all of its fixed text, and some thirty bytes for each value.
    pub(crate) capacity: usize,
}

impl KeySide {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        field: &'static str,
        prefix: &'static str,
        composites: &'static [KeyComposite],
        casing: Casing,
        shared: bool,
    ) -> Self {
        let mut capacity = prefix.len();
        let mut position = 0;
        while position < composites.len() {
            capacity += composites[position].label.len() + 32;
            position += 1;
        }
        Self { field, prefix, composites, postfix: "", casing, shared, capacity }
    }

    /// The text that follows composite number `position` in a whole key; empty after the last one.
    #[must_use]
    pub const fn text_after(&self, position: usize) -> &'static str {
        if position + 1 < self.composites.len() { self.composites[position + 1].label } else { self.postfix }
    }

    /// The text that comes before composite number `position`: its label, or the postfix after the last one.
    #[must_use]
    pub const fn text_before(&self, position: usize) -> &'static str {
        if position < self.composites.len() { self.composites[position].label } else { self.postfix }
    }
}

/// A composite's place in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyComposite {
    /// The text before the value: `#`, the attribute's name and `_`. Cased already.
    pub label: &'static str,
    /// The attribute, as its place in [`EntitySchema::attributes`](super::EntitySchema::attributes).
    pub attribute: usize,
}

impl KeyComposite {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(label: &'static str, attribute: usize) -> Self {
        Self { label, attribute }
    }
}

/// How the values in a key are cased.
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

impl Casing {
    /// Cases the text from byte `start` on, as JavaScript's `toLowerCase` and `toUpperCase` do.
    #[inline]
    pub(crate) fn apply(self, text: &mut String, start: usize) {
        if self == Self::None {
            return;
        }
        let tail = &mut text[start..];
        if tail.is_ascii() {
            match self {
                Self::Upper => tail.make_ascii_uppercase(),
                _ => tail.make_ascii_lowercase(),
            }
        } else {
            let cased = if self == Self::Upper { tail.to_uppercase() } else { tail.to_lowercase() };
            text.replace_range(start.., &cased);
        }
    }
}
