//! The time of each pair as a ratio, from the fastest of many samples taken in turn: steady even on a busy machine.
//! `--check` fails where a ratio is over its target.

use std::{
    hint::black_box,
    process::ExitCode,
    time::{Duration, Instant},
};

use dynaent_benches::pairs::{Measure, measure};

const SAMPLES: usize = 1500;
const BATCH: usize = 32;

/// The most that Dynaent may take, in multiples of hand-written code.
fn target(name: &str) -> f64 {
    if name.starts_with("create") { 1.15 } else { 1.3 }
}

#[derive(Default)]
struct Ratios {
    over: bool,
}

impl Measure for Ratios {
    fn pair<I, A, B>(
        &mut self,
        name: &'static str,
        input: impl Fn() -> I,
        dynaent: impl Fn(I) -> A,
        by_hand: impl Fn(I) -> B,
    ) {
        let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
        for _ in 0..SAMPLES {
            ours = ours.min(sample(&input, &dynaent));
            theirs = theirs.min(sample(&input, &by_hand));
        }
        let (ours, theirs) = (nanoseconds(ours), nanoseconds(theirs));
        let ratio = ours / theirs;
        self.over |= ratio > target(name);
        println!("{name:<26} {ours:>8.0} ns {theirs:>8.0} ns {ratio:>8.2} {:>8.2}", target(name));
    }
}

/// The time of a batch of calls; neither making the inputs nor dropping the outputs counts.
fn sample<I, O>(input: impl Fn() -> I, work: impl Fn(I) -> O) -> Duration {
    let inputs: Vec<I> = (0..BATCH).map(|_| input()).collect();
    let mut outputs = Vec::with_capacity(BATCH);
    let start = Instant::now();
    for input in inputs {
        outputs.push(black_box(work(black_box(input))));
    }
    start.elapsed()
}

fn nanoseconds(batch: Duration) -> f64 {
    batch.as_secs_f64() * 1e9 / BATCH as f64
}

fn main() -> ExitCode {
    println!("{:<26} {:>11} {:>11} {:>8} {:>8}", "fastest", "dynaent", "by hand", "ratio", "target");
    let mut ratios = Ratios::default();
    measure(&mut ratios);
    let check = std::env::args().any(|argument| argument == "--check");
    if check && ratios.over { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
