//! What drives a model from recorded arguments: functions without type parameters, so that all tests are compiled once.

use std::{fmt::Debug, pin::Pin};

use dynaent::{Cursor, Entity, Get, KeyPart, Page, Query, Reading, Result, Table};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

use crate::{
    report::{Forbidden, Written},
    request::Request,
    theirs::TABLE,
    vectors::{Ask, Object, Paging},
};

/// A request of ours, or why there is none.
pub type Requested = Result<Json>;
/// A page of entities in JSON, and its cursor.
pub type Read = (Vec<Json>, Option<String>);
/// A read that is sent.
pub type Pending = Pin<Box<dyn Future<Output = Result<Read>>>>;

/// A model.
pub struct Driver {
    pub name: &'static str,
    /// CreateTable's body.
    pub table: fn() -> Requested,
    /// Makes the table.
    pub create: fn(Table) -> Pin<Box<dyn Future<Output = Result<()>>>>,
    /// `put`, `create` and `upsert`.
    pub write: fn(&str, &Object) -> Written<Requested>,
    /// `delete` and `remove`.
    pub erase: fn(&str, &Object) -> Written<Requested>,
    /// `update` and `patch`.
    pub change: fn(&str, &Object, &Object) -> Written<Requested>,
    /// `get`.
    pub get: fn(&Object, &Goal<'_>) -> Written<Answer>,
    /// `query`, by the pattern's name: the partition key's composites, and what is asked of the sort key's.
    pub ask: fn(&str, &Object, &[Ask], &Paging, &Goal<'_>) -> Written<Answer>,
}

/// What to do with a read.
pub enum Goal<'a> {
    Request,
    Send(&'a Table),
}

/// What became of a read.
pub enum Answer {
    Requested(Requested),
    Reading(Pending),
}

impl Answer {
    pub fn requested(self) -> Requested {
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

/// The enum of the models.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, KeyPart)]
pub enum Shade {
    #[serde(rename = "light")]
    #[key_part(rename = "light")]
    Light,
    Dark,
    #[serde(rename = "Very Dark")]
    #[key_part(rename = "Very Dark")]
    VeryDark,
}

/// An entity, from the values of its attributes and back.
pub trait Whole: Entity {
    fn of(values: &Object) -> Written<Self>;
    fn json(&self) -> Json;
}

/// The attribute's name of a field.
pub fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// A value of a type.
pub fn typed<T: DeserializeOwned>(value: &Json) -> Written<T> {
    serde_json::from_value(value.clone()).map_err(|_| Forbidden::WrongType)
}

/// The value of a field; nothing for an `Option` that is not given.
pub fn field<T: DeserializeOwned>(values: &Object, field: &str) -> Written<T> {
    match values.get(&camel(field)) {
        Some(value) => typed(value),
        None => typed(&Json::Null).map_err(|_| Forbidden::MissingAttribute),
    }
}

/// The value of a composite that a key waits for.
pub fn part<T: DeserializeOwned>(values: &Object, field: &str) -> Written<T> {
    values.get(&camel(field)).map_or(Err(Forbidden::IncompleteKey), typed)
}

/// A field in JSON, unless it is absent.
pub fn tell<T: Serialize>(values: &mut Object, field: &str, value: &T) {
    let value = serde_json::to_value(value).expect("a value has JSON");
    if !value.is_null() {
        values.insert(camel(field), value);
    }
}

pub fn requested<I: Request>(input: Result<I>) -> Requested {
    input.map(Request::json)
}

/// A get, as far as it is wanted.
pub fn got<E: Whole>(get: Get<E>, goal: &Goal<'_>) -> Answer {
    match goal {
        Goal::Request => Answer::Requested(requested(get.request(TABLE))),
        Goal::Send(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(
                async move { Ok((get.send(&table).await?.iter().map(Whole::json).collect(), None)) },
            ))
        }
    }
}

/// A query, as far as it is wanted.
pub fn asked<E: Whole, K: Reading<E, Item = E>>(query: Query<E, K>, paging: &Paging, goal: &Goal<'_>) -> Answer {
    let query = query.after(paging.after.clone().map(Cursor::from));
    let query = match paging.limit {
        Some(limit) => query.limit(limit),
        None => query,
    };
    match goal {
        Goal::Request => Answer::Requested(requested(query.request(TABLE))),
        Goal::Send(table) => {
            let table = (*table).clone();
            Answer::Reading(Box::pin(async move {
                let Page { items, cursor, .. } = query.send(&table).await?;
                Ok((items.iter().map(Whole::json).collect(), cursor.map(String::from)))
            }))
        }
    }
}

/// Makes a driver of a model.
macro_rules! drive {
    ($model:ident $draft:ident
        given $given:tt left $left:tt
        fields [$($field:ident: $of:ty),*]
        key $key:tt
        free $free:tt fixed [$($fixed:ident),*]
        $(ask $pattern:ident [$($pk:ident: $pk_of:ty),*] [$($sk:tt)*])*
    ) => {
        impl $crate::driver::Whole for $model {
            fn of(values: &$crate::vectors::Object) -> $crate::report::Written<Self> {
                Ok(Self { $($field: $crate::driver::field(values, stringify!($field))?),* })
            }

            fn json(&self) -> serde_json::Value {
                let mut values = $crate::vectors::Object::new();
                $($crate::driver::tell(&mut values, stringify!($field), &self.$field);)*
                values.into()
            }
        }

        impl $model {
            const DRIVER: $crate::driver::Driver = $crate::driver::Driver {
                name: stringify!($model),
                table: || $crate::driver::requested(dynaent::TableDefinition::of::<$model>().and_then(|table| table.request($crate::theirs::TABLE))),
                create: |table| Box::pin(async move { table.create_if_absent::<$model>().await.map(drop) }),
                write: |verb, values| {
                    use $crate::{driver::requested, theirs::TABLE};
                    Ok(match verb {
                        "put" => requested($crate::driver::drafted!($draft $model put values $given $left).request(TABLE)),
                        "create" => requested($crate::driver::drafted!($draft $model create values $given $left).request(TABLE)),
                        "upsert" => requested($crate::driver::drafted!($draft $model upsert values $given $left).request(TABLE)),
                        other => panic!("{other} writes no item"),
                    })
                },
                erase: |verb, values| {
                    use $crate::{driver::requested, theirs::TABLE};
                    Ok(match verb {
                        "delete" => requested($crate::driver::keyed!($model delete values $key).request(TABLE)),
                        "remove" => requested($crate::driver::keyed!($model remove values $key).request(TABLE)),
                        other => panic!("{other} erases nothing"),
                    })
                },
                change: |verb, values, set| {
                    use $crate::{driver::requested, theirs::TABLE};
                    let fixed: &[&str] = &[$(stringify!($fixed)),*];
                    if fixed.iter().any(|field| set.contains_key(&$crate::driver::camel(field))) {
                        return Err($crate::report::Forbidden::FixedAttribute);
                    }
                    Ok(match verb {
                        "update" => requested($crate::driver::changed!($model update values set $key $free).request(TABLE)),
                        "patch" => requested($crate::driver::changed!($model patch values set $key $free).request(TABLE)),
                        other => panic!("{other} changes nothing"),
                    })
                },
                get: |values, goal| {
                    Ok($crate::driver::got($crate::driver::keyed!($model get values $key), goal))
                },
                ask: |pattern, values, asks, paging, goal| match pattern {
                    $(stringify!($pattern) => {
                        let query = $model::query().$pattern()
                            $(.$pk($crate::driver::part::<$pk_of>(values, stringify!($pk))?))*;
                        let _ = values;
                        $crate::driver::sorted!(query asks paging goal [$($sk)*])
                    })*
                    other => panic!("there is no index {other}"),
                },
            };
        }
    };
}
pub(crate) use drive;

/// A builder of a whole item: by its struct, or by its setters where defaults stand for what is not given.
macro_rules! drafted {
    (whole $model:ident $verb:ident $values:ident $given:tt $left:tt) => {
        $model::$verb().item(<$model as $crate::driver::Whole>::of($values)?)
    };
    (drafted $model:ident $verb:ident $values:ident [$($given:ident: $given_of:ty),*] [$($left:ident: $left_of:ty),*]) => {{
        let draft = $model::$verb()$(.$given($crate::driver::field::<$given_of>($values, stringify!($given))?))*;
        $(let draft = match $crate::driver::field::<Option<$left_of>>($values, stringify!($left))? {
            Some(value) => draft.$left(value),
            None => draft,
        };)*
        draft
    }};
}
pub(crate) use drafted;

/// An operation with its key.
macro_rules! keyed {
    ($model:ident $verb:ident $values:ident [$($key:ident: $of:ty),*]) => {
        $model::$verb()$(.$key($crate::driver::part::<$of>($values, stringify!($key))?))*
    };
}
pub(crate) use keyed;

/// An update with its changes.
macro_rules! changed {
    ($model:ident $verb:ident $values:ident $set:ident $key:tt [$($free:ident: $of:ty),*]) => {{
        let a = $model::attributes();
        let mut update = $crate::driver::keyed!($model $verb $values $key);
        $(if let Some(value) = $set.get(&$crate::driver::camel(stringify!($free))) {
            update = update.set(a.$free, $crate::driver::typed::<$of>(value)?);
        })*
        update
    }};
}
pub(crate) use changed;

/// The sort key of a query, one composite after the other.
macro_rules! sorted {
    ($query:ident $asks:ident $paging:ident $goal:ident []) => {{
        assert!($asks.is_empty(), "more is asked than the index has");
        Ok($crate::driver::asked($query.after(None::<dynaent::Cursor>), $paging, $goal))
    }};
    ($query:ident $asks:ident $paging:ident $goal:ident [$sk:ident $of:ident $kind:ident $(, $($rest:tt)*)?]) => {
        match $asks.split_first() {
            None => Ok($crate::driver::asked($query.after(None::<dynaent::Cursor>), $paging, $goal)),
            Some(($crate::vectors::Ask::Is(value), asks)) => {
                let query = $query.$sk($crate::driver::typed::<$of>(value)?);
                $crate::driver::sorted!(query asks $paging $goal [$($($rest)*)?])
            }
            Some((ask, _)) => $crate::driver::limited!($kind $query $sk $of ask $paging $goal),
        }
    };
}
pub(crate) use sorted;

/// A condition on a composite, which ends the chain. Numbers that sort as text have none.
macro_rules! limited {
    (text $query:ident $sk:ident $of:ident $ask:ident $paging:ident $goal:ident) => {
        match $ask {
            $crate::vectors::Ask::BeginsWith(text) => {
                let text = $crate::driver::typed::<String>(text)?;
                Ok($crate::driver::asked($query.$sk(dynaent::begins_with(text)).after(None::<dynaent::Cursor>), $paging, $goal))
            }
            _ => $crate::driver::limited!(range $query $sk $of $ask $paging $goal),
        }
    };
    (range $query:ident $sk:ident $of:ident $ask:ident $paging:ident $goal:ident) => {{
        use $crate::{driver::typed, vectors::Ask};
        let query = match $ask {
            Ask::Gt(value) => $query.$sk(dynaent::gt(typed::<$of>(value)?)).after(None::<dynaent::Cursor>),
            Ask::Gte(value) => $query.$sk(dynaent::gte(typed::<$of>(value)?)).after(None::<dynaent::Cursor>),
            Ask::Lt(value) => $query.$sk(dynaent::lt(typed::<$of>(value)?)).after(None::<dynaent::Cursor>),
            Ask::Lte(value) => $query.$sk(dynaent::lte(typed::<$of>(value)?)).after(None::<dynaent::Cursor>),
            Ask::Between(from, to) => {
                $query.$sk(dynaent::between(typed::<$of>(from)?, typed::<$of>(to)?)).after(None::<dynaent::Cursor>)
            }
            Ask::Is(_) | Ask::BeginsWith(_) => return Err($crate::report::Forbidden::RangeOfNumbers),
        };
        Ok($crate::driver::asked(query, $paging, $goal))
    }};
    (value $query:ident $sk:ident $of:ident $ask:ident $paging:ident $goal:ident) => {{
        let _ = ($query, $ask);
        Err($crate::report::Forbidden::RangeOfNumbers)
    }};
}
pub(crate) use limited;
