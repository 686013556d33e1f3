//! Keys of texts.

use arbitrary::{Arbitrary, Unstructured};
use dynaent::{Casing, Entity, Error, IndexSchema, KeyComposites, KeyProblem, KeySide};
use dynaent_fuzz::{Item, Text};

// Clippy takes what two indexes say alike for said twice.
#[allow(clippy::duplicated_attributes)]
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "fuzz", name = "Row", version = "1")]
#[index(primary, pk = [a, b], sk = [c, d])]
#[index(kept, gsi = "kept", pk(composite = [a], casing = "none"), sk(composite = [c, d, wide], casing = "none"))]
#[index(upper, gsi = "upper", pk(composite = [c], casing = "upper"), sk(composite = [b, a], casing = "upper"))]
#[index(clustered, gsi = "clustered", clustered, collection = "all", pk(composite = [a], casing = "none"),
    sk(composite = [b, c], casing = "none"))]
#[index(
    template,
    gsi = "template",
    pk(template = "A|${a}|${b}|", casing = "none"),
    sk(template = "${c}-${d}!", casing = "none")
)]
#[index(
    filled,
    gsi = "filled",
    pk(template = "${wide}${a}", casing = "none"),
    sk(template = "B/${b}${d}", casing = "none")
)]
#[index(lone, gsi = "lone", pk(composite = [d], casing = "none"))]
pub struct Row {
    pub a: String,
    #[attr(padding(4, "ab"))]
    pub b: String,
    pub c: String,
    pub d: String,
    #[attr(padding(3, "."))]
    pub wide: String,
}

/// A row that the library may refuse.
#[derive(Debug, Clone)]
pub struct Texts(pub Row);

impl<'a> Arbitrary<'a> for Texts {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let mut text = || Ok(u.arbitrary::<Text>()?.0);
        let (a, mut b, c, d, wide) = (text()?, text()?, text()?, text()?, text()?);
        // What nothing separates is of its width, more often than not.
        let cut = |text: &str, width| text.chars().take(width).collect::<String>();
        if u.ratio(7, 8)? {
            b = cut(&b, 4);
        }
        let wide = if u.ratio(7, 8)? { cut(&wide, 3) } else { wide };
        Ok(Self(Row { a, b, c, d, wide }))
    }
}

impl Row {
    /// The item, if the library writes it. What it refuses, it refuses for a reason.
    pub fn written(&self) -> Option<Item> {
        let refused = match Self::put().item(self.clone()).request("t") {
            Ok(put) => return put.item,
            Err(Error::Key(error)) => vec![error.problem],
            Err(Error::Attributes { failed, .. }) => {
                let problem = |error: dynaent::AttributeError| match error.problem {
                    dynaent::AttributeProblem::Key(error) => error.problem,
                    other => panic!("{other:?}"),
                };
                failed.into_iter().map(problem).collect()
            }
            Err(error) => panic!("{error:?}"),
        };
        let texts = [&self.a, &self.b, &self.c, &self.d, &self.wide];
        for problem in refused {
            assert!(match &problem {
                KeyProblem::Empty => texts.iter().any(|text| text.is_empty()),
                KeyProblem::Ambiguous { value, separator } =>
                    [value, *separator].concat().find(separator).is_some_and(|at| at < value.len()),
                KeyProblem::Width { value, width } => value.encode_utf16().count() != *width,
                KeyProblem::TooLong { size, limit, .. } => size > limit && texts.iter().any(|text| text.len() > 100),
                _ => false,
            });
        }
        let plain = |text: &&String| !text.is_empty() && text.len() < 100 && text.chars().all(char::is_alphanumeric);
        let wide = |text: &str, width| text.encode_utf16().count() > width;
        assert!(!texts.iter().all(plain) || wide(&self.b, 4) || wide(&self.wide, 3), "refused for nothing: {self:?}");
        None
    }

    fn value(&self, attribute: usize) -> &str {
        [&self.a, &self.b, &self.c, &self.d, &self.wide][attribute]
    }

    /// The values of a side of a key as they stand in it, but for the form of sigmas.
    fn values(&self, side: &KeySide) -> Vec<String> {
        let composites = side.composites.iter();
        composites.map(|composite| in_key(self.value(composite.attribute), side, composite.padding)).collect()
    }
}

/// A value as it stands in a key, but for the form of sigmas.
pub fn in_key(value: &str, side: &KeySide, padding: Option<dynaent::Padding>) -> String {
    let padded = padding.map_or_else(|| value.to_owned(), |padding| pad(value, padding.length, padding.fill));
    cased(&padded, side.casing)
}

/// As JavaScript's `padStart`.
fn pad(value: &str, width: usize, fill: &str) -> String {
    let missing = width.saturating_sub(value.encode_utf16().count());
    fill.chars().cycle().take(missing).chain(value.chars()).collect()
}

pub fn cased(text: &str, casing: Casing) -> String {
    match casing {
        Casing::Lower => text.to_lowercase().replace('ς', "σ"),
        Casing::Upper => text.to_uppercase(),
        Casing::None => text.to_owned(),
    }
}

/// The sides that are fields of their own.
pub fn sides() -> impl Iterator<Item = (&'static IndexSchema, &'static KeySide)> {
    Row::SCHEMA
        .indexes
        .iter()
        .flat_map(|index| [Some(&index.pk), index.sk.as_ref()].map(|side| (index, side)))
        .filter_map(|(index, side)| Some((index, side?)))
}

fn text<'a>(item: &'a Item, side: &KeySide) -> &'a str {
    item[side.field].as_s().expect("text")
}

pub fn differ(one: &Texts, other: &Texts) {
    let (Texts(one), Texts(other)) = (one, other);
    let Some(item) = one.written() else { return };
    composed(one, &item);
    let Some(others) = other.written() else { return };
    for (_, side) in sides() {
        if text(&item, side) == text(&others, side) {
            assert_eq!(one.values(side), other.values(side), "one key for two items: {}", side.field);
        }
    }
}

/// The keys of an item hold its composites, and tell them.
fn composed(row: &Row, item: &Item) {
    for (_, side) in sides() {
        let values = row.values(side);
        let parts = side.composites.iter().zip(&values).flat_map(|(composite, value)| [composite.label, value]);
        let expected: String = [side.prefix].into_iter().chain(parts).chain([side.postfix]).collect();
        let found = text(item, side);
        assert_eq!(if side.casing == Casing::Lower { found.replace('ς', "σ") } else { found.to_owned() }, expected);
    }
    let Row { a, b, c, d, .. } = row.clone();
    let key = Row::get().a(a).b(b).c(c).d(d).request("t").expect("a key that was written").key.expect("a key");
    assert!(key.len() == 2 && key.iter().all(|(field, value)| item[field] == *value));

    // Where a text is in several keys, the one that changed it least counts: here it is as it was written.
    let composites = KeyComposites::<Row>::of(item).expect("its own keys");
    let [b, wide] = [pad(&row.b, 4, "ab"), pad(&row.wide, 3, ".")];
    assert_eq!(told(&composites), [&row.a, &b, &row.c, &row.d, &wide].map(|text| Some(text.clone())));
    for index in Row::SCHEMA.indexes {
        let primary = Row::SCHEMA.primary();
        let fields = [Some(&index.pk), index.sk.as_ref(), Some(&primary.pk), primary.sk.as_ref()];
        let fields = fields.into_iter().flatten().map(|side| (side.field.to_owned(), item[side.field].clone()));
        let composites = KeyComposites::<Row>::of(&fields.collect()).expect("its own keys");
        for composite in index.pk.composites.iter().chain(index.sk.iter().flat_map(|side| side.composites)) {
            let got = told(&composites)[composite.attribute].clone().expect("it is in the key");
            let value = in_key(row.value(composite.attribute), &primary.pk, composite.padding);
            // The key may be in upper case.
            let [got, value] = [got, value].map(|text| cased(&cased(&text, Casing::Upper), Casing::Lower));
            assert_eq!(got, value);
        }
    }
}

/// Any keys: they are told apart, or refused with a typed error. What is told of a key makes the same key.
pub fn read(fields: Vec<(u8, Text)>) {
    let all: Vec<_> = sides().map(|(_, side)| side).collect();
    let mut item = Item::new();
    for (number, text) in fields {
        let side = all[usize::from(number) % all.len()];
        // Half of them begin as they should.
        let text = if number < 128 { text.0 } else { [side.prefix, &text].concat() };
        item.insert(side.field.to_owned(), aws_sdk_dynamodb::types::AttributeValue::S(text));
    }
    let composites = match KeyComposites::<Row>::of(&item) {
        Ok(composites) => composites,
        Err(error) => return assert!(matches!(error, Error::ForeignKey { .. }), "{error:?}"),
    };
    let [Some(a), Some(b), Some(c), Some(d), _] = told(&composites) else { return };
    let Ok(request) = Row::get().a(&a).b(&b).c(&c).d(&d).request("t") else { return };
    let again = KeyComposites::<Row>::of(&request.key.expect("a key")).expect("a key that was composed");
    for (again, value) in told(&again).into_iter().zip([a, pad(&b, 4, "ab"), c, d]) {
        assert_eq!(again.map(|again| cased(&again, Casing::Lower)), Some(cased(&value, Casing::Lower)));
    }
}

/// The text of each attribute that is in one of the keys.
fn told(composites: &KeyComposites<Row>) -> [Option<String>; 5] {
    let r = Row::attributes();
    let told =
        [composites.get(r.a), composites.get(r.b), composites.get(r.c), composites.get(r.d), composites.get(r.wide)];
    told.map(|text| text.expect("text"))
}
