//! One index of a table, of which each entity says what it is: the table's own key is one of them.

use super::{
    Pair,
    text::{Text, is_same},
};
use crate::{
    collection::MemberIndex,
    schema::{IndexKind, IndexSchema, KeyKind, Projection},
};

/// What is to be done about multi-attribute keys that differ.
const SAME_ATTRIBUTES: &str = "its keys are the same attributes for all entities";

impl Pair {
    /// Whether it is one index.
    pub(super) const fn is_one_index(self) -> bool {
        is_same(name(self.one.index), name(self.other.index))
    }

    /// An index has one set of key fields, and holds the same of all items.
    #[track_caller]
    pub(super) const fn check_index(self) {
        let (one, other) = (self.one.index, self.other.index);
        let kinds = [kind(one), kind(other)];
        if !is_same(kinds[0], kinds[1]) {
            self.disagree_on_index("its kind", kinds, "say `gsi` in both, or `lsi`");
        }
        let forms = [form(one), form(other)];
        if !is_same(forms[0], forms[1]) {
            self.disagree_on_index("what its keys are", forms, "say `multi_attribute` in both, or in none");
        }
        let mut at = 0;
        loop {
            let fields = [key_field(self.one, at), key_field(self.other, at)];
            let fields = match &fields {
                [None, None] => break,
                [Some(here), Some(there)] if here.in_pk != there.in_pk => {
                    let what = Text::new().and(&["the key that `", here.name, "` is in"]);
                    let keys = [key_name(here.in_pk), key_name(there.in_pk)];
                    self.disagree_on_index(what.as_str(), keys, SAME_ATTRIBUTES);
                }
                [here, there] => [field_name(here), field_name(there)],
            };
            if !is_same(fields[0], fields[1]) {
                let advice = if one.multi_attribute {
                    SAME_ATTRIBUTES
                } else if fields[0].is_empty() || fields[1].is_empty() {
                    "give both a sort key (`sk = []`, if no attribute is in it), or none"
                } else {
                    "give both keys the same `field`"
                };
                self.disagree_on_index("its key fields", fields, advice);
            }
            at += 1;
        }
        let held = [held(one), held(other)];
        if !is_same(held[0], held[1]) {
            self.disagree_on_index("what it holds", held, "give both the same `projection`");
        }
    }

    /// A key field has one type, in all indexes of a table.
    #[track_caller]
    pub(super) const fn check_types_of_key_fields(self) {
        let mut at = 0;
        while let Some(here) = key_field(self.one, at) {
            let mut other_at = 0;
            while let Some(there) = key_field(self.other, other_at) {
                if is_same(here.name, there.name) && here.kind as u8 != there.kind as u8 {
                    let advice = "a field has one type: `cast` one of the keys, or give it another `field`";
                    let kinds = [kind_in_words(here.kind), kind_in_words(there.kind)];
                    self.disagree(["the key field `", here.name, "`"], "its type", kinds, advice);
                }
                other_at += 1;
            }
            at += 1;
        }
    }

    #[track_caller]
    const fn disagree_on_index(self, what: &str, values: [&str; 2], advice: &str) -> ! {
        match self.one.index.name() {
            Some(name) => self.disagree(["the index `", name, "`"], what, values, advice),
            None => self.disagree(["the table's own key", "", ""], what, values, advice),
        }
    }
}

/// A field in the key of an index.
struct KeyField {
    name: &'static str,
    kind: KeyKind,
    in_pk: bool,
}

/// Key field number `at` of an index.
const fn key_field(MemberIndex { schema, index }: MemberIndex, at: usize) -> Option<KeyField> {
    let IndexSchema { pk, sk, .. } = index;
    if !index.multi_attribute {
        return match (at, sk) {
            (0, _) => Some(KeyField { name: pk.field, kind: pk.kind, in_pk: true }),
            (1, Some(sk)) => Some(KeyField { name: sk.field, kind: sk.kind, in_pk: false }),
            _ => None,
        };
    }
    let in_pk = at < pk.composites.len();
    let composite = match sk {
        _ if in_pk => &pk.composites[at],
        Some(sk) if at - pk.composites.len() < sk.composites.len() => &sk.composites[at - pk.composites.len()],
        _ => return None,
    };
    Some(KeyField { name: schema.attributes[composite.attribute].field, kind: composite.kind.of_field(), in_pk })
}

const fn field_name(field: &Option<KeyField>) -> &'static str {
    match field {
        Some(field) => field.name,
        None => "",
    }
}

/// The name of an index; none for the table's own key.
const fn name(index: &IndexSchema) -> &'static str {
    match index.name() {
        Some(name) => name,
        None => "",
    }
}

pub(super) const fn name_in_words(index: &IndexSchema) -> &'static str {
    match index.name() {
        Some(name) => name,
        None => "the table's own key",
    }
}

const fn kind(index: &IndexSchema) -> &'static str {
    match index.kind {
        IndexKind::Primary => "primary",
        IndexKind::Global(_) => "gsi",
        IndexKind::Local(_) => "lsi",
    }
}

const fn form(index: &IndexSchema) -> &'static str {
    if index.multi_attribute { "attributes" } else { "key fields" }
}

const fn held(index: &IndexSchema) -> &'static str {
    match index.projection {
        Projection::All => "all",
        Projection::KeysOnly => "keys_only",
        Projection::Include(_) => "include",
    }
}

pub(super) const fn key_name(is_pk: bool) -> &'static str {
    if is_pk { "partition key" } else { "sort key" }
}

const fn kind_in_words(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Text => "text",
        KeyKind::Number => "a number",
    }
}
