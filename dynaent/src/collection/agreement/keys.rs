//! The keys of an index that a collection has: alike, up to where its entities are told apart.

use super::{
    Pair,
    index::{key_name, name_in_words},
    text::{Text, begins_but_for_case, is_same},
};
use crate::{
    collection::{MAX_SHARED, MemberIndex},
    schema::{Casing, EntitySchema, IndexSchema, KeyComposite, KeySide, PartKind},
};

/// With how many composites of the sort key, in order, all members begin.
#[must_use]
pub const fn shared_composites(members: &[MemberIndex]) -> usize {
    let first = members[0].index;
    // In other indexes, what tells the entities apart comes before.
    if !first.clustered && !first.multi_attribute {
        return 0;
    }
    let mut shared = 0;
    while shared < MAX_SHARED {
        let mut at = 0;
        while at < members.len() {
            let pair = Pair { one: members[0], other: members[at] };
            match pair.composites(false, shared) {
                Some(both) if pair.is_one_attribute(both) && difference(both).is_none() => {}
                _ => return shared,
            }
            at += 1;
        }
        shared += 1;
    }
    shared
}

impl Pair {
    /// Each collection that both are in is one query.
    #[track_caller]
    pub(super) const fn check_collections(self) {
        let collections = self.one.index.collections;
        let mut at = 0;
        while at < collections.len() {
            if position(self.other.index.collections, collections[at]) < self.other.index.collections.len() {
                self.check_collection(collections[at]);
            }
            at += 1;
        }
    }

    /// A collection is one query: of one index, and one partition key.
    #[track_caller]
    pub(super) const fn check_collection(self, collection: &str) {
        let (one, other) = (self.one.index, self.other.index);
        let on = Collection { name: collection, pair: self };
        if !self.is_one_index() {
            let names = [name_in_words(one), name_in_words(other)];
            on.disagree("its index", names, "a collection is one query, of one index");
        }
        self.check_types_of_key_fields();
        self.check_index();
        let services = [self.one.schema.service, self.other.schema.service];
        if !is_same(services[0], services[1]) && !is_same(one.pk.prefix, other.pk.prefix) {
            on.disagree("the service", services, "the entities of a collection have one `service`");
        }
        on.check_collections_around();
        if one.clustered != other.clustered {
            let orders = [clustered(one), clustered(other)];
            on.disagree("the order of its entities", orders, "say `clustered` in both, or in none");
        }
        on.check_partition_keys();
        on.check_sort_keys();
        on.check_attributes();
    }

    /// The keys of a side; of an index without sort key, there is none.
    const fn sides(self, is_pk: bool) -> Option<[&'static KeySide; 2]> {
        if is_pk {
            return Some([&self.one.index.pk, &self.other.index.pk]);
        }
        match (&self.one.index.sk, &self.other.index.sk) {
            (Some(one), Some(other)) => Some([one, other]),
            _ => None,
        }
    }

    /// Composite number `at` of a side, where both have it.
    const fn composites(self, is_pk: bool, at: usize) -> Option<[&'static KeyComposite; 2]> {
        match self.sides(is_pk) {
            Some([one, other]) if at < one.composites.len() && at < other.composites.len() => {
                Some([&one.composites[at], &other.composites[at]])
            }
            _ => None,
        }
    }

    /// Whether two composites are one attribute.
    const fn is_one_attribute(self, [one, other]: [&KeyComposite; 2]) -> bool {
        is_same(attribute(self.one.schema, one), attribute(self.other.schema, other))
    }
}

/// A collection that both are in.
#[derive(Clone, Copy)]
struct Collection<'a> {
    name: &'a str,
    pair: Pair,
}

impl Collection<'_> {
    /// The collections around it stand before it in the keys.
    #[track_caller]
    const fn check_collections_around(self) {
        let (one, other) = (self.pair.one.index.collections, self.pair.other.index.collections);
        let (position, other_position) = (position(one, self.name), position(other, self.name));
        let mut at = 0;
        let mut alike = position == other_position;
        while alike && at < position {
            alike = is_same(one[at], other[at]);
            at += 1;
        }
        if !alike {
            let around =
                [Text::new().list(one.split_at(position).0), Text::new().list(other.split_at(other_position).0)];
            let advice = "its name stands in sort keys after theirs, which are the same for all its entities";
            self.disagree("the collections around it", [around[0].as_str(), around[1].as_str()], advice);
        }
    }

    #[track_caller]
    const fn check_partition_keys(self) {
        let Some([one, other]) = self.pair.sides(true) else { return };
        let alike = one.composites.len() == other.composites.len();
        let mut at = 0;
        while let Some(both) = self.pair.composites(true, at) {
            if !alike || !self.pair.is_one_attribute(both) {
                let keys = [attributes(self.pair.one.schema, one), attributes(self.pair.other.schema, other)];
                let advice = "a collection is queried by one partition key";
                self.disagree("the partition key", [keys[0].as_str(), keys[1].as_str()], advice);
            }
            at += 1;
        }
        self.check_casings(true);
        if !is_same(one.prefix, other.prefix) {
            let advice = "give both the same `scope`, `template` or `cast`";
            self.disagree("the beginning of the partition key", [one.prefix, other.prefix], advice);
        }
        self.check_composites(true);
        if !is_same(one.postfix, other.postfix) {
            let advice = "give both the same `template`";
            self.disagree("the end of the partition key", [one.postfix, other.postfix], advice);
        }
    }

    /// What comes behind the entity in a sort key is its own matter.
    #[track_caller]
    const fn check_sort_keys(self) {
        let Some([one, other]) = self.pair.sides(false) else { return };
        if self.pair.one.index.multi_attribute {
            return;
        }
        self.check_casings(false);
        if self.names_collection(one) != self.names_collection(other) {
            let advice = "a `template` in one needs a `template` in all";
            self.disagree("the beginning of the sort key", [one.prefix, other.prefix], advice);
        }
        if self.pair.one.index.clustered {
            self.check_composites(false);
        }
    }

    #[track_caller]
    const fn check_casings(self, is_pk: bool) {
        let Some([one, other]) = self.pair.sides(is_pk) else { return };
        let casings = [casing(one), casing(other)];
        if !is_same(casings[0], casings[1]) {
            let what = Text::new().and(&["the casing of the ", key_name(is_pk)]);
            self.disagree(what.as_str(), casings, "give both the same `casing`");
        }
    }

    /// The composites with which both begin must be written alike.
    #[track_caller]
    const fn check_composites(self, is_pk: bool) {
        let mut at = 0;
        while let Some(both) = self.pair.composites(is_pk, at) {
            if !self.pair.is_one_attribute(both) {
                return;
            }
            if let Some((what, values, advice)) = difference(both) {
                let name = attribute(self.pair.one.schema, both[0]);
                let what = Text::new().and(&[what, " `", name, "` in the ", key_name(is_pk)]);
                self.disagree(what.as_str(), [values[0].as_str(), values[1].as_str()], advice);
            }
            at += 1;
        }
    }

    /// Whether a sort key begins with the collections, as all do but those of templates.
    const fn names_collection(self, side: &KeySide) -> bool {
        let outermost = Text::new().and(&["$", self.pair.one.index.collections[0]]);
        begins_but_for_case(side.prefix, outermost.as_str())
    }

    /// An attribute that both have is one attribute.
    #[track_caller]
    const fn check_attributes(self) {
        let (attributes, others) = (self.pair.one.schema.attributes, self.pair.other.schema.attributes);
        let mut at = 0;
        while at < attributes.len() {
            let one = &attributes[at];
            let mut other_at = 0;
            while other_at < others.len() {
                let other = &others[other_at];
                // Some are stored nowhere.
                if is_same(one.name, other.name) && !one.field.is_empty() && !other.field.is_empty() {
                    if !is_same(one.field, other.field) {
                        let what = Text::new().and(&["the field of the attribute `", one.name, "`"]);
                        let advice = "give both the same `field`, or one another name";
                        self.disagree(what.as_str(), [one.field, other.field], advice);
                    }
                    if let (Some(here), Some(there)) = (one.stored, other.stored)
                        && here as u8 != there as u8
                    {
                        let what = Text::new().and(&["the type of the attribute `", one.name, "`"]);
                        let advice = "give both the same type, or one another name";
                        self.disagree(what.as_str(), [here.in_words(), there.in_words()], advice);
                    }
                }
                other_at += 1;
            }
            at += 1;
        }
    }

    #[track_caller]
    const fn disagree(self, what: &str, values: [&str; 2], advice: &str) -> ! {
        self.pair.disagree(["the collection `", self.name, "`"], what, values, advice)
    }
}

/// In what the places of an attribute in two keys differ, with the values, and what to do.
const fn difference([one, other]: [&KeyComposite; 2]) -> Option<(&'static str, [Text; 2], &'static str)> {
    if !is_same(one.label, other.label) {
        let labels = [Text::new().and(&[one.label]), Text::new().and(&[other.label])];
        return Some(("the text before", labels, "give both the same `label` or `template`"));
    }
    if one.sortable != other.sortable {
        let forms = [Text::new().and(&[form(one)]), Text::new().and(&[form(other)])];
        return Some(("the form of", forms, "say `sortable` in both, or in none"));
    }
    if one.digits != other.digits {
        let digits = [Text::new().number(one.digits), Text::new().number(other.digits)];
        // 7 of a `u8` is 007 there, and of a `u32` 0000000007.
        return Some(("the number of digits of", digits, "give both the same type"));
    }
    if one.kind as u8 != other.kind as u8 {
        let kinds = [Text::new().and(&[kind(one)]), Text::new().and(&[kind(other)])];
        return Some(("the type of", kinds, "give both the same type"));
    }
    let alike = match (one.padding, other.padding) {
        (None, None) => true,
        (Some(one), Some(other)) => one.length == other.length && is_same(one.fill, other.fill),
        _ => false,
    };
    if alike {
        return None;
    }
    Some(("the padding of", [padding(one), padding(other)], "give both the same `padding`"))
}

const fn attribute(schema: &'static EntitySchema, composite: &KeyComposite) -> &'static str {
    schema.attributes[composite.attribute].name
}

/// The attributes of a key, as a list.
const fn attributes(schema: &'static EntitySchema, side: &KeySide) -> Text {
    let mut text = Text::new().and(&["["]);
    let mut at = 0;
    while at < side.composites.len() {
        text = text.and(&[if at == 0 { "" } else { ", " }, attribute(schema, &side.composites[at])]);
        at += 1;
    }
    text.and(&["]"])
}

/// The place of a name; behind all of them if it is not there.
const fn position(names: &[&str], name: &str) -> usize {
    let mut at = 0;
    while at < names.len() && !is_same(names[at], name) {
        at += 1;
    }
    at
}

const fn clustered(index: &IndexSchema) -> &'static str {
    if index.clustered { "clustered" } else { "one after the other" }
}

const fn casing(side: &KeySide) -> &'static str {
    match side.casing {
        Casing::Lower => "lower",
        Casing::Upper => "upper",
        Casing::None => "none",
    }
}

const fn form(composite: &KeyComposite) -> &'static str {
    if composite.sortable { "sortable" } else { "plain" }
}

const fn kind(composite: &KeyComposite) -> &'static str {
    match composite.kind {
        PartKind::Text => "text",
        PartKind::Number => "a number",
        PartKind::Bool => "a boolean",
    }
}

const fn padding(composite: &KeyComposite) -> Text {
    match composite.padding {
        Some(padding) => Text::new().number(padding.length).and(&[", \"", padding.fill, "\""]),
        None => Text::new(),
    }
}
