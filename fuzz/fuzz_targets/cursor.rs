//! Any text as a cursor: it leads to a place of the query, or is refused with a typed error; what it leads to is a cursor
//! again. What was signed comes back, and nothing else does.

#![no_main]

use arbitrary::Arbitrary;
use aws_sdk_dynamodb::types::AttributeValue;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::{Cursor, Cursors, Entity, Error, Query, Reading, Result, begins_with, gt};
use dynaent_fuzz::{Item, Text, answered, table};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "fuzz", name = "Row", version = "1")]
#[index(primary, pk = [a], sk = [b, c])]
#[index(by_c, gsi = "gsi1", pk = [c], sk = [b])]
#[index(by_size, gsi = "gsi2", pk = [a], sk(template = "${size}"))]
#[index(stored, gsi = "gsi3", multi_attribute, pk = [size, a], sk = [c])]
#[index(partition, gsi = "gsi4", pk = [c])]
#[index(sized, gsi = "gsi5", pk(template = "${size}"), sk = [])]
struct Row {
    a: String,
    b: String,
    c: String,
    size: u32,
}

#[derive(Debug, Arbitrary)]
enum Input<'a> {
    Text(&'a str),
    /// The base64url of anything.
    Encoded(&'a [u8]),
    /// That of an object with these fields.
    Object(Vec<(Field, Json<'a>)>, Ending),
    Signed {
        cursor: Text,
        context: Text,
        at: u16,
        change: Change,
    },
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Field {
    Pk,
    Sk,
    Gsi1Pk,
    Gsi1Sk,
    Gsi2Pk,
    Gsi2Sk,
    Gsi4Pk,
    Gsi5Pk,
    Gsi5Sk,
    A,
    C,
    Size,
    Foreign,
}

impl Field {
    const fn name(self) -> &'static str {
        match self {
            Self::Pk => "pk",
            Self::Sk => "sk",
            Self::Gsi1Pk => "gsi1pk",
            Self::Gsi1Sk => "gsi1sk",
            Self::Gsi2Pk => "gsi2pk",
            Self::Gsi2Sk => "gsi2sk",
            Self::Gsi4Pk => "gsi4pk",
            Self::Gsi5Pk => "gsi5pk",
            Self::Gsi5Sk => "gsi5sk",
            Self::A => "a",
            Self::C => "c",
            Self::Size => "size",
            Self::Foreign => "foreign",
        }
    }

    /// What the field of an item in the partitions that are queried begins with, as JSON.
    const fn ours(self) -> &'static str {
        match self {
            Self::Pk | Self::Gsi2Pk => "$fuzz#a_x",
            Self::Sk | Self::Gsi1Sk => "$row_1#b_",
            Self::Gsi1Pk => "$fuzz#c_y",
            Self::Gsi4Pk => "$fuzz$row_1#c_y",
            Self::Gsi5Sk => "$row_1",
            Self::A => "x",
            Self::Gsi2Sk | Self::Gsi5Pk | Self::C | Self::Size | Self::Foreign => "",
        }
    }
}

#[derive(Debug, Arbitrary)]
enum Json<'a> {
    /// What is in the place, if it is text.
    Ours,
    OursAnd(Text),
    Text(Text),
    Seven,
    Number(f64),
    Raw(&'a str),
}

impl Json<'_> {
    fn text(&self, field: Field) -> String {
        let text = |text: &str| serde_json::to_string(text).expect("JSON");
        match self {
            Self::Ours => text(field.ours()),
            Self::OursAnd(rest) => text(&[field.ours(), rest].concat()),
            Self::Text(any) => text(any),
            Self::Seven => "7".to_owned(),
            Self::Number(number) => format!("{number:e}"),
            Self::Raw(json) => (*json).to_owned(),
        }
    }
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Ending {
    None,
    Padded,
    PlainAlphabet,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Change {
    Flip(u8),
    Cut,
    Insert(char),
}

fuzz_target!(|input: Input<'_>| {
    let text = match input {
        Input::Text(text) => text.to_owned(),
        Input::Encoded(bytes) => URL_SAFE_NO_PAD.encode(bytes),
        Input::Object(fields, ending) => {
            let field = |(field, json): &(Field, Json<'_>)| format!("{:?}:{}", field.name(), json.text(*field));
            let object = format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(","));
            let text = URL_SAFE_NO_PAD.encode(object);
            match ending {
                Ending::None => text,
                Ending::Padded => text + "==",
                Ending::PlainAlphabet => text.replace('-', "+").replace('_', "/"),
            }
        }
        Input::Signed { cursor, context, at, change } => return signed(&cursor, &context, at, change),
    };
    let cursor = Cursor::from(text.as_str());
    assert_eq!((cursor.as_str(), cursor.to_string()), (text.as_str(), text.clone()));
    let json = serde_json::to_string(&cursor).expect("JSON");
    assert_eq!(serde_json::from_str::<Cursor>(&json).expect("a cursor"), cursor);
    unsigned(&text);

    let [pk, sk] = [("pk", Place::Is("$fuzz#a_x")), ("sk", Place::Begins("$row_1#b_"))];
    let [any_pk, any_sk] = [("pk", Place::Begins("")), ("sk", Place::Begins(""))];
    let [a, size] = [("a", Place::Is("x")), ("size", Place::Number)];
    goes_with(|after| Row::query().primary().a("x").after(after), &cursor, &[pk, sk]);
    // Where in the partition, DynamoDB checks.
    goes_with(|after| Row::query().primary().a("x").b("q").after(after), &cursor, &[pk, sk]);
    goes_with(|after| Row::query().primary().a("x").b(begins_with("q")).after(after), &cursor, &[pk, sk]);
    let [gsi_pk, gsi_sk] = [("gsi1pk", Place::Is("$fuzz#c_y")), ("gsi1sk", Place::Begins("$row_1#b_"))];
    goes_with(|after| Row::query().by_c().c("y").b(gt("q")).after(after), &cursor, &[gsi_pk, gsi_sk, any_pk, any_sk]);
    let [gsi_pk, gsi_sk] = [("gsi2pk", Place::Is("$fuzz#a_x")), ("gsi2sk", Place::Number)];
    goes_with(|after| Row::query().by_size().a("x").after(after), &cursor, &[gsi_pk, gsi_sk, any_pk, any_sk]);
    let c = ("c", Place::Begins(""));
    goes_with(|after| Row::query().stored().size(7).a("x").after(after), &cursor, &[a, c, any_pk, size, any_sk]);
    let gsi_pk = ("gsi4pk", Place::Is("$fuzz$row_1#c_y"));
    goes_with(|after| Row::query().partition().c("y").after(after), &cursor, &[gsi_pk, any_pk, any_sk]);
    let [gsi_pk, gsi_sk] = [("gsi5pk", Place::Number), ("gsi5sk", Place::Is("$row_1"))];
    goes_with(|after| Row::query().sized().size(7).after(after), &cursor, &[gsi_pk, gsi_sk, any_pk, any_sk]);
    match Row::scan().after(&cursor).request("t") {
        Ok(request) => is_place(request.exclusive_start_key(), &[any_pk, any_sk]),
        Err(error) => assert!(matches!(error, Error::Cursor { .. }), "{error:?}"),
    }
});

/// What a field of the key holds to which a cursor leads.
#[derive(Debug, Clone, Copy)]
enum Place {
    Is(&'static str),
    Begins(&'static str),
    Number,
}

impl Place {
    fn holds(self, value: &AttributeValue) -> bool {
        match (self, value) {
            (Self::Is(text), AttributeValue::S(value)) => text == value,
            (Self::Begins(text), AttributeValue::S(value)) => !value.is_empty() && value.starts_with(text),
            (Self::Number, AttributeValue::N(value)) => value.parse::<f64>().is_ok(),
            _ => false,
        }
    }
}

/// Gives the cursor to a query. What it takes is a place of what is read, and a page that ends there has a cursor to it.
fn goes_with<K>(query: impl Fn(Cursor) -> Query<Row, K>, cursor: &Cursor, fields: &[(&str, Place)])
where
    K: Reading<Row, Item = Row>,
{
    let request = match query(cursor.clone()).request("t") {
        Ok(request) => request,
        Err(error) => return assert!(matches!(error, Error::Cursor { entity: "Row", .. }), "{error:?}"),
    };
    is_place(request.exclusive_start_key(), fields);
    let place = request.exclusive_start_key.expect("a place");
    let page = answered(query(cursor.clone()).send(table(&[]))).expect("a page");
    let next = page.cursor.expect("more follow");
    let again = query(next.clone()).request("t").expect("our own cursor").exclusive_start_key;
    assert_eq!(again.as_ref(), Some(&place));
    // That is the one text of the place.
    let page = answered(query(next.clone()).send(table(&[]))).expect("a page");
    assert_eq!(page.cursor, Some(next));
}

fn is_place(place: Option<&Item>, fields: &[(&str, Place)]) {
    let place = place.expect("a place");
    let holds = |(field, expected): &(&str, Place)| place.get(*field).is_some_and(|value| expected.holds(value));
    assert!(place.len() == fields.len() && fields.iter().all(holds), "{place:?}, {fields:?}");
}

const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

/// What nobody signed is refused.
fn unsigned(text: &str) {
    let cursors = Cursors::signed(KEY).expect("a key");
    for cursors in [cursors.of("user"), cursors] {
        refused(cursors.open(text));
        // What is signed comes back, whatever it is.
        assert_eq!(cursors.open(&cursors.seal(&Cursor::from(text))).expect("sealed").as_str(), text);
    }
}

fn signed(text: &str, context: &str, at: u16, change: Change) {
    let ours = Cursors::signed(KEY).expect("a key");
    let of_context = ours.of(context);
    let cursor = Cursor::from(text);
    let sealed = of_context.seal(&cursor);
    assert_eq!(of_context.open(&sealed).expect("sealed"), cursor);
    for other in [ours.clone(), ours.of([context, "!"].concat()), of_context.of(""), ours.of(context).of(context)] {
        refused(other.open(&sealed));
    }
    refused(Cursors::signed("another key of more than 16 bytes").expect("a key").of(context).open(&sealed));

    let mut characters: Vec<char> = sealed.chars().collect();
    let at = usize::from(at) % characters.len();
    match change {
        Change::Flip(bit) => {
            let changed = u32::from(characters[at]) ^ 1 << (bit % 21);
            characters[at] = char::from_u32(changed).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        Change::Cut => characters.truncate(at),
        Change::Insert(character) => characters.insert(at, character),
    }
    let changed: String = characters.into_iter().collect();
    if changed != sealed {
        refused(of_context.open(&changed));
    }
}

fn refused(opened: Result<Cursor>) {
    assert!(matches!(opened, Err(Error::ForgedCursor { .. })), "{opened:?}");
}
