//! Keys of numbers, dates and what else is no text.

use std::{cmp::Ordering, fmt::Debug};

use arbitrary::{Arbitrary, Unstructured};
use aws_sdk_dynamodb::{operation::query::QueryInput, types::AttributeValue};
use dynaent::{Entity, Error, Expiry, JsNumber, KeyComposites, KeyPart, between, gt, gte, lt, lte};
use dynaent_fuzz::{
    Item, Text, answered,
    models::Stage,
    table,
    values::{chrono, decimal, js_number, time, timestamp},
};
use rust_decimal::Decimal;
use ulid::Ulid;
use uuid::Uuid;

use crate::ranges::reads;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "fuzz", name = "Cell", version = "1")]
#[index(primary, pk = [padded, signed], sk = [tiny, huge, unsigned])]
#[index(sizes, gsi = "sizes", pk = [flag], sk = [padded, tiny])]
#[index(number, gsi = "number", pk = [flag], sk(template = "${plain}"))]
#[index(prices, gsi = "prices", pk(template = "${decimal}"), sk(template = "${price}"))]
#[index(moments, gsi = "moments", pk = [ulid, uuid], sk = [day, at, local, zoned, until])]
#[index(rest, gsi = "rest", pk = [stage, plain], sk = [price, decimal, stored_at, flag])]
#[index(stored, gsi = "stored", multi_attribute, pk = [flag, plain], sk = [tiny, price])]
pub struct Cell {
    #[attr(padding(5, "0"))]
    padded: u16,
    #[attr(sortable)]
    signed: i16,
    #[attr(sortable)]
    tiny: i8,
    #[attr(sortable)]
    huge: i128,
    #[attr(sortable)]
    unsigned: u64,
    plain: i64,
    flag: String,
    price: JsNumber,
    decimal: Decimal,
    ulid: Ulid,
    uuid: Uuid,
    stage: Stage,
    #[attr(sortable)]
    day: chrono::NaiveDate,
    #[attr(sortable)]
    at: jiff::Timestamp,
    #[attr(sortable)]
    local: chrono::NaiveDateTime,
    #[attr(sortable)]
    zoned: time::OffsetDateTime,
    #[attr(sortable)]
    until: Expiry,
    stored_at: jiff::Timestamp,
}

#[derive(Debug, Clone)]
pub struct Values(Cell);

impl<'a> Arbitrary<'a> for Values {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self(Cell {
            padded: u.arbitrary()?,
            signed: u.arbitrary()?,
            tiny: u.arbitrary()?,
            huge: if u.ratio(3, 4)? { u.arbitrary::<i64>()?.into() } else { u.arbitrary()? },
            unsigned: u.arbitrary()?,
            plain: u.arbitrary()?,
            flag: if u.arbitrary()? { "yes" } else { "no" }.to_owned(),
            price: js_number(u)?,
            decimal: decimal(u)?,
            ulid: Ulid(u.arbitrary()?),
            uuid: Uuid::from_u128(u.arbitrary()?),
            stage: u.arbitrary()?,
            day: chrono(u)?.date(),
            at: timestamp(u)?,
            local: chrono(u)?,
            zoned: time(u)?,
            until: Expiry::at(u.arbitrary()?),
            stored_at: timestamp(u)?,
        }))
    }
}

impl Cell {
    /// The item; a number may have more digits than DynamoDB has, or be too large for it.
    fn written(&self) -> Option<Item> {
        match Self::put().item(self.clone()).request("t") {
            Ok(put) => put.item,
            Err(Error::Attributes { failed, .. }) => {
                assert!(failed.iter().all(|error| matches!(error.attribute, "huge" | "price")), "{failed:?}");
                let small = 1e-130..1e126;
                let fits = |number: f64| number == 0.0 || small.contains(&number.abs());
                assert!(self.huge.unsigned_abs() >= 10_u128.pow(38) || !fits(self.price.get()), "{failed:?}");
                None
            }
            Err(error) => panic!("{error:?}"),
        }
    }
}

fn text<'a>(item: &'a Item, field: &str) -> &'a str {
    item[field].as_s().expect("text")
}

pub fn differ(one: &Values, other: &Values) {
    let (Values(one), Values(other)) = (one, other);
    let Some(item) = one.written() else { return };
    told(one, &item);
    let Some(others) = other.written() else { return };
    // Of one width, the texts sort as what they stand for: whole keys of them, too.
    let order = |field| text(&item, field).cmp(text(&others, field));
    assert_eq!(order("pk"), (one.padded, one.signed).cmp(&(other.padded, other.signed)));
    assert_eq!(order("sk"), (one.tiny, one.huge, one.unsigned).cmp(&(other.tiny, other.huge, other.unsigned)));
    let moments = |cell: &Cell| (cell.day, cell.at, cell.local, cell.zoned, cell.until);
    assert_eq!(order("momentssk"), moments(one).cmp(&moments(other)));
    // The others are the same only if what they stand for is.
    let rest = |cell: &Cell| (cell.price, cell.decimal, cell.stored_at, cell.flag.clone());
    assert_eq!(order("restsk") == Ordering::Equal, rest(one) == rest(other));
    assert_eq!(order("momentspk") == Ordering::Equal, (one.ulid, one.uuid) == (other.ulid, other.uuid));
    assert_eq!(order("restpk") == Ordering::Equal, (one.stage, one.plain) == (other.stage, other.plain));
    assert_eq!(item["pricespk"] == others["pricespk"], one.decimal == other.decimal);
}

/// Every key of the cell tells what is in it.
fn told(cell: &Cell, item: &Item) {
    let key = Cell::get().padded(cell.padded).signed(cell.signed).tiny(cell.tiny).huge(cell.huge);
    let key = key.unsigned(cell.unsigned).request("t").expect("a key that was written").key.expect("a key");
    assert!(key.len() == 2 && key.iter().all(|(field, value)| item[field] == *value));
    let c = Cell::attributes();
    macro_rules! tells {
        ($fields:expr => $($attribute:ident),*) => {{
            let fields = ["pk", "sk"].into_iter().chain($fields);
            let fields = fields.map(|field| (field.to_owned(), item[field].clone())).collect();
            let composites = KeyComposites::<Cell>::of(&fields).expect("its own keys");
            $(assert_eq!(composites.get(c.$attribute).expect("its type"), Some(cell.$attribute.clone()));)*
        }};
    }
    tells!([] => padded, signed, tiny, huge, unsigned);
    tells!(["sizespk", "sizessk"] => flag, padded, tiny);
    tells!(["numberpk", "numbersk"] => flag, plain);
    tells!(["pricespk", "pricessk"] => decimal, price);
    tells!(["momentspk", "momentssk"] => ulid, uuid, day, at, local, zoned, until);
    tells!(["restpk", "restsk"] => stage, plain, price, decimal, stored_at, flag);
    tells!(["flag", "plain", "tiny", "price"] => flag, plain, price, tiny);
}

/// A condition on one of the composites that sort.
#[derive(Debug, Arbitrary)]
pub struct ValueRange {
    cell: Values,
    place: Place,
    condition: Condition,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Place {
    Tiny,
    Huge,
    Unsigned,
    Padded,
    Plain,
    Price,
    Day,
    At,
    Local,
    Zoned,
    Until,
    StoredTiny,
    StoredPrice,
}

/// The bounds are those of other cells.
#[derive(Debug, Clone, Arbitrary)]
enum Condition {
    Between(Box<Values>, Box<Values>),
    Gt(Box<Values>),
    Gte(Box<Values>),
    Lt(Box<Values>),
    Lte(Box<Values>),
}

/// Gives the condition for a composite, and asks.
macro_rules! ask {
    ($range:ident, $field:literal, $setter:ident, $chain:expr) => {
        match &$range.condition {
            Condition::Between(lower, upper) => {
                let (lower, upper) = (lower.0.$setter, upper.0.$setter);
                let holds = lower <= $range.cell.0.$setter && $range.cell.0.$setter <= upper;
                checked!($range, $field, holds, lower > upper, $chain.$setter(between(lower, upper)))
            }
            Condition::Gt(bound) => ask!($range, $field, $setter, $chain, gt, >, bound),
            Condition::Gte(bound) => ask!($range, $field, $setter, $chain, gte, >=, bound),
            Condition::Lt(bound) => ask!($range, $field, $setter, $chain, lt, <, bound),
            Condition::Lte(bound) => ask!($range, $field, $setter, $chain, lte, <=, bound),
        }
    };
    ($range:ident, $field:literal, $setter:ident, $chain:expr, $condition:ident, $operator:tt, $bound:ident) => {{
        let bound = $bound.0.$setter;
        let holds = $range.cell.0.$setter $operator bound;
        checked!($range, $field, holds, false, $chain.$setter($condition(bound)))
    }};
}

macro_rules! checked {
    ($range:ident, $field:literal, $holds:expr, $empty:expr, $query:expr) => {{
        let found = |item: &Item| answered($query.send(table(&[item]))).expect("a page").items;
        $range.asked($field, $holds, $empty, $query.request("t"), &found)
    }};
}

impl ValueRange {
    pub fn check(&self) {
        let cell = &self.cell.0;
        let range = self;
        let primary = || Cell::query().primary().padded(cell.padded).signed(cell.signed);
        let moments = || Cell::query().moments().ulid(cell.ulid).uuid(cell.uuid);
        let stored = || Cell::query().stored().flag(&cell.flag).plain(cell.plain);
        match self.place {
            Place::Tiny => ask!(range, "sk", tiny, primary()),
            Place::Huge => ask!(range, "sk", huge, primary().tiny(cell.tiny)),
            Place::Unsigned => ask!(range, "sk", unsigned, primary().tiny(cell.tiny).huge(cell.huge)),
            Place::Padded => ask!(range, "sizessk", padded, Cell::query().sizes().flag(&cell.flag)),
            Place::Plain => ask!(range, "numbersk", plain, Cell::query().number().flag(&cell.flag)),
            Place::Price => ask!(range, "pricessk", price, Cell::query().prices().decimal(cell.decimal)),
            Place::Day => ask!(range, "momentssk", day, moments()),
            Place::At => ask!(range, "momentssk", at, moments().day(cell.day)),
            Place::Local => ask!(range, "momentssk", local, moments().day(cell.day).at(cell.at)),
            Place::Zoned => ask!(range, "momentssk", zoned, moments().day(cell.day).at(cell.at).local(cell.local)),
            Place::Until => {
                ask!(range, "momentssk", until, moments().day(cell.day).at(cell.at).local(cell.local).zoned(cell.zoned))
            }
            Place::StoredTiny => ask!(range, "tiny", tiny, stored()),
            Place::StoredPrice => ask!(range, "price", price, stored().tiny(cell.tiny)),
        }
    }

    fn asked(
        &self,
        field: &str,
        holds: bool,
        empty: bool,
        request: dynaent::Result<QueryInput>,
        found: &dyn Fn(&Item) -> Vec<Cell>,
    ) {
        let Some(item) = self.cell.0.written() else { return };
        let request = match request {
            Ok(request) => request,
            Err(Error::EmptyRange { .. }) => return assert!(empty),
            // A number that DynamoDB cannot hold.
            Err(Error::Attributes { failed, .. }) => return assert_eq!(failed[0].attribute, "price"),
            Err(error) => panic!("{error:?}"),
        };
        let read = reads(&request, field, &item[field]);
        assert!(read || !holds, "{:?} is in the range, and not read: {request:?}", item[field]);
        // What is stored as a number, DynamoDB itself compares.
        assert!(!(matches!(item[field], AttributeValue::N(_)) && read && !holds), "{request:?}");
        if read {
            assert_eq!(found(&item), if holds { vec![self.cell.0.clone()] } else { Vec::new() });
        }
    }
}

/// Any text as that of each type: what is read of it is written and read again as it was.
pub fn read(text: &Text) {
    fn read<T: KeyPart + PartialEq + Debug>(text: &str) {
        let mut key = String::new();
        if let Some(value) = T::read_key(text) {
            value.write_key(&mut key);
            assert_eq!(T::read_key(&key).as_ref(), Some(&value), "{text:?}, {key:?}");
        }
        if let Some(value) = T::read_sortable(text) {
            key.clear();
            value.write_sortable(&mut key);
            assert_eq!(T::read_sortable(&key).as_ref(), Some(&value), "{text:?}, {key:?}");
        }
    }
    read::<i8>(text);
    read::<u16>(text);
    read::<i64>(text);
    read::<u64>(text);
    read::<i128>(text);
    read::<u128>(text);
    read::<bool>(text);
    read::<char>(text);
    read::<String>(text);
    read::<JsNumber>(text);
    read::<Decimal>(text);
    read::<Expiry>(text);
    read::<Ulid>(text);
    read::<Uuid>(text);
    read::<Stage>(text);
    read::<chrono::NaiveDate>(text);
    read::<chrono::NaiveDateTime>(text);
    read::<chrono::DateTime<chrono::Utc>>(text);
    read::<jiff::civil::Date>(text);
    read::<jiff::civil::DateTime>(text);
    read::<jiff::Timestamp>(text);
    read::<time::Date>(text);
    read::<time::PrimitiveDateTime>(text);
    read::<time::UtcDateTime>(text);
    read::<time::OffsetDateTime>(text);
}
