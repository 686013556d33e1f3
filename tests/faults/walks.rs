//! Walks from page to page while items come and go: each item that was there throughout is seen once, in its place; one
//! that never was, never; and any other at most once.
//!
//! A walk that fails is begun anew, or goes on from the last cursor: both must be right.

use std::{
    cell::{RefCell, RefMut},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use dynaent::{Entity, Error, Page, Result};
use fastrand::Rng;
use futures_util::TryStreamExt;

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, side_by_side},
    weather::Weather,
};

pub const WORKLOAD: Workload = Workload {
    name: "walks",
    meets: &[&Fault::PAGES, &Fault::BATCHES],
    // An item that is written when nobody waits for it any more, comes at no known time.
    stands_stragglers: false,
    work: |start| Box::pin(work(start)),
};

const TREES: [&str; 2] = ["oak", "elm"];
const LEAVES: u32 = 24;
/// Who write, each some of the leaves; and who walk.
const WRITERS: u32 = 2;
const WALKERS: u64 = 3;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Leaf", version = "1")]
#[index(primary, pk = [tree], sk = [id])]
#[index(by_tree, gsi = "gsi1", pk = [tree], sk = [id])]
#[index(keys, gsi = "gsi2", pk = [tree], sk = [id], projection = keys_only)]
struct Leaf {
    tree: String,
    #[attr(padding(4, "0"))]
    id: u32,
    green: bool,
}

/// Lies among the leaves: before them, in their partitions.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Bark", version = "1")]
#[index(primary, pk = [tree], sk = [number])]
#[index(by_tree, gsi = "gsi1", pk = [tree], sk = [number])]
struct Bark {
    tree: String,
    number: u32,
}

fn leaf(tree: &str, id: u32) -> Leaf {
    Leaf { tree: tree.to_owned(), id, green: !id.is_multiple_of(3) }
}

/// What is known of a leaf: whether it is there, and how often that may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Known {
    is_there: Option<bool>,
    changes: u64,
}

type Trees = BTreeMap<(&'static str, u32), Known>;

async fn work(start: Start) -> Weather {
    let run = start.run::<(Leaf, Bark)>().await;
    let trees = Rc::new(RefCell::new(Trees::new()));
    for tree in TREES {
        for number in 0..4 {
            Bark::put().tree(tree).number(number).send(&run.undisturbed).await.expect("a put");
        }
        for id in 0..LEAVES {
            let is_there = id.is_multiple_of(2);
            if is_there {
                Leaf::put().item(leaf(tree, id)).send(&run.undisturbed).await.expect("a put");
            }
            trees.borrow_mut().insert((tree, id), Known { is_there: Some(is_there), changes: 0 });
        }
    }
    let walkers = (0..WALKERS).map(|walker| {
        let (run, trees) = (Rc::clone(&run), Rc::clone(&trees));
        Box::pin(async move { walk(&run, &trees, walker).await }) as Task
    });
    let writers = (0..WRITERS).map(|writer| {
        let (run, trees) = (Rc::clone(&run), Rc::clone(&trees));
        Box::pin(async move { write(&run, &trees, writer).await }) as Task
    });
    side_by_side(walkers.chain(writers)).await;
    run.settle().await;
    let trees = trees.take();
    for tree in TREES {
        let walk = Walk { tree, only_green: false, descending: false, before: trees.clone() };
        walk.check(&Leaf::query().primary().tree(tree).all(&run.undisturbed).await.expect("a query"), &trees);
        walk.check(&Leaf::query().by_tree().tree(tree).all(&run.undisturbed).await.expect("a query"), &trees);
    }
    run.weather.clone()
}

/// Makes leaves and deletes them. Every fourth leaf is let alone: half of those are there throughout.
async fn write(run: &Run, trees: &RefCell<Trees>, writer: u32) {
    let mut rng = run.rng(1_000 + u64::from(writer));
    while run.next() {
        let (tree, id) = (TREES[rng.usize(..2)], rng.u32(..LEAVES / 4) * 4 + 1 + writer);
        let known = || RefMut::map(trees.borrow_mut(), |trees| trees.entry((tree, id)).or_default());
        let makes = known().is_there.map_or(rng.bool(), |is_there| !is_there);
        known().is_there = None;
        known().changes += 1;
        let made = if makes {
            Leaf::put().item(leaf(tree, id)).send(&run.table).await.map(drop)
        } else {
            Leaf::delete().tree(tree).id(id).send(&run.table).await
        };
        match made {
            Ok(()) => known().is_there = Some(makes),
            Err(error) => assert!(matches!(error, Error::Request { .. }), "{error:?}"),
        }
    }
}

/// A walk: what it is to see, and what was known when it began.
struct Walk {
    tree: &'static str,
    only_green: bool,
    descending: bool,
    before: Trees,
}

async fn walk(run: &Run, trees: &RefCell<Trees>, walker: u64) {
    let mut rng = run.rng(walker);
    while run.next() {
        let mut walk =
            Walk { tree: TREES[rng.usize(..2)], only_green: false, descending: false, before: trees.borrow().clone() };
        match walk.seen(&mut rng, run).await {
            Ok(seen) => walk.check(&seen, &trees.borrow()),
            Err(error) => assert!(matches!(error, Error::Request { .. } | Error::Unprocessed { .. }), "{error:?}"),
        }
    }
}

impl Walk {
    /// Walks by one of the ways there are.
    async fn seen(&mut self, rng: &mut Rng, run: &Run) -> Result<Vec<Leaf>> {
        let (l, table, limit) = (Leaf::attributes(), &run.table, rng.u32(1..8));
        let query = || Leaf::query().primary().tree(self.tree).limit(limit);
        let of_tree = |leaves: Vec<Leaf>| leaves.into_iter().filter(|leaf| leaf.tree == self.tree).collect::<Vec<_>>();
        match rng.u8(..13) {
            0 => query().all(table).await,
            1 => query().items(table).try_collect().await,
            2 => {
                let pages: Vec<Page<Leaf>> = query().pages(table).try_collect().await?;
                Ok(pages.into_iter().flatten().collect())
            }
            3 => on_and_on(|cursor| async { query().after(cursor).send(table).await }).await,
            4 => {
                on_and_on(|cursor| async { Leaf::query().primary().tree(self.tree).after(cursor).take(5, table).await })
                    .await
            }
            5 => {
                on_and_on(|cursor| async { Leaf::query().by_tree().tree(self.tree).after(cursor).take(4, table).await })
                    .await
            }
            6 => Leaf::query().by_tree().tree(self.tree).limit(limit).all(table).await,
            7..=8 => Leaf::query().keys().tree(self.tree).limit(limit).hydrate().all(table).await,
            9 => {
                self.only_green = true;
                Leaf::query().primary().tree(self.tree).filter(l.green.eq(true)).limit(limit).all(table).await
            }
            10 => {
                self.descending = true;
                Leaf::query().primary().tree(self.tree).descending().limit(limit).all(table).await
            }
            11 => sorted(of_tree(Leaf::scan().limit(limit).all(table).await?)),
            _ => sorted(of_tree(Leaf::scan().limit(limit).in_parallel(3).all(table).await?)),
        }
    }

    /// What was seen is what was there.
    fn check(&self, seen: &[Leaf], after: &Trees) {
        let ids: Vec<_> = seen.iter().map(|leaf| leaf.id).collect();
        let mut order = ids.clone();
        if self.descending {
            order.reverse();
        }
        assert!(order.is_sorted_by(|one, next| one < next), "twice, or in another order: {ids:?}");
        let ids: BTreeSet<_> = ids.into_iter().collect();
        for id in 0..LEAVES {
            let whole = leaf(self.tree, id);
            let [before, after] = [&self.before, after].map(|trees| trees[&(self.tree, id)]);
            if before != after || before.is_there.is_none() || (self.only_green && !whole.green) {
                continue;
            }
            assert_eq!(Some(ids.contains(&id)), before.is_there, "{whole:?}, of {ids:?}");
        }
        assert!(seen.iter().all(|it| *it == leaf(self.tree, it.id) && (it.green || !self.only_green)), "{seen:?}");
    }
}

/// A scan comes in the order of the engine's own.
fn sorted(mut leaves: Vec<Leaf>) -> Result<Vec<Leaf>> {
    leaves.sort_by_key(|leaf| leaf.id);
    Ok(leaves)
}

/// Page after page, each by a request that may fail and is then made again.
async fn on_and_on<F: Future<Output = Result<Page<Leaf>>>>(page: impl Fn(Option<String>) -> F) -> Result<Vec<Leaf>> {
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    loop {
        match page(cursor.clone()).await {
            Ok(page) => {
                seen.extend(page.items);
                // As a web service hands it out, and gets it back.
                cursor = page.cursor.map(String::from);
                if cursor.is_none() {
                    return Ok(seen);
                }
            }
            Err(Error::Request { .. }) => {}
            Err(error) => return Err(error),
        }
    }
}
