//! Runs a test over all models, and gathers its report.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::{
    driver::Driver,
    models::MODELS,
    report::{Outcome, Report},
    vectors::{Call, names, of},
};

/// What became of the calls of a model.
#[derive(Default)]
pub struct Outcomes {
    calls: Vec<(String, String, Result<Outcome, String>)>,
    counts: Vec<(&'static str, usize)>,
}

impl Outcomes {
    pub fn add(&mut self, group: &str, call: &str, outcome: Result<Outcome, String>) {
        self.calls.push((group.to_owned(), call.to_owned(), outcome));
    }

    pub fn count(&mut self, what: &'static str, more: usize) {
        self.counts.push((what, more));
    }
}

/// Runs a test for every model, on all cores, and asserts the report of all together.
pub fn for_all(test: impl Fn(&'static Driver, &mut Outcomes) + Sync, expected: &str) {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    let work = || {
        while let Some((position, driver)) = {
            let n = next.fetch_add(1, Ordering::Relaxed);
            MODELS.get(n).map(|d| (n, d))
        } {
            let mut found = Outcomes::default();
            test(driver, &mut found);
            outcomes.lock().expect("no test panics").push((position, found));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut outcomes = outcomes.into_inner().expect("no test panics");
    outcomes.sort_by_key(|(position, _)| *position);
    let mut report = Report::default();
    for (_, found) in outcomes {
        for (group, call, outcome) in found.calls {
            report.add(group, &call, outcome);
        }
        for (what, more) in found.counts {
            report.count(what, more);
        }
    }
    report.assert(expected);
}

/// Which call it is, for whoever reads that it differs.
pub fn short(driver: &Driver, call: &Call) -> String {
    format!("{} ({}) {}", driver.name, of(driver.name).about, call.args)
}

/// Blocks on a future: the models are run on threads of the tests' own.
pub fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(work)
}

#[test]
fn every_model_is_driven() {
    let mut recorded: Vec<_> = names().collect();
    recorded.sort_unstable();
    assert_eq!(MODELS.iter().map(|driver| driver.name).collect::<Vec<_>>(), recorded);
}
