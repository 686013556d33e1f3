//! The weather itself: what is asked for happens, and the SDK takes it as what it is.

use std::{collections::HashMap, rc::Rc};

use aws_sdk_dynamodb::types::{KeysAndAttributes, PutRequest, WriteRequest};
use dynaent::{Entity, Error, TransactWrite};

use crate::{
    fault::Fault::{self, *},
    run::{Run, alone},
    weather::Climate,
};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Day", version = "1")]
#[index(primary, pk = [month], sk = [day])]
struct Day {
    month: String,
    #[attr(padding(2, "0"))]
    day: u32,
    text: String,
}

fn day(day: u32) -> Day {
    Day { month: "may".to_owned(), day, text: "a day like any other".to_owned() }
}

fn under<F: Future<Output = ()>>(fault: Fault, seed: u64, work: impl FnOnce(Rc<Run>) -> F) {
    alone(seed, async { work(Run::start::<Day>(seed, 0, Climate::Always(fault), 1).await).await });
}

async fn stored(run: &Run) -> Vec<Day> {
    Day::query().primary().month("may").all(&run.undisturbed).await.expect("a query")
}

/// Faults of single writes: whether the write is answered, whether it is made, and whether the error says that it is not.
const WRITES: [(Fault, bool, bool, bool); 14] = [
    (Throttled, false, false, true),
    (OverCapacity, false, false, true),
    (ItemContention, false, false, true),
    (ServerError, false, false, false),
    (ServerErrorAfterwards, false, true, false),
    (Unavailable, false, false, false),
    (Refused, false, false, false),
    (TimedOut, false, false, false),
    (TimedOutAfterwards, false, true, false),
    (Reset, false, true, false),
    (CutOff, false, true, false),
    (BrokenOff, false, true, false),
    (Late, true, true, false),
    (TooLate, false, true, false),
];

#[test]
fn a_write_is_answered_or_not_and_made_or_not() {
    let every = Fault::ANY.iter().chain([&ItemContention]);
    assert!(every.clone().all(|fault| WRITES.iter().any(|(it, ..)| it == fault)));
    for (fault, is_answered, is_made, says_it_is_not) in WRITES {
        under(fault, 1, async |run| {
            let sent = Day::create().item(day(1)).send(&run.table).await;
            assert_eq!(sent.is_ok(), is_answered, "{fault:?}: {sent:?}");
            assert_eq!(!stored(&run).await.is_empty(), is_made, "{fault:?}");
            if let Err(error) = sent {
                assert!(matches!(error, Error::Request { .. }), "{fault:?}: {error:?}");
                assert_eq!(error.is_retryable(), says_it_is_not, "{fault:?}");
            }
            assert_eq!(run.weather.seen().faults, [(fault, 1)].into());
        });
    }
}

#[test]
fn a_straggler_is_made_when_nobody_waits_for_it() {
    under(Straggler, 1, async |run| {
        let error = Day::create().item(day(1)).send(&run.table).await.expect_err("no answer");
        assert!(!error.is_retryable());
        assert_eq!(stored(&run).await, []);
        run.settle().await;
        assert_eq!(stored(&run).await, [day(1)]);
    });
}

/// Wherever an answer ends, it is none: half of an item is never taken for an item, nor for no item.
#[test]
fn a_part_of_an_answer_is_an_error() {
    for fault in [CutOff, BrokenOff] {
        under(fault, 1, async |run| {
            Day::put().item(day(1)).send(&run.undisturbed).await.expect("a put");
            for _ in 0..200 {
                let got = Day::get().month("may").day(1).send(&run.table).await;
                assert!(matches!(got, Err(Error::Request { .. })), "{fault:?}: {got:?}");
                let page = Day::query().primary().month("may").send(&run.table).await;
                assert!(matches!(page, Err(Error::Request { .. })), "{fault:?}: {page:?}");
            }
        });
    }
}

#[test]
fn a_transaction_is_not_made() {
    for fault in Fault::TRANSACTIONS {
        under(fault, 1, async |run| {
            let sent = TransactWrite::new().items((1..6).map(|it| Day::put().item(day(it)))).send(&run.table).await;
            let error = sent.expect_err("it is refused");
            assert_eq!(matches!(&error, Error::Cancelled { reasons } if reasons.len() == 5), fault == Contention);
            assert!(error.is_retryable(), "{error:?}");
            assert_eq!(stored(&run).await, []);
        });
    }
}

#[test]
fn pages_are_short_or_empty() {
    let days = async |run: &Run| {
        for number in 0..9 {
            Day::put().item(day(number)).send(&run.undisturbed).await.expect("a put");
        }
    };
    under(ShortPage, 1, async |run| {
        days(&run).await;
        let pages = Day::query().primary().month("may");
        assert_eq!(pages.all(&run.table).await.expect("a query"), stored(&run).await);
        assert!(run.weather.seen().requests > 3);
    });
    under(EmptyPage, 1, async |run| {
        days(&run).await;
        let query = || Day::query().primary().month("may");
        let first = query().send(&run.table).await.expect("a page that cannot be empty");
        assert!(!first.items.is_empty());
        let second = query().after(first.cursor.clone()).send(&run.table).await.expect("an empty page");
        assert_eq!((second.items.len(), second.cursor), (0, first.cursor));
        assert_eq!(run.weather.seen().faults, [(ShortPage, 1), (EmptyPage, 1)].into());
    });
}

#[test]
fn batches_are_done_in_part() {
    for (fault, least, most) in [(AllUnprocessed, 0, 0), (OneProcessed, 1, 1), (SomeUnprocessed, 1, 9)] {
        under(fault, 1, async |run| {
            let item = |number| Day::put().item(day(number)).request("app").expect("a put").item.expect("an item");
            let put = |number| PutRequest::builder().set_item(Some(item(number))).build().expect("a put");
            let puts = (0..10).map(|number| WriteRequest::builder().put_request(put(number)).build()).collect();
            let sent =
                run.table.client().batch_write_item().request_items("app", puts).send().await.expect("an answer");
            let left: usize = sent.unprocessed_items.iter().flat_map(HashMap::values).map(Vec::len).sum();
            let made = stored(&run).await.len();
            assert_eq!(made + left, 10, "{fault:?}");
            assert!((least..=most).contains(&made), "{fault:?}: {made}");

            let key = |number| item(number).into_iter().filter(|(field, _)| ["pk", "sk"].contains(&field.as_str()));
            for number in 0..10 {
                Day::put().item(day(number)).send(&run.undisturbed).await.expect("a put");
            }
            let keys = (0..10).map(|number| key(number).collect()).collect();
            let keys = KeysAndAttributes::builder().set_keys(Some(keys)).build().expect("keys");
            let sent = run.table.client().batch_get_item().request_items("app", keys).send().await.expect("an answer");
            let left: usize = sent.unprocessed_keys.iter().flat_map(HashMap::values).map(|left| left.keys.len()).sum();
            let got: usize = sent.responses.iter().flat_map(HashMap::values).map(Vec::len).sum();
            assert_eq!(got + left, 10, "{fault:?}");
            assert!((least..=most).contains(&got), "{fault:?}: {got}");
        });
    }
}
