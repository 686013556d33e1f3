//! Tables that were not made for this library: attributes that are key fields, with text around them or without.

use dynaent::{AttributeProblem, Entity, Error, KeyComposites, KeyProblem, begins_with, between, gt, gte, lt};

use crate::harness::{Engine, both_ways, item, put_raw, s};

both_ways! {
    attributes_are_keys_as_they_are,
    text_around_an_attribute_is_put_and_taken_off,
    an_attribute_that_is_a_key_changes_with_it,
    an_attribute_without_its_text_cannot_be_read,
    an_empty_attribute_is_no_key,
    a_required_attribute_that_is_a_key_is_asked_for,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "iot", name = "Reading", version = "1")]
#[index(primary, pk(field = "device", composite = [device]), sk(field = "at", composite = [at]))]
#[index(by_user, gsi = "users", pk(field = "user", template = "USER#${user}"), sk(field = "at", composite = [at]))]
#[index(by_tag, gsi = "tags", pk(field = "tag", template = "<${tag}>"), sk(field = "note", composite = [note]))]
struct Reading {
    device: String,
    at: u64,
    user: String,
    tag: Option<String>,
    note: Option<String>,
    celsius: f64,
}

fn reading(at: u64) -> Reading {
    let user = "Ada".to_owned();
    Reading { device: "Sensor-A".into(), at, user, tag: Some("Cold".into()), note: None, celsius: -1.5 }
}

async fn attributes_are_keys_as_they_are(on: Engine) {
    let table = on.table::<Reading>().await;
    for at in [9, 10, 100] {
        assert_eq!(Reading::create().item(reading(at)).send(&table).await.expect("create"), reading(at));
    }
    let stored = table.client().scan().table_name(table.name()).send().await.expect("scan").items.expect("items");
    for item in &stored {
        let mut fields: Vec<_> = item.keys().map(String::as_str).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["__edb_e__", "__edb_v__", "at", "celsius", "device", "tag", "user"]);
        assert_eq!(item["device"].as_s().map(String::as_str), Ok("Sensor-A"));
        assert!(item["at"].is_n());
        assert_eq!(
            (item["user"].as_s().unwrap().as_str(), item["tag"].as_s().unwrap().as_str()),
            ("USER#Ada", "<Cold>")
        );
    }
    let early = Reading::query().primary().device("Sensor-A").at(lt(100_u64)).all(&table).await.expect("query");
    assert_eq!(early, [reading(9), reading(10)]);
    assert_eq!(Reading::query().primary().device("sensor-a").all(&table).await.expect("query"), []);
    let again = Reading::create().item(reading(9)).send(&table).await;
    assert!(matches!(again, Err(Error::AlreadyExists { .. })));
    assert_eq!(Reading::scan().all(&table).await.expect("scan").len(), 3);
}

async fn text_around_an_attribute_is_put_and_taken_off(on: Engine) {
    let table = on.table::<Reading>().await;
    Reading::put().item(reading(1)).send(&table).await.expect("put");
    assert_eq!(Reading::get().device("Sensor-A").at(1).send(&table).await.expect("get"), Some(reading(1)));
    assert_eq!(Reading::query().by_user().user("Ada").all(&table).await.expect("query"), [reading(1)]);
    // There is a tag and no note: the tag is stored, and the item is not in its index.
    assert_eq!(Reading::query().by_tag().tag("Cold").all(&table).await.expect("query"), []);
    let noted = Reading { note: Some("x y".into()), ..reading(1) };
    Reading::upsert().item(noted.clone()).send(&table).await.expect("upsert");
    let found = Reading::query().by_tag().tag("Cold").note(begins_with("x")).all(&table).await.expect("query");
    assert_eq!(found, std::slice::from_ref(&noted));
    let cold = || Reading::query().by_tag().tag("Cold");
    let every =
        || [cold().note(begins_with("")), cold().note(gte("")), cold().note(gt("")), cold().note(between("", "y"))];
    for (query, sent) in every().into_iter().zip(every()) {
        // DynamoDB takes no empty text in the condition of a key.
        let values = query.request("app").expect("a request").expression_attribute_values.expect("values");
        assert!(values.values().all(|value| value.as_s().is_ok_and(|text| !text.is_empty())), "{values:?}");
        assert_eq!(sent.all(&table).await.expect("query"), std::slice::from_ref(&noted));
    }
    assert_eq!(cold().note(lt("")).all(&table).await.expect("query"), []);
    let key = Reading::put().item(noted).request("app").expect("a request").item.expect("an item");
    let composites = KeyComposites::<Reading>::of(&key).expect("our key");
    let r = Reading::attributes();
    assert_eq!(composites.get(r.tag).expect("text").as_deref(), Some("Cold"));
    assert_eq!(composites.get(r.at).expect("a number"), Some(1));
}

async fn an_attribute_that_is_a_key_changes_with_it(on: Engine) {
    let table = on.table::<Reading>().await;
    let r = Reading::attributes();
    Reading::put().item(reading(1)).send(&table).await.expect("put");
    let patch = Reading::patch().device("Sensor-A").at(1).set(r.user, "Bob").set(r.tag, "Warm").set(r.note, "n");
    let patched = patch.return_new().send(&table).await.expect("patch");
    let expected = Reading { user: "Bob".into(), tag: Some("Warm".into()), note: Some("n".into()), ..reading(1) };
    assert_eq!(patched, expected);
    assert_eq!(Reading::query().by_user().user("Ada").all(&table).await.expect("query"), []);
    assert_eq!(
        Reading::query().by_user().user("Bob").all(&table).await.expect("query"),
        std::slice::from_ref(&expected)
    );
    assert_eq!(
        Reading::query().by_tag().tag("Warm").note("n").all(&table).await.expect("query"),
        std::slice::from_ref(&expected)
    );
    let removed = Reading::remove().device("Sensor-A").at(1).return_old().send(&table).await.expect("remove");
    assert_eq!(removed, Some(expected));
}

async fn an_attribute_without_its_text_cannot_be_read(on: Engine) {
    let table = on.table::<Reading>().await;
    let mut stored = Reading::put().item(reading(1)).request("app").expect("a request").item.expect("an item");
    stored.extend(item([("user", s("Ada"))]));
    put_raw(&table, stored).await;
    let Err(Error::Item(error)) = Reading::get().device("Sensor-A").at(1).send(&table).await else {
        panic!("it is read");
    };
    assert_eq!(error.failed.as_ref().map(|failed| failed.attribute), Some("user"));
    assert_eq!(
        error.to_string(),
        "the stored Reading with device \"Sensor-A\", at 1 cannot be read: attribute `user`: expected the text of its key, \
         found the text \"Ada\""
    );
}

async fn an_empty_attribute_is_no_key(on: Engine) {
    let table = on.table::<Reading>().await;
    let empty = |error: Error| matches!(error, Error::Key(error) if error.problem == KeyProblem::Empty);
    let nobody = Reading { user: String::new(), ..reading(1) };
    assert!(on.unsent(Reading::put().item(nobody.clone()).send(&table)).await.is_err_and(empty));
    assert!(on.unsent(Reading::upsert().item(nobody).send(&table)).await.is_err_and(empty));
    let update = Reading::update().device("d").at(1).set(Reading::attributes().user, "");
    assert!(on.unsent(update.send(&table)).await.is_err_and(empty));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_mail, gsi = "mails", pk(field = "mail", composite = [mail]))]
struct Customer {
    id: u32,
    #[attr(required)]
    mail: Option<String>,
}

async fn a_required_attribute_that_is_a_key_is_asked_for(on: Engine) {
    let table = on.table::<Customer>().await;
    let missing = |error: Error| match error {
        Error::Attributes { failed, .. } => {
            failed.iter().map(|failed| (failed.attribute, &failed.problem)).eq([("mail", &AttributeProblem::Missing)])
        }
        _ => false,
    };
    let nobody = || Customer { id: 1, mail: None };
    assert!(on.unsent(Customer::put().item(nobody()).send(&table)).await.is_err_and(missing));
    assert!(on.unsent(Customer::upsert().item(nobody()).send(&table)).await.is_err_and(missing));
    assert!(Customer::put().item(nobody()).request("app").is_err_and(missing));
    let customer = Customer { id: 1, mail: Some("Ada@x".into()) };
    Customer::put().item(customer.clone()).send(&table).await.expect("put");
    assert_eq!(Customer::query().by_mail().mail("Ada@x").first(&table).await.expect("query"), Some(customer));
}
