//! What several entities need of one table, without an engine.

use aws_sdk_dynamodb::types::ProjectionType;
use dynaent::{Entities, Entity, Error, Expiry, TableDefinition};

use crate::fixtures::{Article, Comment};

/// Why they cannot share a table.
#[track_caller]
fn refused<E: Entities>() -> Error {
    TableDefinition::of::<E>().expect_err("they cannot share a table")
}

/// Makes an entity of one index, all else being equal.
macro_rules! variants {
    ($($name:ident $entity:literal: #[$index:meta])*) => {$(
        #[derive(Debug, Entity)]
        #[entity(service = "app", name = $entity, version = "1")]
        #[index(primary, pk = [id], sk = [])]
        #[$index]
        struct $name {
            id: String,
            owner: String,
            rank: u32,
            title: Option<String>,
            note: Option<String>,
            #[attr(field = "gsi1sk2")]
            last: Option<String>,
        }
    )*};
}

variants! {
    Whole "Whole": #[index(a, gsi = "gsi1", pk = [owner], sk = [id])]
    Bare "Bare": #[index(a, gsi = "gsi1", pk = [owner], sk = [id], projection = keys_only)]
    Titled "Titled": #[index(a, gsi = "gsi1", pk = [owner], sk = [id], projection = include(owner, rank, title, id))]
    Noted "Noted": #[index(a, gsi = "gsi1", pk = [owner], sk = [id], projection = include(note, owner, id, rank))]
    Elsewhere "Elsewhere": #[index(a, gsi = "gsi1", pk = [owner], sk(field = "else", composite = [id]))]
    Unsorted "Unsorted": #[index(a, gsi = "gsi1", pk = [owner])]
    Local "Local": #[index(a, lsi = "gsi1", pk = [id], sk = [owner])]
    Global "Global": #[index(a, gsi = "gsi1", pk(field = "pk", composite = [id]), sk = [owner])]
    Ranked "Ranked": #[index(a, gsi = "gsi1", pk = [owner], sk(template = "${rank}"))]
    RankedElsewhere "RankedElsewhere": #[index(a, gsi = "gsi2", pk = [owner], sk(field = "gsi1sk", template = "${rank}"))]
    OneAndTwo "OneAndTwo": #[index(a, gsi = "multi", pk = [owner], sk = [rank, id], multi_attribute)]
    TwoAndOne "TwoAndOne": #[index(a, gsi = "multi", pk = [owner, rank], sk = [id], multi_attribute)]
}

#[test]
fn projections_that_differ_are_refused() {
    let error = refused::<(Whole, Bare)>();
    assert!(matches!(error, Error::Projections { first: "Whole", second: "Bare", index: "gsi1" }), "{error:?}");
    assert_eq!(error.to_string(), "`Whole` and `Bare` cannot share a table: the projections of index `gsi1` differ");
    assert!(matches!(refused::<(Bare, Whole)>(), Error::Projections { first: "Bare", second: "Whole", .. }));
    assert!(matches!(refused::<(Whole, Titled)>(), Error::Projections { second: "Titled", .. }));
    assert!(matches!(refused::<(Titled, Bare)>(), Error::Projections { second: "Bare", .. }));
}

#[test]
fn included_attributes_are_united() {
    let included = |definition: TableDefinition| {
        let input = definition.request("app").expect("a request");
        let projection = input.global_secondary_indexes()[0].projection().expect("a projection").clone();
        assert_eq!(projection.projection_type(), Some(&ProjectionType::Include));
        projection.non_key_attributes.expect("attributes")
    };
    let one = included(TableDefinition::of::<Titled>().expect("a table"));
    assert_eq!(one, ["owner", "rank", "title", "id", "__edb_e__", "__edb_v__"]);
    let both = included(TableDefinition::of::<(Titled, Noted)>().expect("they agree"));
    assert_eq!(both, ["owner", "rank", "title", "id", "note", "__edb_e__", "__edb_v__"]);
    let both = included(TableDefinition::of::<(Noted, Titled)>().expect("they agree"));
    assert_eq!(both, ["note", "owner", "id", "rank", "title", "__edb_e__", "__edb_v__"]);
}

/// An attribute of one that is stored in a key field of the table or the index is there anyway.
#[test]
fn keys_are_not_included() {
    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Keyed", version = "1")]
    #[index(primary, pk(field = "id", template = "${id}"), sk(field = "at", template = "${at}"))]
    #[index(by_owner, gsi = "gsi1", pk(field = "owner", template = "${owner}"), projection = include(note, at, id, owner))]
    struct Keyed {
        id: String,
        at: u64,
        owner: String,
        note: String,
    }

    let input = TableDefinition::of::<Keyed>().and_then(|table| table.request("app")).expect("a request");
    let projection = input.global_secondary_indexes()[0].projection().expect("a projection");
    assert_eq!(projection.non_key_attributes(), ["note", "__edb_e__", "__edb_v__"]);
}

#[test]
fn keys_that_differ_are_refused() {
    let error = refused::<(Whole, Elsewhere)>();
    assert!(matches!(error, Error::KeyFields { first: "Whole", second: "Elsewhere", .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "`Whole` and `Elsewhere` cannot share a table: the key fields of index `gsi1` differ"
    );
    assert!(matches!(refused::<(Whole, Unsorted)>(), Error::KeyFields { second: "Unsorted", .. }));
    assert!(matches!(refused::<(Unsorted, Whole)>(), Error::KeyFields { second: "Whole", .. }));
    assert!(matches!(refused::<(Whole, Local)>(), Error::KeyFields { second: "Local", .. }));
    assert!(matches!(refused::<(Local, Global)>(), Error::KeyFields { second: "Global", .. }), "of the same fields");
    // The fields are the same, and stand on other sides.
    assert!(matches!(refused::<(OneAndTwo, TwoAndOne)>(), Error::KeyFields { second: "TwoAndOne", .. }));
}

#[test]
fn a_field_has_one_type() {
    let error = refused::<(Whole, Ranked)>();
    assert!(matches!(error, Error::KeyType { first: "Whole", second: "Ranked", field: "gsi1sk" }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "`Whole` and `Ranked` cannot share a table: the key field `gsi1sk` is text in one and a number in the other"
    );
    // In another index it is the same field.
    assert!(matches!(refused::<(RankedElsewhere, Whole)>(), Error::KeyType { second: "Whole", field: "gsi1sk", .. }));
}

#[test]
fn a_table_has_one_expiry() {
    macro_rules! expiring {
        ($($name:ident $entity:literal $field:literal)*) => {$(
            #[derive(Debug, Entity)]
            #[entity(service = "app", name = $entity, version = "1")]
            #[index(primary, pk = [id], sk = [])]
            struct $name {
                id: String,
                #[attr(ttl, field = $field)]
                expires: Option<Expiry>,
            }
        )*};
    }
    expiring! {
        Early "Early" "ttl"
        Late "Late" "ttl"
        Other "Other" "until"
    }

    let error = refused::<(Early, Comment, Other)>();
    assert!(
        matches!(error, Error::ExpiryFields { first: "Early", second: "Other", fields: ["ttl", "until"] }),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "`Early` and `Other` cannot share a table: items expire by `ttl` in one and by `until` in the other"
    );
    // Some may have none.
    assert!(TableDefinition::of::<(Comment, Early, Late, Article)>().is_ok());
}

// -- What a table can have -------------------------------------------------------------------------------------------

macro_rules! indexed {
    ($name:ident $entity:literal $kind:ident [$pk:ident $sk:ident]: $($pattern:ident $index:literal)*) => {
        #[derive(Debug, Entity)]
        #[entity(service = "app", name = $entity, version = "1")]
        #[index(primary, pk = [id], sk = [])]
        $(#[index($pattern, $kind = $index, pk = [$pk], sk = [$sk])])*
        struct $name {
            id: String,
            owner: String,
        }
    };
}

indexed!(Eleven "Eleven" gsi [owner id]: a "gsi1" b "gsi2" c "gsi3" d "gsi4" e "gsi5" f "gsi6" g "gsi7" h "gsi8" i "gsi9" j "gsi10" k "gsi11");
indexed!(Twenty "Twenty" gsi [owner id]: k "gsi11" l "gsi12" m "gsi13" n "gsi14" o "gsi15" p "gsi16" q "gsi17" r "gsi18" s "gsi19" t "gsi20");
indexed!(OneMore "OneMore" gsi [owner id]: t "gsi20" u "gsi21");
indexed!(Three "Three" lsi [id owner]: a "lsi1" b "lsi2" c "lsi3");
indexed!(Five "Five" lsi [id owner]: c "lsi3" d "lsi4" e "lsi5");
indexed!(Six "Six" lsi [id owner]: f "lsi6");

#[test]
fn indexes_are_limited() {
    assert!(TableDefinition::of::<(Eleven, Twenty, Three, Five)>().is_ok());
    let error = refused::<(Eleven, Twenty, OneMore)>();
    assert!(matches!(error, Error::TableLimit { count: 21, limit: 20, .. }), "{error:?}");
    assert_eq!(error.to_string(), "the table would have 21 global secondary indexes, DynamoDB allows at most 20");
    let error = refused::<(Three, Five, Six)>();
    assert_eq!(error.to_string(), "the table would have 6 local secondary indexes, DynamoDB allows at most 5");
}

macro_rules! including {
    ($name:ident $entity:literal [$($field:ident)*] $pattern:ident $index:literal $($more:tt)*) => {
        including!(@ $name $entity [$($field)*] [$($field),*] [] $pattern $index $($more)*);
    };
    (@ $name:ident $entity:literal [$($field:ident)*] $all:tt [$($done:tt)*] $pattern:ident $index:literal $($more:tt)*) => {
        including!(@ $name $entity [$($field)*] $all [$($done)* [$pattern $index $all]] $($more)*);
    };
    (@ $name:ident $entity:literal [$($field:ident)*] $all:tt [$([$pattern:ident $index:literal [$($included:ident),*]])*]) => {
        #[derive(Debug, Entity)]
        #[entity(service = "app", name = $entity, version = "gsi1")]
        #[index(primary, pk = [id], sk = [])]
        $(#[index($pattern, gsi = $index, pk = [owner], sk = [id], projection = include(id, owner, $($included),*))])*
        struct $name {
            id: String,
            owner: String,
            $($field: Option<String>,)*
        }
    };
}

// With `id`, `owner` and the two identifiers: 19, and two more.
including!(Many "Many" [a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15] a "gsi1");
including!(Others "Others" [b1 b2] a "gsi1");
including!(Another "Another" [b1] a "gsi1");
// 16 in each of six and of seven.
including!(Often "Often" [a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12] a "gsi1" b "gsi2" c "gsi3" d "gsi4" e "gsi5" f "gsi6");
including!(TooOften "TooOften" [a1] a "gsi1" b "gsi2" c "gsi3" d "gsi4" e "gsi5" f "gsi6" g "gsi7");

#[test]
fn included_attributes_are_limited() {
    assert!(TableDefinition::of::<(Many, Another)>().is_ok());
    let error = refused::<(Many, Others)>();
    assert_eq!(
        error.to_string(),
        "the table would have 21 attributes included in index `gsi1`, DynamoDB allows at most 20"
    );
    // An attribute counts in each index: 96, and five more.
    assert!(TableDefinition::of::<Often>().is_ok());
    let error = refused::<(Often, TooOften)>();
    assert_eq!(
        error.to_string(),
        "the table would have 101 attributes included in all indexes together, DynamoDB allows at most 100"
    );
}
