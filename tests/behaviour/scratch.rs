//! scratch
use crate::harness::{Engine, both_ways, only_stored};
use dynaent::{Document, Entity, Error, Expiry, Outcome, all, raw};
use std::collections::{BTreeSet, HashMap};

both_ways! { everything, }

#[derive(Debug, Clone, PartialEq, Document)]
pub struct Geo {
    lat: f64,
    lon: f64,
}
#[derive(Debug, Clone, PartialEq, Document)]
#[document(rename_all = "camelCase")]
pub struct Address {
    #[attr(validate = not_empty)]
    post_code: String,
    city: String,
    geo: Option<Geo>,
    #[attr(default = 3u8)]
    floors: u8,
}
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Audit {
    by: String,
    note: Option<String>,
}
fn not_empty(s: &str) -> Result<(), &'static str> {
    if s.is_empty() { Err("it is empty") } else { Ok(()) }
}
fn lower(s: String) -> String {
    s.to_lowercase()
}
fn full(a: &String, b: Option<&String>) -> String {
    format!("{a} {}", b.map_or("-", |b| b.as_str()))
}
fn len(a: &str) -> usize {
    a.len()
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "User", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_team, gsi = "gsi1", pk = [team], sk = [rank])]
pub struct User {
    id: String,
    first: String,
    last: Option<String>,
    #[attr(on_write = lower, validate = not_empty)]
    email: String,
    team: Option<String>,
    rank: Option<u32>,
    address: Address,
    others: Vec<Address>,
    scores: HashMap<String, i64>,
    tags: BTreeSet<String>,
    #[attr(default)]
    likes: i64,
    #[attr(hidden)]
    secret: Option<String>,
    #[attr(flatten)]
    audit: Audit,
    #[attr(watch = [first, last], on_write = full)]
    full: String,
    #[attr(watch = [first], on_read = len)]
    first_len: usize,
    #[attr(created_at)]
    made: u64,
    #[attr(updated_at)]
    changed: u64,
    #[attr(version)]
    revision: u32,
    #[attr(ttl)]
    expires: Option<Expiry>,
}

async fn everything(on: Engine) {
    let table = on.table::<User>().await;
    let address =
        Address { post_code: "53111".into(), city: "Bonn".into(), geo: Some(Geo { lat: 50.7, lon: 7.1 }), floors: 2 };
    let u = User::create()
        .id("1")
        .first("Ada")
        .email("ADA@x")
        .address(address.clone())
        .others(vec![address.clone()])
        .scores(HashMap::from([("go".to_owned(), 3)]))
        .tags(BTreeSet::from(["a".to_owned()]))
        .secret("pw")
        .audit(Audit { by: "me".into(), note: None })
        .send(&table)
        .await
        .unwrap();
    assert_eq!((u.email.as_str(), u.full.as_str(), u.first_len, u.revision), ("ada@x", "Ada -", 3, 1));
    println!("{:?}", only_stored(&table).await);
    let c = User::attributes();
    let f = c.address.city.eq("Bonn")
        & c.address.geo.lat.gt(50.0)
        & c.others.at(0).field(|a| a.geo.lon).lt(8.0)
        & c.scores.key("go").gte(3)
        & c.tags.contains("a")
        & !c.last.exists()
        & c.email.size().between(1u64, 9u64)
        & c.audit.by.eq("me")
        & raw("nope").not_exists()
        & c.likes.is_in([0, 1])
        & c.email.begins_with("ada")
        & c.first.ne(c.email);
    println!("{f:?}");
    let found = User::scan().filter(f.clone()).all(&table).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0], User { secret: None, ..u.clone() });
    let p = User::patch()
        .id("1")
        .set(c.address.city, "Köln")
        .add(c.likes, 2)
        .append(c.others, [address.clone()])
        .add(c.tags, ["b"])
        .add(c.scores.key("go"), 1)
        .set(c.last, "L")
        .set(c.team, "t")
        .known(c.first, "Ada".to_owned())
        .condition(f.clone())
        .return_new();
    println!("{p:?}");
    let p = p.send(&table).await.unwrap();
    assert_eq!((p.likes, p.others.len(), p.full.as_str(), p.revision, p.scores["go"]), (2, 2, "Ada L", 2, 4));
    println!("{:?}", only_stored(&table).await);
    let q = User::query().by_team().team("t").send(&table).await.unwrap();
    assert_eq!(q.items.len(), 1);
    let e = User::patch().id("1").set(c.first, "B").condition(f).send(&table).await.unwrap_err();
    println!("{e}");
    let e = User::patch().id("1").add(c.likes, 1).from(&u).send(&table).await.unwrap_err();
    assert!(matches!(e, Error::Conflict { .. }), "{e:?}");
    assert_eq!(e.current::<User>().unwrap().unwrap(), p);
    let after = User {
        team: None,
        rank: Some(4),
        tags: BTreeSet::from(["z".to_owned()]),
        audit: Audit { by: "you".into(), note: Some("n".into()) },
        ..p.clone()
    };
    let o = User::patch().id("1").changes(&p, &after).return_new().send_if(&table).await.unwrap();
    let Outcome::Applied(o) = o else { panic!() };
    assert_eq!(o.tags, after.tags);
    assert_eq!(o.audit, after.audit);
    assert_eq!(User::query().by_team().team("t").send(&table).await.unwrap().items.len(), 0);
    let e = User::put()
        .item(User { address: Address { post_code: String::new(), ..address }, email: String::new(), ..o })
        .send(&table)
        .await
        .unwrap_err();
    println!("{e}");
    println!(
        "{:?}",
        all::<User>([Some(c.first.eq("x") | c.first.eq("y")), None, Some(!(c.first.eq("x") & c.last.eq("y")))])
    );
}
