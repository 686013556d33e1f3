//! What the keys of an item tell, without the item: each composite as it stands in the key, and an error for a key of
//! anybody else.

use std::fmt::Debug;

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use dynaent::{Attr, Entity, Error, JsNumber, KeyComposites, KeyPart, Place};
use fastrand::Rng;
use ulid::Ulid;

use crate::harness::{Engine, Item, both_ways, n, put_raw, s, stored};

both_ways! {
    an_index_of_keys_gives_composites,
    an_index_of_keys_leaves_out_what_is_foreign,
}

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "PascalCase")]
enum Stage {
    Draft,
    InReview,
}

#[derive(Debug, Clone, PartialEq, KeyPart)]
struct Owner(String);

/// An item with every kind of key.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "press", name = "Text", version = "1")]
#[index(primary, pk = [owner], sk = [id])]
#[index(cased, gsi = "cased", pk(composite = [owner], casing = "none"), sk(composite = [title, id], casing = "none"))]
#[index(upper, gsi = "upper", pk = [owner], sk(composite = [stage, flag, letter, ulid, at], casing = "upper"))]
#[index(keys, gsi = "keys", projection = keys_only, pk = [stage], sk = [tag, size])]
#[index(clustered, gsi = "clustered", projection = keys_only, clustered, collection = "all", pk = [stage], sk = [mark])]
#[index(template, gsi = "template", pk(template = "O/${owner}"), sk(template = "${wide}${tag}!", casing = "none"))]
#[index(signed, gsi = "signed", pk = [stage], sk = [tiny, huge, day])]
#[index(number, gsi = "number", pk = [stage], sk(template = "${price}"))]
#[index(cast, gsi = "cast", pk = [stage], sk(composite = [flag], cast = "number"))]
#[index(attributes, gsi = "attributes", multi_attribute, pk = [stage], sk = [note, price])]
#[index(own, gsi = "own", pk(field = "slug", template = "S-${slug}"), sk = [])]
struct Text {
    owner: Owner,
    id: u32,
    title: String,
    stage: Stage,
    flag: bool,
    letter: char,
    ulid: Ulid,
    at: jiff::Timestamp,
    tag: String,
    mark: Option<String>,
    #[attr(padding(4, "0"))]
    size: u16,
    #[attr(padding(3, "."))]
    wide: String,
    #[attr(sortable)]
    tiny: i8,
    #[attr(sortable)]
    huge: i128,
    #[attr(sortable)]
    day: chrono::NaiveDate,
    price: JsNumber,
    note: Option<String>,
    slug: String,
    body: String,
}

fn words(rng: &mut Rng) -> String {
    let pieces = ["a", "B", "ß", "İ", "Σ", "#", "_", " ", "!", "0", "🦀", "#id", "$press", "|", "\0", "\u{10FFFF}"];
    (0..rng.usize(1..=5)).map(|_| pieces[rng.usize(..pieces.len())]).collect()
}

fn random(rng: &mut Rng) -> Text {
    let price = f64::from(rng.i32(-1000..1000)) * [0.25, 1e21, 1e-9][rng.usize(..3)];
    Text {
        owner: Owner(words(rng)),
        id: rng.u32(..),
        title: words(rng),
        stage: if rng.bool() { Stage::Draft } else { Stage::InReview },
        flag: rng.bool(),
        letter: rng.choice(['a', 'Z', 'ä', 'ß', '!', '9']).expect("one"),
        ulid: Ulid::from_parts(rng.u64(..1 << 48), rng.u128(..1 << 80)),
        at: jiff::Timestamp::from_nanosecond(i128::from(rng.i64(..))).expect("an instant"),
        tag: words(rng),
        mark: rng.bool().then(|| words(rng)),
        size: rng.u16(..),
        wide: (0..rng.usize(1..=3)).map(|_| if rng.bool() { 'x' } else { 'Y' }).collect(),
        tiny: rng.i8(..),
        huge: i128::from(rng.i64(..)) * i128::from(rng.i64(..)) / 2,
        day: chrono::NaiveDate::from_num_days_from_ce_opt(rng.i32(-90_000_000..90_000_000)).expect("a day"),
        price: JsNumber::try_from(price).expect("finite"),
        note: rng.bool().then(|| words(rng)),
        slug: words(rng),
        body: "long".into(),
    }
}

/// Items with the form in which they are stored.
fn items(count: usize) -> Vec<(Text, Item)> {
    let mut rng = Rng::with_seed(0x5EED_0006);
    let written = std::iter::repeat_with(|| random(&mut rng)).filter_map(|text| {
        match Text::put().item(text.clone()).request("app") {
            Ok(request) => Some((text, request.item.expect("an item"))),
            // By chance a value holds what follows it.
            Err(Error::Key(_)) => None,
            Err(error) => panic!("{text:?}: {error}"),
        }
    });
    written.take(count).collect()
}

/// A key field and one that goes with it.
type Fields = [&'static str; 2];
const PRIMARY: Fields = ["pk", "sk"];

/// What an index that holds only keys has of an item.
fn only(item: &Item, fields: &[Fields]) -> Item {
    let fields: Vec<_> = fields.iter().flatten().copied().collect();
    let mut item = item.clone();
    item.retain(|field, _| fields.contains(&field.as_str()));
    item
}

#[track_caller]
fn told<T: KeyPart + PartialEq + Debug, A>(item: &Item, attribute: Attr<Text, T, A, impl Place>, expected: Option<T>) {
    let composites = KeyComposites::<Text>::of(item).unwrap_or_else(|error| panic!("{item:?}: {error}"));
    let told = composites.get(attribute).unwrap_or_else(|error| panic!("{item:?}: {error}"));
    assert_eq!(told, expected, "{item:?}");
}

#[test]
fn each_kind_of_key_tells_its_composites() {
    let t = Text::attributes();
    for (text, item) in items(500) {
        let lower = |text: &str| text.to_lowercase();
        let keys = only(&item, &[PRIMARY]);
        told(&keys, t.owner, Some(Owner(lower(&text.owner.0))));
        told(&keys, t.id, Some(text.id));
        told(&keys, t.title, None);

        // A case-sensitive key has exactly the value, and counts more than another.
        let keys = only(&item, &[PRIMARY, ["casedpk", "casedsk"]]);
        told(&keys, t.owner, Some(text.owner.clone()));
        told(&keys, t.title, Some(text.title.clone()));

        // What is no text is the value in any case.
        let keys = only(&item, &[PRIMARY, ["upperpk", "uppersk"]]);
        told(&keys, t.stage, Some(text.stage));
        told(&keys, t.flag, Some(text.flag));
        // `ß` is two letters in upper case: then there is no such character.
        let letter = text.letter.to_uppercase().collect::<String>();
        match KeyComposites::<Text>::of(&keys).expect("a key").get(t.letter) {
            Ok(told) => assert_eq!(told.map(String::from), Some(letter)),
            Err(Error::ForeignKey { attribute: Some("letter"), .. }) => assert_eq!(letter, "SS"),
            Err(error) => panic!("{error}"),
        }
        told(&keys, t.ulid, Some(text.ulid));
        told(&keys, t.at, Some(text.at));

        let keys = only(&item, &[PRIMARY, ["keyspk", "keyssk"]]);
        told(&keys, t.stage, Some(text.stage));
        told(&keys, t.tag, Some(lower(&text.tag)));
        told(&keys, t.size, Some(text.size));
        let keys = only(&item, &[PRIMARY, ["clusteredpk", "clusteredsk"]]);
        told(&keys, t.mark, text.mark.as_deref().map(lower));

        let keys = only(&item, &[PRIMARY, ["templatepk", "templatesk"]]);
        told(&keys, t.wide, Some(format!("{:.>3}", text.wide)));
        told(&keys, t.tag, Some(text.tag.clone()));

        let keys = only(&item, &[PRIMARY, ["signedpk", "signedsk"]]);
        told(&keys, t.tiny, Some(text.tiny));
        told(&keys, t.huge, Some(text.huge));
        told(&keys, t.day, Some(text.day));
        told(&only(&item, &[PRIMARY, ["numberpk", "numbersk"]]), t.price, Some(text.price));
        told(&only(&item, &[PRIMARY, ["castpk", "castsk"]]), t.flag, Some(text.flag));
        let keys = only(&item, &[PRIMARY, ["stage", "note"], ["price", ""]]);
        told(&keys, t.stage, Some(text.stage));
        told(&keys, t.note, text.note.clone());
        told(&keys, t.price, Some(text.price));
        told(&only(&item, &[PRIMARY, ["slug", "ownsk"]]), t.slug, Some(text.slug.clone()));

        // All keys together tell what any of them does.
        told(&item, t.tag, Some(text.tag.clone()));
        told(&item, t.title, Some(text.title.clone()));
        told(&item, t.body, None);
    }
}

#[track_caller]
fn foreign(item: &Item) {
    match KeyComposites::<Text>::of(item) {
        Err(Error::ForeignKey { entity: "Text", .. }) => {}
        other => panic!("{item:?}: {other:?}"),
    }
}

#[test]
fn a_key_of_anybody_else_is_foreign() {
    let key = |pk: &str, sk: &str| [("pk".to_owned(), s(pk)), ("sk".to_owned(), s(sk))].into();
    assert!(KeyComposites::<Text>::of(&key("$press#owner_ada", "$text_1#id_7")).is_ok());
    for (pk, sk) in [
        // Of another entity, version or service, also where one name begins the other.
        ("$press#owner_ada", "$texts_1#id_7"),
        ("$press#owner_ada", "$tex_1#id_7"),
        ("$press#owner_ada", "$text_10#id_7"),
        ("$press#owner_ada", "$text_2#id_7"),
        ("$pres#owner_ada", "$text_1#id_7"),
        ("$pressed#owner_ada", "$text_1#id_7"),
        // Of other attributes, or cut.
        ("$press#author_ada", "$text_1#id_7"),
        ("$press#owner_ada", "$text_1#idea_7"),
        ("$press#owner_ada", "$text_1"),
        ("$press#owner_ada", "$text_1#i"),
        ("$press#owner", "$text_1#id_7"),
        ("", "$text_1#id_7"),
        ("$press#owner_ada", ""),
        // Not cased as the key is.
        ("$Press#owner_ada", "$text_1#id_7"),
        ("$press#owner_ada", "$Text_1#id_7"),
        ("🦀", "\u{10FFFF}"),
    ] {
        foreign(&key(pk, sk));
    }
    // Without a key field, or with one of another type.
    foreign(&Item::new());
    let whole: Item = key("$press#owner_ada", "$text_1#id_7");
    for field in ["pk", "sk"] {
        let mut without = whole.clone();
        without.remove(field);
        foreign(&without);
        for value in
            [n(7), AttributeValue::Bool(true), AttributeValue::B(Blob::new("$press")), AttributeValue::L(vec![])]
        {
            let mut other = whole.clone();
            other.insert(field.to_owned(), value);
            foreign(&other);
        }
    }
    for (field, value) in [
        ("casedsk", s("$Text_1#title_x")),
        ("casedsk", s("$text_1#title_x#id_7")),
        ("clusteredsk", s("$all#mark_x#text_10")),
        ("clusteredsk", s("$all#mark_x")),
        ("clusteredsk", s("$all#mark_#text_1")),
        ("clusteredsk", s("$other#mark_x#text_1")),
        ("templatepk", s("o-ada")),
        ("templatesk", s("..xtag")),
        ("templatesk", s("..!")),
        ("numbersk", s("7")),
        ("castsk", AttributeValue::Bool(true)),
        ("note", AttributeValue::M(Item::new())),
        ("slug", s("T-x")),
    ] {
        let mut other = whole.clone();
        other.insert(field.to_owned(), value);
        foreign(&other);
    }
    // The key is one of the entity, but the text in it no value of the attribute.
    let t = Text::attributes();
    let composites = KeyComposites::<Text>::of(&key("$press#owner_ada", "$text_1#id_seven")).expect("a key");
    assert_eq!(composites.get(t.owner).expect("text"), Some(Owner("ada".into())));
    let error = composites.get(t.id).expect_err("no number");
    assert!(matches!(error, Error::ForeignKey { field: "sk", attribute: Some("id"), .. }), "{error:?}");
}

/// Whatever stands in the key fields, it is read or refused.
#[test]
fn garbage_is_no_panic() {
    let mut rng = Rng::with_seed(0x5EED_0007);
    let t = Text::attributes();
    let (mut read, mut refused) = (0, 0);
    for (_, item) in items(200) {
        let mut fields: Vec<_> =
            item.keys().filter(|field| field.ends_with('k') || *field == "slug").cloned().collect();
        fields.sort();
        for _ in 0..20 {
            let mut item = item.clone();
            let field = rng.choice(&fields).expect("a field");
            let value = match item.get_mut(field) {
                Some(AttributeValue::S(text) | AttributeValue::N(text)) => text,
                other => panic!("{other:?}"),
            };
            let mut characters: Vec<_> = value.chars().collect();
            let at = rng.usize(..=characters.len());
            match rng.u8(..4) {
                0 => characters.truncate(at),
                1 => drop(characters.drain(..at)),
                2 => characters.insert(at, rng.char(..)),
                _ => characters.iter_mut().skip(at).take(2).for_each(|character| *character = rng.char(..)),
            }
            *value = characters.into_iter().collect();
            match KeyComposites::<Text>::of(&item) {
                Ok(composites) => {
                    let _ = (composites.get(t.owner), composites.get(t.id), composites.get(t.title));
                    let _ = (composites.get(t.stage), composites.get(t.flag), composites.get(t.letter));
                    let _ = (composites.get(t.ulid), composites.get(t.at), composites.get(t.tag));
                    let _ = (composites.get(t.size), composites.get(t.wide), composites.get(t.tiny));
                    let _ = (composites.get(t.huge), composites.get(t.day), composites.get(t.price));
                    read += 1;
                }
                Err(Error::ForeignKey { .. }) => refused += 1,
                Err(error) => panic!("{error}"),
            }
        }
    }
    assert!(read > 250 && refused > 250, "{read} {refused}");
}

/// An item without the attributes of a sort key has its prefix and first label there: they are not in the key.
#[test]
fn a_dangling_key_tells_nothing() {
    let t = Text::attributes();
    let whole: Item = [("pk", s("$press#owner_ada")), ("sk", s("$text_1#id_7"))].map(|(k, v)| (k.to_owned(), v)).into();
    for (field, text) in [("keyssk", "$text_1#tag_"), ("clusteredsk", "$all#mark_"), ("casedsk", "$Text_1#title_")] {
        let mut item = whole.clone();
        item.insert(field.to_owned(), s(text));
        told(&item, t.tag, None);
        told(&item, t.mark, None);
        told(&item, t.size, None);
        told(&item, t.title, None);
        told(&item, t.id, Some(7));
    }
    let mut item = whole.clone();
    item.insert("pk".to_owned(), s("$press#owner_"));
    told(&item, t.owner, None);
}

async fn an_index_of_keys_gives_composites(on: Engine) {
    let table = on.table::<Text>().await;
    let t = Text::attributes();
    let mut expected = Vec::new();
    for (text, _) in items(if on.over_http { 12 } else { 40 }) {
        Text::put().item(text.clone()).send(&table).await.expect("put");
        if text.stage == Stage::Draft {
            expected.push((text.owner.0.to_lowercase(), text.id, text.tag.to_lowercase(), text.size));
        }
    }
    expected.sort();
    let found = Text::query().keys().stage(Stage::Draft).all(&table).await.expect("query");
    let told = |composites: &KeyComposites<Text>| {
        let owner: Owner = composites.get(t.owner)?.expect("the table's key is there");
        let id = composites.get(t.id)?.expect("the table's key is there");
        assert_eq!(composites.get(t.stage)?, Some(Stage::Draft));
        assert_eq!(composites.get(t.title)?, None);
        Ok::<_, Error>((
            owner.0,
            id,
            composites.get(t.tag)?.expect("a text"),
            composites.get(t.size)?.expect("a number"),
        ))
    };
    let mut found: Vec<_> = found.iter().map(|composites| told(composites).expect("values")).collect();
    found.sort();
    assert_eq!(found, expected);
}

async fn an_index_of_keys_leaves_out_what_is_foreign(on: Engine) {
    let table = on.table::<Text>().await;
    let (text, _) = items(1).remove(0);
    let text = Text { stage: Stage::Draft, tag: "t".into(), mark: Some("t".into()), ..text };
    Text::put().item(text.clone()).send(&table).await.expect("put");
    let mine = stored(&table).await.remove(0);
    // The next version, another entity, and a key of nobody: all in the partition.
    for (sk, index) in
        [("$text_10#id_7", "$text_10#tag_t"), ("$note_1#id_7", "$all#mark_t#note_1"), ("?", "$all#mark_t#text_1")]
    {
        let mut item = only(&mine, &[PRIMARY, ["keyspk", "clusteredpk"]]);
        for (field, text) in [("sk", sk), ("keyssk", index), ("clusteredsk", index)] {
            item.insert(field.to_owned(), s(text));
        }
        put_raw(&table, item).await;
    }
    let t = Text::attributes();
    let keys = Text::query().keys().stage(Stage::Draft).all(&table).await.expect("query");
    let clustered = Text::query().clustered().stage(Stage::Draft).all(&table).await.expect("query");
    for found in [keys, clustered] {
        let ids: Vec<_> = found.iter().map(|composites| composites.get(t.id).expect("a number")).collect();
        assert_eq!(ids, [Some(text.id)]);
    }
}
