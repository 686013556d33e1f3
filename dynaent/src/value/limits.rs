//! What DynamoDB takes at most: the size of an item as it counts it, and how deep lists and maps may be in each other.

use aws_sdk_dynamodb::types::AttributeValue;

/// The most that one item may hold, names and values together, in bytes.
pub(crate) const MAX_ITEM_SIZE: usize = 400 * 1024;

/// The size of a value, never more than what DynamoDB counts, so that no item is refused that it would take.
#[inline]
pub(crate) fn size_of(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::S(text) => text.len(),
        // What it holds in full is not worth the count.
        AttributeValue::N(_) | AttributeValue::Bool(_) => 1,
        other => size_of_many(other),
    }
}

fn size_of_many(value: &AttributeValue) -> usize {
    /// A list or a map costs three bytes, and each of its members one more than its own size.
    const CONTAINER: usize = 3;
    match value {
        AttributeValue::B(blob) => blob.as_ref().len(),
        AttributeValue::Ss(texts) => texts.iter().map(String::len).sum(),
        AttributeValue::Ns(numbers) => numbers.iter().map(|number| number_size(number)).sum(),
        AttributeValue::Bs(blobs) => blobs.iter().map(|blob| blob.as_ref().len()).sum(),
        AttributeValue::L(list) => CONTAINER + list.iter().map(|value| 1 + size_inside(value)).sum::<usize>(),
        AttributeValue::M(map) => {
            CONTAINER + map.iter().map(|(key, value)| 1 + key.len() + size_inside(value)).sum::<usize>()
        }
        _ => 1,
    }
}

fn size_inside(value: &AttributeValue) -> usize {
    if let AttributeValue::N(number) = value { number_size(number) } else { size_of(value) }
}

/// One byte for each two significant digits; the exponent's byte is left to DynamoDB to count.
fn number_size(number: &str) -> usize {
    let digits = number.split(['e', 'E']).next().unwrap_or(number);
    digits.trim_matches(|c: char| !('1'..='9').contains(&c)).len() / 2
}

/// The lists and maps in each other that DynamoDB takes: what the innermost holds is the last of its 32 levels.
const MAX_DEPTH: usize = 31;

/// Whether a value, so many levels inside an attribute, has more levels of lists and maps than DynamoDB takes.
#[inline]
pub(crate) fn is_too_deep(value: &AttributeValue, levels: usize) -> bool {
    matches!(value, AttributeValue::L(_) | AttributeValue::M(_))
        && MAX_DEPTH.checked_sub(levels).is_none_or(|left| is_deeper_than(value, left))
}

fn is_deeper_than(value: &AttributeValue, levels: usize) -> bool {
    let inside = |value: &AttributeValue| levels == 0 || is_deeper_than(value, levels - 1);
    match value {
        AttributeValue::L(list) => levels == 0 || list.iter().any(inside),
        AttributeValue::M(map) => levels == 0 || map.values().any(inside),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_no_more_than_in_dynamodb() {
        // There, a byte for each two significant digits, and one more.
        for (text, digits) in [
            ("0", 0),
            ("1", 1),
            ("1.5", 2),
            ("-0.25", 2),
            ("1000000", 1),
            ("1.5e-7", 2),
            ("1e+125", 1),
            ("-1.5E+125", 2),
            ("12345678901234567890123456789012345678", 38),
        ] {
            assert!(number_size(text) <= usize::div_ceil(digits, 2) + 1, "{text}");
        }
    }
}
