//! Types, constants and fields with names that the derived code of keys could use itself.

#![allow(non_upper_case_globals, non_camel_case_types)]

use dynaent::{Entity, KeyPart};

macro_rules! parts {
    ($($name:ident)*) => {$(
        /// A type with a name of the schema, of a type parameter, or of a place in a key.
        #[derive(Debug, Clone, PartialEq, KeyPart)]
        pub struct $name(pub u32);
    )*};
}

parts!(S A C I K X P P_ C_ Q_ AsText Padded Sorts PartKind Condition KeyPart_);

/// As a variable of derived code.
pub const key: &str = "k";
/// As a variable of derived code.
pub const stored: &str = "s";

/// A condition with the name of a method that asks it.
fn admits(sortable: &S, index: &I) -> bool {
    sortable.0 > 0 && index.0 > 0
}

/// An entity.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Thing", version = "1")]
#[index(primary, pk = [sortable], sk(template = "${index}#${key}"))]
#[index(stored, gsi = "gsi1", pk = [sortable], sk = [index], condition(admits, of = [sortable, index]))]
#[index(key, gsi = "gsi2", multi_attribute, pk = [attribute, item], sk = [k])]
#[index(index, gsi = "gsi3", pk(composite = [a], cast = "number"), sk(template = "${x}"), projection = keys_only)]
#[index(value, gsi = "gsi4", pk(field = "own", composite = [own]), sk = [p, p_, c])]
pub struct Thing {
    /// As a parameter.
    #[attr(sortable)]
    pub sortable: S,
    /// As a parameter, an index and a constant.
    #[attr(padding(3, "0"))]
    pub index: I,
    /// As a parameter, an index and a constant.
    pub key: String,
    /// As a parameter and an index.
    pub stored: String,
    /// As a parameter and an index.
    pub value: P,
    /// As a parameter.
    pub attribute: KeyPart_,
    /// As a parameter.
    pub item: PartKind,
    /// A short name.
    pub k: K,
    /// A short name.
    pub a: A,
    /// A short name.
    pub x: X,
    /// A short name.
    pub own: Sorts,
    /// A short name.
    pub p: Option<C_>,
    /// A short name.
    #[attr(sortable)]
    pub p_: Option<P_>,
    /// A short name.
    #[attr(padding(2, "0"))]
    pub c: Option<C>,
    /// Types of the user's.
    pub others: Option<AsText>,
    /// Types of the user's.
    #[attr(field = "pad")]
    pub padded: Option<Padded>,
    /// Types of the user's.
    pub q_: Option<Q_>,
    /// Types of the user's.
    pub condition: Option<Condition>,
}

#[test]
fn the_users_names_win() {
    let thing = Thing::create().sortable(S(1)).index(I(1)).key(key).stored(stored).value(P(1)).attribute(KeyPart_(1));
    let thing = thing.item_(PartKind(1)).k(K(1)).a(A(1)).x(X(1)).own(Sorts(1)).p(C_(1)).p_(P_(1)).c(C(1));
    let thing = thing.others(AsText(1)).padded(Padded(1)).q_(Q_(1)).condition_(Condition(1));
    assert!(thing.request("app").is_ok());
    assert!(Thing::get().sortable(S(1)).index(I(1)).key("k").request("app").is_ok());
    assert!(Thing::query().stored().sortable(S(1)).index(I(1)).request("app").is_ok());
    assert!(Thing::query().key().attribute(KeyPart_(1)).item(PartKind(1)).k(K(1)).request("app").is_ok());
    assert!(Thing::query().index().a(A(1)).x(X(1)).request("app").is_ok());
    assert!(Thing::query().value().own(Sorts(1)).p(C_(1)).p_(P_(1)).c(C(1)).request("app").is_ok());
}
