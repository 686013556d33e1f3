//! What several entities need of one table, and whether they agree on it.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::KeyType;

use crate::{
    error::{Error, Result},
    schema::{ENTITY_FIELD, EntitySchema, IndexKind, IndexSchema, KeyKind, Projection, VERSION_FIELD},
};

/// DynamoDB's limits of a table.
const GLOBAL_INDEXES: usize = 20;
const LOCAL_INDEXES: usize = 5;
const INCLUDED_IN_ONE: usize = 20;
/// An attribute counts in each index that includes it.
const INCLUDED_IN_ALL: usize = 100;

/// What all entities need.
#[derive(Default)]
pub(super) struct Agreement {
    /// The table's own key, then the indexes in the order in which entities name them.
    pub(super) indexes: Vec<Agreed>,
    /// The types of all key fields, and which entity said so first.
    pub(super) kinds: BTreeMap<&'static str, (KeyKind, &'static str)>,
    /// Where items keep when they expire, and which entity said so first.
    pub(super) expiry: Option<(&'static str, &'static str)>,
}

/// The table's key or an index, as all entities that have it agree.
pub(super) struct Agreed {
    pub(super) kind: IndexKind,
    pub(super) keys: Vec<(&'static str, KeyType)>,
    pub(super) held: Held,
    entity: &'static str,
}

/// What an index holds.
pub(super) enum Held {
    All,
    KeysOnly,
    /// The keys and these fields.
    Include(Vec<&'static str>),
}

impl Agreement {
    pub(super) fn of(schemas: &[&'static EntitySchema]) -> Result<Self> {
        let mut agreement = Self::default();
        for schema in schemas {
            agreement.add(schema)?;
        }
        agreement.complete();
        agreement.check_limits()?;
        Ok(agreement)
    }

    fn add(&mut self, schema: &'static EntitySchema) -> Result<()> {
        let second = schema.name;
        for index in schema.indexes {
            for (field, kind) in index.fields(schema) {
                let (known, first) = *self.kinds.entry(field).or_insert((kind, second));
                if known != kind {
                    return Err(Error::KeyType { first, second, field });
                }
            }
            let wanted =
                Agreed { kind: index.kind, keys: keys(schema, index), held: Held::of(schema, index), entity: second };
            match self.indexes.iter_mut().find(|known| known.name() == wanted.name()) {
                Some(known) => known.unite(wanted)?,
                None => self.indexes.push(wanted),
            }
        }
        let Some(expiry) = schema.kept.expires_at else { return Ok(()) };
        let field = schema.attributes[expiry].field;
        match *self.expiry.get_or_insert((field, second)) {
            (known, first) if known != field => Err(Error::ExpiryFields { first, second, fields: [known, field] }),
            _ => Ok(()),
        }
    }

    /// Adds the identifiers to what indexes include, so that entities can be told apart there, and leaves out what is
    /// there anyway.
    fn complete(&mut self) {
        let table: Vec<_> = self.indexes.iter().take(1).flat_map(|primary| primary.keys.clone()).collect();
        for index in &mut self.indexes {
            if let Held::Include(fields) = &mut index.held {
                unite(fields, [ENTITY_FIELD, VERSION_FIELD]);
                fields.retain(|field| !table.iter().chain(&index.keys).any(|(key, _)| key == field));
            }
        }
    }

    fn check_limits(&self) -> Result<()> {
        let within = |what: String, count: usize, limit: usize| {
            if count > limit { Err(Error::TableLimit { what, count, limit }) } else { Ok(()) }
        };
        let count = |of: fn(&IndexKind) -> bool| self.indexes.iter().filter(|index| of(&index.kind)).count();
        let global = count(|kind| matches!(kind, IndexKind::Global(_)));
        within("global secondary indexes".to_owned(), global, GLOBAL_INDEXES)?;
        let local = count(|kind| matches!(kind, IndexKind::Local(_)));
        within("local secondary indexes".to_owned(), local, LOCAL_INDEXES)?;
        let mut all = 0;
        for index in &self.indexes {
            if let (Held::Include(fields), Some(name)) = (&index.held, index.name()) {
                all += fields.len();
                within(format!("attributes included in index `{name}`"), fields.len(), INCLUDED_IN_ONE)?;
            }
        }
        within("attributes included in all indexes together".to_owned(), all, INCLUDED_IN_ALL)
    }
}

impl Agreed {
    fn name(&self) -> Option<&'static str> {
        self.kind.name()
    }

    /// Adds what another entity wants of the same index.
    fn unite(&mut self, wanted: Self) -> Result<()> {
        let (first, second) = (self.entity, wanted.entity);
        let name = self.name();
        if self.kind != wanted.kind || self.keys != wanted.keys {
            let index = name.map_or_else(|| "the table".to_owned(), |name| format!("index `{name}`"));
            return Err(Error::KeyFields { first, second, index });
        }
        match (&mut self.held, wanted.held) {
            (Held::All, Held::All) | (Held::KeysOnly, Held::KeysOnly) => {}
            (Held::Include(known), Held::Include(fields)) => unite(known, fields),
            _ => return Err(Error::Projections { first, second, index: name.unwrap_or_default() }),
        }
        Ok(())
    }
}

impl Held {
    fn of(schema: &'static EntitySchema, index: &IndexSchema) -> Self {
        match index.projection {
            Projection::All => Self::All,
            Projection::KeysOnly => Self::KeysOnly,
            Projection::Include(attributes) => {
                let mut fields = Vec::with_capacity(attributes.len());
                unite(&mut fields, attributes.iter().map(|attribute| schema.attributes[*attribute].field));
                Self::Include(fields)
            }
        }
    }
}

fn unite(known: &mut Vec<&'static str>, fields: impl IntoIterator<Item = &'static str>) {
    for field in fields {
        if !known.contains(&field) {
            known.push(field);
        }
    }
}

fn keys(schema: &'static EntitySchema, index: &IndexSchema) -> Vec<(&'static str, KeyType)> {
    // In a multi-attribute key, each kind has as many fields as its side has composites.
    let hashes = if index.multi_attribute { index.pk.composites.len() } else { 1 };
    let kind = |position| if position < hashes { KeyType::Hash } else { KeyType::Range };
    index.fields(schema).enumerate().map(|(position, (field, _))| (field, kind(position))).collect()
}
