//! What only all of a model can tell to be wrong: checked when it is compiled.

use crate::{
    key::{Sortable, Sorts},
    schema::{AttributeSchema, ENTITY_FIELD, EntitySchema, IndexSchema, PartKind, VERSION_FIELD},
};

/// Stops the compilation where a flattened document has a field that the item has already: as an identifier, as an
/// attribute, in another document flattened before, or as a key.
#[track_caller]
pub const fn check_flattened(schema: &EntitySchema, position: usize) {
    let fields = schema.attributes[position].flattened;
    let mut at = 0;
    while at < fields.len() {
        check_field(schema, position, fields[at].field);
        at += 1;
    }
}

#[track_caller]
const fn check_field(schema: &EntitySchema, position: usize, name: &str) {
    assert!(
        !is_same_text(name, ENTITY_FIELD) && !is_same_text(name, VERSION_FIELD),
        "a field of this document is stored where the identifiers of every item are: `rename` it"
    );
    let mut other = 0;
    while other < schema.attributes.len() {
        let attribute = &schema.attributes[other];
        assert!(
            !is_same_text(attribute.field, name),
            "a field of this document is stored under the name of another attribute: `rename` one of them"
        );
        assert!(
            other >= position || !has_field(attribute.flattened, name),
            "a field of this document is stored under the name of a field of another flattened document: \
             `rename` one of them"
        );
        other += 1;
    }
    let mut index = 0;
    while index < schema.indexes.len() {
        let IndexSchema { pk, sk, .. } = &schema.indexes[index];
        let is_sk = match sk {
            Some(sk) => is_same_text(sk.field, name),
            None => false,
        };
        assert!(
            !is_sk && !is_same_text(pk.field, name),
            "a field of this document is stored under the name of a key field: `rename` it"
        );
        index += 1;
    }
}

const fn has_field(attributes: &[AttributeSchema], name: &str) -> bool {
    let mut at = 0;
    while at < attributes.len() {
        if is_same_text(attributes[at].field, name) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is_same_text(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Stops the compilation where an attribute is a key field that cannot hold it.
#[track_caller]
pub const fn check_key_field(kind: PartKind, has_text_around: bool) {
    assert!(
        !matches!(kind, PartKind::Bool),
        "a key field cannot be a boolean: leave it out of this key, or give the key a field of its own"
    );
    assert!(
        !has_text_around || matches!(kind, PartKind::Text),
        "this number is the key field itself, where the template puts text around it: give the key a field of its own, or \
         leave the text out"
    );
}

/// Stops the compilation where a `sortable` attribute has no such form; gives the digits of one that is a number.
#[must_use]
pub const fn check_sortable<T: SortableForm>() -> usize {
    T::DIGITS
}

/// A type with a form in keys that sorts as its values do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no sortable form",
    label = "not a number or a date",
    note = "`sortable` is for whole numbers and for dates; text sorts as it is"
)]
pub trait SortableForm {
    /// The digits of a number.
    const DIGITS: usize;
}

#[diagnostic::do_not_recommend]
impl<T: Sorts<Sortable>> SortableForm for T {
    const DIGITS: usize = T::SORTABLE_DIGITS;
}
