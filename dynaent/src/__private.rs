//! What derived code refers to. Not part of the public API: it changes with any release.

mod builders;

use crate::error::{AttributeProblem, Error};

pub use self::builders::{Answering, Given, IsSet, Writes, read_all, read_first, read_page};
pub use crate::{
    __builders as builders,
    cursor::StartAfter,
    entity::{Entity, FieldWriter, ItemReader, ItemWriter, decode, read_field, read_optional_field},
    error::AttributeError,
    error::Result,
    expression::{
        Access, Assign, Attr, Changeable, Composite, Computable, Condition, Document, Field, Fixed, Flattened, Handles,
        Operand, Optional, Place, PrimaryKey, ReadOnly, Removable, Required, Root, Top, Values,
        document_from_attribute, document_into_attribute, document_to_attribute,
    },
    key::{AsNumber, AsStored, Filled, KeyPart, Padded, PartOf, Sortable, Sorts, TextPart, write_text},
    operation::{
        Addable, Addend, Always, Begin, Consistent, Delete, Get, Global, IfAbsent, IfExists, Included, KeyOperation,
        KeysOnly, New, Old, Outcome, Put, Query, Reading, Ready, Scan, SortKey, Strong, Subtrahend, Update, UpdatedNew,
        UpdatedOld, Upsert,
    },
    page::Page,
    schema::{
        AttributeSchema, Casing, ENTITY_FIELD, EntitySchema, IndexKind, IndexSchema, KeyComposite, KeySide, PartKind,
        Projection, Role, VERSION_FIELD, Watch,
    },
    table::Table,
    value::{
        Codec, ExpiryTime, Hooks, Item, List, Measured, Numeric, Ordered, Pick, PickSerde, PickUnstorable, PickValue,
        Textual, Timestamp, Value, ValueError, Verdict, VersionNumber, hooked,
    },
};
pub use aws_sdk_dynamodb::{
    operation::query::{QueryInput, builders::QueryInputBuilder},
    types::AttributeValue,
};
// Without these, derived code would see what the user's crate has under the names.
pub use std::{
    boxed::Box,
    convert::{Into, identity},
    default::Default,
    marker::{PhantomData, Send, Sync},
    ops::{Deref, FnOnce},
    option::Option,
    string::String,
    vec::Vec,
};

/// Fills in the model's default where a builder has no value.
pub fn or_default<T>(
    value: &mut Option<T>,
    attribute: usize,
    defaulted: &mut dyn FnMut(usize),
    default: impl FnOnce() -> T,
) {
    value.get_or_insert_with(|| {
        defaulted(attribute);
        default()
    });
}

/// The error of a builder that lacks a value, which its type rules out.
#[cold]
pub fn incomplete(schema: &EntitySchema) -> Error {
    let required = schema.attributes.iter().filter(|attribute| attribute.required && !attribute.default);
    let missing =
        |attribute: &AttributeSchema| AttributeError { attribute: attribute.name, problem: AttributeProblem::Missing };
    Error::Attributes { entity: schema.name, failed: required.map(missing).collect() }
}

/// An attribute that a condition looks at, of what an update knows.
pub fn known<T>(
    stored: &dyn Fn(usize) -> Option<AttributeValue>,
    schema: &EntitySchema,
    attribute: usize,
    codec: impl Codec<T>,
) -> Result<T, AttributeError> {
    let failed = |problem| AttributeError { attribute: schema.attributes[attribute].name, problem };
    let value = stored(attribute).ok_or_else(|| failed(AttributeProblem::Missing))?;
    codec.decode(value).map_err(|error| failed(AttributeProblem::Value(error)))
}

/// A type inside another one: what it can do.
pub struct Within<'a, T>(std::marker::PhantomData<&'a T>);

impl<T: Ordered> Ordered for Within<'_, T> {}
impl<T: Numeric> Numeric for Within<'_, T> {}
impl<T: Textual> Textual for Within<'_, T> {}
impl<T: Measured> Measured for Within<'_, T> {}

/// As [`known`], of an attribute that may be absent.
pub fn known_optional<T>(
    stored: &dyn Fn(usize) -> Option<AttributeValue>,
    schema: &EntitySchema,
    attribute: usize,
    codec: impl Codec<T>,
) -> Result<Option<T>, AttributeError> {
    if stored(attribute).is_none() { Ok(None) } else { known(stored, schema, attribute, codec).map(Some) }
}

/// A value that was computed, as it is stored.
pub fn computed<T>(
    value: Option<T>,
    schema: &EntitySchema,
    attribute: usize,
    codec: impl Codec<T>,
) -> Result<Option<AttributeValue>, AttributeError> {
    let failed = |error| AttributeError {
        attribute: schema.attributes[attribute].name,
        problem: AttributeProblem::Value(error),
    };
    value.map(|value| codec.store_owned(value)).transpose().map_err(failed)
}

/// A document as a part of an item.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be flattened: it is no document",
    label = "not a document",
    note = "derive `dynaent::Document` on it"
)]
pub trait Flatten: Sized {
    /// Its fields.
    const FIELDS: &'static [AttributeSchema];
    /// Writes the fields, cloning what is owned.
    fn write(&self, item: &mut ItemWriter);
    /// Writes the fields, moving what is owned.
    fn write_owned(self, item: &mut ItemWriter);
    /// Reads the fields out of what the entity's own attributes leave.
    fn read(item: &mut ItemReader, slot: &mut Option<Self>, rest: &mut Item);
}

#[diagnostic::do_not_recommend]
impl<D: Document> Flatten for D {
    const FIELDS: &'static [AttributeSchema] = <D as Document>::FIELDS;

    fn write(&self, item: &mut ItemWriter) {
        let mut fields = FieldWriter::default();
        self.write_fields(&mut fields);
        item.flatten(fields, D::FIELDS);
    }

    fn write_owned(self, item: &mut ItemWriter) {
        let mut fields = FieldWriter::default();
        self.into_fields(&mut fields);
        item.flatten(fields, D::FIELDS);
    }

    fn read(item: &mut ItemReader, slot: &mut Option<Self>, rest: &mut Item) {
        item.flattened(slot, D::read_fields(&mut |field| rest.remove(field)), D::FIELDS);
    }
}

/// Stops the compilation where a flattened document has a field that the entity stores itself.
/// `own` is where the entity stores its own attributes, `others` the documents that are flattened before this one.
pub const fn check_flattened(
    schema: &EntitySchema,
    own: &[&str],
    others: &[&[AttributeSchema]],
    fields: &[AttributeSchema],
) {
    let mut field = 0;
    while field < fields.len() {
        let name = fields[field].field;
        assert!(
            !is_same_text(name, ENTITY_FIELD) && !is_same_text(name, VERSION_FIELD),
            "a field of this document is stored where the identifiers of every item are: `rename` it"
        );
        let mut at = 0;
        while at < own.len() {
            assert!(
                !is_same_text(own[at], name),
                "a field of this document is stored under the name of another attribute: `rename` one of them"
            );
            at += 1;
        }
        let mut other = 0;
        while other < others.len() {
            let mut at = 0;
            while at < others[other].len() {
                assert!(
                    !is_same_text(others[other][at].field, name),
                    "a field of this document is stored under the name of a field of another flattened document: \
                     `rename` one of them"
                );
                at += 1;
            }
            other += 1;
        }
        let mut index = 0;
        while index < schema.indexes.len() {
            let schema = &schema.indexes[index];
            let is_sk = match &schema.sk {
                Some(sk) => is_same_text(sk.field, name),
                None => false,
            };
            assert!(
                !is_sk && !is_same_text(schema.pk.field, name),
                "a field of this document is stored under the name of a key field: `rename` it"
            );
            index += 1;
        }
        field += 1;
    }
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

/// Stops the compilation where a `sortable` attribute has no such form.
pub const fn check_sortable<T: SortableForm>() {}

/// A type with a form in keys that sorts as its values do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no sortable form",
    label = "not a number or a date",
    note = "`sortable` is for whole numbers and for dates; text sorts as it is"
)]
pub trait SortableForm {}

#[diagnostic::do_not_recommend]
impl<T: Sorts<Sortable>> SortableForm for T {}

/// A value for an attribute that Dynaent keeps itself. Implemented by nothing.
#[diagnostic::on_unimplemented(
    message = "this attribute cannot be given: Dynaent keeps it itself",
    label = "leave this out",
    note = "attributes with `updated_at`, `version` or `watch` have their values from Dynaent"
)]
pub trait NotKept {}

/// Whether a text is another one, lower-cased or upper-cased.
pub fn is_cased(text: &str, name: &str) -> bool {
    text == name.to_lowercase() || text == name.to_uppercase()
}
