//! Dynaent beside hand-written code, serde_dynamo, modyne, dynamodb-facade, and ElectroDB on Node: the same calls, in
//! one run on one machine. Prints tables in Markdown.
//!
//! ```console
//! $ cargo run --release                  # times, instructions, allocations
//! $ cargo run --release -- --quick       # checks that all sides do the same, and measures a little
//! $ cargo run --release -- call put modyne 100   # so many calls of one side, for a profiler
//! ```

mod keys;
mod meaning;
mod measure;
mod sides;
mod with_facade;
mod with_modyne;
mod with_serde_dynamo;

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let calls = sides::calls();
    match arguments.as_slice() {
        [] => measure::tables(&calls, 10_000, true),
        ["--quick"] => measure::tables(&calls, 50, false),
        ["call", call, side, times] => {
            let call = calls.iter().find(|known| known.name == *call).expect("a call");
            let side = call.sides.iter().find(|known| known.name.trim_matches('*') == *side).expect("a side");
            for _ in 0..times.parse::<u32>().expect("a count") {
                (side.once)(&|| (), &|| ());
            }
        }
        _ => panic!("either nothing, --quick, or: call CALL SIDE TIMES"),
    }
}
