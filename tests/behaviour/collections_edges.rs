//! Collections at their edges: members that are alike in less than they seem.

use dynaent::{Collection, Entity, Error, KeyComposites, Service, begins_with, between, gt, gte, lt, lte};

use crate::{
    doctored::doctored,
    harness::{Engine, both_ways},
};

both_ways! {
    ranges_reach_members_of_an_inner_collection,
    sortable_numbers_of_one_width_are_shared,
    what_follows_a_plain_value_is_found_in_the_other_member,
    a_filter_on_the_key_alone_is_asked,
    a_value_too_long_for_one_member_is_read_of_the_other,
    bounds_at_the_limit_are_sent,
    what_is_said_of_a_query_is_said_of_its_scan,
    conditions_of_nothing_filter_nothing_or_all,
    local_indexes_are_read_consistently,
}

// -- Inner collections that are clustered -----------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "club", name = "Game", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [club], sk = [day], collection = "events", clustered)]
struct Game {
    id: String,
    club: String,
    day: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "club", name = "Party", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [club], sk = [day, place], collection = ["events", "social"], clustered)]
struct Party {
    id: String,
    club: String,
    day: String,
    place: String,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Club {
    Game(Game),
    Party(Party),
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "events")]
struct Events {
    games: Vec<Game>,
    parties: Vec<Party>,
}

async fn ranges_reach_members_of_an_inner_collection(engine: Engine) {
    let table = engine.table::<Club>().await;
    for day in ["1", "2", "3"] {
        Game::put().id(day).club("c").day(day).send(&table).await.expect("put");
        Party::put().id(day).club("c").day(day).place("p").send(&table).await.expect("put");
    }
    macro_rules! check {
        ($condition:expr, $expected:expr) => {{
            let page = Events::query().club("c").day($condition).send(&table).await.expect("query");
            let games: Vec<_> = page.games.iter().map(|game| game.day.as_str()).collect();
            let parties: Vec<_> = page.parties.iter().map(|party| party.day.as_str()).collect();
            assert_eq!((games.as_slice(), parties.as_slice()), ($expected.as_slice(), $expected.as_slice()));
        }};
    }
    check!("2", ["2"]);
    check!(gt("1"), ["2", "3"]);
    check!(gte("2"), ["2", "3"]);
    check!(lt("3"), ["1", "2"]);
    check!(lte("2"), ["1", "2"]);
    check!(between("2", "2"), ["2"]);
    check!(begins_with("3"), ["3"]);
    check!(begins_with(""), ["1", "2", "3"]);
}

// -- Numbers of several widths ----------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "race", name = "Lap", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_number, gsi = "gsi1", pk = [race], sk = [number], collection = "course", clustered)]
struct Lap {
    id: String,
    race: String,
    #[attr(sortable)]
    number: u8,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "race", name = "Stop", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_number, gsi = "gsi1", pk = [race], sk = [number], collection = "course", clustered)]
struct Stop {
    id: String,
    race: String,
    #[attr(sortable)]
    number: u32,
}

/// As wide as a stop's, and signed.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "race", name = "Pit", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_number, gsi = "gsi1", pk = [race], sk = [number], collection = "course", clustered)]
struct Pit {
    id: String,
    race: String,
    #[attr(sortable)]
    number: i32,
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "course")]
struct Pits {
    stops: Vec<Stop>,
    pits: Vec<Pit>,
}

async fn sortable_numbers_of_one_width_are_shared(engine: Engine) {
    let table = engine.table::<(Lap, Stop, Pit)>().await;
    for number in [-1, 7] {
        Pit::put().id(number.to_string()).race("r").number(number).send(&table).await.expect("put");
    }
    for number in [3_u8, 20, 100] {
        let id = number.to_string();
        Lap::put().id(id.as_str()).race("r").number(number).send(&table).await.expect("put");
        Stop::put().id(id).race("r").number(u32::from(number)).send(&table).await.expect("put");
    }
    // A lap's `020` is no `0000000020`: with it the collection would not compile.
    let pits = Pits::query().race("r").number(gt(3)).send(&table).await.expect("query");
    assert_eq!((pits.stops.len(), pits.pits.len()), (2, 1));
}

// -- Types of which one holds more than the other ---------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "post", name = "Letter", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_mark, gsi = "gsi1", pk = [town], sk = [mark, id], collection = "mail", clustered)]
struct Letter {
    id: String,
    town: String,
    mark: ulid::Ulid,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "post", name = "Parcel", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_mark, gsi = "gsi1", pk = [town], sk = [mark, id], collection = "mail", clustered)]
struct Parcel {
    id: String,
    town: String,
    mark: String,
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "mail")]
struct Mail {
    letters: Vec<Letter>,
    parcels: Vec<Parcel>,
}

async fn what_follows_a_plain_value_is_found_in_the_other_member(engine: Engine) {
    let table = engine.table::<(Letter, Parcel)>().await;
    let mark = ulid::Ulid::from(1_u128);
    // Greater than the mark, and stored before it: a space sorts before the `#` that follows.
    Parcel::put().id("1").town("t").mark(format!("{mark} !")).send(&table).await.expect("put");
    Parcel::put().id("2").town("t").mark(mark.to_string()).send(&table).await.expect("put");
    Letter::put().id("1").town("t").mark(mark).send(&table).await.expect("put");
    let page = Mail::query().town("t").mark(gt(mark)).send(&table).await.expect("query");
    assert_eq!((page.letters.len(), page.parcels.len()), (0, 1));
    let page = Mail::query().town("t").mark(lte(mark)).send(&table).await.expect("query");
    assert_eq!((page.letters.len(), page.parcels.len()), (1, 1));
}

// -- Filters where nothing but the keys tells entities apart ----------------------------------------------------------

macro_rules! tools {
    ($($name:ident $entity:literal;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "shed", name = $entity, version = "1")]
        #[index(primary, pk(field = "id", composite = [id]))]
        #[index(by_shelf, gsi = "gsi1", pk = [shelf], sk = [id], collection = "kept", projection = keys_only)]
        struct $name {
            id: String,
            shelf: String,
            note: Option<String>,
        }
    )*};
}

tools! {
    Hammer "Hammer";
    Saw "Saw";
}

#[derive(Debug, Collection)]
#[collection(name = "kept")]
struct Kept {
    hammers: Vec<Hammer>,
    saws: Vec<Saw>,
}

#[derive(Debug, Collection)]
#[collection(name = "kept")]
struct KeptHammers {
    hammers: Vec<KeyComposites<Hammer>>,
}

#[derive(Debug, Collection)]
#[collection(name = "kept")]
struct KeptKeys {
    hammers: Vec<KeyComposites<Hammer>>,
    saws: Vec<KeyComposites<Saw>>,
}

async fn a_filter_on_the_key_alone_is_asked(engine: Engine) {
    let table = engine.table::<(Hammer, Saw)>().await;
    for id in ["1", "2"] {
        Hammer::put().id(format!("h{id}")).shelf("s").send(&table).await.expect("put");
        Saw::put().id(format!("s{id}")).shelf("s").send(&table).await.expect("put");
    }
    let h = Hammer::attributes();
    let hammers = Hammer::query().by_shelf().shelf("s").filter(h.id.eq("h1")).hydrate().all(&table).await;
    assert_eq!(hammers.expect("query").len(), 1);
    let hammers = Hammer::query().by_shelf().scan().filter(h.id.eq("h1")).hydrate().all(&table).await;
    assert_eq!(hammers.expect("scan").len(), 1);
    let page = KeptHammers::query().shelf("s").filter(h.id.eq("h1")).send(&table).await.expect("query");
    assert_eq!(page.hammers.len(), 1);
    // Of several entities, it could not be asked of the one alone: the index does not hold what each item is.
    let error = engine.unsent(KeptKeys::query().shelf("s").filter(h.id.eq("h1")).send(&table)).await;
    assert!(error.expect_err("refused").to_string().contains("`by_shelf` holds only keys"));
    let error = engine.unsent(Kept::query().shelf("s").filter(h.id.eq("h1")).send(&table)).await;
    assert!(error.expect_err("refused").to_string().contains("`by_shelf` holds only keys"));
    // What the index does not hold at all cannot be filtered in a scan of it either.
    let error = engine.unsent(Hammer::query().by_shelf().scan().filter(h.note.eq("x")).hydrate().all(&table)).await;
    assert!(error.expect_err("refused").to_string().contains("`note`"));
}

// -- Limits -----------------------------------------------------------------------------------------------------------

async fn a_value_too_long_for_one_member_is_read_of_the_other(engine: Engine) {
    let table = engine.table::<Club>().await;
    // `$events#day_…#game_1` just fits; a party's key of that day cannot.
    let day = "d".repeat(1024 - "$events#day_#game_1".len());
    Game::put().id("1").club("c").day(day.as_str()).send(&table).await.expect("put");
    let page = Events::query().club("c").day(day.as_str()).send(&table).await.expect("query");
    assert_eq!((page.games.len(), page.parties.len()), (1, 0));
    // One that fits no member is refused.
    let error = engine.unsent(Events::query().club("c").day("d".repeat(1024)).send(&table)).await;
    assert!(matches!(error, Err(Error::Key(_))), "{error:?}");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "dict", name = "Word", version = "1")]
#[index(primary, pk = [book], sk = [text])]
struct Word {
    book: String,
    text: String,
}

async fn bounds_at_the_limit_are_sent(engine: Engine) {
    let table = engine.table::<Word>().await;
    for last in ["\u{7F}", "\u{7FF}", "\u{FFFF}", "\u{10FFFF}"] {
        let text = format!("{}{last}", "w".repeat(1024 - "$word_1#text_".len() - last.len()));
        Word::put().book("b").text(text.as_str()).send(&table).await.expect("put");
        let found = Word::query().primary().book("b").text(gt(text.as_str())).all(&table).await.expect("query");
        assert_eq!(found, [], "{last:?}");
        let found = Word::query().primary().book("b").text(begins_with(text.as_str())).all(&table).await;
        assert_eq!(found.expect("query").len(), 1, "{last:?}");
        let sent = Word::query().primary().book("b").text(gt(text.as_str())).request("app").expect("a request");
        for value in sent.expression_attribute_values().expect("values").values() {
            assert!(value.as_s().expect("text").len() <= 1024);
        }
        Word::remove().book("b").text(text.as_str()).send(&table).await.expect("remove");
    }
}

// -- Hydration --------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn an_item_that_an_index_gives_twice_is_got_once() {
    let table = Engine::embedded().table::<(Hammer, Saw)>().await;
    Hammer::put().id("1").shelf("s").send(&table).await.expect("put");
    // What moves up in an index while a page is read comes twice; DynamoDB refuses a batch that names a key twice.
    let twice = doctored(&table, |operation, body| {
        if operation != "Query" {
            return None;
        }
        let mut answer: serde_json::Value = serde_json::from_str(body).expect("JSON");
        let items = answer["Items"].as_array_mut().expect("items");
        items.extend(items.clone());
        Some((200, answer.to_string()))
    });
    let hammers = Hammer::query().by_shelf().shelf("s").hydrate().all(&twice).await.expect("query");
    assert!(!hammers.is_empty());
    let kept = Kept::query().shelf("s").all(&twice).await.expect("query");
    assert!(!kept.hammers.is_empty());
}

// -- Scans of indexes -------------------------------------------------------------------------------------------------

/// All of them are in one partition of the index.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "news", name = "Story", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_rank, gsi = "gsi1", pk(template = "stories"), sk = [rank], collection = "front", clustered)]
struct Story {
    id: String,
    #[attr(sortable)]
    rank: u32,
    hot: bool,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum News {
    Story(Story),
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "front")]
struct Front {
    stories: Vec<Story>,
}

async fn news(engine: &Engine) -> dynaent::Table {
    let table = engine.table::<News>().await;
    for rank in 1..=4 {
        Story::put().id(rank.to_string()).rank(rank).hot(rank > 2).send(&table).await.expect("put");
    }
    table
}

async fn what_is_said_of_a_query_is_said_of_its_scan(engine: Engine) {
    let table = news(&engine).await;
    let st = Story::attributes();
    let all = Story::query().by_rank().scan().all(&table).await.expect("scan");
    assert_eq!(all.len(), 4);
    // The partition is given already, and so the query can be told more before it becomes a scan.
    let hot = Story::query().by_rank().filter(st.hot.eq(true)).scan().all(&table).await.expect("scan");
    assert_eq!(hot.len(), 2);
    let page = Story::query().by_rank().limit(3).scan().send(&table).await.expect("scan");
    assert_eq!(page.items.len(), 3);
    let rest = Story::query().by_rank().after(page.cursor).scan().send(&table).await.expect("scan");
    assert_eq!(rest.items.len(), 1);
    // A scan reads all keys.
    let error = engine.unsent(Story::query().by_rank().rank(gt(2)).scan().all(&table)).await;
    assert!(matches!(error, Err(dynaent::Error::Key(_))), "{error:?}");
    let error = engine.unsent(Story::query().by_rank().rank(2).scan().all(&table)).await;
    assert!(matches!(error, Err(dynaent::Error::Key(_))), "{error:?}");
    let front = Front::query().rank(gte(3)).all(&table).await.expect("query");
    assert_eq!(front.stories.len(), 2);
}

async fn conditions_of_nothing_filter_nothing_or_all(engine: Engine) {
    use dynaent::{Condition, all, any};
    let table = news(&engine).await;
    let none = || None::<Condition<Story>>;
    assert_eq!(Front::query().filter(all([none()])).all(&table).await.expect("query").stories.len(), 4);
    assert_eq!(Front::query().filter(any([none()])).all(&table).await.expect("query").stories.len(), 0);
    assert_eq!(News::scan().filter(all([none()])).all(&table).await.expect("scan").len(), 4);
    assert_eq!(News::scan().filter(any([none()])).all(&table).await.expect("scan").len(), 0);
    assert_eq!(Story::scan().filter(all([none()])).all(&table).await.expect("scan").len(), 4);
    assert_eq!(Story::scan().filter(any([none()])).all(&table).await.expect("scan").len(), 0);
    let st = Story::attributes();
    let nested = st.hot.eq(true).or(st.id.eq("1")).and(st.id.ne("4").or(st.hot.eq(false)).not().not());
    assert_eq!(Front::query().filter(nested).filter(all([none()])).all(&table).await.expect("query").stories.len(), 2);
}

macro_rules! rows {
    ($($name:ident $entity:literal;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "db", name = $entity, version = "1")]
        #[index(primary, pk = [db], sk(field = "n", composite = [n]))]
        #[index(by_name, lsi = "lsi1", pk = [db], sk = [name], collection = "named", projection = keys_only)]
        struct $name {
            db: String,
            n: u32,
            name: String,
            note: Option<String>,
        }
    )*};
}

rows! {
    Row "Row";
    Column "Column";
}

#[derive(Debug, PartialEq, Service)]
enum Db {
    Row(Row),
    Column(Column),
}

#[derive(Debug, Collection)]
#[collection(name = "named")]
struct Named {
    columns: Vec<KeyComposites<Column>>,
    rows: Vec<Row>,
}

async fn local_indexes_are_read_consistently(engine: Engine) {
    let table = engine.table::<Db>().await;
    for n in 1..=3_u32 {
        Row::put().db("d").n(n).name(format!("r{n}")).note("x".to_owned()).send(&table).await.expect("put");
        Column::put().db("d").n(10 + n).name(format!("c{n}")).send(&table).await.expect("put");
    }
    let page = Named::query().db("d").consistent().send(&table).await.expect("query");
    let (r, c) = (Row::attributes(), Column::attributes());
    assert_eq!(
        page.rows.iter().map(|row| (row.n, row.note.is_some())).collect::<Vec<_>>(),
        [(1, true), (2, true), (3, true)]
    );
    let numbers: Vec<_> = page.columns.iter().map(|it| it.get(c.n).expect("a number").expect("in the key")).collect();
    assert_eq!((numbers, page.foreign), (vec![11, 12, 13], 0));
    let rows = Row::query().by_name().db("d").hydrate().consistent().descending().limit(2).all(&table).await;
    assert_eq!(rows.expect("query").into_iter().map(|row| row.n).collect::<Vec<_>>(), [3, 2, 1]);
    // A filter on the number, which the index holds: it is the table's key.
    let rows = Row::query().by_name().db("d").filter(r.n.gte(2)).hydrate().all(&table).await.expect("query");
    assert_eq!(rows.len(), 2);
    // Numbers are one key, however they are written.
    let row = Row::find().with(r.db, "d").with(r.n, 2).all(&table).await.expect("find");
    assert_eq!(row.len(), 1);
    let row = Row::matching().with(r.db, "d").with(r.name, "r2").all(&table).await.expect("find");
    assert_eq!(row.iter().map(|row| row.n).collect::<Vec<_>>(), [2]);
    let all = Row::query().by_name().scan().hydrate().consistent().in_parallel(3).all(&table).await.expect("scan");
    assert_eq!(all.len(), 3);
}
