//! The form of whole numbers that sorts as the numbers do.
//!
//! As many digits as the type can need, with zeros in front, so that a number from 0 on stands there as ElectroDB pads
//! it. A negative number is a minus sign, which sorts before every digit, and the digits of its distance from the lowest
//! number of that width, so that lower numbers sort first.

/// Appends a number of which the decimal text is given.
pub(crate) fn write_integer(number: &str, digits: usize, key: &mut String) {
    match number.strip_prefix('-') {
        None => {
            key.extend(std::iter::repeat_n('0', digits.saturating_sub(number.len())));
            key.push_str(number);
        }
        Some(magnitude) => {
            key.push('-');
            key.extend(std::iter::repeat_n('9', digits.saturating_sub(magnitude.len())));
            key.extend(complement(magnitude));
        }
    }
}

/// The decimal text of a number that was written so.
pub(crate) fn read_integer(text: &str, digits: usize) -> Option<String> {
    let (sign, number) = text.strip_prefix('-').map_or(("", text), |number| ("-", number));
    if number.len() != digits || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let magnitude: String = if sign.is_empty() { number.to_owned() } else { complement(number).collect() };
    let magnitude = magnitude.trim_start_matches('0');
    Some(if magnitude.is_empty() { "0".to_owned() } else { format!("{sign}{magnitude}") })
}

/// What is missing to nines, digit by digit.
fn complement(digits: &str) -> impl Iterator<Item = char> {
    digits.bytes().map(|digit| char::from(b'9' - (digit - b'0')))
}

#[cfg(test)]
mod tests {
    use crate::KeyPart;

    fn text(number: impl KeyPart) -> String {
        let mut key = String::new();
        number.write_sortable(&mut key);
        key
    }

    #[test]
    fn the_text_sorts_as_the_numbers_do() {
        let numbers =
            [i64::MIN, i64::MIN + 1, -1000, -100, -99, -10, -9, -1, 0, 1, 9, 10, 99, 100, i64::MAX - 1, i64::MAX];
        let texts: Vec<_> = numbers.into_iter().map(text).collect();
        assert!(texts.is_sorted_by(|one, next| one < next), "{texts:?}");
        assert_eq!(
            texts.iter().map(|text| i64::read_sortable(text)).collect::<Option<Vec<_>>>().as_deref(),
            Some(&numbers[..])
        );
        assert!((i8::MIN..i8::MAX).all(|number| text(number) < text(number + 1)));
        assert_eq!((text(42_u8), text(-5_i8)), ("042".to_owned(), "-994".to_owned()));
        assert_eq!(i128::read_sortable(&text(i128::MIN)), Some(i128::MIN));
        assert_eq!(u128::read_sortable(&text(u128::MAX)), Some(u128::MAX));
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "-", "42", "0042", "-04", "4 2", "+42", "999"] {
            assert_eq!(i8::read_sortable(text), None, "{text}");
        }
    }
}
