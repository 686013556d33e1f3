//! What queries of collections cost: among many other items, they read the smallest stretch of keys that holds what is
//! asked for.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    operation::query::QueryInput,
    types::{AttributeValue, PutRequest, ReturnConsumedCapacity, WriteRequest},
};
use dynaent::{Collection, Entity, Service, Table, begins_with, between, gt, gte, lt, lte};

use crate::harness::{Engine, Item, s};

const PARTITIONS: usize = 100;
const ITEMS: usize = 10_000;

/// Entities in the same partitions of two indexes, in collections of one and of the other.
macro_rules! press {
    ($($name:ident $entity:literal $collections:tt;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "press", name = $entity, version = "1")]
        #[index(primary, pk = [id], sk = [])]
        #[index(by_topic, gsi = "gsi1", pk = [topic], sk = [id], collection = $collections)]
        #[index(by_day, gsi = "gsi2", pk = [topic], sk = [day, hour, id], collection = "days", clustered)]
        struct $name {
            id: String,
            topic: String,
            day: String,
            hour: String,
            text: String,
        }
    )*};
}

press! {
    Article "article" ["feed"];
    Comment "comment" ["feed", "voices"];
    Letter "letter" ["feed", "voices"];
    // In a collection whose name begins as the others' does, and in one that sorts before them.
    Feedback "feedback" ["feeds"];
    Advert "advert" ["adverts"];
}

/// In the partitions of the press, and in no collection.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "press", name = "note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_topic, gsi = "gsi1", pk = [topic], sk = [id])]
#[index(by_day, gsi = "gsi2", pk = [topic], sk = [day, hour, id], clustered)]
struct Note {
    id: String,
    topic: String,
    day: String,
    hour: String,
    text: String,
}

#[derive(Debug, Service)]
enum Press {
    Article(Article),
    Comment(Comment),
    Letter(Letter),
    Feedback(Feedback),
    Advert(Advert),
    Note(Note),
}

#[derive(Debug, Collection)]
#[collection(name = "feed")]
struct Feed {
    articles: Vec<Article>,
    comments: Vec<Comment>,
    letters: Vec<Letter>,
}

#[derive(Debug, Collection)]
#[collection(name = "voices")]
struct Voices {
    comments: Vec<Comment>,
    letters: Vec<Letter>,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    articles: Vec<Article>,
    comments: Vec<Comment>,
    letters: Vec<Letter>,
    feedbacks: Vec<Feedback>,
    adverts: Vec<Advert>,
}

/// An item of one of the six entities.
fn press(number: usize, random: &mut fastrand::Rng) -> Item {
    let topic = format!("t{}", number % PARTITIONS);
    let days = ["1", "1 ", "1#1", "10", "2", "2#", "3"];
    let (id, day, hour) =
        (format!("{number:05}"), random.choice(days).unwrap_or("1"), format!("{:02}", random.u8(0..24)));
    let length = random.usize(1..1500);
    let text: String = std::iter::repeat_with(|| random.alphanumeric()).take(length).collect();
    macro_rules! put {
        ($entity:ident) => {{
            let entity = $entity { id, topic, day: day.to_owned(), hour, text };
            $entity::put().item(entity).request("app").expect("an item").item
        }};
    }
    let item = match random.u8(0..6) {
        0 => put!(Article),
        1 => put!(Comment),
        2 => put!(Letter),
        3 => put!(Feedback),
        4 => put!(Advert),
        _ => put!(Note),
    };
    item.expect("an item")
}

async fn fill(table: &Table) {
    let mut random = fastrand::Rng::with_seed(5);
    let items: Vec<Item> = (0..ITEMS).map(|number| press(number, &mut random)).collect();
    for chunk in items.chunks(25) {
        let put = |item: &Item| PutRequest::builder().set_item(Some(item.clone())).build().expect("a request");
        let writes = chunk.iter().map(|item| WriteRequest::builder().put_request(put(item)).build()).collect();
        let written =
            table.client().batch_write_item().request_items(table.name(), writes).send().await.expect("written");
        assert!(written.unprocessed_items.is_none_or(|left| left.is_empty()));
    }
}

/// What a query reads: items, units, and the items themselves.
async fn read(table: &Table, input: QueryInput) -> (i32, f64, Vec<Item>) {
    let (mut count, mut units, mut items, mut start) = (0, 0.0, Vec::new(), None);
    loop {
        let request = table
            .client()
            .query()
            .table_name(table.name())
            .set_index_name(input.index_name.clone())
            .set_key_condition_expression(input.key_condition_expression.clone())
            .set_filter_expression(input.filter_expression.clone())
            .set_expression_attribute_names(input.expression_attribute_names.clone())
            .set_expression_attribute_values(input.expression_attribute_values.clone())
            .set_exclusive_start_key(start)
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        let output = request.send().await.expect("query");
        count += output.scanned_count;
        units += output.consumed_capacity.and_then(|consumed| consumed.capacity_units).expect("units");
        items.extend(output.items.unwrap_or_default());
        start = output.last_evaluated_key;
        if start.is_none() {
            return (count, units, items);
        }
    }
}

/// The query of the stretch from one sort key to another.
fn stretch(index: &str, topic: &str, from: &AttributeValue, to: &AttributeValue) -> QueryInput {
    let names = [("#p", format!("{index}pk")), ("#s", format!("{index}sk"))];
    QueryInput::builder()
        .table_name("app")
        .index_name(index)
        .key_condition_expression("#p = :p AND #s BETWEEN :from AND :to")
        .set_expression_attribute_names(Some(names.map(|(name, field)| (name.to_owned(), field)).into()))
        .set_expression_attribute_values(Some(HashMap::from([
            (":p".to_owned(), s(format!("$press#topic_{topic}"))),
            (":from".to_owned(), from.clone()),
            (":to".to_owned(), to.clone()),
        ])))
        .build()
        .expect("a request")
}

/// All items of a partition.
async fn whole(table: &Table, index: &str, topic: &str) -> Vec<Item> {
    let (_, _, items) = read(table, stretch(index, topic, &s("\0"), &s("\u{10FFFF}"))).await;
    assert_eq!(items.len(), ITEMS / PARTITIONS);
    items
}

/// Compares what a query reads with the stretch from the first to the last item of the partition that it asks for. Gives
/// the number of items asked for.
async fn compare(
    table: &Table,
    topic: &str,
    partition: &[Item],
    input: QueryInput,
    wanted: impl Fn(&Item) -> bool,
) -> usize {
    let index = input.index_name.clone().expect("an index");
    let sk = format!("{index}sk");
    let asked_for: Vec<_> = partition.iter().filter(|item| wanted(item)).collect();
    let (count, units, items) = read(table, input.clone()).await;
    // Nothing that is asked for may be missing.
    assert!(asked_for.iter().all(|item| items.contains(item)), "{input:?}");
    let (least, fewest_units) = match (asked_for.first(), asked_for.last()) {
        (Some(first), Some(last)) => {
            let (count, units, _) = read(table, stretch(&index, topic, &first[&sk], &last[&sk])).await;
            (count, units)
        }
        _ => (0, 0.5),
    };
    assert_eq!(units, fewest_units, "units of {input:?}");
    assert_eq!(count, least, "items read by {input:?}");
    asked_for.len()
}

/// In this process alone: it is the same engine either way, and these are thousands of requests.
#[tokio::test]
async fn collections_cost_what_they_hold() {
    let table = Engine::embedded().table::<Press>().await;
    fill(&table).await;
    let is = |item: &Item, names: &[&str]| names.iter().any(|name| item["__edb_e__"] == s(*name));
    let text = |item: &Item, field: &str| item[field].as_s().expect("text").clone();
    let mut found = 0;
    for number in 0..PARTITIONS {
        let topic = &format!("t{number}");
        let (by_topic, by_day) = (whole(&table, "gsi1", topic).await, whole(&table, "gsi2", topic).await);
        let feed = Feed::query().topic(topic).request("app").expect("a request");
        found += compare(&table, topic, &by_topic, feed, |item| is(item, &["article", "comment", "letter"])).await;
        let voices = Voices::query().topic(topic).request("app").expect("a request");
        found += compare(&table, topic, &by_topic, voices, |item| is(item, &["comment", "letter"])).await;
        let of_days = |item: &Item| !is(item, &["note"]);
        macro_rules! days {
            ($($query:expr, |$day:ident, $hour:ident| $holds:expr;)*) => {$(
                let input = $query.request("app").expect("a request");
                found += compare(&table, topic, &by_day, input, |item| {
                    let ($day, $hour) = (text(item, "day"), text(item, "hour"));
                    let ($day, $hour) = ($day.as_str(), $hour.as_str());
                    of_days(item) && $holds && !$hour.is_empty()
                }).await;
            )*};
        }
        days! {
            Days::query().topic(topic), |day, hour| !day.is_empty();
            Days::query().topic(topic).day("1"), |day, hour| day == "1";
            Days::query().topic(topic).day("2").hour(gte("12")), |day, hour| day == "2" && hour >= "12";
            Days::query().topic(topic).day("2").hour(begins_with("1")), |day, hour| day == "2" && hour.starts_with('1');
            Days::query().topic(topic).day(begins_with("1")), |day, hour| day.starts_with('1');
            Days::query().topic(topic).day(gt("1")), |day, hour| day > "1";
            Days::query().topic(topic).day(lt("2")), |day, hour| day < "2";
            Days::query().topic(topic).day(lte("10")), |day, hour| day <= "10";
            Days::query().topic(topic).day(between("10", "2")), |day, hour| ("10"..="2").contains(&day);
            Days::query().topic(topic).day("9"), |day, hour| day == "9";
        }
    }
    assert!(found > 20_000, "{found}");
    // Of a partition that is not there, nothing is read.
    let nothing = Feed::query().topic("t").request("app").expect("a request");
    assert_eq!(read(&table, nothing).await, (0, 0.5, vec![]));
}
