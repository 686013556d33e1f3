//! Ranges of sort keys: from a condition on one composite to the stretch of keys that DynamoDB reads.
//!
//! DynamoDB compares whole keys, a condition speaks of one composite. The two orders differ in one place: when more
//! follows in the key, `x` is followed by a separator (`x#next_…`), so that `x !` sorts before `x` in the table. The
//! stretch read is the smallest that holds every item asked for, and never leaves the entity's own keys; what lies
//! inside it without being asked for is dropped by [`KeyRange::contains`].

use super::compose::MAX_SORT_KEY;

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

/// A condition on one composite of a sort key.
#[derive(Debug, Clone)]
pub(crate) struct KeyRange {
    /// The key up to where the composite's value begins, and the beginning that the value must have, if any.
    pub(crate) key: String,
    /// Where the value begins.
    pub(crate) start: usize,
    /// What follows the value in the key; empty after the last composite.
    pub(crate) separator: &'static str,
    /// Whether values of the type hold no character that sorts before the separator.
    pub(crate) plain: bool,
    /// The condition.
    pub(crate) span: Span,
}

impl KeyRange {
    /// One end of a range.
    pub(crate) const fn edge(text: String, inclusive: bool) -> Edge {
        Edge { text, inclusive }
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.key[..self.start]
    }

    /// Whether the sort key of an item that was read is in the range.
    pub(crate) fn contains(&self, key: &str) -> bool {
        let Some(rest) = key.strip_prefix(self.prefix()) else { return false };
        let value = match self.separator {
            "" => rest,
            separator => match rest.split_once(separator) {
                Some((value, _)) => value,
                // A key that ends with this composite's label: the item has no value here.
                None => return false,
            },
        };
        let above = |edge: &Edge| value > edge.text.as_str() || edge.inclusive && value == edge.text;
        let below = |edge: &Edge| value < edge.text.as_str() || edge.inclusive && value == edge.text;
        match &self.span {
            _ if value.is_empty() => false,
            Span::BeginsWith => value.starts_with(&self.key[self.start..]),
            Span::Between(lower, upper) => lower.as_ref().is_none_or(above) && upper.as_ref().is_none_or(below),
        }
    }

    /// The lowest key of the stretch.
    pub(crate) fn lowest(&self, edge: Option<&Edge>) -> String {
        let Some(edge) = edge else { return after(self.prefix().to_owned()) };
        let bound = [self.prefix(), edge.text.as_str()].concat();
        if edge.inclusive {
            bound
        } else if self.plain && !self.separator.is_empty() {
            // All values above sort behind the keys of this one.
            let keys = [&bound, self.separator].concat();
            next(keys.clone()).unwrap_or(keys)
        } else {
            after(bound)
        }
    }

    /// The highest key of the stretch; `None` if there is none above which no key of the entity lies.
    pub(crate) fn highest(&self, edge: Option<&Edge>) -> Option<String> {
        let Some(edge) = edge else { return next(self.prefix().to_owned()) };
        let bound = [self.prefix(), edge.text.as_str()].concat();
        if edge.text.is_empty() {
            // No value is less, and none is empty.
            return Some(bound);
        }
        if self.separator.is_empty() {
            return Some(if edge.inclusive { bound } else { before(bound) });
        }
        // `x` is less than `x !`, but its keys are above: each such beginning of the bound reaches as far as its keys do.
        let beginnings = edge.text.char_indices().skip(1).map(|(end, _)| edge.text.split_at(end));
        let reaches = |rest: &str| !self.plain && (rest < self.separator || rest.starts_with(self.separator));
        let beginnings = beginnings.filter(|(_, rest)| reaches(rest)).map(|(beginning, _)| beginning);
        let values = beginnings.chain(edge.inclusive.then_some(edge.text.as_str()));
        let keys = values.map(|value| [self.prefix(), value, self.separator].concat());
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

/// The lowest text above all texts that begin with this one; `None` if there is none.
fn next(mut text: String) -> Option<String> {
    loop {
        let last = text.pop()?;
        let above = match last {
            '\u{D7FF}' => Some('\u{E000}'),
            last => char::from_u32(u32::from(last) + 1),
        };
        if let Some(above) = above {
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
    }

    #[test]
    fn before_is_the_highest_key_that_fits() {
        let key = before("ab".into());
        assert!(key.as_str() < "ab" && key.starts_with("aa\u{10FFFF}") && key.len() == MAX_SORT_KEY);
        assert_eq!(before("a\0".into()), "a");
        assert!(before("\u{E000}".into()).starts_with('\u{D7FF}'));
    }
}
