//! Makes one index of what was parsed: its kind, its condition, what it holds; the sides of its key are made in `key`.

use syn::{Ident, LitStr};

use super::{Condition, Index, Kind, Projection};
use crate::{
    errors::Errors,
    model::{Attribute, Composite, Form, Identity, Role, Side, attribute::find, key::Sides},
    names::{did_you_mean, plain},
    parse::{IndexAttr, KindAttr, ProjectionAttr},
};

/// Why an index with some attributes cannot have a flattened document.
const ALL_OF_FLATTENED: &str =
    "is a flattened document, which only an index with all attributes can hold: leave `projection` out";

/// Makes an index of what was parsed.
pub(super) struct Builder<'a> {
    pub(super) identity: &'a Identity,
    pub(super) attributes: &'a [Attribute],
    /// The indexes before this one.
    pub(super) known: &'a [Index],
    pub(super) errors: &'a Errors,
}

impl Builder<'_> {
    /// The index; `None` if its kind or its key is wrong.
    pub(super) fn index(&self, parsed: &IndexAttr) -> Option<Index> {
        let kind = match &parsed.kind {
            Some(KindAttr::Primary) => Kind::Primary,
            Some(KindAttr::Global(name)) => Kind::Global(self.index_name(name)),
            Some(KindAttr::Local(name)) => Kind::Local(self.index_name(name)),
            None if parsed.wrong => return None,
            None => {
                let guess = did_you_mean(&plain(&parsed.pattern), ["primary"]);
                let message = "say which index of DynamoDB serves this access pattern: `primary`, `gsi = \"…\"` or \
                               `lsi = \"…\"`";
                self.errors.at(&parsed.pattern, format!("{message}{guess}"));
                return None;
            }
        };
        let Some(pk) = parsed.pk.get() else {
            if !parsed.wrong {
                let place = parsed.sk.name().unwrap_or(&parsed.pattern);
                self.errors.at(place, "an index needs a partition key: add `pk = [a_field]`");
            }
            return None;
        };
        let Builder { identity, attributes, known, errors } = *self;
        let count = errors.count();
        self.check_options(parsed, &kind);
        let sides = Sides { identity, attributes, known, errors, index: parsed, kind: &kind };
        let (pk_side, sk_side) = sides.build(pk)?;
        if errors.count() > count {
            return None;
        }
        let index = Index {
            pattern: parsed.pattern.clone(),
            collections: parsed.collection.get().into_iter().flatten().map(LitStr::value).collect(),
            clustered: parsed.clustered.get().is_some(),
            multi_attribute: parsed.multi_attribute.get().is_some(),
            condition: self.condition(parsed, &pk_side, sk_side.as_ref()),
            projection: self.projection(parsed, &pk_side, sk_side.as_ref()),
            pk: pk_side,
            sk: sk_side,
            kind,
        };
        self.check(&index);
        Some(index)
    }

    /// What an index of the kind cannot have.
    fn check_options(&self, parsed: &IndexAttr, kind: &Kind) {
        let refuse = |option: Option<&Ident>, why: &str| {
            if let Some(option) = option {
                self.errors.at(option, why);
            }
        };
        if *kind == Kind::Primary {
            refuse(parsed.condition.name(), "every item is in the table: a `condition` is for secondary indexes");
            refuse(
                parsed.projection.name(),
                "the table holds every attribute: a `projection` is for secondary indexes",
            );
        }
        if !matches!(kind, Kind::Global(_)) {
            let why = "DynamoDB has multi-attribute keys in global secondary indexes only";
            refuse(parsed.multi_attribute.name(), why);
        }
        if parsed.multi_attribute.get().is_some() {
            for option in [parsed.scope.name(), parsed.clustered.name(), parsed.condition.name()].into_iter().flatten()
            {
                let why = format!("a multi-attribute key is the attributes themselves: `{option}` has no place in it");
                refuse(Some(option), &why);
            }
        }
        if parsed.sk.get().is_none() {
            refuse(parsed.clustered.name(), "an index without sort key has nothing to cluster: leave `clustered` out");
        }
        let collections: Vec<_> = parsed.collection.get().into_iter().flatten().collect();
        let is_clustered = parsed.clustered.get().is_some();
        if parsed.sk.get().is_none() && parsed.multi_attribute.get().is_none() && !is_clustered && !parsed.wrong {
            let why = "a collection's name stands in sort keys, which this index has not: add `sk = []`";
            refuse(parsed.collection.name(), why);
        }
        for (number, collection) in collections.iter().enumerate() {
            let name = collection.value();
            let other = self.known.iter().find(|index| index.collections.contains(&name));
            if collections[..number].iter().any(|other| other.value() == name) {
                self.errors.at(collection, format!("the index is in the collection {name:?} already"));
            } else if let Some(other) = other {
                let message = format!(
                    "`{}` is in the collection {name:?}: a collection is one query, of one index",
                    other.pattern
                );
                self.errors.at(collection, message);
            }
        }
    }

    fn condition(&self, parsed: &IndexAttr, pk: &Side, sk: Option<&Side>) -> Option<Condition> {
        let condition = parsed.condition.get()?;
        let (of, named) = match &condition.of {
            Some(given) => (self.places(given, false), given.iter().map(Ident::span).collect()),
            None => {
                let mut composites: Vec<&Composite> = Vec::new();
                for composite in std::iter::once(pk).chain(sk).flat_map(|side| &side.composites) {
                    // One alone may be in both keys.
                    if composites.iter().all(|other| other.attribute != composite.attribute) {
                        composites.push(composite);
                    }
                }
                composites.iter().map(|composite| (composite.attribute, composite.ident.span())).unzip()
            }
        };
        Some(Condition { path: condition.path.clone(), of, named })
    }

    /// The places of named attributes, each named once: of those that an index includes, or on which it depends.
    fn places(&self, named: &[Ident], included: bool) -> Vec<usize> {
        let mut places = Vec::new();
        for ident in named {
            let place = find(self.attributes, &plain(ident), ident.span(), "attributes are", self.errors);
            let Some(place) = place else { continue };
            let attribute = &self.attributes[place];
            let unfit = match attribute.role {
                _ if attribute.flatten && included => Some(ALL_OF_FLATTENED),
                _ if attribute.flatten => Some("is a flattened document, on which no index can depend"),
                _ if !attribute.is_stored() => Some("is computed when an item is read, and not stored"),
                Some((Role::Version, _)) if !included => {
                    Some("is counted by DynamoDB: whether an item is in an index cannot depend on it")
                }
                _ => None,
            };
            if let Some(why) = unfit {
                self.errors.at(ident, format!("`{ident}` {why}"));
            } else if places.contains(&place) {
                self.errors.at(ident, format!("`{ident}` is in this list already"));
            } else {
                places.push(place);
            }
        }
        places
    }

    fn projection(&self, parsed: &IndexAttr, pk: &Side, sk: Option<&Side>) -> Projection {
        let included = match parsed.projection.get() {
            None => return Projection::All,
            Some(ProjectionAttr::KeysOnly) => return Projection::KeysOnly,
            Some(ProjectionAttr::Include(included)) => included,
        };
        let count = self.errors.count();
        let places = self.places(included, true);
        let sides = || self.known.first().into_iter().flat_map(Index::sides).chain([pk]).chain(sk);
        let is_key = |place: usize, attribute: &Attribute| {
            sides().any(|side| match side.form {
                Form::Attributes => side.composites.iter().any(|composite| composite.attribute == place),
                _ => side.field == attribute.field,
            })
        };
        let missing = |(place, attribute): &(usize, &Attribute)| {
            let is_there = attribute.optional || places.contains(place) || is_key(*place, attribute);
            !is_there && attribute.is_stored() && !attribute.flatten
        };
        let flattened = self.attributes.iter().find(|attribute| attribute.flatten);
        if let (Some(place), Some(flattened)) = (parsed.projection.name(), flattened)
            && self.errors.count() == count
        {
            self.errors.at(place, format!("`{}` {ALL_OF_FLATTENED}", flattened.ident));
        }
        let missing: Vec<_> =
            self.attributes.iter().enumerate().filter(missing).map(|(_, a)| format!("`{}`", a.ident)).collect();
        if let Some(place) = parsed.projection.name().filter(|_| !missing.is_empty() && self.errors.count() == count) {
            let message = format!(
                "an item read from this index would lack {}: include it, make it an `Option`, or let the index hold \
                 `projection = keys_only`, of which queries give the keys' attributes",
                missing.join(", ")
            );
            self.errors.at(place, message);
        }
        Projection::Include(places)
    }

    fn index_name(&self, name: &LitStr) -> String {
        let text = name.value();
        let fits = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
        if !(3..=255).contains(&text.len()) || !text.chars().all(fits) {
            self.errors.at(name, "DynamoDB's index names have 3 to 255 letters, digits, `_`, `-` or `.`");
        }
        text
    }

    /// What the fields of the key must be to each other, and to those of the table.
    fn check(&self, index: &Index) {
        match (&index.kind, &index.sk) {
            (Kind::Local(_), None) => {
                let message = "a local secondary index needs a sort key of its own: add `sk = [a_field]`";
                self.errors.at(&index.pattern, message);
            }
            (Kind::Local(_), Some(sk)) => {
                let primary = self.known.first();
                if primary.is_some_and(|primary| primary.pk.field != index.pk.field) {
                    let field = primary.map_or("pk", |primary| &primary.pk.field);
                    self.errors.push(syn::Error::new(
                        index.pk.field_span,
                        format!("a local secondary index has the table's partition key: its field is {field:?}"),
                    ));
                } else if primary.is_some_and(|primary| primary.sk.is_none()) {
                    let message = "a table without sort key cannot have local secondary indexes";
                    self.errors.at(&index.pattern, message);
                } else if sk.shared {
                    let message = "a local secondary index needs a sort key of its own: another index has this field";
                    self.errors.push(syn::Error::new(sk.field_span, message));
                }
            }
            _ => {}
        }
        let same = index.sk.as_ref().filter(|sk| !index.multi_attribute && sk.field == index.pk.field);
        if let Some(sk) = same {
            let message = format!("the partition key and the sort key are both the field {:?}", sk.field);
            self.errors.push(syn::Error::new(sk.field_span, message));
        }
    }
}
