//! Texts while the program is compiled: compared, and put together for messages.

/// The longest message. What is longer is cut.
const CAPACITY: usize = 480;

/// A text that grows.
#[derive(Clone, Copy)]
pub(super) struct Text {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Text {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    /// The text with more at its end.
    pub(super) const fn and(mut self, parts: &[&str]) -> Self {
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

    pub(super) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "two entities disagree",
        }
    }

    /// Stops the compilation with the text.
    #[track_caller]
    pub(super) const fn refuse(&self) -> ! {
        panic!("{}", self.as_str())
    }
}

/// Whether two texts are the same.
pub(super) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    one.len() == other.len()
}

/// Whether two texts are the same in lower case, of letters in ASCII.
pub(super) const fn is_same_but_for_case(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
