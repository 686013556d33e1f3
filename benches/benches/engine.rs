//! Whole operations on the embedded engine in memory, beside the same with the SDK's client on the same engine.
//! Prints a table in Markdown.
//!
//! ```console
//! $ cargo bench -p dynaent-benches --features local --bench engine             # fastest of 2,000, both sides in turn
//! $ cargo bench -p dynaent-benches --features local --bench engine -- 20       # fewer
//! ```

use std::{
    env,
    fmt::Debug,
    future::Future,
    hint::black_box,
    time::{Duration, Instant},
};

use dynaent::Table;
use dynaent_benches::{
    by_hand,
    model::Post,
    pairs::{AUTHOR, KEY},
    with_dynaent,
};

/// Posts of the day that is queried, and of other days.
const POSTS: u32 = 100;
const PAGE: u32 = 20;

fn main() {
    let count = env::args().find_map(|argument| argument.parse().ok()).unwrap_or(2_000);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(compare(count));
}

async fn compare(count: u32) {
    let [tenant, blog, day, _] = KEY;
    let engine = Table::local::<Post>().await.expect("an engine");
    let table = Table::new(engine.client().clone(), "app");
    table.create_if_absent::<Post>().await.expect("a table");
    for number in 0..POSTS {
        let day = if number % 2 == 0 { day.to_owned() } else { format!("2026-10-{:02}", 1 + number % 28) };
        Post::put().item(Post { day, ..post(number) }).send(&table).await.expect("a put");
    }
    Post::put().item(Post::sample()).send(&table).await.expect("a put");
    let client = table.client();

    println!("| | Dynaent | by hand | ratio |");
    println!("|---|--:|--:|--:|");
    // Each call creates the same post, which is deleted again while nobody looks.
    let one_more = || post(POSTS);
    let delete = async || {
        let Post { slug, .. } = one_more();
        Post::delete().tenant(tenant).blog(blog).day(day).slug(&slug).send(&table).await.expect("a delete");
    };
    pair(
        "create",
        count,
        async || with_dynaent::send_create(&table, one_more()).await.expect("a post"),
        async || by_hand::send_create(client, one_more()).await.expect("a post"),
        delete,
    )
    .await;
    let nothing = async || ();
    pair(
        "get",
        count,
        async || with_dynaent::send_get(&table, KEY).await.expect("a post"),
        async || by_hand::send_get(client, KEY).await.expect("a post"),
        nothing,
    )
    .await;
    pair(
        "patch: two attributes, one in an index's key",
        count,
        async || with_dynaent::send_patch(&table, KEY, AUTHOR, false).await.expect("a patch"),
        async || by_hand::send_patch(client, KEY, AUTHOR, false).await.expect("a patch"),
        nothing,
    )
    .await;
    let of_day = [tenant, blog, day, "post"];
    pair(
        "query: a page of 20 posts",
        count,
        async || with_dynaent::send_query(&table, of_day, PAGE).await.expect("a page"),
        async || by_hand::send_query(client, of_day, PAGE).await.expect("a page"),
        nothing,
    )
    .await;
}

/// The fastest call of each side, in turn; `after` is not measured.
async fn pair<O: Debug + PartialEq>(
    name: &str,
    count: u32,
    dynaent: impl AsyncFn() -> O,
    by_hand: impl AsyncFn() -> O,
    after: impl AsyncFn(),
) {
    let output = dynaent().await;
    after().await;
    assert_eq!(by_hand().await, output);
    after().await;
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..count {
        ours = ours.min(time(dynaent()).await);
        after().await;
        theirs = theirs.min(time(by_hand()).await);
        after().await;
    }
    let (ours, theirs) = (ours.as_secs_f64() * 1e6, theirs.as_secs_f64() * 1e6);
    println!("| {name} | {ours:.1} us | {theirs:.1} us | {:.2} |", ours / theirs);
}

async fn time<O>(work: impl Future<Output = O>) -> Duration {
    let start = Instant::now();
    let output = black_box(work.await);
    let taken = start.elapsed();
    drop(output);
    taken
}

fn post(number: u32) -> Post {
    Post { slug: format!("post-{number:07}"), ..Post::sample() }
}
