// An observer that is none, and one that is only borrowed.

use dynaent::{Observed, Observer, Table};

struct Metrics;

struct Counts;

impl Observer for Counts {
    fn observe(&self, _: &Observed<'_>) {}
}

fn none(table: &Table) -> Table {
    table.observed(Metrics)
}

fn borrowed(table: &Table, counts: &'static Counts) -> Table {
    table.observed(counts)
}

fn main() {}
