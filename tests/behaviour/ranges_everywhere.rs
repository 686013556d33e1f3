//! Ranges by brute force, in every kind of sort key: random values in every place, every operator, compared with a plain
//! filter over all that was written. What is compared is the composite as it stands in the key (cased, padded), or the
//! number or date where the key sorts as that.
//!
//! No request may read more than it must. A row may be read if its key lies
//! - within what the condition's prefix begins: the entity and the whole values given, and
//! - not below the lowest key that a value asked for could have, and
//! - not above the highest one. More than the condition names lies between if values differ in length: `x` is less than
//!   `x !`, but with what follows in the key (`x#next_…`) it stands behind it.
//!
//! Of values of one width, and of numbers, exactly the rows asked for are read, those of entities in between included.

use std::collections::BTreeMap;

use dynaent::{
    AttributeError, AttributeProblem, Entity, Error, Global, JsNumber, KeyPart, KeyProblem, Query, Table, begins_with,
    between, gt, gte, lt, lte,
};
use fastrand::Rng;

use crate::harness::{Engine, Item, both_ways, s, scanned, stored};

both_ways! {
    ranges_of_texts,
    ranges_of_numbers_and_dates,
    a_bound_that_is_wider_than_the_values,
}

/// The same model three times: one that is asked for, and two whose names begin alike.
macro_rules! rows {
    ($($name:ident $entity:literal $version:literal;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "range", name = $entity, version = $version)]
        #[index(primary, pk = [id], sk = [])]
        #[index(isolated, gsi = "lower", pk = [room], sk = [one, two, three])]
        #[index(upper, gsi = "upper", pk = [room], sk(composite = [two, three, one], casing = "upper"))]
        #[index(clustered, gsi = "clustered", clustered, collection = "all", pk = [room], sk = [one, two])]
        #[index(alone, gsi = "alone", clustered, pk = [room], sk(composite = [two, one], casing = "none"))]
        #[index(template, gsi = "template", pk = [room], sk(template = "a-${one}|${two}~z", casing = "upper"))]
        #[index(lettered, gsi = "lettered", pk = [room], sk(template = "${three}zz${one}!", casing = "none"))]
        #[index(unseparated, gsi = "unseparated", pk = [room], sk(template = "${wide}${two}"))]
        #[index(labelled, gsi = "labelled", pk = [room], sk = [bare, tagged])]
        #[index(padded, gsi = "padded", pk = [room], sk = [zeros, size, one])]
        #[index(attributes, gsi = "attributes", multi_attribute, pk = [room], sk = [two, price, tiny])]
        #[index(signed, gsi = "signed", pk = [room], sk = [tiny, big, huge, one])]
        #[index(clustered_numbers, gsi = "clustered2", clustered, collection = "numbers", pk = [room], sk = [tiny, big])]
        #[index(dated, gsi = "dated", pk = [room], sk = [day, at, noted])]
        #[index(cast, gsi = "cast", pk = [room], sk(composite = [big], cast = "number"))]
        #[index(cast_text, gsi = "casttext", pk = [room], sk(composite = [digits], cast = "number"))]
        #[index(number, gsi = "number", pk = [room], sk(template = "${price}"))]
        struct $name {
            id: u32,
            room: String,
            one: String,
            two: String,
            three: String,
            #[attr(padding(4, "_"))]
            wide: String,
            #[attr(label = "")]
            bare: String,
            #[attr(label = "Tag")]
            tagged: String,
            #[attr(padding(3, "0"))]
            zeros: String,
            #[attr(padding(4, "0"))]
            size: u32,
            #[attr(sortable)]
            tiny: i8,
            #[attr(sortable)]
            big: i64,
            #[attr(sortable)]
            huge: i128,
            #[attr(sortable)]
            day: chrono::NaiveDate,
            #[attr(sortable)]
            at: jiff::Timestamp,
            #[attr(sortable)]
            noted: time::OffsetDateTime,
            digits: String,
            price: JsNumber,
        }

        impl $name {
            async fn write(row: &Row, table: &Table) -> dynaent::Result<()> {
                let Row { id, room, one, two, three, wide, bare, tagged, zeros, size, .. } = row.clone();
                let Row { tiny, big, huge, day, at, noted, digits, price, .. } = row.clone();
                let row = Self {
                    id, room, one, two, three, wide, bare, tagged, zeros, size, tiny, big, huge, day, at, noted, digits, price
                };
                Self::put().item(row).send(table).await.map(drop)
            }
        }
    )*};
}

rows! {
    Row "Row" "1";
    NextVersion "Row" "10";
    Rows "Rows" "1";
}

// -- Random rows -----------------------------------------------------------------------------------------------------

/// What texts are made of: what sorts before and after separators, the separators themselves, letters whose case changes
/// their length or depends on their neighbours.
const PIECES: [&str; 30] = [
    " ",
    "!",
    "\"",
    "#",
    "$",
    "\0",
    "\u{1}",
    "_",
    "~",
    "|",
    "a",
    "A",
    "b",
    "z",
    "Z",
    "0",
    "9",
    "ä",
    "ß",
    "İ",
    "Σ",
    "σ",
    "\u{D7FF}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "🦀",
    "#two",
    "#one_",
    "zz",
    "$row_1",
];

/// What texts of one width are made of. Some letters change it when they are lower-cased.
const NARROW_PIECES: [&str; 8] = ["a", "B", "b", "_", "0", "\0", "ä", "İ"];

fn text(rng: &mut Rng) -> String {
    let text: String = (0..rng.usize(1..=3)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect();
    if is_settled(&text) { text } else { "a".to_owned() + &text }
}

/// Whether the lower case of a text is its own affair: that of a sigma depends on what stands before it.
fn is_settled(text: &str) -> bool {
    !text.starts_with('Σ')
}

/// One of a few values, so that rows agree in some of them.
fn pick<T: Clone>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(..from.len())].clone()
}

/// A number of any length.
fn number(rng: &mut Rng, bits: u32) -> i128 {
    let bits = rng.u32(1..=bits);
    let magnitude = rng.u128(..1 << bits) as i128;
    if rng.bool() { magnitude } else { -magnitude }
}

/// What rows are made of.
struct Stock {
    texts: Vec<String>,
    days: Vec<chrono::NaiveDate>,
    instants: Vec<i128>,
    bigs: Vec<i64>,
}

impl Stock {
    fn random(rng: &mut Rng) -> Self {
        let texts = (0..8).map(|_| text(rng)).collect();
        let day = |rng: &mut Rng| match rng.u8(..5) {
            0 => chrono::NaiveDate::MAX - chrono::Days::new(rng.u64(..190_000_000)),
            _ => chrono::NaiveDate::from_ymd_opt(rng.i32(2024..2026), 1, rng.u32(1..=3)).expect("a day"),
        };
        let instant = |rng: &mut Rng| match rng.u8(..5) {
            // jiff's and time's first instants are of the year -9999, their last ones of 9999.
            0 => i128::from(rng.i64(-377_705_000_000..253_402_200_000)) * 1_000_000_000 + 5,
            _ => 1_800_000_000_000_000_000 + i128::from(rng.u32(..20)) * 100_000_000,
        };
        let bigs = [i64::MIN, i64::MAX, 0, 9, 10, -1, -9, -10].into_iter();
        Self {
            texts,
            days: (0..8).map(|_| day(rng)).collect(),
            instants: (0..8).map(|_| instant(rng)).collect(),
            bigs: bigs.chain((0..4).map(|_| number(rng, 63) as i64)).collect(),
        }
    }

    fn row(&self, rng: &mut Rng, id: u32) -> Row {
        let [one, two, three, bare, tagged, zeros] = [0; 6].map(|_| pick(rng, &self.texts));
        let wide = (0..rng.usize(1..=4)).map(|_| pick(rng, &NARROW_PIECES)).collect();
        // Wider than its padding, too: it then sorts as the text that it is.
        let digits = rng.u32(1..=5);
        let instants = [0; 2].map(|_| pick(rng, &self.instants));
        Row {
            id,
            room: "r".into(),
            one,
            two,
            three,
            wide,
            bare,
            tagged,
            zeros,
            size: rng.u32(..10_u32.pow(digits)),
            tiny: if rng.bool() { rng.i8(..) } else { rng.i8(-2..2) },
            big: pick(rng, &self.bigs),
            huge: number(rng, 120),
            day: pick(rng, &self.days),
            at: jiff::Timestamp::from_nanosecond(instants[0]).expect("an instant"),
            noted: time::OffsetDateTime::from_unix_timestamp_nanos(instants[1]).expect("an instant"),
            digits: format!("{}{:03}", if rng.bool() { "" } else { "-" }, rng.u32(..200)),
            price: JsNumber::try_from(f64::from(rng.i32(-80..80)) / 4.0).expect("finite"),
        }
    }

    /// A row of bounds: values that are there, others that are close to such, and any.
    fn bounds(&self, rng: &mut Rng, rows: &[Row]) -> Row {
        let mut row = if rng.bool() { self.row(rng, 0) } else { pick(rng, rows) };
        let ends = ["#two_", "#one_x", "#three_ä", "zz", "|", "$row_1", "~Z", "!", "#row_1", "a", "\0", " ", "b#", ""];
        for text in
            [&mut row.one, &mut row.two, &mut row.three, &mut row.wide, &mut row.bare, &mut row.tagged, &mut row.zeros]
        {
            match rng.u8(..5) {
                0 => text.push_str(pick(rng, &ends)),
                1 => text.push_str(pick(rng, &PIECES)),
                // What is left may be empty: every value is above that.
                2 => drop(text.pop()),
                _ => {}
            }
            if !is_settled(text) {
                text.clear();
            }
        }
        row.tiny = row.tiny.saturating_add(rng.i8(-1..=1));
        row.big = row.big.saturating_add(rng.i64(-1..=1));
        row
    }
}

// -- What the composites are in the keys -----------------------------------------------------------------------------

/// A composite: as it is compared, and its text in the key.
#[derive(Debug, Clone, PartialEq)]
struct Composite {
    value: Value,
    text: String,
    /// The one width that its texts have, if they do.
    width: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Value {
    Text(String),
    Number(i128),
}

fn lower(text: &str) -> Composite {
    as_is(&text.to_lowercase())
}

fn upper(text: &str) -> Composite {
    as_is(&text.to_uppercase())
}

fn as_is(text: &str) -> Composite {
    Composite { value: Value::Text(text.to_owned()), text: text.to_owned(), width: None }
}

/// Filled up as JavaScript does, by UTF-16 code units, then lower-cased.
fn filled(text: &str, width: usize, fill: &str) -> Composite {
    let missing = width.saturating_sub(text.encode_utf16().count());
    lower(&(fill.repeat(missing) + text))
}

/// A number alone in its field.
fn bare(number: i128) -> Composite {
    Composite { value: Value::Number(number), text: String::new(), width: Some(0) }
}

/// A number or a date in its sortable form, of which other tests tell what it is.
fn sortable(number: impl Into<i128>, value: &impl KeyPart) -> Composite {
    let mut text = String::new();
    value.write_sortable(&mut text);
    Composite { value: Value::Number(number.into()), width: Some(text.len()), text: text.to_lowercase() }
}

fn quarters(price: JsNumber) -> i128 {
    (price.get() * 4.0) as i128
}

fn days(day: chrono::NaiveDate) -> i64 {
    (day - chrono::NaiveDate::MIN).num_days()
}

// -- Places ----------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, Copy, PartialEq)]
enum Operator {
    BeginsWith,
    Between,
    Gt,
    Gte,
    Lt,
    Lte,
}

/// A condition on composite number `position`, after the whole values of a row.
#[derive(Debug)]
struct Asked<'a> {
    given: &'a Row,
    position: usize,
    operator: Operator,
    /// What it is compared with: the first bound, and of `between` the second.
    bounds: [&'a Row; 2],
}

impl Asked<'_> {
    fn holds(&self, value: &Value, [low, high]: [&Value; 2]) -> bool {
        match (self.operator, value, low) {
            (Operator::BeginsWith, Value::Text(value), Value::Text(text)) => value.starts_with(text),
            (Operator::BeginsWith, ..) => unreachable!("numbers have no beginning"),
            (Operator::Between, ..) => low <= value && value <= high,
            (Operator::Gt, ..) => value > low,
            (Operator::Gte, ..) => value >= low,
            (Operator::Lt, ..) => value < low,
            (Operator::Lte, ..) => value <= low,
        }
    }

    /// Whether a key may be read: `rest` is the key after the labels and whole values, `after` what always follows the
    /// composite.
    fn may_read(&self, rest: &str, [low, high]: [&Composite; 2], after: &str) -> bool {
        let (low, high, width) = (low.text.as_str(), high.text.as_str(), low.width);
        let not_below = |text: &str, included: bool| {
            let key = [text, after].concat();
            rest >= text && (included || width.is_none() || rest > key.as_str() && !rest.starts_with(&key))
        };
        let not_above = |text: &str, included: bool| {
            if let Some(width) = width {
                // Of a text that is too long, the values that begin it are below.
                let cut = text.char_indices().nth(width).map(|(end, _)| &text[..end]);
                let is_below = cut.is_some_and(|cut| rest.starts_with(cut));
                return rest < text || is_below || included && rest.starts_with(text);
            }
            // Whatever follows is less than this.
            let end = "\u{10FFFF}".repeat(30);
            let beginnings = (1..text.len() + usize::from(included)).filter_map(|end| text.get(..end));
            let keys = beginnings.filter(|_| !after.is_empty()).map(|value| [value, after, &end].concat());
            // Nothing is below the empty text, but DynamoDB must be asked for something: the lowest key that there can be.
            let lowest = "\0".to_owned();
            rest <= keys.chain([text.to_owned(), lowest]).max().unwrap_or_default().as_str()
        };
        match self.operator {
            Operator::BeginsWith => rest.starts_with(low),
            Operator::Between => not_below(low, true) && not_above(high, true),
            Operator::Gt => not_below(low, false),
            Operator::Gte => not_below(low, true),
            Operator::Lt => not_above(low, false),
            Operator::Lte => not_above(low, true),
        }
    }
}

/// A kind of sort key.
struct Place {
    index: &'static str,
    /// The text before each composite, and after the last one; nothing of keys that are values alone.
    labels: Option<&'static [&'static str]>,
    composites: fn(&Row) -> Vec<Composite>,
    /// What a row holds of each composite where they are fields of their own.
    fields: &'static [&'static str],
    query: fn(&Asked<'_>) -> Option<Query<Row, Global>>,
}

/// A query by the condition on the composite that it is about; none if that does not compile.
macro_rules! query {
    ($keys:expr, $asked:expr, $position:expr;) => {{
        let _ = $keys;
        None
    }};
    ($keys:expr, $asked:expr, $position:expr; $field:ident $kind:ident $($rest:tt)*) => {
        if $asked.position == $position {
            query!(@$kind $keys, $field, $asked.operator, &$asked.bounds[0].$field, &$asked.bounds[1].$field)
        } else {
            query!($keys.$field(&$asked.given.$field), $asked, $position + 1; $($rest)*)
        }
    };
    (@text $keys:expr, $field:ident, $operator:expr, $low:expr, $high:expr) => {
        if $operator == Operator::BeginsWith {
            Some($keys.$field(begins_with($low)))
        } else {
            query!(@range $keys, $field, $operator, $low, $high)
        }
    };
    (@range $keys:expr, $field:ident, $operator:expr, $low:expr, $high:expr) => {
        match $operator {
            Operator::BeginsWith => None,
            Operator::Between => Some($keys.$field(between($low, $high))),
            Operator::Gt => Some($keys.$field(gt($low))),
            Operator::Gte => Some($keys.$field(gte($low))),
            Operator::Lt => Some($keys.$field(lt($low))),
            Operator::Lte => Some($keys.$field(lte($low))),
        }
    };
}

macro_rules! place {
    ($index:literal $pattern:ident $labels:expr, [$($field:ident: $kind:ident $composite:expr),*]) => {
        Place {
            index: $index,
            labels: $labels,
            composites: |row| vec![$($composite(row)),*],
            fields: &[$(stringify!($field)),*],
            query: |asked| query!(Row::query().$pattern().room("r"), asked, 0; $($field $kind)*),
        }
    };
}

fn texts() -> Vec<Place> {
    vec![
        place!("lower" isolated Some(&["$row_1#one_", "#two_", "#three_", ""]), [
            one: text |row: &Row| lower(&row.one), two: text |row: &Row| lower(&row.two),
            three: text |row: &Row| lower(&row.three)
        ]),
        place!("upper" upper Some(&["$ROW_1#TWO_", "#THREE_", "#ONE_", ""]), [
            two: text |row: &Row| upper(&row.two), three: text |row: &Row| upper(&row.three),
            one: text |row: &Row| upper(&row.one)
        ]),
        place!("clustered" clustered Some(&["$all#one_", "#two_", "#row_1"]), [
            one: text |row: &Row| lower(&row.one), two: text |row: &Row| lower(&row.two)
        ]),
        place!("alone" alone Some(&["#two_", "#one_", "$Row_1"]), [
            two: text |row: &Row| as_is(&row.two), one: text |row: &Row| as_is(&row.one)
        ]),
        place!("template" template Some(&["A-", "|", "~Z"]), [
            one: text |row: &Row| upper(&row.one), two: text |row: &Row| upper(&row.two)
        ]),
        place!("lettered" lettered Some(&["", "zz", "!"]), [
            three: text |row: &Row| as_is(&row.three), one: text |row: &Row| as_is(&row.one)
        ]),
        place!("unseparated" unseparated Some(&["", "", ""]), [
            wide: range |row: &Row| Composite { width: Some(4), ..filled(&row.wide, 4, "_") }, two: text |row: &Row| lower(&row.two)
        ]),
        place!("labelled" labelled Some(&["$row_1#_", "#tag_", ""]), [
            bare: text |row: &Row| lower(&row.bare), tagged: text |row: &Row| lower(&row.tagged)
        ]),
        place!("padded" padded Some(&["$row_1#zeros_", "#size_", "#one_", ""]), [
            zeros: range |row: &Row| filled(&row.zeros, 3, "0"),
            size: range |row: &Row| filled(&row.size.to_string(), 4, "0"),
            one: text |row: &Row| lower(&row.one)
        ]),
    ]
}

fn numbers() -> Vec<Place> {
    vec![
        place!("signed" signed Some(&["$row_1#tiny_", "#big_", "#huge_", "#one_", ""]), [
            tiny: range |row: &Row| sortable(row.tiny, &row.tiny), big: range |row: &Row| sortable(row.big, &row.big),
            huge: range |row: &Row| sortable(row.huge, &row.huge), one: text |row: &Row| lower(&row.one)
        ]),
        place!("clustered2" clustered_numbers Some(&["$numbers#tiny_", "#big_", "#row_1"]), [
            tiny: range |row: &Row| sortable(row.tiny, &row.tiny), big: range |row: &Row| sortable(row.big, &row.big)
        ]),
        place!("dated" dated Some(&["$row_1#day_", "#at_", "#noted_", ""]), [
            day: range |row: &Row| sortable(days(row.day), &row.day),
            at: range |row: &Row| sortable(row.at.as_nanosecond(), &row.at),
            noted: range |row: &Row| sortable(row.noted.unix_timestamp_nanos(), &row.noted)
        ]),
        place!("cast" cast None, [big: range |row: &Row| bare(row.big.into())]),
        place!("casttext" cast_text None, [digits: range |row: &Row| bare(row.digits.parse().expect("digits"))]),
        place!("number" number None, [price: range |row: &Row| bare(quarters(row.price))]),
        place!("attributes" attributes None, [
            two: text |row: &Row| as_is(&row.two), price: range |row: &Row| bare(quarters(row.price)),
            tiny: range |row: &Row| bare(row.tiny.into())
        ]),
    ]
}

// -- The comparison --------------------------------------------------------------------------------------------------

/// What is in the table: the rows of the entity by their ids, and all rows with the items as they are stored.
struct Written {
    rows: BTreeMap<u32, Row>,
    all: Vec<(Row, Item)>,
}

async fn fill(table: &Table, rng: &mut Rng, stock: &Stock, count: usize) -> Written {
    let (mut rows, mut all) = (BTreeMap::new(), Vec::new());
    for id in 0.. {
        let row = stock.row(rng, id);
        let put = match id % 8 {
            0 => NextVersion::write(&row, table).await,
            1 => Rows::write(&row, table).await,
            _ => Row::write(&row, table).await,
        };
        // By chance a value holds what follows it, or is not of its one width.
        let by_chance =
            |problem: &KeyProblem| matches!(problem, KeyProblem::Ambiguous { .. } | KeyProblem::Width { .. });
        let refused = |failed: &AttributeError| match &failed.problem {
            AttributeProblem::Key(error) => by_chance(&error.problem),
            _ => false,
        };
        match put {
            Ok(()) => {}
            Err(Error::Key(error)) if by_chance(&error.problem) => continue,
            Err(Error::Attributes { failed, .. }) if failed.iter().all(refused) => continue,
            Err(error) => panic!("{row:?}: {error}"),
        }
        if id % 8 > 1 {
            rows.insert(id, row.clone());
        }
        all.push(row);
        if rows.len() == count {
            break;
        }
    }
    let items = stored(table).await;
    let item = |row: &Row| {
        let id = s(format!("$range#id_{}", row.id));
        items.iter().find(|item| item["pk"] == id).expect("it was written").clone()
    };
    let all = all
        .into_iter()
        .map(|row| {
            let item = item(&row);
            (row, item)
        })
        .collect();
    Written { rows, all }
}

/// The keys stand in the table as the filter takes them to be.
fn check_keys(place: &Place, written: &Written) {
    let Some(labels) = place.labels else { return };
    for (row, item) in written.all.iter().filter(|(row, _)| written.rows.contains_key(&row.id)) {
        let values = (place.composites)(row).into_iter().map(|composite| composite.text).chain([String::new()]);
        let key: String = labels.iter().zip(values).map(|(label, value)| [label, value.as_str()].concat()).collect();
        assert_eq!(item[&format!("{}sk", place.index)], s(key), "{row:?}");
    }
}

/// One query, compared with the filter. Gives how many rows it found.
async fn compare(table: &Table, written: &Written, place: &Place, asked: &Asked<'_>) -> Option<usize> {
    let position = asked.position;
    let of = |row: &Row| (place.composites)(row);
    let bounds = asked.bounds.map(|row| of(row).swap_remove(position));
    let context =
        || format!("{}, {position}: {:?} {bounds:?}, given {:?}", place.index, asked.operator, of(asked.given));
    let found = (place.query)(asked)?.all(table).await;
    let [low, high] = &bounds;
    if asked.operator == Operator::Between && low.value > high.value {
        assert!(matches!(found, Err(Error::EmptyRange { .. })), "{}: {found:?}", context());
        return Some(0);
    }
    let found = found.unwrap_or_else(|error| panic!("{}: {error}", context()));
    let given = of(asked.given);
    let holds = |row: &Row| {
        let composites = of(row);
        composites[..position] == given[..position]
            && asked.holds(&composites[position].value, [&low.value, &high.value])
    };
    let expected: Vec<_> = written.rows.values().filter(|row| holds(row)).cloned().collect();
    let mut by_id = found.clone();
    by_id.sort_by_key(|row| row.id);
    let composites = |rows: &[Row]| rows.iter().map(|row| (row.id, of(row))).collect::<Vec<_>>();
    assert!(by_id == expected, "{}: {:?}, not {:?}", context(), composites(&by_id), composites(&expected));
    let values = found.iter().map(|row| of(row)[position].value.clone());
    let is_sorted = values.is_sorted();
    assert!(is_sorted || low.width.is_none(), "{}: {found:?}", context());

    let readable = |(row, item): &&(Row, Item)| match place.labels {
        None => holds(row),
        Some(labels) => {
            let values = given.iter().map(|composite| composite.text.as_str()).take(position);
            let prefix: String =
                labels.iter().zip(values.chain([""])).map(|(label, value)| [label, value].concat()).collect();
            let key = item[&format!("{}sk", place.index)].as_s().expect("text");
            key.strip_prefix(&prefix).is_some_and(|rest| asked.may_read(rest, [low, high], labels[position + 1]))
        }
    };
    let readable = written.all.iter().filter(readable).count();
    let request = (place.query)(asked)?.request(table.name()).expect("a request");
    let sent = format!("{:?} {:?}", request.key_condition_expression, request.expression_attribute_values);
    let read = scanned(table, request).await;
    assert!(read <= readable, "{}: {read} rows were read, {readable} could be asked for; {sent}", context());
    Some(found.len())
}

async fn brute_force(on: &Engine, places: Vec<Place>, seed: u64) {
    let (rounds, queries) = if on.over_http { (1, 8) } else { (1, 50) };
    let mut rng = Rng::with_seed(seed);
    let (mut compared, mut found) = (0, 0);
    for _ in 0..rounds {
        let fresh = if on.over_http { Engine::over_http().await } else { Engine::embedded() };
        let table = fresh.table::<(Row, NextVersion, Rows)>().await;
        let stock = Stock::random(&mut rng);
        let written = fill(&table, &mut rng, &stock, 30).await;
        let rows: Vec<_> = written.rows.values().cloned().collect();
        for place in &places {
            check_keys(place, &written);
            for _ in 0..queries {
                let mut bounds = [0; 2].map(|_| stock.bounds(&mut rng, &rows));
                let operators = [Operator::Between, Operator::Gt, Operator::Gte, Operator::Lt, Operator::Lte];
                let operator = if rng.u8(..6) == 0 { Operator::BeginsWith } else { pick(&mut rng, &operators) };
                let position = rng.usize(..place.fields.len());
                if operator == Operator::BeginsWith {
                    let Row { one, two, three, bare, tagged, .. } = &mut bounds[0];
                    for text in [one, two, three, bare, tagged] {
                        *text = text.chars().take(1).collect();
                    }
                }
                let given = &rows[rng.usize(..rows.len())];
                let asked = Asked { given, position, operator, bounds: [&bounds[0], &bounds[1]] };
                if let Some(count) = compare(&table, &written, place, &asked).await {
                    compared += rows.len();
                    found += count;
                }
            }
        }
    }
    println!("{found} of {compared} comparisons held");
    // The comparison is worth nothing if nothing is ever found, or everything.
    assert!(found > compared / 50 && found < compared / 2, "{found} of {compared}");
    assert!(on.over_http || compared > 8_000, "{compared}");
}

async fn ranges_of_texts(on: Engine) {
    brute_force(&on, texts(), 0x5EED_0003).await;
}

async fn ranges_of_numbers_and_dates(on: Engine) {
    brute_force(&on, numbers(), 0x5EED_0004).await;
}

/// Nothing follows the value in the key but the next one, which a bound that is too wide would be compared with.
async fn a_bound_that_is_wider_than_the_values(on: Engine) {
    let table = on.table::<(Row, NextVersion, Rows)>().await;
    let mut rng = Rng::with_seed(0x5EED_0005);
    let stock = Stock::random(&mut rng);
    for (id, wide, two) in [(1, "abcd", "a"), (2, "abcd", "z"), (3, "abce", "a"), (4, "abcc", "z")] {
        let plain = || "x".to_owned();
        let [one, three, bare, tagged, zeros] = [0; 5].map(|_| plain());
        let two = two.to_owned();
        let row = Row { one, two, three, bare, tagged, zeros, wide: wide.into(), ..stock.row(&mut rng, id) };
        Row::write(&row, &table).await.expect("put");
    }
    let keys = || Row::query().unseparated().room("r");
    for (query, expected) in [
        (keys().wide(lt("abcdef")), vec![1, 2, 4]),
        (keys().wide(lte("abcdef")), vec![1, 2, 4]),
        (keys().wide(between("abcc", "abcdef")), vec![1, 2, 4]),
        (keys().wide(gt("abcdef")), vec![3]),
        (keys().wide(gte("abcdef")), vec![3]),
        (keys().wide(lt("abcd")), vec![4]),
        (keys().wide(gt("abcd")), vec![3]),
    ] {
        let mut found: Vec<_> = query.all(&table).await.expect("query").into_iter().map(|row| row.id).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }
}
