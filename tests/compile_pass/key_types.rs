//! Newtypes and enums in every place that a key has.

use dynaent::{Entity, JsNumber, KeyPart, begins_with, gt};

/// Text.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub struct Code(String);

/// An unsigned number.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub struct Count(u16);

/// A number that may be negative, in a newtype of a newtype.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub struct Balance {
    /// The inner one.
    cents: Cents,
}

/// A number.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub struct Cents(i64);

/// A number with a fraction.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub struct Ratio(JsNumber);

/// A boolean.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub struct Paid(bool);

/// An enum.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub enum Kind {
    /// The first.
    One,
    /// The second.
    Two,
}

/// A record.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Record", version = "1")]
#[index(primary, pk = [code, kind], sk(template = "${count}${balance}#${kind_two}#${paid}"))]
#[index(by_code, gsi = "gsi1", pk(template = "${kind}"), sk(template = "${code}"))]
#[index(by_count, gsi = "gsi2", pk(template = "${count}"), sk(composite = [balance], cast = "number"))]
#[index(by_ratio, gsi = "gsi3", pk(composite = [ratio], cast = "string"), sk(template = "${ratio}"))]
#[index(by_paid, gsi = "gsi4", pk(composite = [paid], cast = "number"), sk = [balance, count])]
#[index(by_parts, gsi = "gsi5", multi_attribute, pk = [code, kind], sk = [count, balance, ratio])]
#[index(by_own, gsi = "gsi6", pk(field = "own", template = "OWN#${own}"), sk(field = "own_kind", composite = [own_kind]))]
#[index(by_label, gsi = "gsi7", pk = [label], sk = [filled])]
pub struct Record {
    /// Text.
    pub code: Code,
    /// An enum.
    pub kind: Kind,
    /// An enum, filled up.
    #[attr(padding(4, "-"))]
    pub kind_two: Kind,
    /// Padded.
    #[attr(padding(5, "0"))]
    pub count: Count,
    /// Sortable.
    #[attr(sortable)]
    pub balance: Balance,
    /// With a fraction.
    pub ratio: Ratio,
    /// A boolean.
    pub paid: Paid,
    /// A key itself, with text before it.
    pub own: Option<Code>,
    /// An enum that is a key itself.
    pub own_kind: Option<Kind>,
    /// Labelled.
    #[attr(label = "L")]
    pub label: Option<Kind>,
    /// A letter, filled up.
    #[attr(padding(2, "_"))]
    pub filled: Option<char>,
}

#[test]
fn newtypes_stand_as_what_they_hold() {
    let ratio = Ratio(JsNumber::try_from(0.5).unwrap());
    let balance = Balance { cents: Cents(-1) };
    let code = || Code("c".into());
    let record = Record::create().code(code()).kind(Kind::One).kind_two(Kind::Two).count(Count(7)).balance(balance);
    let input = record.ratio(ratio).paid(Paid(true)).own(code()).own_kind(Kind::Two).request("app").unwrap();
    let item = input.item.unwrap();
    assert_eq!(item["own"].as_s().unwrap(), "OWN#c");
    assert!(
        item["gsi2pk"].is_n() && item["gsi2sk"].is_n() && item["gsi3sk"].is_n() && item["gsi4pk"].is_n(),
        "{item:?}"
    );

    let query = Record::query;
    assert!(query().by_code().kind(Kind::One).code(begins_with("c")).request("app").is_ok());
    assert!(query().by_count().count_(Count(1)).balance(gt(balance)).request("app").is_ok());
    assert!(query().by_ratio().ratio(ratio).ratio(gt(ratio)).request("app").is_ok());
    assert!(query().by_paid().paid(Paid(true)).balance(gt(balance)).request("app").is_ok());
    assert!(query().by_parts().code(code()).kind(Kind::One).count_(gt(Count(3))).request("app").is_ok());
    assert!(query().by_own().own(code()).own_kind(Kind::Two).request("app").is_ok());
    assert!(query().by_label().label(Kind::One).filled(gt('a')).request("app").is_ok());
    assert!(query().primary().code(code()).kind(Kind::One).count_(gt(Count(3))).request("app").is_ok());
}
