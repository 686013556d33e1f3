//! Ranges of sort keys: from a condition on one composite to the stretch of keys that DynamoDB reads.
//!
//! DynamoDB compares whole keys, a condition speaks of one composite. The two orders differ in one place: when more
//! follows in the key, `x` is followed by a separator (`x#next_…`), so that `x !` sorts before `x` in the table. The
//! stretch read is the smallest that holds every item asked for, and never leaves the entity's own keys; what lies
//! inside it without being asked for is dropped by [`KeyRange::contains`].

use super::{Stretch, compose::MAX_SORT_KEY};
use crate::{
    schema::{EntitySchema, KeyComposite, KeySide},
    value::StoredType,
};

/// One end of a range: a composite's text as it stands in the key.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(crate) text: String,
    pub(crate) inclusive: bool,
}

/// What is asked of a composite.
#[derive(Debug, Clone)]
pub(crate) enum Span {
    /// It begins with the text that follows the prefix in [`KeyRange::key`].
    BeginsWith,
    /// It lies between two ends; an end that is not given is open.
    Between(Option<Edge>, Option<Edge>),
}

/// Where the value of a composite ends.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    /// Where the key ends, but for this text.
    Key(&'static str),
    /// Before the first occurrence of this text, which separates it from the next composite.
    Separator(&'static str),
    /// After so many UTF-16 code units: the next composite follows at once.
    Width(usize),
}

impl End {
    /// Of composite number `position` of a side.
    pub(crate) fn of(side: &KeySide, position: usize) -> Self {
        let padding = side.composites.get(position).and_then(|composite| composite.padding);
        match padding.filter(|_| side.is_unseparated(position)) {
            Some(padding) => Self::Width(padding.length),
            None if position + 1 < side.composites.len() => Self::Separator(side.separator(position)),
            None => Self::Key(side.postfix),
        }
    }

    /// The value at the beginning of the text.
    pub(super) fn value<'a>(&self, text: &'a str) -> Option<&'a str> {
        match *self {
            Self::Key(postfix) => text.strip_suffix(postfix),
            Self::Separator(separator) => text.split_once(separator).map(|(value, _)| value),
            Self::Width(width) => {
                let units = |(at, character): (usize, char)| (at + character.len_utf8(), character.len_utf16());
                let mut left = width;
                let end = text.char_indices().map(units).find(|(_, units)| {
                    left = left.saturating_sub(*units);
                    left == 0
                });
                end.map(|(end, _)| &text[..end])
            }
        }
    }

    /// The text that follows the value, as far as it is always the same.
    const fn text(&self) -> &'static str {
        match *self {
            Self::Key(text) | Self::Separator(text) => text,
            Self::Width(_) => "",
        }
    }
}

/// A condition on one composite of a sort key.
#[derive(Debug, Clone)]
pub(crate) struct KeyRange {
    /// The key up to where the composite's value begins, and the beginning that the value must have, if any.
    pub(crate) key: String,
    /// Where the value begins.
    pub(crate) start: usize,
    /// Which composite of the sort key it is.
    position: usize,
    /// Where the value ends.
    pub(crate) end: End,
    /// Whether values of the type hold no character up to `$`.
    pub(crate) plain: bool,
    /// The condition.
    pub(crate) span: Span,
}

impl KeyRange {
    /// Of composite number `position` of a side; `before` is the key before its value. Any value is in the range.
    pub(crate) fn new(side: &KeySide, position: usize, before: String, plain: bool) -> Self {
        let key = side.casing.finish(before);
        Self { start: key.len(), key, position, end: End::of(side, position), plain, span: Span::Between(None, None) }
    }

    /// The same, of values that begin with a text.
    pub(crate) fn beginning_with(side: &KeySide, position: usize, mut before: String, text: &str, plain: bool) -> Self {
        let start = before.len();
        before.push_str(text);
        side.casing.apply(&mut before, start);
        Self { start, span: Span::BeginsWith, ..Self::new(side, position, before, plain) }
    }

    /// One end of the range: the text that `write` appends, as it stands in the key.
    pub(crate) fn edge(
        &self,
        side: &KeySide,
        composite: &KeyComposite,
        inclusive: bool,
        write: impl FnOnce(&mut String),
    ) -> Edge {
        let mut text = self.key.clone();
        write(&mut text);
        if let Some(padding) = composite.padding {
            padding.apply(&mut text, self.start);
        }
        side.casing.apply(&mut text, self.start);
        let end = text.len();
        text.push_str(self.end.text());
        // No sigma changes its length.
        let text = side.casing.finish(text);
        Edge { text: text[self.start..end].to_owned(), inclusive }
    }

    /// The same condition on the keys of another entity, whose composites are as those of `own` up to this one: behind
    /// its own beginning, and of values that may be of another type.
    pub(crate) fn moved(&self, own: &KeySide, schema: &EntitySchema, side: &KeySide) -> Self {
        let composites = self.key.strip_prefix(own.prefix).unwrap_or_default();
        let key = [side.prefix, composites].concat();
        // What text holds is known of the type that was given.
        let is_number = |composite: &KeyComposite| {
            composite.sortable || matches!(schema.attributes[composite.attribute].stored, Some(StoredType::Number))
        };
        Self {
            start: self.start + key.len() - self.key.len(),
            key,
            end: End::of(side, self.position),
            plain: self.plain && side.composites.get(self.position).is_some_and(is_number),
            ..self.clone()
        }
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.key[..self.start]
    }

    /// Whether the sort key of an item that was read is in the range.
    pub(crate) fn contains(&self, key: &str) -> bool {
        let Some(rest) = key.strip_prefix(self.prefix()) else { return false };
        // A key that ends with this composite's label: the item has no value here.
        let Some(value) = self.end.value(rest) else { return false };
        let above = |edge: &Edge| value > edge.text.as_str() || edge.inclusive && value == edge.text;
        let below = |edge: &Edge| value < edge.text.as_str() || edge.inclusive && value == edge.text;
        match &self.span {
            _ if value.is_empty() => false,
            Span::BeginsWith => value.starts_with(&self.key[self.start..]),
            Span::Between(lower, upper) => lower.as_ref().is_none_or(above) && upper.as_ref().is_none_or(below),
        }
    }

    /// Whether the keys of a value lie together, before those of any value that it begins.
    fn is_plain(&self) -> bool {
        // A template may separate by anything.
        self.plain && self.end.text().as_bytes().first().is_some_and(|first| *first <= b'$')
    }

    /// The stretch of keys to read.
    pub(crate) fn stretch(&self) -> Stretch {
        match &self.span {
            Span::BeginsWith => Stretch::beginning(self.key.clone()),
            Span::Between(lower, upper) => {
                Stretch { lowest: self.lowest(lower.as_ref()), highest: self.highest(upper.as_ref()) }
            }
        }
    }

    /// The lowest key of the stretch.
    fn lowest(&self, edge: Option<&Edge>) -> String {
        let Some(edge) = edge else { return after(self.prefix().to_owned()) };
        let bound = [self.prefix(), edge.text.as_str()].concat();
        if edge.inclusive && !bound.is_empty() {
            bound
        } else if self.is_plain() || matches!(self.end, End::Width(_)) {
            // All values above sort behind the keys of this one.
            let keys = [&bound, self.end.text()].concat();
            next(keys.clone()).unwrap_or(keys)
        } else {
            after(bound)
        }
    }

    /// The highest key of the stretch; `None` if there is none above which no key of the entity lies.
    fn highest(&self, edge: Option<&Edge>) -> Option<String> {
        let Some(edge) = edge else { return next(self.prefix().to_owned()) };
        let bound = [self.prefix(), edge.text.as_str()].concat();
        if edge.text.is_empty() {
            // No value is less, and none is empty.
            return Some(bound);
        }
        match self.end {
            End::Key("") => return Some(if edge.inclusive { bound } else { before(bound) }),
            End::Width(_) => {
                // The values that a wider bound begins with are less than it, but what follows them may not be.
                let beginning = self.end.value(&edge.text).filter(|value| value.len() < edge.text.len());
                return match beginning {
                    Some(beginning) => next([self.prefix(), beginning].concat()),
                    None if edge.inclusive => next(bound),
                    None => Some(bound),
                };
            }
            _ => {}
        }
        let (plain, separator) = (self.is_plain(), self.end.text());
        // `x` is less than `x !`, but its keys are above: each such beginning of the bound reaches as far as its keys do.
        let beginnings = edge.text.char_indices().skip(1).map(|(end, _)| edge.text.split_at(end));
        let reaches = |rest: &str| !plain && (rest < separator || rest.starts_with(separator));
        let beginnings = beginnings.filter(|(_, rest)| reaches(rest)).map(|(beginning, _)| beginning);
        let values = beginnings.chain(edge.inclusive.then_some(edge.text.as_str()));
        let keys = values.map(|value| [self.prefix(), value, separator].concat());
        let ends = keys.filter(|key| key.len() <= MAX_SORT_KEY).filter_map(next);
        Some(ends.max().unwrap_or(bound))
    }
}

/// The lowest key above this one.
fn after(mut key: String) -> String {
    if key.len() < MAX_SORT_KEY {
        key.push('\0');
        key
    } else {
        // No longer key can exist, so none lies between this one and the next.
        next(key.clone()).unwrap_or(key)
    }
}

/// The highest key below this one that DynamoDB can hold.
fn before(mut key: String) -> String {
    let Some(last) = key.pop() else { return key };
    let Some(below) = char::from_u32(u32::from(last).wrapping_sub(1)).or((last == '\u{E000}').then_some('\u{D7FF}'))
    else {
        return key;
    };
    key.push(below);
    for highest in [char::MAX, '\u{FFFF}', '\u{7FF}', '\u{7F}'] {
        while key.len() + highest.len_utf8() <= MAX_SORT_KEY {
            key.push(highest);
        }
    }
    key
}

/// The lowest text above all texts that begin with this one, of those that fit a key; `None` if there is none.
pub(super) fn next(mut text: String) -> Option<String> {
    loop {
        let last = text.pop()?;
        let above = match last {
            '\u{D7FF}' => Some('\u{E000}'),
            last => char::from_u32(u32::from(last) + 1),
        };
        // The next character may be longer: then no key with the same text before it is above.
        if let Some(above) = above.filter(|above| text.len() + above.len_utf8() <= MAX_SORT_KEY) {
            text.push(above);
            return Some(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_skips_what_is_no_character() {
        assert_eq!(next("a_".into()).as_deref(), Some("a`"));
        assert_eq!(next("a\u{D7FF}".into()).as_deref(), Some("a\u{E000}"));
        assert_eq!(next("a\u{10FFFF}".into()).as_deref(), Some("b"));
        assert_eq!(next(String::new()), None);
        // U+0080 is longer than U+007F, so that nothing above it fits.
        let key = "a".repeat(MAX_SORT_KEY - 2) + "b\u{7F}";
        assert_eq!(next(key), Some("a".repeat(MAX_SORT_KEY - 2) + "c"));
    }

    #[test]
    fn before_is_the_highest_key_that_fits() {
        let key = before("ab".into());
        assert!(key.as_str() < "ab" && key.starts_with("aa\u{10FFFF}") && key.len() == MAX_SORT_KEY);
        assert_eq!(before("a\0".into()), "a");
        assert!(before("\u{E000}".into()).starts_with('\u{D7FF}'));
    }
}
