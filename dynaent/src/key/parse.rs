//! Taking the text of a key apart.

use super::End;
use crate::schema::KeySide;

/// The values in a key of the side, in the order of its composites; none if the key is only its prefix and the first
/// label, as that of an item without them can be. `None` if it is no key of the side.
pub(crate) fn parse<'a>(side: &KeySide, key: &'a str) -> Option<Vec<&'a str>> {
    let mut rest = key.strip_prefix(side.prefix)?;
    let Some(first) = side.composites.first() else { return (rest == side.postfix).then(Vec::new) };
    if rest == first.label {
        return Some(Vec::new());
    }
    let mut values = Vec::with_capacity(side.composites.len());
    for (position, composite) in side.composites.iter().enumerate() {
        rest = rest.strip_prefix(composite.label)?;
        let value = End::of(side, position).value(rest).filter(|value| !value.is_empty())?;
        values.push(value);
        rest = &rest[value.len()..];
    }
    Some(values)
}
