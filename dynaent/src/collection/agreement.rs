//! What the entities of a collection, or of a service, must agree on: checked when the models are compiled.

use super::MemberIndex;
use crate::schema::{EntitySchema, IndexKind, IndexSchema, KeyComposite, KeyKind, KeySide, PartKind, Projection};

mod text;

use self::text::{Text, is_same, is_same_but_for_case};

/// Stops the compilation where a member of a collection disagrees with one before it.
#[track_caller]
pub const fn check_member(collection: &str, members: &[MemberIndex], at: usize) {
    let mut before = 0;
    while before < at {
        check_identity(members[before].schema, members[at].schema);
        before += 1;
    }
    if at > 0 {
        check_indexes(collection, &members[0], &members[at]);
    }
}

/// With how many composites of the sort key, in order, all members begin.
#[must_use]
pub const fn shared_composites(members: &[MemberIndex]) -> usize {
    let first = members[0].index;
    // In other indexes, what tells the entities apart comes before.
    if !first.clustered && !first.multi_attribute {
        return 0;
    }
    let mut shared = 0;
    while shared < super::MAX_SHARED {
        let mut at = 0;
        while at < members.len() {
            let (Some(one), Some(other)) = (&first.sk, &members[at].index.sk) else { return shared };
            if !is_same_composite((members[0].schema, one), (members[at].schema, other), shared) {
                return shared;
            }
            at += 1;
        }
        shared += 1;
    }
    shared
}

/// Stops the compilation where an entity of a service disagrees with one before it.
#[track_caller]
pub const fn check_service(entities: &[&EntitySchema], at: usize) {
    let other = entities[at];
    let mut before = 0;
    while before < at {
        let one = entities[before];
        if !is_same_but_for_case(one.service, other.service) {
            disagree(one, other, "belong to two services", one.service, other.service);
        }
        check_identity(one, other);
        check_expiry(one, other);
        let mut index = 0;
        while index < one.indexes.len() {
            let mut other_index = 0;
            while other_index < other.indexes.len() {
                let (here, there) = (&one.indexes[index], &other.indexes[other_index]);
                check_fields((one, here), (other, there));
                check_collections((one, here), (other, there));
                other_index += 1;
            }
            index += 1;
        }
        before += 1;
    }
}

/// Items of two entities must be told apart: by their names, and by their keys.
#[track_caller]
const fn check_identity(one: &EntitySchema, other: &EntitySchema) {
    let (here, there) =
        (Text::new().and(&[one.name, "_", one.version]), Text::new().and(&[other.name, "_", other.version]));
    if is_same_but_for_case(here.as_str(), there.as_str()) {
        Text::new()
            .and(&["`", one.name, "` of version ", one.version, " and `", other.name, "` of version ", other.version])
            .and(&["` cannot share a table: their keys begin alike, and one would overwrite the other; give one another name or version"])
            .refuse();
    }
}

/// A table has one attribute that says when items expire.
#[track_caller]
const fn check_expiry(one: &EntitySchema, other: &EntitySchema) {
    if let (Some(here), Some(there)) = (one.kept.expires_at, other.kept.expires_at) {
        let (here, there) = (one.attributes[here].field, other.attributes[there].field);
        if !is_same(here, there) {
            disagree(
                one,
                other,
                "keep the time when items expire (`ttl`) under two names, of which a table has one",
                here,
                there,
            );
        }
    }
}

/// An index has one set of key fields, and holds the same of all items; a field has one type.
#[track_caller]
const fn check_fields((one, here): (&EntitySchema, &IndexSchema), (other, there): (&EntitySchema, &IndexSchema)) {
    let mut at = 0;
    while let Some((field, kind)) = key_field(one, here, at) {
        let mut other_at = 0;
        while let Some((other_field, other_kind)) = key_field(other, there, other_at) {
            if is_same(field, other_field) && kind as u8 != other_kind as u8 {
                let names = [kind_name(kind), kind_name(other_kind)];
                Text::new()
                    .and(&["`", one.name, "` (", here.pattern, ") and `", other.name, "` (", there.pattern])
                    .and(&[
                        ") cannot share a table: the key field `",
                        field,
                        "` is ",
                        names[0],
                        " in one and ",
                        names[1],
                    ])
                    .and(&[" in the other"])
                    .refuse();
            }
            other_at += 1;
        }
        at += 1;
    }
    if !is_same(name(here), name(there)) {
        return;
    }
    let mut at = 0;
    loop {
        let fields = (key_field(one, here, at), key_field(other, there, at));
        let fields = match fields {
            (None, None) => break,
            (Some((field, _)), Some((other_field, _))) => [field, other_field],
            (Some((field, _)), None) => [field, "nothing"],
            (None, Some((field, _))) => ["nothing", field],
        };
        if !is_same(fields[0], fields[1]) {
            index_differs((one, here), (other, there), "its key fields", fields);
        }
        at += 1;
    }
    let kinds = [kind_of_index(here), kind_of_index(there)];
    if !is_same(kinds[0], kinds[1]) {
        index_differs((one, here), (other, there), "its kind", kinds);
    }
    let held = [held(here), held(there)];
    if !is_same(held[0], held[1]) {
        index_differs((one, here), (other, there), "what it holds (`projection`)", held);
    }
}

/// A collection is one query, of one index.
#[track_caller]
const fn check_collections((one, here): (&EntitySchema, &IndexSchema), (other, there): (&EntitySchema, &IndexSchema)) {
    let mut at = 0;
    while at < here.collections.len() {
        let collection = here.collections[at];
        if position(there.collections, collection).is_some() {
            check_indexes_of(collection, (one, here), (other, there));
        }
        at += 1;
    }
}

#[track_caller]
const fn check_indexes(collection: &str, one: &MemberIndex, other: &MemberIndex) {
    check_indexes_of(collection, (one.schema, one.index), (other.schema, other.index));
}

/// The keys of two members must be alike up to where the entities are told apart.
#[track_caller]
const fn check_indexes_of(collection: &str, one: (&EntitySchema, &IndexSchema), other: (&EntitySchema, &IndexSchema)) {
    let (here, there) = (one.1, other.1);
    if !is_same(name(here), name(there)) {
        return differs(collection, one, other, "the indexes", [name_or_table(here), name_or_table(there)]);
    }
    if !is_same(one.0.service, other.0.service) && !is_same(here.pk.prefix, there.pk.prefix) {
        return differs(collection, one, other, "the services", [one.0.service, other.0.service]);
    }
    let clustered = [is_clustered(here), is_clustered(there)];
    if !is_same(clustered[0], clustered[1]) {
        return differs(collection, one, other, "the orders of the entities", clustered);
    }
    if here.multi_attribute != there.multi_attribute {
        let kinds = if here.multi_attribute { ["attributes", "text"] } else { ["text", "attributes"] };
        return differs(collection, one, other, "the forms of the keys", kinds);
    }
    check_side(collection, one, other, "the partition keys", &here.pk, &there.pk, true);
    if let (Some(sk), Some(other_sk)) = (&here.sk, &there.sk) {
        check_side(collection, one, other, "the sort keys", sk, other_sk, false);
    }
    let mut at = 0;
    while at < here.collections.len() && at < there.collections.len() {
        if !is_same(here.collections[at], there.collections[at]) {
            let names = [here.collections[at], there.collections[at]];
            return differs(collection, one, other, "the collections around it", names);
        }
        if is_same(here.collections[at], collection) {
            break;
        }
        at += 1;
    }
    let held = [held(here), held(there)];
    if !is_same(held[0], held[1]) {
        differs(collection, one, other, "what the indexes hold (`projection`)", held);
    }
    check_attributes(collection, one, other);
}

/// One side of the key; of a sort key, its composites need not be the same.
#[track_caller]
const fn check_side(
    collection: &str,
    one: (&EntitySchema, &IndexSchema),
    other: (&EntitySchema, &IndexSchema),
    what: &str,
    here: &KeySide,
    there: &KeySide,
    whole: bool,
) {
    if !is_same(here.field, there.field) {
        differs(collection, one, other, Text::new().and(&["the fields of ", what]).as_str(), [here.field, there.field]);
    }
    let casings = [casing(here), casing(there)];
    if !is_same(casings[0], casings[1]) {
        differs(collection, one, other, Text::new().and(&["the casings of ", what]).as_str(), casings);
    }
    if !whole {
        return;
    }
    if !is_same(here.prefix, there.prefix) {
        differs(
            collection,
            one,
            other,
            "the beginnings (`scope`, `template`) of the partition keys",
            [here.prefix, there.prefix],
        );
    }
    let mut at = 0;
    while at < here.composites.len() || at < there.composites.len() {
        if !is_same_composite((one.0, here), (other.0, there), at) {
            let names = [composite(one.0, here, at), composite(other.0, there, at)];
            if !is_same(names[0], names[1]) {
                return differs(collection, one, other, what, names);
            }
            let what = Text::new().and(&["the forms of `", names[0], "` in ", what]);
            differs(collection, one, other, what.as_str(), [form(here, at), form(there, at)]);
        }
        at += 1;
    }
    if !is_same(here.postfix, there.postfix) {
        differs(collection, one, other, "the ends of the partition keys", [here.postfix, there.postfix]);
    }
}

/// An attribute that two members have is one attribute.
#[track_caller]
const fn check_attributes(collection: &str, one: (&EntitySchema, &IndexSchema), other: (&EntitySchema, &IndexSchema)) {
    let mut at = 0;
    while at < one.0.attributes.len() {
        let here = &one.0.attributes[at];
        let mut other_at = 0;
        while other_at < other.0.attributes.len() {
            let there = &other.0.attributes[other_at];
            if is_same(here.name, there.name) && !here.field.is_empty() && !there.field.is_empty() {
                if !is_same(here.field, there.field) {
                    let what = Text::new().and(&["the fields of attribute `", here.name, "`"]);
                    differs(collection, one, other, what.as_str(), [here.field, there.field]);
                }
                if let (Some(here_type), Some(there_type)) = (here.stored, there.stored)
                    && here_type as u8 != there_type as u8
                {
                    let what = Text::new().and(&["the types of attribute `", here.name, "`"]);
                    differs(collection, one, other, what.as_str(), [here_type.in_words(), there_type.in_words()]);
                }
            }
            other_at += 1;
        }
        at += 1;
    }
}

/// Whether composite number `at` stands in both keys in the same way.
const fn is_same_composite(
    (one, here): (&EntitySchema, &KeySide),
    (other, there): (&EntitySchema, &KeySide),
    at: usize,
) -> bool {
    if at >= here.composites.len() || at >= there.composites.len() {
        return false;
    }
    let (here, there) = (&here.composites[at], &there.composites[at]);
    let is_padded_alike = match (here.padding, there.padding) {
        (None, None) => true,
        (Some(here), Some(there)) => here.length == there.length && is_same(here.fill, there.fill),
        _ => false,
    };
    is_same(one.attributes[here.attribute].name, other.attributes[there.attribute].name)
        && is_same(here.label, there.label)
        && is_padded_alike
        && here.sortable == there.sortable
        // 7 of a `u8` is 007 there, and of a `u32` 0000000007.
        && here.digits == there.digits
        && here.kind as u8 == there.kind as u8
}

const fn composite<'a>(schema: &'a EntitySchema, side: &KeySide, at: usize) -> &'a str {
    if at < side.composites.len() { schema.attributes[side.composites[at].attribute].name } else { "nothing" }
}

/// How composite number `at` stands in the key.
const fn form(side: &KeySide, at: usize) -> &'static str {
    match &side.composites[at] {
        KeyComposite { sortable: true, digits: 3, .. } => "sortable in 3 digits",
        KeyComposite { sortable: true, digits: 5, .. } => "sortable in 5 digits",
        KeyComposite { sortable: true, digits: 10, .. } => "sortable in 10 digits",
        KeyComposite { sortable: true, digits: 19, .. } => "sortable in 19 digits",
        KeyComposite { sortable: true, digits: 20, .. } => "sortable in 20 digits",
        KeyComposite { sortable: true, digits: 39, .. } => "sortable in 39 digits",
        KeyComposite { sortable: true, .. } => "sortable",
        KeyComposite { padding: Some(_), .. } => "padded",
        KeyComposite { label, .. } => label,
    }
}

/// Key field number `at` of an index, and its type.
const fn key_field<'a>(schema: &'a EntitySchema, index: &'a IndexSchema, at: usize) -> Option<(&'a str, KeyKind)> {
    let pk = index.pk.composites.len();
    if !index.multi_attribute {
        return match (at, &index.sk) {
            (0, _) => Some((index.pk.field, index.pk.kind)),
            (1, Some(sk)) => Some((sk.field, sk.kind)),
            _ => None,
        };
    }
    let composite = match &index.sk {
        _ if at < pk => &index.pk.composites[at],
        Some(sk) if at - pk < sk.composites.len() => &sk.composites[at - pk],
        _ => return None,
    };
    let kind = if matches!(composite.kind, PartKind::Number) { KeyKind::Number } else { KeyKind::Text };
    Some((schema.attributes[composite.attribute].field, kind))
}

const fn position(names: &[&str], name: &str) -> Option<usize> {
    let mut at = 0;
    while at < names.len() {
        if is_same(names[at], name) {
            return Some(at);
        }
        at += 1;
    }
    None
}

const fn name(index: &IndexSchema) -> &'static str {
    match index.kind {
        IndexKind::Primary => "",
        IndexKind::Global(name) | IndexKind::Local(name) => name,
    }
}

const fn name_or_table(index: &IndexSchema) -> &'static str {
    match index.kind {
        IndexKind::Primary => "the table's own key",
        IndexKind::Global(name) | IndexKind::Local(name) => name,
    }
}

const fn kind_of_index(index: &IndexSchema) -> &'static str {
    match index.kind {
        IndexKind::Primary => "the table's key",
        IndexKind::Global(_) => "global",
        IndexKind::Local(_) => "local",
    }
}

const fn held(index: &IndexSchema) -> &'static str {
    match index.projection {
        Projection::All => "all",
        Projection::KeysOnly => "keys_only",
        Projection::Include(_) => "include",
    }
}

const fn is_clustered(index: &IndexSchema) -> &'static str {
    if index.clustered { "clustered" } else { "one after the other" }
}

const fn casing(side: &KeySide) -> &'static str {
    use crate::schema::Casing;
    match side.casing {
        Casing::Lower => "lower",
        Casing::Upper => "upper",
        Casing::None => "none",
    }
}

const fn kind_name(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Text => "text",
        KeyKind::Number => "a number",
    }
}

#[track_caller]
const fn differs(
    collection: &str,
    (one, here): (&EntitySchema, &IndexSchema),
    (other, there): (&EntitySchema, &IndexSchema),
    what: &str,
    values: [&str; 2],
) {
    Text::new()
        .and(&["collection `", collection, "`: ", what, " of `", one.name, "` (", here.pattern, ") and `", other.name])
        .and(&["` (", there.pattern, ") differ: `", values[0], "` and `", values[1], "`"])
        .refuse();
}

#[track_caller]
const fn index_differs(
    (one, here): (&EntitySchema, &IndexSchema),
    (other, there): (&EntitySchema, &IndexSchema),
    what: &str,
    values: [&str; 2],
) {
    Text::new()
        .and(&["`", one.name, "` (", here.pattern, ") and `", other.name, "` (", there.pattern, ") share "])
        .and(&[if name(here).is_empty() { "the table's key" } else { "the index `" }, name(here)])
        .and(&[if name(here).is_empty() { "" } else { "`" }, ", and disagree on ", what, ": `", values[0], "` and `"])
        .and(&[values[1], "`"])
        .refuse();
}

#[track_caller]
const fn disagree(one: &EntitySchema, other: &EntitySchema, what: &str, here: &str, there: &str) {
    Text::new().and(&["`", one.name, "` and `", other.name, "` ", what, ": `", here, "` and `", there, "`"]).refuse();
}
