//! Documents: their names, their types, their places.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dynaent::{Document, Entity, KeyPart, all};

/// Types and modules with names that derived code could use.
pub mod shadowed {
    macro_rules! shadows {
        ($($name:ident)*) => {$(
            /// Not the prelude's.
            pub struct $name;
        )*};
    }

    shadows!(Option Result String Vec Box Some None Ok Err Default Clone Copy Send Sync Fn FnMut FnOnce From Into Self_);
    shadows!(Document Handles Attr Value Codec Field Root A E P Wrong PhantomData Deref Item);

    /// Not std's.
    pub mod core {}
    /// Not std's.
    pub mod std {}

    /// A place.
    #[derive(dynaent::Document)]
    #[document(rename_all = "camelCase")]
    pub struct Place {
        /// A required field.
        pub post_code: ::std::string::String,
        /// An optional field.
        pub floor: ::core::option::Option<u32>,
        /// A default.
        #[attr(default)]
        pub visits: u64,
        /// A default that is an expression.
        #[attr(default = 1_u8)]
        pub rooms: u8,
        /// Never read.
        #[attr(hidden)]
        pub code: ::core::option::Option<u32>,
        /// Checked, and changed when it is read.
        #[attr(validate = is_even, on_read = half)]
        pub even: u32,
    }

    fn is_even(number: &u32) -> bool {
        number.is_multiple_of(2)
    }

    fn half(number: u32) -> u32 {
        number / 2
    }

    /// A house.
    #[derive(dynaent::Entity)]
    #[entity(service = "app", name = "House", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    pub struct House {
        /// The id.
        pub id: ::std::string::String,
        /// A document.
        pub place: Place,
        /// An optional document.
        pub second: ::core::option::Option<Place>,
        /// Two documents in one item.
        #[attr(flatten)]
        pub flat: Place,
        /// A computed attribute.
        #[attr(watch = [id, second], on_write = count)]
        pub count: usize,
        /// One that is computed when it is read.
        #[attr(watch = [id], on_read = length)]
        pub length: ::core::option::Option<usize>,
        /// When it was made.
        #[attr(created_at)]
        pub made: u64,
        /// When it was changed.
        #[attr(updated_at)]
        pub changed: ::core::option::Option<i64>,
        /// The version.
        #[attr(version)]
        pub version: u32,
        /// When it expires.
        #[attr(ttl)]
        pub expires: ::core::option::Option<u64>,
    }

    fn count(id: &str, second: ::core::option::Option<&Place>) -> usize {
        id.len() + usize::from(second.is_some())
    }

    fn length(id: &str) -> ::core::option::Option<usize> {
        ::core::option::Option::Some(id.len())
    }
}

/// A document with fields named as the methods and variables of handles and of derived code.
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Names {
    /// A keyword.
    pub r#type: String,
    /// A keyword.
    pub r#match: Option<u32>,
    /// As a method of a handle.
    pub at: Vec<String>,
    /// As a method of a handle.
    pub key: BTreeMap<String, u32>,
    /// As a method of a handle.
    pub field: String,
    /// As a method of a handle.
    pub eq: u32,
    /// As a method of a handle.
    pub schema: u32,
    /// As a method of a handle.
    pub size: u32,
    /// As a variable of derived code.
    pub fields: u32,
    /// As a variable of derived code.
    pub take: u32,
    /// As a method of `Deref`.
    pub deref: u32,
    /// As a method of `Clone`.
    pub clone: u32,
}

/// A document in itself, and documents in lists and maps.
#[derive(Debug, Clone, PartialEq, Document)]
#[allow(non_camel_case_types)]
pub struct r#struct {
    /// In a list, it may hold itself.
    pub others: Vec<r#struct>,
    /// In a map.
    pub named: HashMap<String, Names>,
    /// A document inside.
    pub inner: Names,
    /// An optional one.
    pub maybe: Option<Names>,
    /// Through serde.
    pub pair: (u32, String),
    /// A set.
    pub tags: BTreeSet<String>,
    /// A key part.
    pub id: Id,
}

/// An id.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub struct Id(String);

#[derive(Debug, Clone, PartialEq, Document)]
struct Private {
    secret: String,
    r#in: Option<u8>,
}

/// An entity with public and private documents.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Thing", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_names, gsi = "gsi1", pk = [id], sk = [], condition(Thing::has_names, of = [names]))]
pub struct Thing {
    /// The id.
    pub id: String,
    /// A document.
    pub r#struct: r#struct,
    /// A document on which an index depends.
    pub names: Option<Names>,
    /// A private document in a private field.
    private: Private,
    /// Its fields are the item's, though one has the attribute's name.
    #[attr(flatten)]
    secret: Private,
    /// Its fields are the item's, and fixed.
    #[attr(flatten, read_only)]
    pub flat: Flat,
}

/// Its field has the name of the attribute that flattens it.
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Flat {
    /// As the attribute.
    pub flat: u32,
}

impl Thing {
    fn has_names(names: Option<&Names>) -> bool {
        names.is_some()
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Private", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct PrivateThing {
    id: String,
    names: Names,
    private: Private,
}

macro_rules! document {
    ($name:ident, $field:ident: $ty:ty, $default:expr) => {
        /// A document out of a macro.
        #[derive(Debug, Clone, PartialEq, dynaent::Document)]
        pub struct $name {
            /// A field.
            #[attr(default = $default)]
            pub $field: $ty,
            /// An optional one.
            pub other: Option<$ty>,
        }
    };
}

document!(FromMacro, city: String, "Bonn");

/// The library under another name.
pub mod facade {
    pub use dynaent as modelling;

    /// A document.
    #[derive(Debug, Clone, PartialEq, self::modelling::Document)]
    #[document(crate = self::modelling)]
    pub struct Note {
        /// The text.
        pub text: String,
    }
}

#[test]
fn handles_lead_on() {
    let t = Thing::attributes();
    let conditions = all([
        t.r#struct.inner.r#type.eq("a"),
        t.r#struct.inner.at.at(0).eq("a"),
        t.r#struct.inner.key.key("a").gt(1),
        t.r#struct.inner.eq.eq(1),
        t.r#struct.inner.deref.eq(t.r#struct.inner.clone),
        t.r#struct.maybe.r#match.exists(),
        t.r#struct.named.key("a").field(|names| names.field).begins_with("b"),
        t.r#struct.others.at(0).field(|inner| inner.inner.size).lt(3),
        t.r#struct.id.begins_with("i"),
        t.r#struct.size().gt(3_u64),
        t.names.schema.ne(3),
        t.private.secret.eq("x"),
        t.secret.secret.eq("x"),
        t.flat.flat.eq(1),
    ]);
    assert!(Thing::scan().filter(conditions).request("app").is_ok());
    let p = PrivateThing::attributes();
    let patch = PrivateThing::patch().id("1").set(p.names.take, 1).remove(p.private.r#in).add(p.names.fields, 1);
    assert!(patch.request("app").is_ok());
}

#[test]
fn the_preludes_are_meant() {
    let h = shadowed::House::attributes();
    let patch = shadowed::House::patch().id("h").set(h.place.post_code, "53111").add(h.place.visits, 1);
    assert!(patch.set(h.flat.rooms, 2).known(h.second, None).request("app").is_ok());
}

#[test]
fn documents_come_out_of_macros_and_functions() {
    #[derive(Debug, Clone, PartialEq, Document)]
    struct Local {
        city: FromMacro,
        note: facade::Note,
    }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Local", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Holder {
        id: String,
        local: Local,
    }

    let h = Holder::attributes();
    let local = Local { city: FromMacro { city: "Bonn".into(), other: None }, note: facade::Note { text: "t".into() } };
    assert!(Holder::put().item(Holder { id: "1".into(), local }).request("app").is_ok());
    let filter = h.local.city.city.eq("Bonn") & h.local.note.text.contains("t");
    assert!(Holder::scan().filter(filter).request("app").is_ok());
}
