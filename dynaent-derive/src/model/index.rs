//! Indexes: what kind each is, which keys it has, and which items are in it; the indexes of an entity beside each other.

mod builder;

use proc_macro2::Span;
use syn::{DeriveInput, Ident, Path};

use self::builder::Builder;
use super::{Access, Attribute, Composite, Form, Identity, Role, Side};
use crate::{
    errors::Errors,
    names::plain,
    parse::{IndexAttr, KindAttr},
};

/// The most local secondary indexes that DynamoDB gives a table.
const MAX_LOCAL: usize = 5;

/// One index.
pub struct Index {
    pub pattern: Ident,
    pub kind: Kind,
    pub pk: Side,
    pub sk: Option<Side>,
    pub collections: Vec<String>,
    pub clustered: bool,
    pub multi_attribute: bool,
    pub condition: Option<Condition>,
    pub projection: Projection,
}

impl Index {
    /// The partition key and, if there is one, the sort key.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.pk).chain(&self.sk)
    }

    /// The attributes in the key.
    pub fn composites(&self) -> impl Iterator<Item = &Composite> {
        self.sides().flat_map(|side| &side.composites)
    }
}

/// What kind of index it is, with its name in DynamoDB.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    Primary,
    Global(String),
    Local(String),
}

impl Kind {
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Primary => None,
            Self::Global(name) | Self::Local(name) => Some(name),
        }
    }
}

/// Which items are in an index.
pub struct Condition {
    /// The function that decides.
    pub path: Path,
    /// The attributes that it is given, as their places.
    pub of: Vec<usize>,
    /// Where those are named, for errors.
    pub named: Vec<Span>,
}

/// What an index holds.
pub enum Projection {
    All,
    KeysOnly,
    /// These attributes, as their places.
    Include(Vec<usize>),
}

/// The indexes of an entity, the primary one first, and its attributes with what they mean to the indexes.
pub fn indexes(
    input: &DeriveInput,
    parsed: Vec<Option<IndexAttr>>,
    identity: &Identity,
    mut attributes: Vec<Attribute>,
    errors: &Errors,
) -> (Vec<Attribute>, Vec<Index>) {
    let mut indexes: Vec<Index> = Vec::new();
    // An index that could not be read may be the primary one.
    let readable = parsed.iter().all(|index| index.as_ref().is_some_and(|index| index.kind.is_some()));
    let parsed = without_repeated(parsed.into_iter().flatten().collect(), errors);
    let (primary, others): (Vec<_>, Vec<_>) =
        parsed.into_iter().partition(|index| matches!(index.kind, Some(KindAttr::Primary)));
    if primary.is_empty() && readable {
        errors.at(
            &input.ident,
            "the entity needs the table's own key: add `#[index(primary, pk = [a_field], sk = [another])]`, with \
             `sk = []` if no attribute is in its sort key, without `sk` if the table has none",
        );
    }
    for parsed in primary.into_iter().chain(others) {
        let builder = Builder { identity, attributes: &attributes, known: &indexes, errors };
        if let Some(index) = builder.index(&parsed) {
            mark(&index, &mut attributes, errors);
            indexes.push(index);
        }
    }
    (attributes, indexes)
}

/// Tells the attributes which keys they are part of.
fn mark(index: &Index, attributes: &mut [Attribute], errors: &Errors) {
    for side in index.sides().filter(|side| !side.shared && side.form != Form::Attributes) {
        if let Some(attribute) = attributes.iter_mut().find(|attribute| attribute.field == side.field) {
            let label = side.composites.first().map_or("", |composite| &composite.label);
            attribute.key = Some([label.to_owned(), side.postfix.clone()]);
        }
    }
    for &deciding in index.condition.iter().flat_map(|condition| &condition.of) {
        attributes[deciding].composed = true;
    }
    for composite in index.composites() {
        let attribute = &mut attributes[composite.attribute];
        attribute.composite.get_or_insert(composite.ident.span());
        if let Some(why) = unfit(attribute, index.kind == Kind::Primary) {
            errors.at(&composite.ident, format!("`{}` cannot be in this key: {why}", composite.ident));
        }
        if index.kind != Kind::Primary {
            attribute.indexed = true;
            attribute.composed |= !index.multi_attribute;
            continue;
        }
        attribute.access = Access::PrimaryKey;
        if attribute.optional {
            let message = format!("`{}` is an `Option`: every item needs its whole primary key", composite.ident);
            errors.at(&composite.ident, message);
        }
    }
}

/// Why an attribute cannot be a composite, if it cannot.
fn unfit(attribute: &Attribute, primary: bool) -> Option<&'static str> {
    let computed = attribute.computed.as_ref();
    match attribute.role.as_ref().map(|(role, _)| role) {
        _ if attribute.flatten => Some("it is a flattened document"),
        _ if attribute.hidden => Some("it is hidden, and whoever reads the key would see it"),
        _ if attribute.on_write.is_some() => Some(
            "`on_write` would change what is stored and not what is asked for; let the attribute's type do that, such as a \
             newtype that is made in one way only",
        ),
        _ if computed.is_some_and(|computed| computed.on_read) => {
            Some("it is computed when it is read, and not stored")
        }
        _ if attribute.on_read.is_some() => Some(
            "`on_read` would change what is read, so that nobody finds by it what is stored; let the attribute's type do that",
        ),
        _ if attribute.with.is_some() => Some(
            "a module stores it (`with`) in a form that keys do not have; let the attribute's type do that, by \
             `dynaent::Value` and `dynaent::KeyPart`",
        ),
        Some(Role::Version) => Some("DynamoDB counts the version, which the key could not follow"),
        Some(Role::UpdatedAt) if primary => Some("it changes with each write, and would be another item each time"),
        _ if computed.is_some() && primary => Some("it is computed from others, and a request for the item gives it"),
        _ => None,
    }
}

/// No two indexes have one access pattern, or one name, and no table has two keys: such an index is reported, and left
/// out, because whatever else is wrong with it may follow from that.
fn without_repeated(parsed: Vec<IndexAttr>, errors: &Errors) -> Vec<IndexAttr> {
    let mut kept: Vec<IndexAttr> = Vec::new();
    for index in parsed {
        let pattern = &index.pattern;
        if plain(pattern) == "missing" {
            errors.at(pattern, "`missing` is the builders' own word: give the access pattern another name");
        }
        if let Some((name, other)) = kept.iter().find_map(|other| Some((same_index(other, &index)?, other))) {
            let message = match name {
                None => "a table has one key: only one index can be `primary`".to_owned(),
                Some(name) => {
                    let other = &other.pattern;
                    format!("the index {name:?} serves `{other}` already: an access pattern needs one of its own")
                }
            };
            errors.at(pattern, message);
        } else if kept.iter().any(|other| plain(&other.pattern) == plain(pattern)) {
            errors.at(pattern, format!("there are two access patterns named `{pattern}`"));
        } else {
            kept.push(index);
        }
    }
    let local = kept.iter().filter(|index| matches!(index.kind, Some(KindAttr::Local(_))));
    for extra in local.skip(MAX_LOCAL) {
        errors.at(&extra.pattern, format!("DynamoDB gives a table at most {MAX_LOCAL} local secondary indexes"));
    }
    kept
}

/// The name that two access patterns have in DynamoDB, if it is one; no name is the table's own key.
fn same_index(one: &IndexAttr, other: &IndexAttr) -> Option<Option<String>> {
    let name = |index: &IndexAttr| match index.kind.as_ref()? {
        KindAttr::Primary => Some(None),
        KindAttr::Global(name) | KindAttr::Local(name) => Some(Some(name.value())),
    };
    name(one).filter(|one| name(other).as_ref() == Some(one))
}
