//! What is read of an entity's sort keys in a partition, and the stretch of keys that holds what is read of several
//! entities.

use super::{KeyRange, range::next};

/// What is asked of a sort key.
#[derive(Debug, Clone)]
pub(crate) enum Selection {
    /// It is this one.
    Key(String),
    /// It begins with this text.
    Beginning(String),
    /// One of its composites is in a range.
    Range(KeyRange),
    /// There can be none.
    Nothing,
}

impl Selection {
    /// Whether a key is one of those.
    pub(crate) fn contains(&self, key: &str) -> bool {
        match self {
            Self::Key(text) => key == text,
            Self::Beginning(text) => key.starts_with(text.as_str()),
            Self::Range(range) => range.contains(key),
            Self::Nothing => false,
        }
    }

    /// The stretch of keys to read, if there are any.
    pub(crate) fn stretch(&self) -> Option<Stretch> {
        match self {
            Self::Key(key) => Some(Stretch::key(key.clone())),
            Self::Beginning(text) => Some(Stretch::beginning(text.clone())),
            Self::Range(range) => Some(range.stretch()),
            Self::Nothing => None,
        }
    }
}

/// Keys from one to another, both included; without a highest one, to the last of the partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) lowest: String,
    pub(crate) highest: Option<String>,
}

impl Stretch {
    /// The one key.
    pub(crate) fn key(key: String) -> Self {
        Self { highest: Some(key.clone()), lowest: key }
    }

    /// The keys that begin with a text.
    pub(crate) fn beginning(text: String) -> Self {
        Self { highest: next(text.clone()), lowest: text }
    }

    /// The smallest stretch that holds both.
    pub(crate) fn joined(self, other: Self) -> Self {
        Self {
            lowest: self.lowest.min(other.lowest),
            highest: self.highest.zip(other.highest).map(|(one, other)| one.max(other)),
        }
    }

    /// Whether a key lies in it.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.lowest.as_str() <= key && self.highest.as_ref().is_none_or(|highest| key <= highest.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_joined_stretch_holds_both() {
        let articles = Stretch::beginning("$discussion#article_1#".to_owned());
        let comments = Stretch::beginning("$discussion#comment_1#".to_owned());
        let both = comments.joined(articles);
        assert_eq!(both.lowest, "$discussion#article_1#");
        assert_eq!(both.highest.as_deref(), Some("$discussion#comment_1$"));
        assert!(both.contains("$discussion#article_1#id_1") && both.contains("$discussion#comment_1#id_z"));
        assert!(!both.contains("$discussion#tag_1#id_1") && !both.contains("$discussion#article_"));
        // Every key begins with no text at all.
        assert_eq!(both.joined(Stretch::beginning(String::new())), Stretch { lowest: String::new(), highest: None });
    }
}
