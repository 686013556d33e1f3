//! The calls, done by every side: with the SDK alone, by Dynaent, by its peers. All do the same; that is checked first.

use std::{hint::black_box, rc::Rc, time::Duration};

use aws_sdk_dynamodb::{
    Client, Config,
    config::BehaviorVersion,
    operation::{put_item::PutItemInput, query::QueryInput, update_item::UpdateItemInput},
};
use dynaent_benches::{
    by_hand, model,
    pairs::{AUTHOR, KEY, time},
    with_dynaent,
};
use serde_json::{Value, json};

use crate::{meaning, with_facade, with_modyne, with_serde_dynamo};

/// One piece of work, and everybody who does it.
pub struct Call {
    pub name: &'static str,
    /// What is done, in a sentence.
    pub what: &'static str,
    pub sides: Vec<Side>,
    /// What comes of it: the meaning of the request, or the post that was read.
    pub meaning: Value,
}

pub struct Side {
    pub name: &'static str,
    /// The time of so many calls.
    pub time: Box<dyn Fn(u64) -> Duration>,
    /// One call between two others: what comes before it and after it is not measured.
    pub once: Box<dyn Fn(&dyn Fn(), &dyn Fn())>,
}

impl Side {
    fn new<I, O>(name: &'static str, input: impl Fn() -> I + 'static, work: impl Fn(I) -> O + 'static) -> Self {
        let (input, work) = (Rc::new(input), Rc::new(work));
        let (input_once, work_once) = (Rc::clone(&input), Rc::clone(&work));
        Self {
            name,
            time: Box::new(move |calls| time(calls, &*input, &*work)),
            once: Box::new(move |before, after| {
                let input = black_box(input_once());
                before();
                let output = black_box(measured(&*work_once, input));
                after();
                drop(output);
            }),
        }
    }
}

/// What callgrind counts the instructions of.
#[inline(never)]
pub fn measured<I, O>(work: &impl Fn(I) -> O, input: I) -> O {
    work(input)
}

const SLUG: &str = "Rust";
const BY_HAND: &str = "by hand";
const DYNAENT: &str = "**Dynaent**";
const SERDE_DYNAMO: &str = "serde_dynamo";
const MODYNE: &str = "modyne";
const MODYNE_BUILDER: &str = "modyne, its own builder only";
const FACADE: &str = "dynamodb-facade";

/// The post as another type has it.
macro_rules! post {
    ($peer:ident) => {{
        let model::Post { tenant, blog, day, slug, author, likes, published, subtitle, tags, score } =
            model::Post::sample();
        $peer::Post { tenant, blog, day, slug, author, likes, published, subtitle, tags, score }
    }};
}

/// All calls.
///
/// # Panics
/// If a side does something else than the others.
pub fn calls() -> Vec<Call> {
    let client = Client::from_conf(Config::builder().behavior_version(BehaviorVersion::latest()).build());
    dynamodb_facade::init_global_client(client.clone());
    let app: &'static with_modyne::table::App = Box::leak(Box::new(with_modyne::table::App { client }));
    vec![put(app), update(app), query(), decode()]
}

fn put(app: &'static with_modyne::table::App) -> Call {
    let meaning_of = |input: PutItemInput| {
        meaning::put(input.item(), input.condition_expression(), &input.expression_attribute_names)
    };
    let meaning = meaning_of(by_hand::create(model::Post::sample()).expect("a request"));
    assert_eq!(meaning_of(with_dynaent::create(model::Post::sample()).expect("a request")), meaning);
    assert_eq!(meaning_of(with_serde_dynamo::put(post!(with_serde_dynamo))), meaning);
    let facade = with_facade::put(&post!(with_facade));
    assert_eq!(meaning_of(facade.as_input().clone().build().expect("a request")), meaning);
    let modyne = with_modyne::put(post!(with_modyne), app);
    let mut without_version = meaning.clone();
    without_version["item"].as_object_mut().expect("an item").remove("__edb_v__");
    assert_eq!(
        meaning::put(Some(&modyne.item), modyne.condition_expression(), &modyne.expression_attribute_names),
        without_version
    );
    let (serde_dynamo, modyne, facade) = (post!(with_serde_dynamo), post!(with_modyne), post!(with_facade));
    Call {
        name: "put",
        what: "A new post: an owned struct to the input of `PutItem`, with the condition that it is not there yet",
        sides: vec![
            Side::new(BY_HAND, model::Post::sample, by_hand::create),
            Side::new(DYNAENT, model::Post::sample, with_dynaent::create),
            Side::new(SERDE_DYNAMO, move || serde_dynamo.clone(), with_serde_dynamo::put),
            Side::new(MODYNE, move || modyne.clone(), |post| with_modyne::put(post, app)),
            Side::new(FACADE, move || facade.clone(), |post| with_facade::put(&post)),
        ],
        meaning,
    }
}

fn update(app: &'static with_modyne::table::App) -> Call {
    let meaning_of = |input: UpdateItemInput| {
        meaning::update(
            input.key(),
            input.update_expression(),
            input.condition_expression(),
            &input.expression_attribute_names,
            &input.expression_attribute_values,
        )
    };
    let meaning = meaning_of(by_hand::patch(KEY, AUTHOR, false).expect("a request"));
    assert_eq!(meaning_of(with_dynaent::patch(KEY, AUTHOR, false).expect("a request")), meaning);
    assert_eq!(meaning_of(with_serde_dynamo::update(KEY, AUTHOR, false)), meaning);
    let facade = with_facade::update(KEY, AUTHOR, false);
    assert_eq!(meaning_of(facade.as_input().clone().build().expect("a request")), meaning);
    let modyne = with_modyne::update(KEY, AUTHOR, false, app);
    assert_eq!(
        meaning::update(
            Some(&modyne.key),
            Some(&modyne.update_expression),
            modyne.condition_expression(),
            &modyne.expression_attribute_names,
            &modyne.expression_attribute_values,
        ),
        meaning
    );
    let input = || black_box((KEY, AUTHOR));
    Call {
        name: "update",
        what: "Two attributes of a post that is there, one of them in the key of an index, to the input of `UpdateItem`",
        sides: vec![
            Side::new(BY_HAND, input, |(key, author)| by_hand::patch(key, author, false)),
            Side::new(DYNAENT, input, |(key, author)| with_dynaent::patch(key, author, false)),
            Side::new(SERDE_DYNAMO, input, |(key, author)| with_serde_dynamo::update(key, author, false)),
            Side::new(MODYNE, input, |(key, author)| with_modyne::update(key, author, false, app)),
            Side::new(FACADE, input, |(key, author)| with_facade::update(key, author, false)),
        ],
        meaning,
    }
}

fn query() -> Call {
    let meaning_of = |input: QueryInput| {
        let names = &input.expression_attribute_names;
        meaning::query(input.key_condition_expression(), names, &input.expression_attribute_values)
    };
    let [tenant, blog, day, _] = KEY;
    let meaning = meaning_of(by_hand::query(tenant, blog, day, SLUG).expect("a request"));
    assert_eq!(meaning_of(with_dynaent::query(tenant, blog, day, SLUG).expect("a request")), meaning);
    assert_eq!(meaning_of(with_serde_dynamo::query(tenant, blog, day, SLUG)), meaning);
    let facade = with_facade::query(tenant, blog, day, SLUG);
    assert_eq!(meaning_of(facade.as_input().clone().build().expect("a request")), meaning);
    // Only its own builder can be seen, which has both keys in it.
    let modyne = format!("{:?}", with_modyne::query(tenant, blog, day, SLUG));
    for key in [crate::keys::pk(tenant, blog), crate::keys::sk(day, SLUG)] {
        assert!(modyne.contains(&key), "{key} is not in {modyne}");
    }
    let input = || black_box(SLUG);
    Call {
        name: "query",
        what: "The posts of a day whose slug begins with a text, to the input of `Query`",
        sides: vec![
            Side::new(BY_HAND, input, |slug| by_hand::query(tenant, blog, day, slug)),
            Side::new(DYNAENT, input, |slug| with_dynaent::query(tenant, blog, day, slug)),
            Side::new(SERDE_DYNAMO, input, |slug| with_serde_dynamo::query(tenant, blog, day, slug)),
            Side::new(MODYNE_BUILDER, input, |slug| with_modyne::query(tenant, blog, day, slug)),
            Side::new(FACADE, input, |slug| with_facade::query(tenant, blog, day, slug)),
        ],
        meaning,
    }
}

fn decode() -> Call {
    let item = by_hand::create(model::Post::sample()).expect("a request").item.expect("an item");
    let item = move || item.clone();
    assert_eq!(by_hand::decode(item()).expect("a post"), model::Post::sample());
    assert_eq!(with_dynaent::decode(item()).expect("a post"), Some(model::Post::sample()));
    let same = |read: &dyn std::fmt::Debug| assert_eq!(format!("{read:?}"), format!("{:?}", model::Post::sample()));
    same(&with_serde_dynamo::decode(item()));
    same(&with_modyne::decode(item()).expect("a post"));
    // Its `Item` is made of a post: a clone of it would be a plain map.
    let facade = post!(with_facade);
    let stored = move || with_facade::stored(&facade);
    assert_eq!(meaning::document(Some(&stored())), meaning::document(Some(&item())));
    same(&with_facade::decode(stored()));
    Call {
        name: "decode",
        what: "A stored item to the struct",
        sides: vec![
            Side::new(BY_HAND, item.clone(), by_hand::decode),
            Side::new(DYNAENT, item.clone(), with_dynaent::decode),
            Side::new(SERDE_DYNAMO, item.clone(), with_serde_dynamo::decode),
            Side::new(MODYNE, item, with_modyne::decode),
            Side::new(FACADE, stored, with_facade::decode),
        ],
        meaning: json!({ "post": format!("{:?}", model::Post::sample()) }),
    }
}
