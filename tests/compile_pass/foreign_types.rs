//! Types from other modules and crates, aliases, and a mix of codecs.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
};

use dynaent::Entity;

/// Types of another module.
pub mod other {
    use dynaent::KeyPart;
    use serde::{Deserialize, Serialize};

    /// A newtype for keys.
    #[derive(Debug, Clone, PartialEq, KeyPart)]
    pub struct Owner(pub String);

    /// A type that serde stores.
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Address {
        /// The city.
        pub city: String,
    }

    /// An alias.
    pub type Id = String;

    /// An alias that hides an `Option`: to Dynaent the attribute is required, its value may be `None`.
    pub type Nickname = Option<String>;
}

/// An alias with a parameter.
pub type List<T> = Vec<T>;

/// A pet.
#[derive(Entity)]
#[entity(service = "app", name = "Pet", version = "1")]
#[index(primary, pk = [owner], sk = [id, born])]
pub struct Pet {
    /// A path to a newtype.
    pub owner: self::other::Owner,
    /// An alias of text.
    pub id: other::Id,
    /// A type of another crate, in a key.
    pub born: ulid::Ulid,
    /// An alias of an `Option`.
    pub nickname: other::Nickname,
    /// Through serde.
    pub address: Option<other::Address>,
    /// Through serde, from another crate.
    pub extra: serde_json::Value,
    /// An alias of a list.
    pub weights: List<f64>,
    /// A full path to an `Option`.
    pub vet: ::core::option::Option<::std::string::String>,
    /// A set of text.
    pub tags: HashSet<String>,
    /// A set of numbers.
    pub chips: Option<BTreeSet<u64>>,
    /// A map.
    pub scores: HashMap<String, i32>,
    /// A nested map.
    pub nested: BTreeMap<String, Vec<Option<bool>>>,
    /// A tuple, which serde stores.
    pub place: (f64, f64),
    /// An array, which serde stores.
    pub rgb: [u8; 3],
}

#[test]
fn values_are_taken_as_they_are() {
    let pet = Pet::create()
        .owner(other::Owner("ada".into()))
        .id(Cow::Borrowed("p1"))
        .born(ulid::Ulid::nil())
        .nickname(Some("Rex".to_owned()))
        .address(other::Address { city: "Rome".into() })
        .extra(serde_json::json!({"a": 1}))
        .weights(vec![1.5])
        .vet("Eve")
        .tags(HashSet::from(["a".to_owned()]))
        .chips(None)
        .scores(HashMap::new())
        .nested(BTreeMap::new())
        .place((1.0, 2.0))
        .rgb([1, 2, 3]);
    assert!(pet.request("app").is_ok());
}
