//! Documents: maps inside items, with a handle for each of their fields.

use std::{borrow::Cow, fmt, marker::PhantomData, ops::Deref};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    access::Access,
    attribute::Attr,
    place::{Fixed, Path, Place, Root, Segment},
};
use crate::{
    entity::{Entity, FieldWriter},
    schema::{AttributeSchema, EntitySchema},
    value::{Value, ValueError},
};

/// A struct that is stored as a map inside an item: implemented by `#[derive(Document)]`.
///
/// The handle of an attribute of such a type has the handles of its fields as fields of its own, to any depth. What may
/// be done with them follows from both: nothing inside a `read_only` attribute can be changed.
///
/// ```
/// use dynaent::{Document, Entity};
///
/// #[derive(Debug, Clone, PartialEq, Document)]
/// struct Place { lat: f64, lon: f64 }
///
/// #[derive(Debug, Clone, PartialEq, Document)]
/// struct Address { city: String, lines: Vec<String>, place: Option<Place> }
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "shop", name = "Customer", version = "1")]
/// #[index(primary, pk = [id], sk = [])]
/// struct Customer { id: String, address: Address, former: Vec<Address> }
///
/// let c = Customer::attributes();
/// let nearby = c.address.city.eq("Bonn").and(c.address.place.lat.gt(50.0));
/// let first_line = c.address.lines.at(0).begins_with("Am ");
/// // What is behind an element of a list or an entry of a map is told at run time: `field` leads on from there.
/// let moved = c.former.at(0).field(|address| address.place.lat).exists();
/// # let _ = nearby & first_line & moved;
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no document",
    label = "has no fields to go on to",
    note = "derive `dynaent::Document` on a struct to reach its fields"
)]
pub trait Document: Value + 'static {
    /// The fields, as the item stores them.
    #[doc(hidden)]
    const FIELDS: &'static [AttributeSchema];

    /// Writes the fields, cloning what is owned.
    #[doc(hidden)]
    fn write_fields(&self, fields: &mut FieldWriter);

    /// Writes the fields, moving what is owned.
    #[doc(hidden)]
    fn into_fields(self, fields: &mut FieldWriter);

    /// Reads the fields: `take` gives each by its name, if it is there.
    #[doc(hidden)]
    fn read_fields(take: &mut dyn FnMut(&str) -> Option<AttributeValue>) -> Result<Self, ValueError>;

    /// The handles of the fields of a document that is at the place `P` of an `E`, and of which `A` tells the access.
    type Fields<E: Entity, A: Access, P: Fixed>: Handles;
}

/// A document in a box, as one that holds another of its kind has it.
impl<T: Document> Document for Box<T> {
    const FIELDS: &'static [AttributeSchema] = T::FIELDS;

    type Fields<E: Entity, A: Access, P: Fixed> = T::Fields<E, A, P>;

    fn write_fields(&self, fields: &mut FieldWriter) {
        T::write_fields(self, fields);
    }

    fn into_fields(self, fields: &mut FieldWriter) {
        T::into_fields(*self, fields);
    }

    fn read_fields(take: &mut dyn FnMut(&str) -> Option<AttributeValue>) -> Result<Self, ValueError> {
        T::read_fields(take).map(Self::new)
    }
}

/// The handles of a document's fields.
///
/// ```
/// # use dynaent_workspace::*;
/// // `image` is an attribute; the handles of its fields are those of the document `Image`.
/// let a = Article::attributes();
/// let pictured = Article::scan().filter(a.image.url.begins_with("https://"));
/// ```
pub trait Handles: Copy + 'static {
    #[doc(hidden)]
    const HANDLES: &'static Self;
}

/// The handle of a document that is flattened into an item: it has the handles of its fields, as attributes of the item.
///
/// ```
/// use dynaent::{Document, Entity};
///
/// #[derive(Debug, Clone, PartialEq, Document)]
/// struct Audit { editor: String }
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "myapp", name = "Page", version = "1")]
/// #[index(primary, pk = [path], sk = [])]
/// struct Page { path: String, #[attr(flatten)] audit: Audit }
///
/// let by_ada = Page::scan().filter(Page::attributes().audit.editor.eq("ada"));
/// ```
pub struct Flattened<E, T, A>(PhantomData<fn() -> (E, T, A)>);

impl<E, T, A> Flattened<E, T, A> {
    #[doc(hidden)]
    #[allow(clippy::new_without_default)]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E: Entity, T: Document, A: Access> Deref for Flattened<E, T, A> {
    type Target = T::Fields<E, A, Root>;

    fn deref(&self) -> &Self::Target {
        <T::Fields<E, A, Root> as Handles>::HANDLES
    }
}

impl<E, T, A> Clone for Flattened<E, T, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E, T, A> Copy for Flattened<E, T, A> {}

impl<E: Entity, T: Document, A> fmt::Debug for Flattened<E, T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = T::FIELDS.iter().map(|field| field.name);
        write!(f, "{}.{{{}}}", E::SCHEMA.name, fields.collect::<Vec<_>>().join(", "))
    }
}

/// The handle of a document has the handles of its fields.
impl<E: Entity, T: Document, A: Access, P: Fixed> Deref for Attr<E, T, A, P> {
    type Target = T::Fields<E, A, P>;

    fn deref(&self) -> &Self::Target {
        <T::Fields<E, A, P> as Handles>::HANDLES
    }
}

impl<E: Entity, T, A: Access, P: Place> Attr<E, T, A, P> {
    /// The handle of a field, where it is only known at run time which document it is of: one that is an element of a
    /// list or an entry of a map.
    ///
    /// ```
    /// # use dynaent::{Document, Entity};
    /// # #[derive(Debug, Clone, PartialEq, Document)]
    /// # struct Line { sku: String, count: u32 }
    /// # #[derive(Debug, Clone, PartialEq, Entity)]
    /// # #[entity(service = "shop", name = "Order", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Order { id: String, lines: Vec<Line> }
    /// let o = Order::attributes();
    /// let patch = Order::patch().id("1").add(o.lines.at(2).field(|line| line.count), 1);
    /// # assert!(patch.request("app").is_ok());
    /// ```
    pub fn field<U, B, Q: Place>(
        &self,
        pick: impl FnOnce(T::Fields<E, A, Root>) -> Attr<E, U, B, Q>,
    ) -> Attr<E, U, B, Path>
    where
        T: Document,
    {
        let inner = pick(*<T::Fields<E, A, Root> as Handles>::HANDLES);
        let mut path = self.path();
        inner.place.write(E::SCHEMA, &mut path);
        inner.moved(path)
    }
}

/// A field of a document that is at the place `P`: the one of that number in `D`.
///
/// ```
/// # use dynaent_workspace::*;
/// // The handle of a document's field is `Copy`, as that of an attribute is: its place is a type.
/// let url = Article::attributes().image.url;
/// let pictured = Article::scan().filter(url.exists() & url.size().lt(200));
/// ```
pub struct Field<P, D, const N: usize>(PhantomData<fn() -> (P, D)>);

impl<P: Fixed, D: Document, const N: usize> Place for Field<P, D, N> {
    fn write(&self, schema: &'static EntitySchema, path: &mut Path) {
        P::HERE.write(schema, path);
        let field = &D::FIELDS[N];
        path.hidden |= field.hidden;
        path.push(Segment::Name(Cow::Borrowed(field.field)));
    }
}

impl<P: Fixed, D: Document, const N: usize> Fixed for Field<P, D, N> {
    const HERE: Self = Self(PhantomData);
}

impl<P, D, const N: usize> Clone for Field<P, D, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, D, const N: usize> Copy for Field<P, D, N> {}

impl<P, D, const N: usize> fmt::Debug for Field<P, D, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({N})")
    }
}

/// A document as it is stored.
pub fn document_to_attribute<D: Document>(document: &D) -> Result<AttributeValue, ValueError> {
    let mut fields = FieldWriter::default();
    document.write_fields(&mut fields);
    fields.finish()
}

/// The same, moving it.
pub fn document_into_attribute<D: Document>(document: D) -> Result<AttributeValue, ValueError> {
    let mut fields = FieldWriter::default();
    document.into_fields(&mut fields);
    fields.finish()
}

/// The document that is stored.
pub fn document_from_attribute<D: Document>(value: AttributeValue) -> Result<D, ValueError> {
    match value {
        AttributeValue::M(mut fields) => D::read_fields(&mut |field| fields.remove(field)),
        other => Err(ValueError::expected("a map", &other)),
    }
}
