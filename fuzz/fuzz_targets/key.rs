//! Any composites as keys, and any keys as composites. No two items have one key whose composites differ; what was composed
//! is read as it was; texts sort as what they stand for; a range holds the composites that it says and no others; and what
//! would be ambiguous is refused with a typed error.

#![no_main]

#[path = "key/ranges.rs"]
mod ranges;
#[path = "key/texts.rs"]
mod texts;
#[path = "key/values.rs"]
mod values;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
enum Input {
    Texts(texts::Texts, texts::Texts),
    Range(ranges::Range),
    Values(values::Values, values::Values),
    ValueRange(values::ValueRange),
    Read { fields: Vec<(u8, dynaent_fuzz::Text)> },
    Part(dynaent_fuzz::Text),
}

fuzz_target!(|input: Input| {
    match input {
        Input::Texts(one, other) => texts::differ(&one, &other),
        Input::Range(range) => range.check(),
        Input::Values(one, other) => values::differ(&one, &other),
        Input::ValueRange(range) => range.check(),
        Input::Read { fields } => texts::read(fields),
        Input::Part(text) => values::read(&text),
    }
});
