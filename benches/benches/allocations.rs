//! Counts the allocations of each pair. Fails where Dynaent makes more of them than hand-written code does.

use std::{alloc::System, hint::black_box, process::ExitCode};

use dynaent_benches::pairs::{Measure, measure};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[derive(Default)]
struct Allocations {
    more: bool,
}

impl Measure for Allocations {
    fn pair<I, A, B>(
        &mut self,
        name: &'static str,
        input: impl Fn() -> I,
        dynaent: impl Fn(I) -> A,
        by_hand: impl Fn(I) -> B,
    ) {
        let (ours, our_bytes) = count(&input, dynaent);
        let (theirs, their_bytes) = count(&input, by_hand);
        // What an update has been told is boxed: one allocation saves sixteen moves of a kilobyte.
        let boxes = usize::from(name == "patch");
        self.more |= ours > theirs + boxes;
        println!("{name:<26} {ours:>8} {our_bytes:>8} {theirs:>11} {their_bytes:>8}");
    }
}

/// The allocations of one call, those that grow an earlier one included, and their bytes.
fn count<I, O>(input: impl Fn() -> I, work: impl Fn(I) -> O) -> (usize, usize) {
    let input = black_box(input());
    let region = Region::new(ALLOCATOR);
    let output = black_box(work(input));
    let change = region.change();
    drop(output);
    (change.allocations + change.reallocations, change.bytes_allocated)
}

fn main() -> ExitCode {
    println!("{:<26} {:>8} {:>8} {:>11} {:>8}", "allocations", "dynaent", "bytes", "by hand", "bytes");
    let mut allocations = Allocations::default();
    measure(&mut allocations);
    if allocations.more { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
