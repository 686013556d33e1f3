//! The models of `models.mjs`, declared in Rust, and what drives them from recorded arguments.

use std::{collections::BTreeSet, fmt::Debug};

use dynaent::{Attr, Cursor, Entity, Page, PrimaryKey, ReadOnly, Top, begins_with, between, gt, gte, lt, lte};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value as Json;

use crate::{
    items::object,
    operation::{Operation, operation},
    report::{Forbidden, Written},
    vectors::Object,
};

/// The smallest useful model: one GSI, a primary sort key without composites.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "myapp", name = "Comment", version = "1")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
pub struct Comment {
    #[attr(rename = "commentID", read_only)]
    #[serde(rename = "commentID")]
    pub comment_id: String,
    #[attr(rename = "articleID", read_only)]
    #[serde(rename = "articleID")]
    pub article_id: String,
    pub text: String,
}

/// Several composites on each side, a number in a key, a sparse GSI, every kind of value.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "mallmap", name = "MallStore", version = "2", rename_all = "camelCase")]
#[index(stores, primary, pk = [city_id, mall_id], sk = [building_id, store_id])]
#[index(units, gsi = "gsi1", pk = [mall_id], sk = [building_id, unit_id, store_id])]
#[index(leases, gsi = "gsi2", pk = [mall_id], sk = [lease_end, category, units])]
#[index(by_tenant, gsi = "gsi3", pk = [tenant], sk = [lease_end, store_id])]
#[serde(rename_all = "camelCase")]
pub struct Lease {
    #[attr(read_only)]
    pub city_id: String,
    #[attr(read_only)]
    pub mall_id: String,
    #[attr(read_only)]
    pub store_id: String,
    #[attr(read_only)]
    pub building_id: String,
    pub unit_id: String,
    pub category: String,
    pub lease_end: String,
    pub rent: f64,
    pub units: i64,
    pub open: bool,
    pub tags: Option<BTreeSet<String>>,
    pub notes: Option<Vec<String>>,
    pub deposit: Option<f64>,
    pub tenant: Option<String>,
    #[attr(field = "ct")]
    pub contact: Option<String>,
}

/// Local secondary indexes: they share the table's pk field.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "shop", name = "Order", version = "1", rename_all = "camelCase")]
#[index(orders, primary, pk = [customer_id], sk = [order_id])]
#[index(by_status, lsi = "lsi1", pk = [customer_id], sk = [status, placed_at])]
#[index(by_date, lsi = "lsi2", pk = [customer_id], sk = [placed_at])]
#[serde(rename_all = "camelCase")]
pub struct Order {
    #[attr(read_only, field = "cust")]
    pub customer_id: String,
    #[attr(read_only)]
    pub order_id: String,
    #[attr(field = "st")]
    pub status: String,
    pub placed_at: String,
    #[attr(field = "amt")]
    pub total: f64,
}

/// No sort key anywhere, and keys that keep their case.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "auth", name = "Session", version = "1", rename_all = "camelCase")]
#[index(primary, pk(composite = [user_id, device], casing = "none"))]
#[index(by_token, gsi = "gsi1", pk(composite = [token], casing = "none"))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    #[attr(read_only)]
    pub user_id: String,
    #[attr(read_only)]
    pub device: String,
    pub token: String,
    pub hits: f64,
}

/// A primary pk without composites, an upper-cased sk, defaults, a value of any shape.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "cfg", name = "Setting", version = "1", rename_all = "camelCase")]
#[index(primary, pk = [], sk(composite = [name], casing = "upper"))]
#[index(by_group, gsi = "gsi1", pk = [group], sk = [])]
#[serde(rename_all = "camelCase")]
pub struct Setting {
    #[attr(read_only)]
    pub name: String,
    pub group: Option<String>,
    #[attr(default = true)]
    pub flag: Option<bool>,
    #[attr(read_only, default = "2020-01-01")]
    pub created_at: Option<String>,
    pub value: Option<Json>,
}

/// A model, driven by ElectroDB's arguments. What our types do not allow is [`Forbidden`].
pub trait Model: Entity + Debug + PartialEq + DeserializeOwned {
    /// The model's name in the vectors.
    const NAME: &'static str;

    /// `put`, `create` and `upsert`.
    fn write(verb: &str, item: &Object) -> Written<Operation<()>>;
    /// `get`.
    fn read(key: &Object) -> Written<Operation<Option<Self>>>;
    /// `delete` and `remove`.
    fn erase(verb: &str, key: &Object) -> Written<Operation<()>>;
    /// `update` and `patch`.
    fn change(verb: &str, key: &Object, set: &Object) -> Written<Operation<()>>;
    /// A query by an access pattern.
    fn ask(question: &Question, paging: &Paging) -> Written<Operation<Page<Self>>>;
}

/// Where a page of a query begins, and how long it is.
#[derive(Default)]
pub struct Paging {
    pub after: Option<Cursor>,
    pub limit: Option<u32>,
}

/// The arguments of a query.
#[derive(Deserialize)]
pub struct Question {
    /// ElectroDB's name of the access pattern.
    pub index: String,
    /// The composites that are given as values.
    pub facets: Object,
    /// The operator, or nothing.
    pub op: Option<String>,
    /// Its operands: composites again.
    pub bounds: Vec<Object>,
}

/// What is asked of one composite of a sort key.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    Is(Json),
    BeginsWith(String),
    Gt(String),
    Gte(String),
    Lt(String),
    Lte(String),
    Between(String, String),
}

impl Question {
    /// What is asked of the sort key's composites, in their order.
    pub fn of_sort_key(&self, composites: &[&str]) -> Written<Vec<Ask>> {
        let mut asks: Vec<_> =
            composites.iter().map_while(|name| self.facets.get(*name)).cloned().map(Ask::Is).collect();
        let Some(op) = &self.op else { return Ok(asks) };
        let reach =
            |bound: &Object| composites.iter().skip(asks.len()).take_while(|name| bound.contains_key(**name)).count();
        let (first, last) = (&self.bounds[0], &self.bounds[self.bounds.len() - 1]);
        if reach(first) != reach(last) {
            return Err(Forbidden::UnequalBounds);
        }
        let (start, reach) = (asks.len(), reach(first));
        let name = composites[start + reach - 1];
        // `begins` of several composites is a prefix of the key, as the chain of their setters is.
        match op.as_str() {
            "begins" => {
                asks.extend(composites[start..start + reach - 1].iter().map(|name| Ask::Is(first[*name].clone())))
            }
            _ if reach > 1 => return Err(Forbidden::RangeOfSeveral),
            _ => {}
        }
        let text = |bound: &Object| bound[name].as_str().map(str::to_owned).ok_or(Forbidden::RangeOfNumbers);
        let from = text(first)?;
        asks.push(match op.as_str() {
            "begins" => Ask::BeginsWith(from),
            "gt" => Ask::Gt(from),
            "gte" => Ask::Gte(from),
            "lt" => Ask::Lt(from),
            "lte" => Ask::Lte(from),
            "between" => Ask::Between(from, text(last)?),
            other => panic!("no such operator: {other}"),
        });
        Ok(asks)
    }
}

/// A value of an attribute's type.
fn typed<E, T: DeserializeOwned, A, P>(value: &Json, _: Attr<E, T, A, P>) -> Written<T> {
    serde_json::from_value(value.clone()).map_err(|_| Forbidden::WrongType)
}

/// The value of an attribute, if it is given.
fn optional<E: Entity, T: DeserializeOwned, A, const N: usize>(
    values: &Object,
    attribute: Attr<E, T, A, Top<N>>,
) -> Written<Option<T>> {
    values.get(attribute.schema().name).map(|value| typed(value, attribute)).transpose()
}

/// The value of an attribute that the builder waits for.
fn required<E: Entity, T: DeserializeOwned, A, const N: usize>(
    values: &Object,
    attribute: Attr<E, T, A, Top<N>>,
) -> Written<T> {
    optional(values, attribute)?.ok_or(Forbidden::MissingAttribute)
}

/// The value of a composite that the chain of a key waits for.
fn part<E: Entity, T: DeserializeOwned, A, const N: usize>(
    values: &Object,
    attribute: Attr<E, T, A, Top<N>>,
) -> Written<T> {
    optional(values, attribute)?.ok_or(Forbidden::IncompleteKey)
}

/// Access that `set` does not take.
trait Fixed {}

impl Fixed for ReadOnly {}
impl Fixed for PrimaryKey {}

/// The name of an attribute that `set` does not take.
fn fixed<E: Entity, T, A: Fixed, const N: usize>(attribute: Attr<E, T, A, Top<N>>) -> &'static str {
    attribute.schema().name
}

/// A builder of a whole item.
macro_rules! draft {
    ($model:ident $verb:ident $item:ident [$($required:ident)*] [$($optional:ident)*]) => {{
        let a = $model::attributes();
        let draft = $model::$verb()$(.$required(required($item, a.$required)?))*;
        $(let draft = match optional($item, a.$optional)? {
            Some(value) => draft.$optional(value),
            None => draft,
        };)*
        draft
    }};
}

/// An operation with its key.
macro_rules! keyed {
    ($model:ident $verb:ident $values:ident [$($key:ident)*]) => {
        $model::$verb()$(.$key(part($values, $model::attributes().$key)?))*
    };
}

/// An update with its changes.
macro_rules! changed {
    ($model:ident $verb:ident $key:ident $set:ident $keys:tt [$($changeable:ident)*] [$($fixed:ident)*]) => {{
        let a = $model::attributes();
        let mut update = keyed!($model $verb $key $keys);
        for (name, value) in $set {
            update = match name {
                $(name if name == fixed(a.$fixed) => return Err(Forbidden::FixedAttribute),)*
                $(name if name == a.$changeable.schema().name => {
                    update.set(a.$changeable, typed(value, a.$changeable)?)
                })*
                _ => return Err(Forbidden::UnknownAttribute),
            };
        }
        update
    }};
}

/// The sort key of a query, one composite after the other.
macro_rules! sorted {
    ($query:ident $asks:ident $paging:ident $model:ident) => {{
        assert!($asks.is_empty(), "more is asked than the index has");
        $query.after($paging.after.clone())
    }};
    ($query:ident $asks:ident $paging:ident $model:ident $sk:ident: $kind:ident $($rest:tt)*) => {
        match $asks.split_first() {
            None => $query.after($paging.after.clone()),
            Some((Ask::Is(value), asks)) => {
                let query = $query.$sk(typed(value, $model::attributes().$sk)?);
                sorted!(query asks $paging $model $($rest)*)
            }
            Some((ask, _)) => condition!($kind $query $sk ask $paging),
        }
    };
}

/// A condition on a composite, which ends the chain. Numbers that sort as text have none.
macro_rules! condition {
    (text $query:ident $sk:ident $ask:ident $paging:ident) => {
        match $ask {
            Ask::Is(_) => unreachable!("a value leads on"),
            Ask::BeginsWith(text) => $query.$sk(begins_with(text)),
            Ask::Gt(text) => $query.$sk(gt(text.as_str())),
            Ask::Gte(text) => $query.$sk(gte(text.as_str())),
            Ask::Lt(text) => $query.$sk(lt(text.as_str())),
            Ask::Lte(text) => $query.$sk(lte(text.as_str())),
            Ask::Between(from, to) => $query.$sk(between(from.as_str(), to.as_str())),
        }
        .after($paging.after.clone())
    };
    (number $query:ident $sk:ident $ask:ident $paging:ident) => {
        unreachable!("{:?} of a number is refused when the question is read", $ask)
    };
}

macro_rules! model {
    ($model:ident $name:literal {
        required: $required:tt
        optional: $optional:tt
        key: $key:tt
        changeable: $changeable:tt
        fixed: $fixed:tt
        $(query $index:literal $pattern:ident [$($pk:ident)*] [$($sk:ident: $kind:ident)*])*
    }) => {
        impl Model for $model {
            const NAME: &'static str = $name;

            fn write(verb: &str, item: &Object) -> Written<Operation<()>> {
                match verb {
                    "put" => operation!(draft!($model put item $required $optional)).map(Operation::unanswered),
                    "create" => operation!(draft!($model create item $required $optional)).map(Operation::unanswered),
                    "upsert" => operation!(draft!($model upsert item $required $optional)),
                    other => panic!("{other} writes no item"),
                }
            }

            fn read(key: &Object) -> Written<Operation<Option<Self>>> {
                operation!(keyed!($model get key $key))
            }

            fn erase(verb: &str, key: &Object) -> Written<Operation<()>> {
                match verb {
                    "delete" => operation!(keyed!($model delete key $key)),
                    "remove" => operation!(keyed!($model remove key $key)),
                    other => panic!("{other} erases nothing"),
                }
            }

            fn change(verb: &str, key: &Object, set: &Object) -> Written<Operation<()>> {
                match verb {
                    "update" => operation!(changed!($model update key set $key $changeable $fixed)),
                    "patch" => operation!(changed!($model patch key set $key $changeable $fixed)),
                    other => panic!("{other} changes nothing"),
                }
            }

            fn ask(question: &Question, paging: &Paging) -> Written<Operation<Page<Self>>> {
                let facets = &question.facets;
                let _ = facets;
                match question.index.as_str() {
                    $($index => operation!({
                        let query = $model::query().$pattern()$(.$pk(part(facets, $model::attributes().$pk)?))*;
                        let asks = question.of_sort_key(&[$($model::attributes().$sk.schema().name),*])?;
                        let asks = asks.as_slice();
                        let query = sorted!(query asks paging $model $($sk: $kind)*);
                        match paging.limit {
                            Some(limit) => query.limit(limit),
                            None => query,
                        }
                    }),)*
                    other => panic!("there is no index {other}"),
                }
            }
        }
    };
}

model!(Comment "comment" {
    required: [comment_id article_id text]
    optional: []
    key: [comment_id]
    changeable: [text]
    fixed: [comment_id article_id]
    query "primary" primary [comment_id] []
    query "byArticle" by_article [article_id] [comment_id: text]
});

model!(Lease "lease" {
    required: [city_id mall_id store_id building_id unit_id category lease_end rent units open]
    optional: [tags notes deposit tenant contact]
    key: [city_id mall_id building_id store_id]
    changeable: [unit_id category lease_end rent units open tags notes deposit tenant contact]
    fixed: [city_id mall_id store_id building_id]
    query "stores" stores [city_id mall_id] [building_id: text store_id: text]
    query "units" units [mall_id] [building_id: text unit_id: text store_id: text]
    query "leases" leases [mall_id] [lease_end: text category: text units: number]
    query "byTenant" by_tenant [tenant] [lease_end: text store_id: text]
});

model!(Order "order" {
    required: [customer_id order_id status placed_at total]
    optional: []
    key: [customer_id order_id]
    changeable: [status placed_at total]
    fixed: [customer_id order_id]
    query "orders" orders [customer_id] [order_id: text]
    query "byStatus" by_status [customer_id] [status: text placed_at: text]
    query "byDate" by_date [customer_id] [placed_at: text]
});

model!(Session "session" {
    required: [user_id device token hits]
    optional: []
    key: [user_id device]
    changeable: [token hits]
    fixed: [user_id device]
    query "primary" primary [user_id device] []
    query "byToken" by_token [token] []
});

model!(Setting "setting" {
    required: [name]
    optional: [group flag created_at value]
    key: [name]
    changeable: [group flag value]
    fixed: [name created_at]
    query "primary" primary [] [name: text]
    query "byGroup" by_group [group] []
});

/// Runs a generic async function for every model.
macro_rules! for_each_model {
    ($function:ident($($argument:expr),*)) => {
        $function::<$crate::models::Comment>($($argument),*).await;
        $function::<$crate::models::Lease>($($argument),*).await;
        $function::<$crate::models::Order>($($argument),*).await;
        $function::<$crate::models::Session>($($argument),*).await;
        $function::<$crate::models::Setting>($($argument),*).await;
    };
}
pub(crate) use for_each_model;

/// The composites of one side of an index, in their order.
pub fn composites<M: Model>(side: &dynaent::KeySide) -> Vec<&'static dynaent::AttributeSchema> {
    side.composites.iter().map(|composite| &M::SCHEMA.attributes[composite.attribute]).collect()
}

/// The index that ElectroDB's request reads: by its name in DynamoDB.
pub fn index_of<M: Model>(request: &Json) -> &'static dynaent::IndexSchema {
    let name = object(request).get("IndexName").and_then(Json::as_str);
    M::SCHEMA.indexes.iter().find(|index| index.name() == name).expect("the model has the index")
}
