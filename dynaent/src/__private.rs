//! What derived code refers to. Not part of the public API: it changes with any release.

mod builders;
mod checks;
mod writes;

use crate::error::{AttributeProblem, Error};

pub use self::{
    builders::{Given, IsSet, given},
    checks::{SortableForm, check_flattened, check_key_field, check_sortable},
    writes::Writes,
};
pub use crate::{
    __builders as builders,
    collection::{
        Collection, Covers, InOrderAs, IndexKindOf, KindOf, List as CollectionList, MadeOf, Member, MemberIndex,
        Otherwise, Probe, Probed, Shared, SharesComposite, check_member, check_service, checked_list, hash, kind_of,
        shared_composites,
    },
    cursor::StartAfter,
    entity::{Entities, Entity, Expired, FieldWriter, ItemReader, ItemWriter, decode, read_field, read_optional_field},
    error::AttributeError,
    error::Result,
    expression::{
        Access, Assign, Attr, Changeable, Composite, Computable, Condition, Document, Field, Fixed, Flattened, Handles,
        Operand, Optional, Place, PrimaryKey, ReadOnly, Removable, Required, Root, Top, Values,
        document_from_attribute, document_into_attribute, document_to_attribute,
    },
    key::{
        AsNumber, AsStored, Filled, InOrder, KeyOperation, KeyPart, Nth, OnItem, Padded, PartOf, Ready, SortKey,
        SortOperation, Sortable, Sorts, TextPart, write_text,
    },
    operation::{
        Addable, Addend, Always, Answering, BatchGet, BatchWrite, Begin, CollectionQuery, Counts, Delete, Each,
        Element, Export, Filtered, Find, Get, IfAbsent, IfExists, InOrderOf, New, Old, Outcome, Put, Query, Querying,
        Rewrite, Rewritten, Scan, Scans, Sequential, Source, Subtrahend, Update, UpdatedNew, UpdatedOld, Upsert,
        Waiting, Whole,
    },
    page::Page,
    reading::{Consistent, Global, Included, KeysOnly, Projected, Strong},
    schema::{
        AttributeSchema, Casing, ENTITY_FIELD, EntitySchema, IndexKind, IndexSchema, KeyComposite, KeySide, PartKind,
        Projection, Role, VERSION_FIELD, Watch,
    },
    service::{Holds, Mixed, Service, decode as decode_any},
    table::Table,
    value::{
        Codec, ExpiryTime, Hooks, Item, List, Measured, Numeric, Ordered, Pick, PickSerde, PickUnstorable, PickValue,
        StoredType, Textual, Timestamp, Value, ValueError, Verdict, VersionNumber, hooked,
    },
};
pub use aws_sdk_dynamodb::{
    operation::query::{QueryInput, builders::QueryInputBuilder},
    types::AttributeValue,
};
pub use futures_util::stream::BoxStream;
// Without these, derived code would see what the user's crate has under the names.
pub use std::{
    boxed::Box,
    convert::{Into, identity},
    default::Default,
    marker::{PhantomData, Send, Sync},
    ops::{Deref, Fn, FnMut, FnOnce},
    option::Option::{self, None, Some},
    string::String,
    vec::Vec,
};

/// The handle of an attribute of the item itself: the one at this place.
pub type Handle<E, T, A, const AT: usize> = Attr<E, T, A, Top<AT>>;

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
    match stored(attribute) {
        Some(value) => codec.stored(value).map_err(|error| failed(AttributeProblem::Value(error))),
        None => codec.absent().ok_or_else(|| failed(AttributeProblem::Missing)),
    }
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
    match value.map(|value| codec.store_owned(value)).transpose() {
        // A set that is empty is none.
        Err(error) if error.is_empty_set() && schema.attributes[attribute].required => Ok(None),
        stored => stored.map_err(failed),
    }
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
