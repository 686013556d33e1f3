//! Texts while the program is compiled: compared, and put together for messages.

use crate::schema::EntitySchema;

/// The longest message. What is longer is cut.
const CAPACITY: usize = 480;

/// A text that grows.
#[derive(Clone, Copy)]
pub struct Text {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Text {
    pub const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    /// The text with more at its end.
    pub const fn and(mut self, parts: &[&str]) -> Self {
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            let mut at = 0;
            // Whole parts only, so that no character is cut in two.
            while at < bytes.len() && self.length + bytes.len() - at <= CAPACITY {
                self.bytes[self.length] = bytes[at];
                self.length += 1;
                at += 1;
            }
            part += 1;
        }
        self
    }

    /// Two entities, each with its access pattern if that is given.
    pub const fn entities(self, one: &EntitySchema, other: &EntitySchema, patterns: [&str; 2]) -> Self {
        let alike = is_same(one.name, other.name);
        self.entity(one, alike, patterns[0]).and(&[" and "]).entity(other, alike, patterns[1])
    }

    const fn entity(self, schema: &EntitySchema, with_version: bool, pattern: &str) -> Self {
        let mut text = self.and(&["`", schema.name, "`"]);
        if with_version {
            text = text.and(&[" of version ", schema.version]);
        }
        if pattern.is_empty() { text } else { text.and(&[" (", pattern, ")"]) }
    }

    /// What two entities say.
    pub const fn values(self, [one, other]: [&str; 2]) -> Self {
        self.value(one).and(&[" and "]).value(other)
    }

    const fn value(self, value: &str) -> Self {
        if value.is_empty() { self.and(&["nothing"]) } else { self.and(&["`", value, "`"]) }
    }

    /// Names, with commas between; nothing if there are none.
    pub const fn list(mut self, names: &[&str]) -> Self {
        let mut at = 0;
        while at < names.len() {
            self = self.and(&[if at == 0 { "" } else { ", " }, names[at]]);
            at += 1;
        }
        self
    }

    pub const fn number(self, number: usize) -> Self {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let before = if number > 9 { self.number(number / 10) } else { self };
        before.and(&[DIGITS[number % 10]])
    }

    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "two entities disagree",
        }
    }

    /// Stops the compilation with the text.
    #[track_caller]
    pub const fn refuse(&self) -> ! {
        panic!("{}", self.as_str())
    }
}

/// Whether two texts are the same.
pub(super) const fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && begins(one.as_bytes(), other.as_bytes(), false)
}

/// Whether two texts are the same in lower case, of letters in ASCII.
pub(super) const fn is_same_but_for_case(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Whether a text begins with another one in lower case, of letters in ASCII.
pub(super) const fn begins_but_for_case(text: &str, beginning: &str) -> bool {
    begins(text.as_bytes(), beginning.as_bytes(), true)
}

const fn begins(text: &[u8], beginning: &[u8], ignore_case: bool) -> bool {
    let mut at = 0;
    while at < beginning.len() {
        if at == text.len()
            || text[at] != beginning[at] && !(ignore_case && text[at].eq_ignore_ascii_case(&beginning[at]))
        {
            return false;
        }
        at += 1;
    }
    true
}
