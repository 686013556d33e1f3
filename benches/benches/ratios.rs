//! The time of each pair as a ratio, from the fastest of many samples taken in turn: steady even on a busy machine.
//! `--check` fails where a ratio is over its target.

use std::{process::ExitCode, time::Duration};

use dynaent_benches::pairs::{Measure, measure, time};

const SAMPLES: usize = 10_000;
/// Calls for each sample: the clock ticks too slowly for one.
const CALLS: u32 = 4;

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
            ours = ours.min(time(CALLS.into(), &input, &dynaent));
            theirs = theirs.min(time(CALLS.into(), &input, &by_hand));
        }
        let clock = (0..SAMPLES).map(|_| time(CALLS.into(), || (), |()| ())).min().unwrap_or_default();
        let (ours, theirs) = (((ours - clock) / CALLS).as_nanos(), ((theirs - clock) / CALLS).as_nanos());
        let ratio = ours as f64 / theirs as f64;
        self.over |= ratio > target(name);
        println!("{name:<26} {ours:>8} ns {theirs:>8} ns {ratio:>8.2} {:>8.2}", target(name));
    }
}

fn main() -> ExitCode {
    println!("{:<26} {:>11} {:>11} {:>8} {:>8}", "fastest", "dynaent", "by hand", "ratio", "target");
    let mut ratios = Ratios::default();
    measure(&mut ratios);
    let check = std::env::args().any(|argument| argument == "--check");
    if check && ratios.over { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
