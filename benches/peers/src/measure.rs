//! What a call costs: time, instructions, allocations.

use std::{
    cell::Cell,
    collections::HashMap,
    env,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use dynaent_benches::pairs::time;
use serde_json::{Map, Value};
use stats_alloc::Region;

use crate::{
    ALLOCATOR,
    sides::{Call, Side},
};

/// Calls for each sample: the clock ticks too slowly for one.
const CALLS: u32 = 4;
/// Calls that callgrind counts: the seeds of maps differ from one to the next.
const COUNTED: u64 = 200;

/// Prints a table for each call. Counting instructions takes longest, and can be left out.
pub fn tables(calls: &[Call], samples: u32, count_instructions: bool) {
    let electrodb = electrodb(calls, samples);
    for (number, Call { name, what, sides, .. }) in calls.iter().enumerate() {
        println!("{}**{name}.** {what}:\n", if number == 0 { "" } else { "\n" });
        println!("| | time | by hand = 1 | instructions | by hand = 1 | allocations | bytes |");
        println!("|---|--:|--:|--:|--:|--:|--:|");
        let times = times(sides, samples);
        let mut instructions_by_hand = None;
        for (side, &time) in sides.iter().zip(&times) {
            let counted = if count_instructions { instructions(name, side) } else { None };
            let by_hand = *instructions_by_hand.get_or_insert(counted);
            let instructions = counted.map_or("not counted".to_owned(), thousands);
            let more = counted.zip(by_hand).map_or(String::new(), |(ours, theirs)| ratio(ours, theirs));
            let (allocations, bytes) = allocations(side);
            println!(
                "| {} | {} ns | {} | {instructions} | {more} | {allocations} | {} |",
                side.name,
                thousands(time),
                ratio(time, times[0]),
                thousands(bytes as u64),
            );
        }
        if let Some(&time) = electrodb.get(*name) {
            println!("| ElectroDB | {} ns | {} | | | | |", thousands(time), ratio(time, times[0]));
        }
    }
}

fn ratio(one: u64, other: u64) -> String {
    format!("{:.2}", one as f64 / other as f64)
}

/// The nanoseconds of a call of each side: the fastest sample, sides in turn.
fn times(sides: &[Side], samples: u32) -> Vec<u64> {
    let mut best = vec![Duration::MAX; sides.len()];
    let mut clock = Duration::MAX;
    for _ in 0..samples {
        for (side, best) in sides.iter().zip(&mut best) {
            *best = (*best).min((side.time)(CALLS.into()));
        }
        clock = clock.min(time(CALLS.into(), || (), |()| ()));
    }
    best.into_iter().map(|best| (best.saturating_sub(clock) / CALLS).as_nanos() as u64).collect()
}

/// The allocations of one call, those that grow an earlier one included, and their bytes.
fn allocations(side: &Side) -> (usize, usize) {
    (side.once)(&|| (), &|| ()); // what is made once for all calls
    let region = Cell::new(Region::new(ALLOCATOR));
    let counted = Cell::new((0, 0));
    (side.once)(&|| region.set(Region::new(ALLOCATOR)), &|| {
        let change = region.replace(Region::new(ALLOCATOR)).change();
        counted.set((change.allocations + change.reallocations, change.bytes_allocated));
    });
    counted.get()
}

/// The instructions of one call, if there is a valgrind on this machine.
fn instructions(call: &str, side: &Side) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*::sides::measured*"])
        .arg(env::current_exe().expect("this program"))
        .args(["call", call, side.name.trim_matches('*'), &COUNTED.to_string()])
        .output()
        .ok()?;
    let output = String::from_utf8_lossy(&output.stderr).into_owned();
    let count = output.lines().find_map(|line| line.split_once("Collected :")).expect("a count").1;
    Some(count.trim().parse::<u64>().expect("a number") / COUNTED)
}

/// The nanoseconds of each call by ElectroDB on Node, which checks that its requests are the same as ours.
fn electrodb(calls: &[Call], samples: u32) -> HashMap<String, u64> {
    let meanings: Map<String, Value> = calls.iter().map(|call| (call.name.to_owned(), call.meaning.clone())).collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../electrodb/requests.mjs");
    let node =
        Command::new("node").arg(script).arg(samples.to_string()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut node) = node else {
        eprintln!("there is no Node on this machine: the tables have no lines of ElectroDB");
        return HashMap::new();
    };
    let mut input = node.stdin.take().expect("its input");
    input.write_all(Value::from(meanings).to_string().as_bytes()).expect("it reads");
    drop(input);
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "ElectroDB does something else, or cannot be run");
    let line = |line: &str| {
        let (call, time) = line.split_once(' ').expect("a call and its time");
        (call.to_owned(), time.parse().expect("nanoseconds"))
    };
    String::from_utf8(output.stdout).expect("text").lines().map(line).collect()
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or("")).collect();
    groups.join(",")
}
