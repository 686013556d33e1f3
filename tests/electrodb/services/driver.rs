//! What drives the services from recorded arguments: functions without type parameters, so that all tests are compiled
//! once.

use std::{collections::HashMap, fmt::Debug, pin::Pin};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{
    Attr, Collection, CollectionPage, CollectionQuery, Condition, Cursor, Entity, FindRequest, InOrderAs, JsNumber,
    Page, Result, Table, TableDefinition, Value, ValueError, any, begins_with, between, gt, gte, lt, lte, raw,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

use crate::{
    models::{blog, clustered, ledger, nested, options, people, tasks, versions},
    report::{Forbidden, Written},
    request::Request,
    theirs::TABLE,
    vectors::{Filter, Object, Query},
};

pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// An entity as it is compared: the member's alias, and its attributes in JSON.
pub type Told = (&'static str, Json);

/// What was read.
#[derive(Debug)]
pub struct Read {
    pub items: Vec<Told>,
    pub cursor: Option<String>,
    pub foreign: usize,
}

/// A service.
pub struct ServiceDriver {
    pub name: &'static str,
    /// CreateTable's body.
    pub table: fn() -> Result<Json>,
    /// Makes the table.
    pub create: fn(Table) -> Pending<()>,
    pub decode: fn(HashMap<String, AttributeValue>) -> Result<Told>,
    pub members: &'static [MemberDriver],
    pub collections: &'static [CollectionDriver],
}

/// An entity of a service.
pub struct MemberDriver {
    pub alias: &'static str,
    /// The item's attributes, as we tell them.
    pub told: fn(&Object) -> Json,
    /// The request of a put.
    pub put: fn(&Object) -> Result<Json>,
    /// Puts an item.
    pub store: fn(&Object, Table) -> Pending<()>,
    /// `find`, or `matching`: the request's target and body, if it is not to be sent.
    pub find: fn(&Object, bool, &Goal<'_>) -> Written<Found>,
}

/// A collection of a service.
pub struct CollectionDriver {
    pub name: &'static str,
    pub ask: fn(&Query, &Paging, &Goal<'_>) -> Written<Answer>,
}

/// Where a page begins, and how long it is.
#[derive(Default)]
pub struct Paging {
    pub after: Option<String>,
    pub limit: Option<u32>,
}

/// What to do with a read.
pub enum Goal<'a> {
    Request,
    /// One page; of a collection, in its lists.
    Page(&'a Table),
    /// All pages; of a collection, in its lists.
    All(&'a Table),
    /// One page, in order.
    InOrder(&'a Table),
    /// All pages, in order.
    AllInOrder(&'a Table),
}

/// What becomes of a read of a collection.
pub enum Answer {
    Requested(Result<Json>),
    Reading(Pending<Read>),
}

impl Answer {
    pub fn requested(self) -> Result<Json> {
        match self {
            Self::Requested(request) => request,
            Self::Reading(_) => panic!("it was to be sent"),
        }
    }

    pub async fn read(self) -> Result<Read> {
        match self {
            Self::Requested(_) => panic!("it was not to be sent"),
            Self::Reading(reading) => reading.await,
        }
    }
}

/// What becomes of `find` and `matching`.
pub enum Found {
    /// The target, and the body.
    Requested(Result<(&'static str, Json)>),
    Reading(Pending<Vec<Json>>),
}

/// An entity in JSON, without what it lacks.
pub fn told<E: Serialize>(entity: &E) -> Json {
    let mut json = serde_json::to_value(entity).expect("an entity has JSON");
    json.as_object_mut().expect("an entity is an object").retain(|_, value| !value.is_null());
    json
}

/// The attribute's name of a field.
pub fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// A value of a type.
fn typed<T: DeserializeOwned>(value: &Json) -> Written<T> {
    serde_json::from_value(value.clone()).map_err(|_| Forbidden::WrongType)
}

/// A value of an attribute's type.
fn typed_as<E, T: DeserializeOwned, A, P>(value: &Json, _: Attr<E, T, A, P>) -> Written<T> {
    typed(value)
}

/// The text of a partition key's composite.
fn part(facets: &Object, field: &str) -> Written<String> {
    facets.get(&camel(field)).map_or(Err(Forbidden::IncompleteKey), typed)
}

/// What is asked of one composite of a sort key.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    Is(Json),
    BeginsWith(String),
    Gt(Json),
    Gte(Json),
    Lt(Json),
    Lte(Json),
    Between(Json, Json),
}

impl Query {
    /// What is asked of these composites of the sort key, in their order.
    pub fn asks(&self, composites: &[String]) -> Written<Vec<Ask>> {
        let mut asks: Vec<_> =
            composites.iter().map_while(|name| self.facets.get(name)).cloned().map(Ask::Is).collect();
        let Some(op) = &self.op else { return Ok(asks) };
        let (first, last) = (&self.bounds[0], &self.bounds[self.bounds.len() - 1]);
        let names: Vec<_> = composites[asks.len()..].iter().take_while(|name| first.contains_key(*name)).collect();
        let (name, before) = names.split_last().expect("an operator has an operand");
        match op.as_str() {
            // A prefix of the key, as the chain of setters is.
            "begins" => asks.extend(before.iter().map(|name| Ask::Is(first[*name].clone()))),
            _ if !before.is_empty() => return Err(Forbidden::RangeOfSeveral),
            _ => {}
        }
        let from = first[*name].clone();
        asks.push(match op.as_str() {
            "begins" => Ask::BeginsWith(typed(&from).map_err(|_| Forbidden::RangeOfNumbers)?),
            "gt" => Ask::Gt(from),
            "gte" => Ask::Gte(from),
            "lt" => Ask::Lt(from),
            "lte" => Ask::Lte(from),
            "between" => Ask::Between(from, last[*name].clone()),
            other => panic!("no such operator: {other}"),
        });
        Ok(asks)
    }
}

/// ElectroDB's filter as a condition on the items of one entity. It may be on an attribute that the entity lacks.
fn condition<E: Entity>(filter: &Filter) -> Condition<E> {
    let comparison = |(name, op, values): (&str, &str, &[Json])| {
        let field = E::SCHEMA.attributes.iter().find(|attribute| attribute.name == name).map_or(name, |a| a.field);
        let attribute = raw::<E>(field.to_owned());
        let value = |at: usize| Compared(values[at].clone());
        match op {
            "eq" => attribute.eq(value(0)),
            "gt" => attribute.gt(value(0)),
            "gte" => attribute.gte(value(0)),
            "lte" => attribute.lte(value(0)),
            "between" => attribute.between(value(0), value(1)),
            "begins" => attribute.begins_with(values[0].as_str().expect("text")),
            "exists" => attribute.exists(),
            "notExists" => attribute.not_exists(),
            other => panic!("no such operation: {other}"),
        }
    };
    any(filter.comparisons().into_iter().map(comparison))
}

/// A value of any type that filters compare with.
#[derive(Clone)]
struct Compared(Json);

impl Value for Compared {
    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        Ok(match &self.0 {
            Json::String(text) => AttributeValue::S(text.clone()),
            Json::Number(number) => AttributeValue::N(number.to_string()),
            Json::Bool(flag) => AttributeValue::Bool(*flag),
            other => panic!("no filter compares with {other}"),
        })
    }

    fn from_attribute(_: AttributeValue) -> Result<Self, ValueError> {
        unreachable!("no item is read as what it is compared with")
    }
}

/// What is in a collection's lists.
trait Lists: Collection {
    fn lists(self) -> Vec<Told>;
}

/// What an entity of a service is.
trait Tells {
    fn tell(&self) -> Told;
}

/// A query of a collection, as far as it is wanted.
fn asked<C: Lists + InOrderAs<S>, S: Tells + Send + 'static>(
    query: CollectionQuery<C>,
    asked: &Query,
    paging: &Paging,
    goal: &Goal<'_>,
) -> Answer {
    let query = query.after(paging.after.clone().map(Cursor::from));
    let query = match asked.options.order.as_deref() {
        Some("desc") => query.descending(),
        _ => query,
    };
    let query = match paging.limit.or(asked.options.limit) {
        Some(limit) => query.limit(limit),
        None => query,
    };
    let all = |items| Read { items, cursor: None, foreign: 0 };
    match goal {
        Goal::Request => Answer::Requested(query.request(TABLE).map(Request::json)),
        Goal::Page(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(async move {
                let CollectionPage { items, cursor, foreign, .. } = query.send(&table).await?;
                Ok(Read { items: items.lists(), cursor: cursor.map(String::from), foreign })
            }))
        }
        Goal::All(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(async move { query.all(&table).await.map(C::lists).map(all) }))
        }
        Goal::InOrder(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(async move {
                let Page { items, cursor, foreign, .. } = query.in_order::<S>().send(&table).await?;
                Ok(Read { items: items.iter().map(S::tell).collect(), cursor: cursor.map(String::from), foreign })
            }))
        }
        Goal::AllInOrder(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(async move {
                let items = query.in_order::<S>().all(&table).await?;
                Ok(all(items.iter().map(S::tell).collect()))
            }))
        }
    }
}

/// The sort key of a query, one composite after the other.
macro_rules! sorted {
    ($query:ident $asks:ident) => {{
        assert!($asks.is_empty(), "more is asked than is shared");
        $query.after(None::<Cursor>)
    }};
    ($query:ident $asks:ident $sk:ident: $kind:ident $type:ty, $($rest:tt)*) => {
        match $asks.split_first() {
            None => $query.after(None::<Cursor>),
            Some((Ask::Is(value), asks)) => {
                let query = $query.$sk(typed::<$type>(value)?);
                sorted!(query asks $($rest)*)
            }
            Some((ask, _)) => ranged!($kind $type, $query $sk ask),
        }
    };
}

/// A condition on a composite, which ends the chain.
macro_rules! ranged {
    (text $type:ty, $query:ident $sk:ident $ask:ident) => {
        match $ask {
            Ask::BeginsWith(text) => $query.$sk(begins_with(text)).after(None::<Cursor>),
            other => ranged!(number $type, $query $sk other),
        }
    };
    (number $type:ty, $query:ident $sk:ident $ask:ident) => {
        match $ask {
            Ask::Is(_) => unreachable!("a value leads on"),
            Ask::BeginsWith(_) => unreachable!("a number is compared as a whole"),
            Ask::Gt(value) => $query.$sk(gt(typed::<$type>(value)?)),
            Ask::Gte(value) => $query.$sk(gte(typed::<$type>(value)?)),
            Ask::Lt(value) => $query.$sk(lt(typed::<$type>(value)?)),
            Ask::Lte(value) => $query.$sk(lte(typed::<$type>(value)?)),
            Ask::Between(from, to) => $query.$sk(between(typed::<$type>(from)?, typed::<$type>(to)?)),
        }
        .after(None::<Cursor>)
    };
}

macro_rules! service {
    ($name:ident $service:ident {
        $($variant:ident $alias:literal $entity:ident [$($attribute:ident)*])*
    } {
        $($collection:ident { $($member:ident $list_alias:literal $list:ident)* } [$($pk:ident)*] [$($sk:ident: $kind:ident $type:ty,)*])*
    }) => {
        impl Tells for $name::$service {
            fn tell(&self) -> Told {
                match self {
                    $(Self::$variant(entity) => ($alias, told(entity)),)*
                }
            }
        }

        $(impl Lists for $name::$collection {
            fn lists(self) -> Vec<Told> {
                let mut items = Vec::new();
                $(items.extend(self.$list.iter().map(|entity| ($list_alias, told(entity))));)*
                items
            }
        })*

        impl ServiceDriver {
            #[allow(non_upper_case_globals)]
            pub const $name: Self = Self {
                name: stringify!($name),
                table: || {
                    TableDefinition::of::<$name::$service>().and_then(|table| table.request(TABLE)).map(Request::json)
                },
                create: |table| Box::pin(async move { table.create_if_absent::<$name::$service>().await.map(drop) }),
                decode: |item| $name::$service::decode(item).map(|entity| entity.tell()),
                members: &[$(MemberDriver {
                    alias: $alias,
                    told: |item| told(&whole::<$name::$entity>(item)),
                    put: |item| $name::$entity::put().item(whole(item)).request(TABLE).map(Request::json),
                    store: |item, table| {
                        let put = $name::$entity::put().item(whole(item));
                        Box::pin(async move { put.send(&table).await.map(drop) })
                    },
                    find: |given, matching, goal| {
                        let a = $name::$entity::attributes();
                        let mut find = if matching { $name::$entity::matching() } else { $name::$entity::find() };
                        for (name, value) in given {
                            find = match name.as_str() {
                                $(name if name == camel(stringify!($attribute)) => {
                                    find.with(a.$attribute, typed_as(value, a.$attribute)?)
                                })*
                                _ => return Err(Forbidden::UnknownAttribute),
                            };
                        }
                        let find = find.allow_scan();
                        Ok(match goal {
                            Goal::All(table) => {
                                let table = (*table).clone();
                                Found::Reading(Box::pin(async move {
                                    Ok(find.all(&table).await?.iter().map(told).collect())
                                }))
                            }
                            _ => Found::Requested(find.request(TABLE).map(|request| match request {
                                FindRequest::Query(input) => ("Query", input.json()),
                                FindRequest::Scan(input) => ("Scan", input.json()),
                                other => panic!("no such request: {other:?}"),
                            })),
                        })
                    },
                },)*],
                collections: &[$(CollectionDriver {
                    name: <$name::$collection as Collection>::NAME,
                    ask: |ask, paging, goal| {
                        let query = $name::$collection::query()$(.$pk(part(&ask.facets, stringify!($pk))?))*;
                        let asks = ask.asks(&[$(camel(stringify!($sk))),*])?;
                        let asks = asks.as_slice();
                        let query = sorted!(query asks $($sk: $kind $type,)*);
                        let query = match &ask.filter {
                            Some(filter) => query$(.filter(condition::<$name::$member>(filter)))*,
                            None => query,
                        };
                        Ok(asked::<_, $name::$service>(query, ask, paging, goal))
                    },
                },)*],
            };
        }
    };
}

/// The entity that the payload of a put is.
fn whole<E: DeserializeOwned>(item: &Object) -> E {
    serde_json::from_value(Json::Object(item.clone())).unwrap_or_else(|error| panic!("{error}: {item:?}"))
}

service!(blog Blog {
    Article "articles" Article [article_id author_id title status score]
    Comment "comments" Comment [comment_id article_id author_id text status score]
    Author "authors" Author [author_id name status]
} {
    Discussion { Article "articles" articles Comment "comments" comments } [article_id] []
    Authored { Article "articles" articles Comment "comments" comments Author "authors" authors } [author_id] []
});

service!(tasks TaskApp {
    Employee "employees" Employee [employee first_name last_name office title team date_hired salary manager]
    Task "tasks" Task [task project employee description status points]
    Office "offices" Office [office country state city zip address]
} {
    Workplaces { Employee "employees" employees Office "offices" offices } [office] []
    Assignments { Employee "employees" employees Task "tasks" tasks } [employee] []
});

service!(versions VersionControl {
    Repository "repositories" Repository [repo_owner repo_name username created_at is_private stars]
    Issue "issues" Issue [repo_owner repo_name username status subject created_at ticket_number]
    PullRequest "pullRequests" PullRequest [repo_owner repo_name username status subject created_at ticket_number reviewer]
    Subscription "subscriptions" Subscription [repo_owner repo_name username ticket_type ticket_number]
    User "users" User [username full_name created_at]
} {
    Owned {
        Repository "repositories" repositories Issue "issues" issues PullRequest "pullRequests" pull_requests User "users" users
    } [username] [created_at: text String,]
    Activity {
        Issue "issues" issues PullRequest "pullRequests" pull_requests
    } [repo_owner repo_name] [status: text String, ticket_number: number u32,]
    Watching { Subscription "subscriptions" subscriptions User "users" users } [username] []
});

service!(nested Nested {
    Top "tops" Top [id org a]
    Middle "middles" Middle [id org a]
    Deep "deeps" Deep [id org b]
    Deeper "deepers" Deeper [id org a b]
    Other "others" Other [id org a]
    Note "notes" Note [id org]
} {
    First {
        Top "tops" tops Middle "middles" middles Deep "deeps" deeps Deeper "deepers" deepers Other "others" others
    } [org] []
    Second { Middle "middles" middles Deep "deeps" deeps Deeper "deepers" deepers } [org] []
    Third { Deep "deeps" deeps Deeper "deepers" deepers } [org] []
    Elsewhere { Other "others" others } [org] []
    OfNote { Top "tops" tops Note "notes" notes } [org] []
    OfNotes { Middle "middles" middles } [org] []
});

service!(clustered Clustered {
    Pair "pairs" Pair [id org a b]
    Triple "triples" Triple [id org a b x]
    Other "others" Other [id org a y]
    Alone "alones" Alone [id org a]
} {
    OfTwo { Pair "pairs" pairs Triple "triples" triples } [org] [a: text String, b: text String,]
    OfOne {
        Pair "pairs" pairs Triple "triples" triples Other "others" others Alone "alones" alones
    } [org] [a: text String,]
});

service!(ledger Entry {
    Invoice "invoices" Invoice [account number country region day amount status]
    Payment "payments" Payment [account number country region day amount status]
    Refund "refunds" Refund [account number country region day amount reason]
} {
    Ledger {
        Invoice "invoices" invoices Payment "payments" payments Refund "refunds" refunds
    } [country region] [day: text String, amount: number JsNumber,]
});

service!(people People {
    First "firsts" FirstPerson [id org name joined]
    Second "seconds" SecondPerson [id org first last joined]
    Team "teams" Team [id org label joined]
} {
    Directory { FirstPerson "firsts" firsts SecondPerson "seconds" seconds Team "teams" teams } [org] []
    Timeline {
        FirstPerson "firsts" firsts SecondPerson "seconds" seconds Team "teams" teams
    } [org] [joined: text String,]
});

service!(options Options {
    Plain "plains" Plain [id code org day rank]
    Tagged "taggeds" Tagged [id code org day rank tag]
} {
    Mixed { Plain "plains" plains Tagged "taggeds" taggeds } [org] []
    Scoped { Plain "plains" plains Tagged "taggeds" taggeds } [org code] [day: text String, rank: number u16,]
});

pub const SERVICES: &[ServiceDriver] = &[
    ServiceDriver::blog,
    ServiceDriver::tasks,
    ServiceDriver::versions,
    ServiceDriver::nested,
    ServiceDriver::clustered,
    ServiceDriver::ledger,
    ServiceDriver::people,
    ServiceDriver::options,
];

impl ServiceDriver {
    pub fn member(&self, alias: &str) -> &MemberDriver {
        self.members.iter().find(|member| member.alias == alias).unwrap_or_else(|| panic!("there is no member {alias}"))
    }

    pub fn collection(&self, name: &str) -> &CollectionDriver {
        let mut collections = self.collections.iter();
        collections
            .find(|collection| collection.name == name)
            .unwrap_or_else(|| panic!("there is no collection {name}"))
    }
}
