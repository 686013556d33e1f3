//! What is sent again: what an error says of whether a request was done, and what keeps it from being done twice.

use dynaent::{Entity, Table, TransactWrite};

use crate::{
    fault::Fault::*,
    run::{Run, alone},
    weather::Climate,
};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Purse", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Purse {
    id: String,
    coins: u32,
}

/// The SDK's first try is done and not answered, the second one not done.
const DONE_THEN_BUSY: Climate = Climate::InTurn(&[TimedOutAfterwards, Throttled]);

/// Gives a coin until it is known that it was given, and says how many there are then.
async fn give(table: &Table, undisturbed: &Table, token: Option<&str>) -> u32 {
    Purse::create().id("p").coins(0).send(undisturbed).await.expect("a purse");
    loop {
        let transaction = TransactWrite::new().item(Purse::patch().id("p").add(Purse::attributes().coins, 1));
        let transaction = match token {
            Some(token) => transaction.client_token(token),
            None => transaction,
        };
        match transaction.send(table).await {
            Ok(_) => break,
            Err(error) => assert!(error.is_retryable(), "{error:?}"),
        }
    }
    Purse::get().id("p").send(undisturbed).await.expect("a get").expect("a purse").coins
}

/// Why `is_retryable` asks for a token: the SDK's own is one for each `send`.
#[test]
fn what_is_sent_again_without_a_token_may_be_done_twice() {
    alone(1, async {
        let run = Run::start::<Purse>(1, 0, DONE_THEN_BUSY, 2).await;
        assert_eq!(give(&run.table, &run.undisturbed, None).await, 2);
    });
}

#[test]
fn what_has_a_token_is_done_once() {
    alone(1, async {
        let run = Run::start::<Purse>(1, 0, DONE_THEN_BUSY, 2).await;
        assert_eq!(give(&run.table, &run.undisturbed, Some("a coin")).await, 1);
        assert_eq!(run.weather.seen().requests, 3);
    });
}

/// Within one `send`, the SDK's token does.
#[test]
fn what_the_sdk_sends_again_is_done_once() {
    alone(1, async {
        let run =
            Run::start::<Purse>(1, 0, Climate::InTurn(&[TimedOutAfterwards, ServerErrorAfterwards, Reset]), 4).await;
        assert_eq!(give(&run.table, &run.undisturbed, None).await, 1);
    });
}
