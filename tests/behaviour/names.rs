//! Attributes are stored under any name: no name can break or rewrite an expression.

use dynaent::Entity;

use crate::harness::{Engine, both_ways, n, only_stored, s};

both_ways! {
    any_name_is_stored_and_changed,
    key_fields_have_any_name,
    words_of_rust_are_names,
    types_of_any_name_are_attributes,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Odd", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_size, gsi = "gsi1", pk = [size], sk = [name])]
struct Odd {
    id: String,
    name: String,
    size: u32,
    status: String,
    #[attr(field = "a-b")]
    dash: String,
    #[attr(field = "a.b")]
    dot: String,
    #[attr(field = "#x")]
    hash: String,
    #[attr(field = ":v")]
    colon: String,
    #[attr(field = "pk2")]
    second: String,
    #[attr(field = "größe 🦀")]
    unicode: String,
    #[attr(field = "a b\"c[0]")]
    spaced: Option<String>,
    #[attr(field = "#0")]
    placeholder: Option<String>,
}

const FIELDS: [&str; 12] =
    ["id", "name", "size", "status", "a-b", "a.b", "#x", ":v", "pk2", "größe 🦀", "a b\"c[0]", "#0"];

async fn any_name_is_stored_and_changed(on: Engine) {
    let table = on.table::<Odd>().await;
    let text = |label: &str, field: &str| format!("{label} {field}");
    let odd = |label: &str, size| Odd {
        id: "1".into(),
        name: text(label, "name"),
        size,
        status: text(label, "status"),
        dash: text(label, "a-b"),
        dot: text(label, "a.b"),
        hash: text(label, "#x"),
        colon: text(label, ":v"),
        second: text(label, "pk2"),
        unicode: text(label, "größe 🦀"),
        spaced: Some(text(label, "a b\"c[0]")),
        placeholder: Some(text(label, "#0")),
    };
    let as_stored = |stored: crate::harness::Item, label: &str, size: u32| {
        for field in FIELDS {
            let expected = match field {
                "id" => s("1"),
                "size" => n(size),
                _ => s(text(label, field)),
            };
            assert_eq!(stored.get(field), Some(&expected), "{field}");
        }
        // With the identifiers and the keys of two indexes, that is all.
        assert_eq!(stored.len(), FIELDS.len() + 6);
    };

    Odd::create().item(odd("created", 1)).send(&table).await.expect("create");
    as_stored(only_stored(&table).await, "created", 1);

    let (o, new) = (Odd::attributes(), odd("patched", 2));
    let patch = Odd::patch()
        .id("1")
        .set(o.name, &new.name)
        .set(o.size, new.size)
        .set(o.status, &new.status)
        .set(o.dash, &new.dash)
        .set(o.dot, &new.dot)
        .set(o.hash, &new.hash)
        .set(o.colon, &new.colon)
        .set(o.second, &new.second)
        .set(o.unicode, &new.unicode)
        .set(o.spaced, "patched a b\"c[0]")
        .set(o.placeholder, "patched #0");
    assert_eq!(patch.return_new().send(&table).await.expect("patch"), new);
    as_stored(only_stored(&table).await, "patched", 2);

    Odd::upsert().item(odd("upserted", 3)).send(&table).await.expect("upsert");
    as_stored(only_stored(&table).await, "upserted", 3);
    let found = Odd::query().by_size().size(3).all(&table).await.expect("query");
    assert_eq!(found, [odd("upserted", 3)]);
    Odd::remove().id("1").send(&table).await.expect("remove");
}

async fn key_fields_have_any_name(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Keyed", version = "1")]
    #[index(primary, pk(field = "key", composite = [id]), sk(field = "sort-key", composite = []))]
    #[index(by_group, gsi = "by.group", pk(field = "#p", composite = [group]), sk(field = "größe", composite = [size]))]
    struct Keyed {
        id: String,
        group: String,
        size: String,
    }

    let table = on.table::<Keyed>().await;
    for (id, size) in [("1", "b"), ("2", "a")] {
        Keyed::create().id(id).group("g").size(size).send(&table).await.expect("create");
    }
    assert!(Keyed::create().id("1").group("g").size("c").send(&table).await.is_err());
    Keyed::patch().id("1").set(Keyed::attributes().size, "0").send(&table).await.expect("patch");
    let query = || Keyed::query().by_group().group("g").size(dynaent::lte("z"));
    let found = query().limit(1).all(&table).await.expect("query");
    assert_eq!(found.iter().map(|keyed| keyed.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    let cursor = query().limit(1).send(&table).await.expect("query").cursor;
    assert_eq!(query().after(cursor).all(&table).await.expect("query").len(), 1);
    Keyed::remove().id("2").send(&table).await.expect("remove");
}

async fn words_of_rust_are_names(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Word", version = "1", prefix = "db_")]
    #[index(primary, pk = [r#type], sk = [limit])]
    #[index(r#match, gsi = "gsi1", pk = [item], sk = [send])]
    struct Word {
        r#type: String,
        limit: String,
        item: String,
        send: String,
        r#in: Option<String>,
    }

    let table = on.table::<Word>().await;
    let create = Word::db_create().r#type("t").limit("l").item_("i").send_("s").r#in("n");
    let word = create.send(&table).await.expect("create");
    assert_eq!(Word::db_get().r#type("t").limit_("l").send(&table).await.expect("get"), Some(word.clone()));
    let found = Word::db_query().r#match().item("i").send_("s").all(&table).await.expect("query");
    assert_eq!(found, [word]);
    assert_eq!(only_stored(&table).await["sk"], s("$word_1#limit_l"));
}

/// The names that the derive makes do not hide the user's types, as a type parameter `Status` would for `status: Status`.
async fn types_of_any_name_are_attributes(on: Engine) {
    macro_rules! texts {
        ($($name:ident)*) => {$(
            #[derive(Debug, Clone, PartialEq, dynaent::KeyPart)]
            struct $name(String);
        )*};
    }
    texts! { Status Attributes Values W Q C A Draft Given Missing Vec }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Clash", version = "1")]
    #[index(primary, pk = [status], sk = [attributes, values])]
    #[index(by_w, gsi = "gsi1", pk = [w, q], sk = [c])]
    struct Clash {
        status: Status,
        attributes: Attributes,
        values: Values,
        w: W,
        q: Q,
        c: C,
        a: A,
        draft: Draft,
        given: Given,
        missing: Missing,
        vec: Option<Vec>,
    }

    let table = on.table::<Clash>().await;
    let text = || "x".to_owned();
    let clash = Clash::create()
        .status(Status(text()))
        .attributes(Attributes(text()))
        .values(Values(text()))
        .w(W(text()))
        .q(Q(text()))
        .c(C(text()))
        .a(A(text()))
        .draft(Draft(text()))
        .given(Given(text()))
        .missing(Missing(text()))
        .vec(Vec(text()));
    let clash = clash.send(&table).await.expect("create");
    let found = Clash::query().by_w().w(W(text())).q(Q(text())).c(C(text())).first(&table).await.expect("query");
    assert_eq!(found, Some(clash));
}
