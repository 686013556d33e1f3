//! The pairs: one piece of work, done by Dynaent and by hand.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{by_hand, model::Post, with_dynaent};

type Item = std::collections::HashMap<String, AttributeValue>;

/// What is done with a pair.
pub trait Measure {
    /// Measures one piece of work done in two ways. `input` makes what it consumes, and is not measured.
    fn pair<I, A, B>(
        &mut self,
        name: &'static str,
        input: impl Fn() -> I,
        dynaent: impl Fn(I) -> A,
        by_hand: impl Fn(I) -> B,
    );
}

/// The time of some calls, one at a time as a service makes them: neither making the input nor dropping the output
/// counts.
pub fn time<I, O>(calls: u64, input: impl Fn() -> I, work: impl Fn(I) -> O) -> Duration {
    let call = |_| {
        let input = black_box(input());
        let start = Instant::now();
        let output = black_box(work(input));
        let taken = start.elapsed();
        drop(output);
        taken
    };
    (0..calls).map(call).sum()
}

/// The composites of the primary key of a post.
pub const KEY: [&str; 4] = ["Acme-Publishing", "Engineering", "2026-11-22", "Rust-macros-that-cost-nothing"];
/// Another author for it.
pub const AUTHOR: &str = "grace.hopper@example.com";

/// Measures every pair.
///
/// # Panics
/// If the two ways of a pair do not give the same.
pub fn measure(with: &mut impl Measure) {
    let post = Post::sample();
    let [tenant, blog, day, _] = KEY;

    let created = by_hand::create(post.clone()).unwrap();
    assert_eq!(with_dynaent::create(post.clone()).unwrap(), created);
    let item: Item = created.item.unwrap();
    assert_eq!(with_dynaent::decode(item.clone()).unwrap().unwrap(), post);
    assert_eq!(by_hand::decode(item.clone()).unwrap(), post);
    let query = by_hand::query(tenant, blog, day, "Rust").unwrap();
    assert_eq!(with_dynaent::query(tenant, blog, day, "Rust").unwrap(), query);
    assert_eq!(with_dynaent::patch(KEY, AUTHOR, false).unwrap(), by_hand::patch(KEY, AUTHOR, false).unwrap());

    with.pair("create", || post.clone(), with_dynaent::create, by_hand::create);
    with.pair(
        "create from a reference",
        || &post,
        |post| with_dynaent::create(post.clone()),
        |post| by_hand::create(post.clone()),
    );
    with.pair("decode", || item.clone(), with_dynaent::decode, by_hand::decode);
    with.pair(
        "query",
        || black_box("Rust"),
        |slug| with_dynaent::query(tenant, blog, day, slug),
        |slug| by_hand::query(tenant, blog, day, slug),
    );
    with.pair(
        "patch",
        || black_box((KEY, AUTHOR)),
        |(key, author)| with_dynaent::patch(key, author, false),
        |(key, author)| by_hand::patch(key, author, false),
    );
}
