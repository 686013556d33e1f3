//! What the entities of a collection, or of a service, must agree on: checked when the models are compiled.

use super::MemberIndex;
use crate::schema::EntitySchema;

mod index;
mod keys;
mod text;

pub use self::keys::shared_composites;
pub(super) use self::text::Text;
use self::text::{is_same, is_same_but_for_case};

/// Stops the compilation where a member of a collection disagrees with one before it.
#[track_caller]
pub const fn check_member(collection: &str, members: &[MemberIndex], at: usize) {
    let mut before = 0;
    while before < at {
        let pair = Pair { one: members[before], other: members[at] };
        if is_right(pair.one.schema) && is_right(pair.other.schema) {
            check_names(pair.one.schema, pair.other.schema);
            pair.check_collection(collection);
            // The table's own key, which cursors and hydration go by.
            let [one, other] = [MemberIndex::new(pair.one.schema, 0), MemberIndex::new(pair.other.schema, 0)];
            Pair { one, other }.check_index();
        }
        before += 1;
    }
}

/// Stops the compilation where an entity of a service disagrees with one before it.
#[track_caller]
pub const fn check_service(entities: &[&'static EntitySchema], at: usize) {
    let mut before = 0;
    while before < at {
        let (one, other) = (entities[before], entities[at]);
        if is_right(one) && is_right(other) {
            check_entities(one, other);
        }
        before += 1;
    }
}

/// Whether the model compiles: one with errors has no index, and its errors are enough.
const fn is_right(schema: &EntitySchema) -> bool {
    !schema.indexes.is_empty()
}

#[track_caller]
const fn check_entities(one: &'static EntitySchema, other: &'static EntitySchema) {
    if !is_same_but_for_case(one.service, other.service) {
        let advice = "the entities of a table have one `service`";
        disagree(one, other, "belong to two services", [one.service, other.service], advice);
    }
    check_names(one, other);
    check_expiry(one, other);
    let mut here = 0;
    while here < one.indexes.len() {
        let mut there = 0;
        while there < other.indexes.len() {
            let pair = Pair { one: MemberIndex::new(one, here), other: MemberIndex::new(other, there) };
            pair.check_types_of_key_fields();
            if pair.is_one_index() {
                pair.check_index();
            }
            pair.check_collections();
            there += 1;
        }
        here += 1;
    }
}

/// Items of two entities must be told apart: by their names, and by their keys.
#[track_caller]
const fn check_names(one: &EntitySchema, other: &EntitySchema) {
    if is_same(one.name, other.name) && is_same(one.version, other.version) {
        Text::new()
            .and(&["there are two entities `", one.name, "` of version ", one.version])
            .and(&[": give one another `name` or `version`, or leave it out if it is one entity twice"])
            .refuse();
    }
    let names = [
        Text::new().and(&[one.name, "_", one.version]), // As in keys, which are in lower case by default.
        Text::new().and(&[other.name, "_", other.version]),
    ];
    if is_same_but_for_case(names[0].as_str(), names[1].as_str()) {
        Text::new()
            .and(&["the keys of `", one.name, "` of version ", one.version, " and `", other.name, "` of version "])
            .and(&[other.version, " begin alike, so that one item would overwrite another: "])
            .and(&["give one of them another `name` or `version`"])
            .refuse();
    }
}

/// A table has one attribute that says when items expire.
#[track_caller]
const fn check_expiry(one: &EntitySchema, other: &EntitySchema) {
    let (Some(here), Some(there)) = (one.kept.expires_at, other.kept.expires_at) else { return };
    let fields = [one.attributes[here].field, other.attributes[there].field];
    if !is_same(fields[0], fields[1]) {
        let what = "store the time when items expire (`ttl`) in two fields";
        disagree(one, other, what, fields, "a table has one: give both attributes the same `field`");
    }
}

#[track_caller]
const fn disagree(one: &EntitySchema, other: &EntitySchema, what: &str, values: [&str; 2], advice: &str) -> ! {
    Text::new().entities(one, other, ["", ""]).and(&[" ", what, ", "]).values(values).and(&[": ", advice]).refuse()
}

/// An index of each of two entities.
#[derive(Clone, Copy)]
struct Pair {
    one: MemberIndex,
    other: MemberIndex,
}

impl Pair {
    /// Stops the compilation: they share something, and disagree on something about it.
    #[track_caller]
    const fn disagree(self, shared: [&str; 3], what: &str, values: [&str; 2], advice: &str) -> ! {
        Text::new()
            .entities(self.one.schema, self.other.schema, [self.one.index.pattern, self.other.index.pattern])
            .and(&[" share "])
            .and(&shared)
            .and(&[", and disagree on ", what, ", "])
            .values(values)
            .and(&[": ", advice])
            .refuse()
    }
}
