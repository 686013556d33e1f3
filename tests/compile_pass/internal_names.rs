//! Types, constants and attributes with names that derived code could use itself.

#![allow(non_upper_case_globals)]

use dynaent::{Entity, KeyPart};
use serde::{Deserialize, Serialize};

macro_rules! stored {
    ($($name:ident)*) => {$(
        /// A type with a name of the library, of derived code, or of a type parameter.
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        pub struct $name(pub u32);
    )*};
}

stored!(Attributes Values Wrong Schema Attr Assign Value Keys Draft AccessPatterns Q C W S E);

/// A constant with the name of an attribute.
pub const reader: u32 = 1;
/// A constant that a default uses.
pub const SCHEMA: &str = "s";

/// What a default calls.
fn values() -> u32 {
    2
}

/// A status, required: its name is that of its attribute.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub enum Status {
    /// Open.
    Open,
}

/// An entity.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Thing", version = "1")]
#[index(primary, pk = [status], sk = [key])]
#[index(by_q, gsi = "gsi1", pk = [value], sk = [q_part])]
pub struct Thing {
    /// Its type has the attribute's name.
    pub status: Status,
    /// As a variable of derived code.
    pub key: String,
    /// As a variable of derived code.
    pub value: String,
    /// In a key, by its type.
    pub q_part: Status,
    /// Types of the user's.
    pub attributes: Attributes,
    /// Types of the user's.
    pub own_values: Values,
    /// Types of the user's.
    pub wrong: Wrong,
    /// Types of the user's.
    pub schema: Schema,
    /// Types of the user's.
    pub attr: Attr,
    /// Types of the user's.
    pub assign: Assign,
    /// Types of the user's.
    pub stored: Value,
    /// Types of the user's.
    pub keys: Keys,
    /// Types of the user's.
    pub draft: Draft,
    /// Types of the user's.
    pub patterns: AccessPatterns,
    /// Types of the user's.
    pub q: Q,
    /// Types of the user's.
    pub c: C,
    /// Types of the user's.
    pub w: W,
    /// Types of the user's.
    pub s: S,
    /// Types of the user's.
    pub e: E,
    /// As a variable of derived code, and as a constant.
    pub reader: Option<u32>,
    /// As a variable of derived code.
    #[attr(default = values())]
    pub values: u32,
    /// As a variable of derived code.
    #[attr(default = SCHEMA)]
    pub defaulted: String,
}

#[test]
fn the_users_names_win() {
    let thing = Thing::create()
        .status(Status::Open)
        .key("k")
        .value("v")
        .q_part(Status::Open)
        .attributes(Attributes(1))
        .own_values(Values(1))
        .wrong(Wrong(1))
        .schema(Schema(1))
        .attr(Attr(1))
        .assign(Assign(1))
        .stored(Value(1))
        .keys(Keys(1))
        .draft(Draft(1))
        .patterns(AccessPatterns(1))
        .q(Q(1))
        .c(C(1))
        .w(W(1))
        .s(S(1))
        .e(E(1))
        .reader(reader);
    assert!(thing.request("app").is_ok());
    assert!(Thing::query().by_q().value("v").q_part(Status::Open).request("app").is_ok());
}
