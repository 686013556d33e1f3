//! Indexes: which attributes form their keys, and the text around them.

use proc_macro2::Span;
use syn::{DeriveInput, Ident, LitStr};

use super::{Access, Attribute, Identity};
use crate::{
    errors::Errors,
    names::{did_you_mean, plain},
    parse::{IndexAttr, KindAttr, SideAttr, Slot},
};

/// The most local secondary indexes that DynamoDB gives a table.
const MAX_LOCAL: usize = 5;

/// One index.
pub struct Index {
    pub pattern: Ident,
    pub kind: Kind,
    pub pk: Side,
    pub sk: Option<Side>,
}

impl Index {
    /// The partition key and, if there is one, the sort key.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.pk).chain(&self.sk)
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
    fn name(&self) -> Option<&str> {
        match self {
            Self::Primary => None,
            Self::Global(name) | Self::Local(name) => Some(name),
        }
    }
}

/// The partition key or the sort key of an index.
#[derive(Clone)]
pub struct Side {
    pub field: String,
    pub field_span: Span,
    pub prefix: String,
    pub composites: Vec<Composite>,
    pub casing: Casing,
    /// Whether an earlier index has the field already.
    pub shared: bool,
}

/// An attribute in a key.
#[derive(Clone)]
pub struct Composite {
    pub label: String,
    /// Its place among the attributes.
    pub attribute: usize,
    pub ident: Ident,
}

/// How the text of a key is cased.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    Lower,
    Upper,
    None,
}

impl Casing {
    /// The casing of that name.
    pub fn parse(name: &str) -> Self {
        match name {
            "upper" => Self::Upper,
            "none" => Self::None,
            _ => Self::Lower,
        }
    }

    fn apply(self, text: &str) -> String {
        match self {
            Self::Lower => text.to_lowercase(),
            Self::Upper => text.to_uppercase(),
            Self::None => text.to_owned(),
        }
    }
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
            "the entity needs the table's own key: add `#[index(primary, pk = [a_field], sk = [another])]`; leave `sk` \
             out if the table has no sort key",
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
    for composite in index.sides().flat_map(|side| &side.composites) {
        let attribute = &mut attributes[composite.attribute];
        attribute.composite.get_or_insert(composite.ident.span());
        if index.kind != Kind::Primary {
            attribute.indexed = true;
            continue;
        }
        attribute.access = Access::PrimaryKey;
        if attribute.optional {
            let message = format!("`{}` is an `Option`: every item needs its whole primary key", composite.ident);
            errors.at(&composite.ident, message);
        }
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

struct Builder<'a> {
    identity: &'a Identity,
    attributes: &'a [Attribute],
    known: &'a [Index],
    errors: &'a Errors,
}

impl Builder<'_> {
    fn index(&self, parsed: &IndexAttr) -> Option<Index> {
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
        let sk = parsed.sk.get();
        let pk_side = self.side(&kind, pk, None, sk.is_some());
        let sk_side = sk.map(|sk| self.side(&kind, sk, Some(pk), true));
        let index = Index {
            pattern: parsed.pattern.clone(),
            kind,
            pk: pk_side?,
            sk: sk_side.map_or(Some(None), |sk| sk.map(Some))?,
        };
        self.check(&index, parsed, pk.span);
        Some(index)
    }

    fn index_name(&self, name: &LitStr) -> String {
        let text = name.value();
        let fits = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
        if !(3..=255).contains(&text.len()) || !text.chars().all(fits) {
            self.errors.at(name, "DynamoDB's index names have 3 to 255 letters, digits, `_`, `-` or `.`");
        }
        text
    }

    /// One side; `pk` is the partition key if this is the sort key.
    fn side(&self, kind: &Kind, parsed: &SideAttr, pk: Option<&SideAttr>, has_sk: bool) -> Option<Side> {
        let suffix = if pk.is_some() { "sk" } else { "pk" };
        let (field, field_span) = match (parsed.field.get(), kind) {
            (Some(field), _) => (field.value(), field.span()),
            (None, Kind::Local(_)) if pk.is_none() => {
                (self.known.first().map_or_else(|| "pk".to_owned(), |primary| primary.pk.field.clone()), parsed.span)
            }
            (None, kind) => (format!("{}{suffix}", kind.name().unwrap_or("")), parsed.span),
        };
        let casing = parsed.casing.get().map_or(self.identity.casing, |casing| Casing::parse(&casing.value()));
        let composites = self.composites(parsed, pk)?;

        // A field has one text: where an earlier index has it, its definition holds.
        let mut fields = self.known.iter().flat_map(|index| index.sides().map(move |side| (index, side)));
        if let Some((owner, known)) = fields.find(|(_, side)| side.field == field) {
            let same = known.composites.iter().map(|c| c.attribute).eq(composites.iter().map(|c| c.attribute));
            if !same || parsed.casing.get().is_some() && known.casing != casing {
                let attributes = known.composites.iter().map(|c| c.ident.to_string()).collect::<Vec<_>>().join(", ");
                let differs = if same { ", in another casing" } else { "" };
                let message = match kind {
                    Kind::Local(_) if pk.is_none() => {
                        format!("a local secondary index has the table's partition key: `pk = [{attributes}]`")
                    }
                    _ => format!(
                        "`{}` keeps [{attributes}] in the key field {field:?}{differs}: name another field with \
                         `{suffix}(field = \"…\", composite = […])`",
                        owner.pattern
                    ),
                };
                self.errors.push(syn::Error::new(field_span, message));
                return None;
            }
            return Some(Side {
                shared: true,
                field_span,
                composites: with_labels_of(known, composites),
                ..known.clone()
            });
        }

        let Identity { service, name, version, .. } = self.identity;
        let prefix = match (pk.is_some(), has_sk) {
            (true, _) => format!("${name}_{version}"),
            (false, true) => format!("${service}"),
            // Without a sort key, the partition key alone tells entities apart.
            (false, false) => format!("${service}${name}_{version}"),
        };
        let label = |(attribute, ident): (usize, Ident)| Composite {
            label: casing.apply(&format!("#{}_", self.attributes[attribute].name)),
            attribute,
            ident,
        };
        let composites = composites.into_iter().map(|c| label((c.attribute, c.ident))).collect();
        Some(Side { field, field_span, prefix: casing.apply(&prefix), composites, casing, shared: false })
    }

    fn composites(&self, parsed: &SideAttr, pk: Option<&SideAttr>) -> Option<Vec<Composite>> {
        let mut composites: Vec<Composite> = Vec::new();
        let mut complete = true;
        for ident in &parsed.composites {
            let name = plain(ident);
            let Some(attribute) = self.attributes.iter().position(|attribute| plain(&attribute.ident) == name) else {
                let renamed = self.attributes.iter().find(|attribute| attribute.name == name);
                let hint = match renamed {
                    Some(attribute) => format!(": composites are given by the field's name, `{}`", attribute.ident),
                    None => {
                        let fields: Vec<_> = self.attributes.iter().map(|attribute| plain(&attribute.ident)).collect();
                        did_you_mean(&name, fields.iter().map(String::as_str))
                    }
                };
                self.errors.at(ident, format!("the entity has no field `{ident}`{hint}"));
                complete = false;
                continue;
            };
            if composites.iter().any(|composite| composite.attribute == attribute) {
                self.errors.at(ident, format!("`{ident}` is in this key already"));
                complete = false;
            } else if pk.is_some_and(|pk| pk.composites.iter().any(|other| plain(other) == name))
                && parsed.composites.len() > 1
            {
                self.errors.at(
                    ident,
                    format!("`{ident}` is in the partition key already: here it would be the same for every item"),
                );
                complete = false;
            } else {
                composites.push(Composite { label: String::new(), attribute, ident: ident.clone() });
            }
        }
        complete.then_some(composites)
    }

    fn check(&self, index: &Index, parsed: &IndexAttr, pk: Span) {
        let place = |slot: &Slot<SideAttr>| slot.get().map_or(pk, |side| side.span);
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
        if index.sk.as_ref().is_some_and(|sk| sk.field == index.pk.field) {
            let message = format!("the partition key and the sort key are both the field {:?}", index.pk.field);
            self.errors.push(syn::Error::new(place(&parsed.sk), message));
        }
    }
}

/// The composites of a shared side: the labels are those of its first definition, the places those of this one.
fn with_labels_of(known: &Side, composites: Vec<Composite>) -> Vec<Composite> {
    let labels = known.composites.iter().map(|composite| composite.label.clone());
    labels.zip(composites).map(|(label, composite)| Composite { label, ..composite }).collect()
}
