//! Texts that are hard on keys.

use std::ops::Deref;

use arbitrary::{Arbitrary, Unstructured};

/// A text made of pieces: any characters, and those that are hard on composed keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub String);

/// The labels and separators of the targets' models, characters that sort before `#`, those that change their length or
/// their form with the case, and the ends of Unicode.
const PIECES: &[&str] = &[
    "#",
    "_",
    "$",
    "|",
    "!",
    "-",
    "/",
    ".",
    ":",
    " ",
    "\0",
    "\"",
    "\\",
    "a",
    "A",
    "b",
    "B",
    "z",
    "0",
    "9",
    "ß",
    "ä",
    "Ä",
    "İ",
    "ı",
    "Σ",
    "σ",
    "ς",
    "ŉ",
    "ﬁ",
    "\u{7F}",
    "\u{80}",
    "\u{7FF}",
    "\u{D7FF}",
    "\u{E000}",
    "\u{FFFD}",
    "\u{FFFF}",
    "🦀",
    "\u{10FFFF}",
    "#a_",
    "#b_",
    "#c_",
    "#d_",
    "#B_",
    "#row_1",
    "$fuzz",
    "$row_1",
    "#all",
    "A|",
    "Infinity",
    "NaN",
    "1e400",
    "00",
    "+1",
    "-0",
    "true",
    "TRUE",
    "2026-11-22",
    "T17:36:15",
    ".5Z",
    "z",
    "+24:00",
    "99999999999999999999",
];

impl<'a> Arbitrary<'a> for Text {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=6)? {
            match u.int_in_range(0..=7)? {
                0 => text.push_str(u.arbitrary()?),
                1 => text.push(u.arbitrary()?),
                // Long enough, now and then, for the limits of keys.
                2 => text.extend(std::iter::repeat_n(u.arbitrary::<char>()?, u.int_in_range(1..=1100)?)),
                _ => text.push_str(u.choose(PIECES)?),
            }
        }
        Ok(Self(text))
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}
