//! Queries: the same items in the same order, from a table with neighbours in it.

use serde_json::{Value as Json, json};

use crate::{
    engines::{Ours, Theirs, seeded},
    models::{Ask, Model, Paging, Question, composites, for_each_model, index_of},
    report::{Outcome, Report, same},
    stored::{entity, owned},
    vectors::{Call, QUERIES, of},
    writes::does_not_compile,
};
use dynaent::{Casing, Error, KeySide};

#[tokio::test]
async fn queries_find_the_same() {
    let mut report = Report::default();
    for_each_model!(replay(&mut report));
    report.assert(
        "
        comment is: 12 same
        comment begins: 10 same
        comment gt: 5 same
        comment gte: 5 same
        comment lt: 5 same
        comment lte: 5 same
        comment between: 5 same
        lease is: 38 same
        lease begins: 71 same
        lease begins, compile errors: 9 range of numbers
        lease gt: 5 same, 12 deviates: range of the composite, 7 deviates: stays within its composites
        lease gt, compile errors: 3 range of numbers, 21 range over several composites
        lease gte: 11 same, 6 deviates: range of the composite, 7 deviates: stays within its composites
        lease gte, compile errors: 3 range of numbers, 21 range over several composites
        lease lt: 17 same, 3 deviates: range of the composite, 4 deviates: stays within its composites
        lease lt, compile errors: 3 range of numbers, 21 range over several composites
        lease lte: 9 same, 11 deviates: range of the composite, 4 deviates: stays within its composites
        lease lte, compile errors: 3 range of numbers, 21 range over several composites
        lease between: 15 same, 9 deviates: range of the composite
        lease between, compile errors: 3 range of numbers, 21 range over several composites, 42 unequal bounds
        order is: 16 same
        order begins: 20 same
        order gt: 5 same, 2 deviates: range of the composite, 2 deviates: stays within its composites
        order gt, compile errors: 2 range over several composites
        order gte: 7 same, 2 deviates: stays within its composites
        order gte, compile errors: 2 range over several composites
        order lt: 7 same, 2 deviates: stays within its composites
        order lt, compile errors: 2 range over several composites
        order lte: 5 same, 2 deviates: range of the composite, 2 deviates: stays within its composites
        order lte, compile errors: 2 range over several composites
        order between: 7 same, 2 deviates: range of the composite
        order between, compile errors: 2 range over several composites, 4 unequal bounds
        session is: 6 same
        session is, compile errors: 2 incomplete key
        setting is: 11 same
        setting is, compile errors: 1 incomplete key
        setting begins: 7 same
        setting gt: 4 same
        setting gte: 4 same
        setting lt: 4 same
        setting lte: 4 same
        setting between: 4 same
        comment finds something: 43
        comment items found: 203
        lease finds something: 141
        lease items found: 1434
        order finds something: 76
        order items found: 317
        session finds something: 6
        session items found: 30
        setting finds something: 37
        setting items found: 561
        ",
    );
}

async fn replay<M: Model>(report: &mut Report) {
    let (theirs, ours) = seeded::<M>().await;
    for call in of::<M>().calls_of(&QUERIES) {
        let op = call.args["op"].as_str().unwrap_or("is");
        let outcome = outcome::<M>(call, &theirs, &ours).await;
        if let Ok((_, found @ 1..)) = outcome {
            report.count(format!("{} finds something", M::NAME), 1);
            report.count(format!("{} items found", M::NAME), found);
        }
        report.add(format!("{} {op}", M::NAME), &call.name, outcome.map(|(outcome, _)| outcome));
    }
}

/// What became of a query, and how many items it found.
async fn outcome<M: Model>(call: &Call, theirs: &Theirs, ours: &Ours) -> Result<(Outcome, usize), String> {
    let question = question(call);
    let operation = match M::ask(&question, &Paging::default()) {
        Ok(operation) => operation,
        Err(forbidden) => return does_not_compile(call, forbidden).map(|outcome| (outcome, 0)),
    };
    let recorded = call.request();
    if let Some(reason) = &call.refused {
        same(format!("the engine refuses it: {reason}"), theirs.query(recorded).is_err(), true)?;
        same("an empty range", matches!(operation.request, Err(Error::EmptyRange { .. })), true)?;
        return Ok((Outcome::BothRefuse, 0));
    }

    // What ElectroDB returns: what it reads and owns.
    let read = theirs.query(recorded).map_err(|error| error.to_string())?;
    let mut returned: Vec<_> = read.into_iter().filter(|item| owned::<M>(item)).collect();

    // What is asked for, by a filter over the partition that ElectroDB names.
    let partition = theirs.query(&whole_partition(recorded)).map_err(|error| error.to_string())?;
    let sk = index_of::<M>(recorded).sk.as_ref();
    let asks = question.of_sort_key(&sk.map_or_else(Vec::new, names::<M>)).expect("it compiled before");
    let asked_for = |item: &Json| sk.is_none_or(|sk| answers::<M>(item, sk, &asks));
    let expected: Vec<_> =
        partition.iter().filter(|item| owned::<M>(item) && asked_for(item)).map(entity::<M>).collect();

    // What we read: only items of the entity, whatever is dropped of them later.
    let request = operation.request.as_ref().map_err(ToString::to_string)?;
    same("a filter in the request", request.get("FilterExpression"), None)?;
    let foreign: Vec<_> = theirs.query(request).map_err(|error| error.to_string())?;
    let foreign: Vec<_> = foreign.into_iter().filter(|item| !owned::<M>(item)).collect();
    same("items of other entities that are read", foreign, Vec::new())?;

    // What we return.
    let found = operation.send(&ours.table).await.map_err(|error| error.to_string())?;
    same("a further page", found.cursor, None)?;
    same("the items, by the filter", &found.items, &expected)?;

    let outcome = match asks.last() {
        None | Some(Ask::Is(_) | Ask::BeginsWith(_)) => Outcome::Same,
        Some(_) if asks.len() == sk.map_or(0, |sk| sk.composites.len()) => {
            // On the last composite, the order of keys is that of its values. But ElectroDB's range does not stop where
            // the composites before it change.
            let before = returned.len();
            returned.retain(asked_for_before::<M>(sk, &asks));
            if returned.len() < before { Outcome::Deviates("stays within its composites") } else { Outcome::Same }
        }
        Some(_) if returned.iter().map(entity::<M>).eq(expected) => Outcome::Same,
        Some(_) => return Ok((Outcome::Deviates("range of the composite"), found.items.len())),
    };
    same("the items, by ElectroDB", &found.items, &returned.iter().map(entity::<M>).collect())?;
    Ok((outcome, found.items.len()))
}

/// The arguments of a recorded query.
pub fn question(call: &Call) -> Question {
    serde_json::from_value(call.args.clone()).expect("the arguments of a query")
}

/// The recorded request without its condition on the sort key.
pub fn whole_partition(recorded: &Json) -> Json {
    let mut request = recorded.clone();
    request["KeyConditionExpression"] = json!("#pk = :pk");
    request["ExpressionAttributeNames"] = json!({ "#pk": recorded["ExpressionAttributeNames"]["#pk"] });
    request["ExpressionAttributeValues"] = json!({ ":pk": recorded["ExpressionAttributeValues"][":pk"] });
    request
}

fn names<M: Model>(side: &KeySide) -> Vec<&'static str> {
    composites::<M>(side).iter().map(|attribute| attribute.name).collect()
}

/// Whether the composites of an item are as asked. This is the oracle: nothing but text, cased as the key is.
fn answers<M: Model>(item: &Json, side: &KeySide, asks: &[Ask]) -> bool {
    let cased = |text: &str| match side.casing {
        Casing::Lower => text.to_lowercase(),
        Casing::Upper => text.to_uppercase(),
        Casing::None => text.to_owned(),
    };
    composites::<M>(side).iter().zip(asks).all(|(attribute, ask)| {
        let stored = &item[attribute.field];
        let value = cased(stored["S"].as_str().or(stored["N"].as_str()).expect("a composite"));
        match ask {
            Ask::Is(Json::String(text)) => value == cased(text),
            Ask::Is(number) => value == format!("{number}"),
            Ask::BeginsWith(text) => value.starts_with(&cased(text)),
            Ask::Gt(text) => value > cased(text),
            Ask::Gte(text) => value >= cased(text),
            Ask::Lt(text) => value < cased(text),
            Ask::Lte(text) => value <= cased(text),
            Ask::Between(from, to) => (cased(from)..=cased(to)).contains(&value),
        }
    })
}

/// Whether the composites of an item before the last asked are as asked.
fn asked_for_before<M: Model>(sk: Option<&KeySide>, asks: &[Ask]) -> impl Fn(&Json) -> bool {
    move |item| sk.is_none_or(|sk| answers::<M>(item, sk, &asks[..asks.len() - 1]))
}
