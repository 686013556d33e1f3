//! Rewrites while others write: a model's version is raised, then its items are marked, and meanwhile tasks append to
//! them and delete some. No entry is lost, none is there twice, what was deleted stays so, and every item is there once.

use std::{
    cell::{RefCell, RefMut},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    time::Duration,
};

use dynaent::{Entity, Error, Rewrite, Table};
use fastrand::Rng;
use futures_util::future;
use tokio::time::sleep;

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, alone, side_by_side},
    weather::{Climate, Weather},
};

pub const WORKLOAD: Workload = Workload {
    name: "rewrites",
    meets: &[&[Fault::ItemContention, Fault::Straggler], &Fault::PAGES, &Fault::TRANSACTIONS],
    stands_stragglers: true,
    work: |start| Box::pin(work(start)),
};

const NOTES: u32 = 30;
/// From this one on, they are deleted.
const DELETED: u32 = 22;
const WRITERS: u64 = 3;
/// Who bring all notes to the new model, and mark them, at the same time.
const REWRITERS: u64 = 2;
const SHELVES: u32 = 2;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct OldNote {
    #[attr(padding(2, "0"))]
    id: u32,
    log: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Note", version = "2")]
#[index(primary, pk = [id], sk = [])]
#[index(by_shelf, gsi = "gsi1", pk = [shelf], sk = [id])]
struct Note {
    #[attr(padding(2, "0"))]
    id: u32,
    log: Vec<String>,
    shelf: String,
    #[attr(default)]
    marked: bool,
}

fn raised(OldNote { id, log }: OldNote) -> Note {
    Note { id, log, shelf: format!("s{}", id % SHELVES), marked: false }
}

fn marked(note: Note) -> Option<Note> {
    (!note.marked).then_some(Note { marked: true, ..note })
}

/// What is known of a note.
#[derive(Debug, Default)]
struct Known {
    made: BTreeSet<String>,
    unclear: BTreeSet<String>,
    /// Whether somebody has begun to delete it, and whether it is done.
    deleting: bool,
    deleted: bool,
}

type Notes = BTreeMap<u32, Known>;

async fn work(start: Start) -> Weather {
    let run = start.run::<(OldNote, Note)>().await;
    let notes: Notes = (0..NOTES).map(|id| (id, Known::default())).collect();
    for id in 0..NOTES {
        OldNote::create().id(id).log(Vec::new()).send(&run.undisturbed).await.expect("a note");
    }
    let notes = Rc::new(RefCell::new(notes));
    let writers = (0..WRITERS).map(|writer| {
        let (run, notes) = (Rc::clone(&run), Rc::clone(&notes));
        Box::pin(async move { write(&run, &notes, writer).await }) as Task
    });
    let rewriters = (0..REWRITERS).map(|rewriter| {
        let run = Rc::clone(&run);
        Box::pin(async move { rewrite(&run, rewriter).await }) as Task
    });
    side_by_side(writers.chain(rewriters)).await;
    run.settle().await;
    Note::rewrite(raised).send(&run.undisturbed).await.expect("a rewrite");
    Note::rewrite(marked).send(&run.undisturbed).await.expect("a rewrite");
    check(&notes.take(), &run.undisturbed).await;
    run.weather.clone()
}

// -- The rewrites ----------------------------------------------------------------------------------------------------

/// Both rewrites, one after the other.
async fn rewrite(run: &Run, rewriter: u64) {
    let mut rng = run.rng(1_000 + rewriter);
    in_pieces(run, &mut rng, || Note::rewrite(raised).scan(OldNote::scan().limit(5))).await;
    assert_eq!(OldNote::scan().all(&run.undisturbed).await.expect("a scan"), [], "not raised");
    in_pieces(run, &mut rng, || Note::rewrite(marked).scan(Note::scan().limit(4))).await;
    let notes = Note::scan().all(&run.undisturbed).await.expect("a scan");
    assert!(notes.iter().all(|note| note.marked), "not marked: {notes:?}");
}

/// A rewrite that goes on where it was stopped, until all is done.
async fn in_pieces<Old: Entity>(run: &Run, rng: &mut Rng, rewrite: impl Fn() -> Rewrite<'static, Old, Note>) {
    let (segments, mut checkpoint) = (rng.u32(1..4), None);
    loop {
        let rewrite = rewrite().segments(segments).concurrency(rng.usize(1..4)).attempts(rng.u32(1..6));
        let failed = match rewrite.resume(checkpoint).send(&run.table).await {
            Ok(progress) => break assert!(progress.checkpoint.is_done()),
            Err(failed) => failed,
        };
        // Others were in the way, time after time; also those who deleted a note when there was no attempt left to see
        // that it is gone.
        let may_be = matches!(
            &failed.error,
            Error::Request { .. } | Error::ConditionFailed { .. } | Error::NotFound { .. } | Error::Cancelled { .. }
        );
        assert!(may_be, "{failed:?}");
        checkpoint = Some(failed.progress.checkpoint);
    }
}

// -- The others ------------------------------------------------------------------------------------------------------

async fn write(run: &Run, notes: &RefCell<Notes>, writer: u64) {
    let (mut rng, mut number) = (run.rng(writer), 0);
    let known = |id| RefMut::map(notes.borrow_mut(), |notes| notes.entry(id).or_default());
    while run.next() {
        let id = rng.u32(..NOTES);
        if id >= DELETED && rng.u8(..8) == 0 {
            known(id).deleting = true;
            if delete(id, &run.table).await {
                known(id).deleted = true;
            }
            continue;
        }
        number += 1;
        let entry = format!("{writer}/{number}");
        match append(id, &entry, &run.table).await {
            Ok(again) => {
                assert!(!again || run.attempts > 1, "{entry} was there before it was sent");
                known(id).made.insert(entry);
            }
            Err(Error::NotFound { .. }) => assert!(known(id).deleting, "{id} is neither old nor new"),
            Err(Error::Request { .. }) => drop(known(id).unclear.insert(entry)),
            Err(error) => panic!("{error:?}"),
        }
        // Not all at once: the rewrites take their time.
        sleep(Duration::from_millis(rng.u64(..100))).await;
    }
}

/// Appends to a note, whether it is an old one or a new one already. Gives whether the entry was there: an answer was lost.
async fn append(id: u32, entry: &str, table: &Table) -> dynaent::Result<bool> {
    let (old, new) = (OldNote::attributes(), Note::attributes());
    let patch = OldNote::patch().id(id).append(old.log, [entry]).condition(!old.log.contains(entry));
    let sent = match patch.send(table).await {
        Err(Error::NotFound { .. }) => {
            Note::patch().id(id).append(new.log, [entry]).condition(!new.log.contains(entry)).send(table).await
        }
        sent => sent,
    };
    match sent {
        Ok(()) => Ok(false),
        Err(Error::ConditionFailed { .. }) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Whether a note is deleted for certain.
async fn delete(id: u32, table: &Table) -> bool {
    let removed = match OldNote::remove().id(id).send(table).await {
        Err(Error::NotFound { .. }) => Note::remove().id(id).send(table).await,
        removed => removed,
    };
    match removed {
        Ok(()) | Err(Error::NotFound { .. }) => true,
        Err(Error::Request { .. }) => false,
        Err(error) => panic!("{error:?}"),
    }
}

async fn check(notes: &Notes, table: &Table) {
    let mut found: BTreeMap<_, _> =
        Note::scan().all(table).await.expect("a scan").into_iter().map(|note| (note.id, note)).collect();
    let stored = table.client().scan().table_name(table.name()).send().await.expect("a scan").items.unwrap_or_default();
    assert_eq!(stored.len(), found.len(), "an item is of no note");
    for shelf in (0..SHELVES).map(|number| format!("s{number}")) {
        let on_it = found.values().filter(|note| note.shelf == shelf);
        let shelved = Note::query().by_shelf().shelf(&shelf).all(table).await.expect("a query");
        assert!(shelved.iter().eq(on_it), "{shelf}: {shelved:?}");
    }
    for (id, known) in notes {
        let Some(note) = found.remove(id) else {
            assert!(known.deleting, "{id} is lost");
            continue;
        };
        assert!(!known.deleted, "{note:?} is there again");
        assert!(note.marked && note.shelf == format!("s{}", id % SHELVES), "{note:?}");
        let put = Note::put().item(note.clone()).request("app").expect("a put").item.expect("an item");
        assert!(stored.contains(&put), "{note:?} is not stored as it would be put");
        let log: BTreeSet<_> = note.log.iter().cloned().collect();
        assert_eq!(log.len(), note.log.len(), "an entry is there twice: {note:?}");
        assert!(known.made.is_subset(&log), "{note:?} has lost some of {:?}", known.made);
        assert!(log.iter().all(|entry| known.made.contains(entry) || known.unclear.contains(entry)), "{note:?}");
    }
    assert!(found.is_empty(), "{found:?}");
}

// -- One by one ------------------------------------------------------------------------------------------------------

/// A note is moved, which is not told; and changed, before it is tried again: then it is neither moved over that, nor is
/// it in the way.
#[test]
fn a_note_that_was_moved_and_changed_is_left_alone() {
    // The scan; the move, by the SDK's two tries; and all else as it comes.
    let climate = Climate::InTurn(&[Fault::Late, Fault::TimedOutAfterwards, Fault::Throttled]);
    alone(1, async {
        let run = Run::start::<(OldNote, Note)>(1, 0, climate, 2).await;
        OldNote::create().id(1).log(Vec::new()).send(&run.undisturbed).await.expect("a note");
        let change = async {
            let log = Note::attributes().log;
            while Note::patch().id(1).append(log, ["here"]).send(&run.undisturbed).await.is_err() {
                sleep(Duration::from_millis(1)).await;
            }
        };
        let (progress, ()) = future::join(Note::rewrite(raised).send(&run.table), change).await;
        let progress = progress.expect("nothing is in the way");
        assert_eq!((progress.read, progress.gone), (1, 1));
        let notes = Note::scan().all(&run.undisturbed).await.expect("a scan");
        assert_eq!(notes, [Note { log: vec!["here".to_owned()], ..raised(OldNote { id: 1, log: Vec::new() }) }]);
    });
}
