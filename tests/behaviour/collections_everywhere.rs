//! Random items of three entities of a clustered collection, one of them in an inner one, under every casing: what a
//! query of the collection gives is what comparing the attributes gives, in whatever pages, in either order.

use dynaent::{
    Collection, CollectionPage, Cursor, Entity, Page, Service, Table, begins_with, between, gt, gte, lt, lte,
};
use fastrand::Rng;

use crate::harness::{Engine, query_raw};

/// What days are made of: what sorts before and after separators, and the texts that follow a day in a key.
const PIECES: [&str; 22] = [
    " ",
    "!",
    "#",
    "$",
    "\0",
    "_",
    "~",
    "a",
    "A",
    "b",
    "z",
    "0",
    "9",
    "ä",
    "ß",
    "İ",
    "Σ",
    "\u{FFFF}",
    "\u{10FFFF}",
    "#room_",
    "#one_1",
    "🦀",
];

fn text(rng: &mut Rng) -> String {
    let text: String = (0..rng.usize(1..=3)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect();
    // The lower case of a sigma depends on what stands before it.
    if text.starts_with('Σ') { "a".to_owned() + &text } else { text }
}

fn pick<'a, T>(rng: &mut Rng, from: &'a [T]) -> &'a T {
    &from[rng.usize(..from.len())]
}

/// An item, as the test knows it: which entity, and its attributes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    entity: u8,
    id: String,
    day: String,
    room: Option<String>,
    number: Option<u32>,
}

/// What is asked of a day.
#[derive(Debug, Clone)]
enum Asked {
    Anything,
    Equal(String),
    BeginsWith(String),
    Gt(String),
    Gte(String),
    Lt(String),
    Lte(String),
    Between(String, String),
}

impl Asked {
    fn random(rng: &mut Rng, texts: &[String], cased: fn(&str) -> String) -> Self {
        let value = pick(rng, texts).clone();
        match rng.u8(..8) {
            0 => Self::Anything,
            1 => Self::Equal(value),
            2 => {
                let length = rng.usize(..=value.chars().count());
                Self::BeginsWith(value.chars().take(length).collect())
            }
            3 => Self::Gt(value),
            4 => Self::Gte(value),
            5 => Self::Lt(value),
            6 => Self::Lte(value),
            _ => {
                let other = pick(rng, texts).clone();
                if cased(&value) <= cased(&other) { Self::Between(value, other) } else { Self::Between(other, value) }
            }
        }
    }

    fn holds(&self, day: &str, cased: fn(&str) -> String) -> bool {
        let day = cased(day);
        match self {
            Self::Anything => true,
            Self::Equal(text) => day == cased(text),
            Self::BeginsWith(text) => day.starts_with(&cased(text)),
            Self::Gt(text) => day > cased(text),
            Self::Gte(text) => day >= cased(text),
            Self::Lt(text) => day < cased(text),
            Self::Lte(text) => day <= cased(text),
            Self::Between(lower, upper) => (cased(lower)..=cased(upper)).contains(&day),
        }
    }
}

macro_rules! worlds {
    ($($world:ident $casing:literal $cased:expr;)*) => {$(
        mod $world {
            use super::*;

            #[derive(Debug, Clone, PartialEq, Entity)]
            #[entity(service = "any", name = "One", version = "1", casing = $casing)]
            #[index(primary, pk = [id], sk = [])]
            #[index(by_day, gsi = "gsi1", pk = [place], sk = [day], collection = "week", clustered)]
            struct One {
                #[attr(read_only)]
                id: String,
                place: String,
                day: String,
            }

            #[derive(Debug, Clone, PartialEq, Entity)]
            #[entity(service = "any", name = "One", version = "10", casing = $casing)]
            #[index(primary, pk = [id], sk = [])]
            #[index(by_day, gsi = "gsi1", pk = [place], sk = [day, room], collection = ["week", "inner"], clustered)]
            struct Ten {
                #[attr(read_only)]
                id: String,
                place: String,
                day: String,
                room: String,
            }

            #[derive(Debug, Clone, PartialEq, Entity)]
            #[entity(service = "any", name = "Two", version = "1", casing = $casing)]
            #[index(primary, pk = [id], sk = [])]
            #[index(by_day, gsi = "gsi1", pk = [place], sk = [day, room, number], collection = "week", clustered)]
            struct Two {
                #[attr(read_only)]
                id: String,
                place: String,
                day: String,
                room: String,
                #[attr(sortable)]
                number: u32,
            }

            #[derive(Debug, Clone, PartialEq, Service)]
            enum Any {
                One(One),
                Ten(Ten),
                Two(Two),
            }

            #[derive(Debug, Collection)]
            #[collection(name = "week")]
            struct Week {
                twos: Vec<Two>,
                ones: Vec<One>,
                tens: Vec<Ten>,
            }

            #[derive(Debug, Collection)]
            #[collection(name = "week")]
            struct Rooms {
                tens: Vec<Ten>,
                twos: Vec<Two>,
            }

            fn known(any: Any) -> Known {
                match any {
                    Any::One(One { id, day, .. }) => Known { entity: 0, id, day, room: None, number: None },
                    Any::Ten(Ten { id, day, room, .. }) => {
                        Known { entity: 1, id, day, room: Some(room), number: None }
                    }
                    Any::Two(Two { id, day, room, number, .. }) => {
                        Known { entity: 2, id, day, room: Some(room), number: Some(number) }
                    }
                }
            }

            /// Puts random items; those are left out that cannot be in a key.
            async fn filled(rng: &mut Rng, texts: &[String]) -> (Table, Vec<Known>) {
                let table = Engine::embedded().table::<Any>().await;
                let mut all = Vec::new();
                for number in 0..30_u32 {
                    let (id, day, room) = (format!("{number}"), pick(rng, texts).clone(), pick(rng, texts).clone());
                    let (entity, place) = (rng.u8(..3), if rng.u8(..8) == 0 { "q" } else { "p" });
                    let number = rng.u32(..3);
                    let done = match entity {
                        0 => One::put().id(&id).place(place).day(&day).send(&table).await.map(drop),
                        1 => Ten::put().id(&id).place(place).day(&day).room(&room).send(&table).await.map(drop),
                        _ => {
                            let put = Two::put().id(&id).place(place).day(&day).room(&room).number(number);
                            put.send(&table).await.map(drop)
                        }
                    };
                    if place == "p" && done.is_ok() {
                        let room = (entity > 0).then_some(room);
                        all.push(Known { entity, id, day, room, number: (entity > 1).then_some(number) });
                    }
                }
                (table, all)
            }

            macro_rules! ask {
                ($query:expr, $composite:ident, $asked:expr) => {
                    match $asked.clone() {
                        Asked::Anything => $query.in_order::<Any>(),
                        Asked::Equal(text) => $query.$composite(text).in_order::<Any>(),
                        Asked::BeginsWith(text) => $query.$composite(begins_with(text)).in_order::<Any>(),
                        Asked::Gt(text) => $query.$composite(gt(text)).in_order::<Any>(),
                        Asked::Gte(text) => $query.$composite(gte(text)).in_order::<Any>(),
                        Asked::Lt(text) => $query.$composite(lt(text)).in_order::<Any>(),
                        Asked::Lte(text) => $query.$composite(lte(text)).in_order::<Any>(),
                        Asked::Between(lower, upper) => $query.$composite(between(lower, upper)).in_order::<Any>(),
                    }
                };
            }

            macro_rules! check {
                ($query:expr, $table:expr, $expected:expr, $rng:expr, $what:expr) => {{
                    // A value that cannot be in a key is not in any item.
                    if let Ok(input) = $query.request("app") {
                        let raw = query_raw($table, input).await.items().len();
                        let mut expected: Vec<Known> = $expected;
                        expected.sort();
                        let inorder: Vec<Known> =
                            $query.all($table).await.expect("query").into_iter().map(known).collect();
                        let mut found = inorder.clone();
                        found.sort();
                        assert_eq!(found, expected, "{}", $what);
                        let page: Page<Any> = $query.send($table).await.expect("query");
                        assert!(page.foreign + page.items.len() <= raw, "{}", $what);
                        let first = $query.first($table).await.expect("query").map(known);
                        assert_eq!(first.as_ref(), inorder.first(), "{}", $what);
                        // In pages, in either order: every cursor is taken by the query that it came from.
                        let (limit, backwards) = ($rng.u32(1..4), $rng.bool());
                        let (mut cursor, mut paged) = (None::<Cursor>, Vec::new());
                        loop {
                            let query = $query.limit(limit).after(cursor);
                            let query = if backwards { query.descending() } else { query };
                            let page = query.send($table).await.expect("a page");
                            paged.extend(page.items.into_iter().map(known));
                            cursor = page.cursor;
                            if cursor.is_none() {
                                break;
                            }
                        }
                        if backwards {
                            paged.reverse();
                        }
                        assert_eq!(paged, inorder, "{}", $what);
                    }
                }};
            }

            #[tokio::test]
            async fn what_is_asked_is_found() {
                let cased: fn(&str) -> String = $cased;
                let mut rng = Rng::new();
                for _ in 0..2 {
                    let seed = rng.get_seed();
                    let texts: Vec<String> = (0..6).map(|_| text(&mut rng)).collect();
                    let (table, all) = filled(&mut rng, &texts).await;
                    for _ in 0..6 {
                        let asked = Asked::random(&mut rng, &texts, cased);
                        let what = format!("seed {seed}: {asked:?}");
                        let expected = |entities: &[u8]| -> Vec<Known> {
                            let fits = |it: &&Known| entities.contains(&it.entity) && asked.holds(&it.day, cased);
                            all.iter().filter(fits).cloned().collect()
                        };
                        check!(ask!(Week::query().place("p"), day, &asked), &table, expected(&[0, 1, 2]), rng, what);
                        check!(ask!(Rooms::query().place("p"), day, &asked), &table, expected(&[1, 2]), rng, what);
                        // And of the room on one day.
                        let day = pick(&mut rng, &texts);
                        let fits = |it: &&Known| {
                            let room = it.room.as_ref();
                            cased(&it.day) == cased(day) && room.is_some_and(|room| asked.holds(room, cased))
                        };
                        let expected: Vec<Known> = all.iter().filter(fits).cloned().collect();
                        let what = format!("{what} on {day:?}");
                        check!(ask!(Rooms::query().place("p").day(day), room, &asked), &table, expected, rng, what);
                    }
                    let page: CollectionPage<Week> = Week::query().place("p").send(&table).await.expect("query");
                    assert_eq!(page.ones.len() + page.tens.len() + page.twos.len(), all.len(), "seed {seed}");
                    assert_eq!(page.foreign, 0, "seed {seed}");
                }
            }
        }
    )*};
}

worlds! {
    lower "lower" str::to_lowercase;
    upper "upper" str::to_uppercase;
    none "none" str::to_owned;
}
