//! Random searches of a model with indexes of every kind: `matching` gives what comparing the attributes gives, whichever
//! index it chooses, and `find` nothing less.

use dynaent::{Entity, FindRequest, Table};
use fastrand::Rng;

use crate::harness::{Engine, both_ways};

both_ways! {
    an_attribute_that_is_given_two_values_has_neither,
    a_filter_on_a_key_is_asked_of_another_index,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "any", name = "Thing", version = "1")]
#[index(primary, pk = [city], sk = [street, id])]
#[index(by_floor, lsi = "lsi1", pk = [city], sk(field = "lsi1sk", composite = [floor]))]
#[index(by_room, lsi = "lsi2", pk = [city], sk(field = "room", composite = [room]))]
#[index(by_code, gsi = "gsi9", pk(field = "code", composite = [code], casing = "lower"))]
#[index(by_nothing, gsi = "gsi10", pk(template = "all"), sk = [room])]
#[index(by_street, gsi = "gsi1", pk = [street], sk = [floor, count])]
#[index(by_count, gsi = "gsi2", pk = [street], sk(composite = [count], cast = "number"))]
#[index(by_owner, gsi = "gsi3", pk = [owner], sk = [city])]
#[index(by_open, gsi = "gsi4", pk = [open], sk = [street], condition = is_open)]
#[index(by_room_kept, gsi = "gsi5", pk(field = "room", composite = [room]), sk = [count], projection = keys_only)]
#[index(by_level, gsi = "gsi6", pk = [level], sk = [street], projection = include(city, street, id, floor, room, count, open, open_text, level, code))]
#[index(by_many, gsi = "gsi7", pk = [street, floor], sk = [count, open_text], multi_attribute)]
#[index(by_template, gsi = "gsi8", pk(template = "F#${floor}"), sk(template = "${street}|${level}"), projection = keys_only)]
struct Thing {
    id: String,
    city: String,
    street: String,
    #[attr(padding(4, "0"))]
    floor: u32,
    room: String,
    count: i64,
    owner: Option<String>,
    open: bool,
    open_text: String,
    #[attr(sortable)]
    level: i16,
    code: String,
}

fn is_open(open: &bool, _street: &str) -> bool {
    *open
}

const TEXTS: [&str; 4] = ["a", "A", "b", "ß x"];

fn random(rng: &mut Rng, id: u32) -> Thing {
    let mut text = || TEXTS[rng.usize(..TEXTS.len())].to_owned();
    let [city, street, room, open_text, owner] = [text(), text(), text(), text(), text()];
    Thing {
        id: format!("{id}"),
        city,
        street,
        floor: rng.u32(..3) * 9,
        room,
        count: rng.i64(-1..2),
        owner: rng.bool().then_some(owner),
        open: rng.bool(),
        open_text,
        level: rng.i16(-1..2),
        // The field is the key, and cased as one.
        code: ["x", "y"][rng.usize(..2)].to_owned(),
    }
}

/// A search for what an item has in some attributes, what it asks for in words, and whether an item has it.
macro_rules! search {
    ($start:expr, $given:expr, $like:expr; $($bit:literal $attribute:ident $value:expr;)*) => {{
        let a = Thing::attributes();
        let (mut search, mut words) = ($start, Vec::new());
        $(
            if $given & (1 << $bit) != 0 {
                words.push(stringify!($attribute));
                search = search.with(a.$attribute, $value(&$like.$attribute));
            }
        )*
        let holds = |other: &Thing| true $(&& ($given & (1 << $bit) == 0 || other.$attribute == $like.$attribute))*;
        (search, words.join(", "), holds)
    }};
}

macro_rules! any {
    ($start:expr, $given:expr, $like:expr) => {
        search!($start, $given, $like;
            0 city String::clone;
            1 street String::clone;
            2 floor u32::clone;
            3 room String::clone;
            4 count i64::clone;
            5 open bool::clone;
            6 open_text String::clone;
            7 level i16::clone;
            8 code |code: &str| code.to_uppercase();
            9 id String::clone;
        )
    };
}

async fn things(rng: &mut Rng) -> (Table, Vec<Thing>) {
    let table = Engine::embedded().table::<Thing>().await;
    let mut all: Vec<_> = (0..40).map(|id| random(rng, id)).collect();
    for thing in &all {
        Thing::put().item(thing.clone()).send(&table).await.expect("put");
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    (table, all)
}

fn ids<'a>(things: impl IntoIterator<Item = &'a Thing>) -> Vec<&'a str> {
    let mut ids: Vec<_> = things.into_iter().map(|thing| thing.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

#[tokio::test]
async fn what_matches_is_found_by_any_index() {
    let mut rng = Rng::new();
    let seed = rng.get_seed();
    let (table, all) = things(&mut rng).await;
    let mut chosen = std::collections::BTreeMap::new();
    for given in 1..1_u32 << 10 {
        if rng.u8(..8) != 0 {
            continue;
        }
        let like = all[rng.usize(..all.len())].clone();
        let (search, words, holds) = any!(Thing::matching().allow_scan(), given, like);
        let index = match search.request("app").expect("a request") {
            FindRequest::Query(query) => query.index_name.unwrap_or_default(),
            _ => "scan".to_owned(),
        };
        let (search, ..) = any!(Thing::matching().allow_scan(), given, like);
        let found = search.all(&table).await.unwrap_or_else(|error| panic!("seed {seed}: {words} by {index}: {error}"));
        assert_eq!(
            ids(&found),
            ids(all.iter().filter(|it| holds(it))),
            "seed {seed}: {words} by {index} like {like:?}"
        );
        assert!(found.iter().all(|it| all.contains(it)), "seed {seed}: {words} by {index}: {found:?}");
        let (search, ..) = any!(Thing::find().allow_scan(), given, like);
        let loosely = search.all(&table).await.expect("find");
        assert!(found.iter().all(|it| loosely.contains(it)), "seed {seed}: {words} by {index}");
        *chosen.entry(index).or_insert(0) += 1;
    }
    assert!(chosen.len() > 5, "{chosen:?}");
}

async fn an_attribute_that_is_given_two_values_has_neither(engine: Engine) {
    let table = engine.table::<Thing>().await;
    let mut rng = Rng::with_seed(1);
    let thing = Thing { room: "a".into(), code: "x".into(), owner: Some("o".into()), ..random(&mut rng, 1) };
    Thing::put().item(thing.clone()).send(&table).await.expect("put");
    let a = Thing::attributes();
    let search = || Thing::matching().with(a.code, "x");
    assert_eq!(search().with(a.code, "x").all(&table).await.expect("find"), [thing]);
    assert_eq!(search().with(a.code, "y").all(&table).await.expect("find"), []);
    assert_eq!(search().with(a.owner, "p").with(a.owner, "o").all(&table).await.expect("find"), []);
    assert_eq!(Thing::matching().with(a.room, "a").with(a.room, "b").all(&table).await.expect("find"), []);
}

async fn a_filter_on_a_key_is_asked_of_another_index(engine: Engine) {
    let table = engine.table::<Thing>().await;
    let mut rng = Rng::with_seed(1);
    let thing = Thing { street: "s".into(), floor: 9, count: 3, open_text: "o".into(), ..random(&mut rng, 1) };
    Thing::put().item(thing.clone()).send(&table).await.expect("put");
    let a = Thing::attributes();
    // `by_many`, of which more is given, has `open_text` in its key; `by_street` has not.
    let search = || Thing::matching().with(a.street, "s").with(a.floor, 9).filter(a.open_text.eq("o"));
    assert_eq!(search().all(&table).await.expect("find"), [thing]);
    let search = || Thing::matching().with(a.code, "x").filter(a.code.begins_with("x"));
    let error = engine.unsent(search().all(&table)).await.expect_err("no other index serves");
    assert!(error.to_string().contains("`code` is in the key"), "{error}");
    assert!(search().allow_scan().all(&table).await.is_ok());
}
