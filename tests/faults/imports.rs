//! Batches of writes, and reads of many items: what a batch calls written is there, what it gives back as left is all that
//! may not be, and sent again it is.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use dynaent::{BatchError, BatchPart, BatchWrite, Entity, Error, Table};
use fastrand::Rng;
use futures_util::{StreamExt, stream};

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, side_by_side},
    weather::Weather,
};

pub const WORKLOAD: Workload = Workload {
    name: "imports",
    meets: &[&Fault::BATCHES],
    // A batch has no conditions: one that is made later undoes what came between.
    stands_stragglers: false,
    work: |start| Box::pin(work(start)),
};

/// Who write, each a sheet of its own.
const WRITERS: u64 = 3;
/// How many rows a sheet may have.
const ROWS: u32 = 70;
const COLUMNS: u32 = 3;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Row", version = "1")]
#[index(primary, pk = [sheet], sk = [id])]
#[index(by_column, gsi = "gsi1", pk = [column], sk = [sheet, id])]
struct Row {
    sheet: String,
    #[attr(padding(4, "0"))]
    id: u32,
    column: String,
    /// Another one each time.
    text: String,
}

impl Row {
    fn new(sheet: &str, id: u32, text: String) -> Self {
        Self { sheet: sheet.to_owned(), id, column: format!("c{}", id % COLUMNS), text }
    }
}

/// The rows of a sheet.
type Sheet = BTreeMap<u32, Row>;
/// A part of a batch: a row that is put, or the number of one that is deleted.
type Part = Result<Row, u32>;

async fn work(start: Start) -> Weather {
    let run = start.run::<Row>().await;
    let sheets = Rc::new(RefCell::new(Vec::new()));
    let tasks = (0..WRITERS).map(|writer| {
        let (run, sheets) = (Rc::clone(&run), Rc::clone(&sheets));
        Box::pin(async move {
            let sheet = write(&run, writer).await;
            sheets.borrow_mut().push(sheet);
        }) as Task
    });
    side_by_side(tasks).await;
    run.settle().await;
    check(&sheets.take(), &run.undisturbed).await;
    run.weather.clone()
}

async fn write(run: &Run, writer: u64) -> Sheet {
    let (mut rng, name, mut sheet, mut number) = (run.rng(writer), format!("s{writer}"), Sheet::new(), 0);
    while run.next() {
        if rng.u8(..4) == 0 {
            read(run, &mut rng, &name, &sheet).await;
            continue;
        }
        let (puts, deletes) = [(true, false), (true, false), (false, true), (true, true)][rng.usize(..4)];
        let parts: Vec<Part> = (0..rng.usize(1..120))
            .map(|_| {
                number += 1;
                let id = rng.u32(..ROWS);
                if puts && (!deletes || rng.bool()) { Ok(Row::new(&name, id, number.to_string())) } else { Err(id) }
            })
            .collect();
        // Each request counts.
        (0..parts.len() / 25).for_each(|_| {
            run.next();
        });
        send(run, &mut rng, &name, &parts).await;
        for part in parts {
            match part {
                Ok(row) => sheet.insert(row.id, row),
                Err(id) => sheet.remove(&id),
            };
        }
    }
    sheet
}

/// Sends a batch, and what is left of it, until nothing is.
async fn send(run: &Run, rng: &mut Rng, name: &str, parts: &[Part]) {
    let (concurrency, attempts, mut done) = (rng.usize(1..4), rng.u32(1..6), 0);
    let rows: Vec<Row> = parts.iter().flatten().cloned().collect();
    let mut source = stream::iter(Vec::new());
    let batch = if rows.len() == parts.len() && rng.bool() {
        source = stream::iter(rows);
        BatchWrite::new().import_all(&mut source)
    } else if rows.len() == parts.len() {
        Row::batch_put(rows)
    } else {
        parts.iter().cloned().fold(BatchWrite::new(), |batch, part| match part {
            Ok(row) => batch.item(Row::put().item(row)),
            Err(id) => batch.item(Row::delete().sheet(name).id(id)),
        })
    };
    let batch = batch.concurrency(concurrency).attempts(attempts).on_progress(|progress| done = progress.done);
    let sent = batch.send(&run.table).await;
    // What a stream has not given stays in it.
    let rest: Vec<Row> = source.collect().await;
    match sent {
        // Two writes of a row that fall into one request are one.
        Ok(written) => {
            assert_eq!((written, rest.len()), (done, 0));
            assert!((rows_of(parts)..=parts.len()).contains(&written), "{written}");
        }
        Err(failed) => {
            assert_eq!(failed.written, done);
            assert!(failed.written + failed.left.len() + rest.len() <= parts.len(), "{failed:?}");
            let left = left_of(failed);
            let is_open = |id: &u32| left.iter().map(id_of).chain(rest.iter().map(|row| row.id)).any(|it| it == *id);
            assert_written(run, name, parts, |id| !is_open(id)).await;
            go_on(run, left, rest).await;
        }
    }
    assert_written(run, name, parts, |_| true).await;
}

/// How many rows a batch writes.
fn rows_of(parts: &[Part]) -> usize {
    parts.iter().map(id).collect::<BTreeSet<_>>().len()
}

fn id(part: &Part) -> u32 {
    part.as_ref().map_or_else(|id| *id, |row| row.id)
}

/// What a batch that failed gives back.
fn left_of(failed: BatchError) -> Vec<BatchPart> {
    assert!(matches!(*failed.error, Error::Request { .. } | Error::Unprocessed { .. }), "{failed:?}");
    assert!(failed.refused.is_empty(), "{failed:?}");
    failed.left
}

/// The row's number, out of its key: `$row_1#id_0017`.
fn id_of(part: &BatchPart) -> u32 {
    let key = part.key();
    let (_, sk) = key.fields().last().expect("a sort key");
    let id = sk.trim_matches('"').rsplit('_').next().and_then(|id| id.parse().ok());
    id.unwrap_or_else(|| panic!("no number in {key}"))
}

/// Sends once more what is left, and if that fails too, with nothing in its way.
async fn go_on(run: &Run, left: Vec<BatchPart>, rest: Vec<Row>) {
    let left = match BatchWrite::new().items(left).send(&run.table).await {
        Ok(_) => Vec::new(),
        Err(failed) => left_of(failed),
    };
    BatchWrite::new().items(left).put_all(rest).send(&run.undisturbed).await.expect("a batch");
}

/// The rows of a batch are what its last parts say.
async fn assert_written(run: &Run, name: &str, parts: &[Part], is_written: impl Fn(&u32) -> bool) {
    let expected: BTreeMap<u32, Option<&Row>> =
        parts.iter().map(|part| (id(part), part.as_ref().ok())).filter(|(id, _)| is_written(id)).collect();
    let gets: Vec<_> = expected.keys().map(|id| Row::get().sheet(name).id(*id)).collect();
    let found = Row::batch_get(gets).send(&run.undisturbed).await.expect("a batch");
    for ((id, expected), found) in expected.iter().zip(&found) {
        assert_eq!(*expected, found.as_ref(), "row {id}");
    }
}

/// Many rows come in the order in which they are asked for, each as often as it is.
async fn read(run: &Run, rng: &mut Rng, name: &str, sheet: &Sheet) {
    let ids: Vec<u32> = (0..rng.usize(1..150)).map(|_| rng.u32(..ROWS)).collect();
    let gets: Vec<_> = ids.iter().map(|id| Row::get().sheet(name).id(*id).consistent()).collect();
    let batch = Row::batch_get(gets).concurrency(rng.usize(1..3)).attempts(rng.u32(1..6));
    match batch.send(&run.table).await {
        Ok(found) => assert!(found.iter().map(Option::as_ref).eq(ids.iter().map(|id| sheet.get(id))), "{found:?}"),
        Err(error) => assert!(matches!(error, Error::Request { .. } | Error::Unprocessed { .. }), "{error:?}"),
    }
}

async fn check(sheets: &[Sheet], table: &Table) {
    for column in (0..COLUMNS).map(|number| format!("c{number}")) {
        let rows = sheets.iter().flat_map(Sheet::values).filter(|row| row.column == column);
        let mut expected: Vec<_> = rows.collect();
        expected.sort_by_key(|row| (&row.sheet, row.id));
        let found = Row::query().by_column().column(&column).all(table).await.expect("a query");
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{column}");
    }
}
