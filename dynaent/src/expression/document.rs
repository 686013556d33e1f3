//! Documents: maps inside items, with a handle for each of their fields.

use std::ops::Deref;

use super::{
    access::Access,
    attribute::Attr,
    place::{Fixed, Path, Place, Whole},
};
use crate::{entity::Entity, schema::AttributeSchema, value::Value};

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

    /// The handles of the fields of a document that is at the place `P` of an `E`, and of which `A` tells the access.
    type Fields<E: Entity, A: Access, P: Fixed>: Handles;
}

/// The handles of a document's fields.
pub trait Handles: Copy + 'static {
    #[doc(hidden)]
    const HANDLES: &'static Self;
}

/// The handle of a document has the handles of its fields.
impl<E: Entity, T: Document, A: Access, P: Fixed> Deref for Attr<E, T, A, P> {
    type Target = T::Fields<E, A, P>;

    fn deref(&self) -> &Self::Target {
        <T::Fields<E, A, P> as Handles>::HANDLES
    }
}

impl<E: Entity, T: Document, A: Access, P: Place> Attr<E, T, A, P> {
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
        pick: impl FnOnce(T::Fields<E, A, Whole>) -> Attr<E, U, B, Q>,
    ) -> Attr<E, U, B, Path> {
        let inner = pick(*<T::Fields<E, A, Whole> as Handles>::HANDLES);
        let mut path = self.path();
        inner.place.write(E::SCHEMA, &mut path);
        inner.moved(path)
    }
}
