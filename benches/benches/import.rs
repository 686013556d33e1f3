//! A million items into the embedded engine in a file: how fast, and in how much memory, beside a loop over the SDK.
//!
//! ```console
//! $ cargo bench -p dynaent-benches --features local --bench import              # a million
//! $ cargo bench -p dynaent-benches --features local --bench import -- 20000     # fewer
//! $ cargo bench -p dynaent-benches --features local --bench import -- 20000 1   # once each, and not three times
//! ```
//!
//! The engine writes through to the disk after each item: `TMPDIR=/dev/shm` leaves out the disk. Each side runs in a process of its own, in turn, so that neither has the memory of the other. Fails over 100 MB.

use std::{
    collections::HashMap,
    env, fs,
    path::Path,
    process::{Command, ExitCode},
    time::Instant,
};

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};
use dynaent::Table;
use dynaent_benches::{by_hand, model::Post};

/// The most memory of a process that imports, in MB.
const MAX_MEMORY: u64 = 100;
/// How many runs there are of each side, if it is not said; the best one counts.
const RUNS: usize = 3;
const SIDES: [&str; 2] = ["dynaent", "by hand"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.as_slice() {
        [side, count, file] => {
            import(side, count.parse().expect("a count"), Path::new(file));
            ExitCode::SUCCESS
        }
        [] => compare(1_000_000, RUNS),
        [count] => compare(count.parse().expect("a count"), RUNS),
        [count, runs] => compare(count.parse().expect("a count"), runs.parse().expect("a count")),
        _ => panic!("at most two arguments: how many items, and how many runs of each side"),
    }
}

/// Runs both sides and prints what they took.
fn compare(count: u32, runs: usize) -> ExitCode {
    let folder = env::temp_dir().join(format!("dynaent-import-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    println!("{:<10} {:>10} {:>12} {:>12} {:>10}", "import", "items", "items/s", "CPU us/item", "peak MB");
    let mut best = [(0.0_f64, f64::MAX, 0_u64); 2];
    for run in 0..runs {
        for (side, best) in SIDES.into_iter().zip(&mut best) {
            let file = folder.join(format!("{side}-{run}.db"));
            let program = env::current_exe().expect("this program");
            let output = Command::new(program).args([side, &count.to_string()]).arg(&file).output().expect("a run");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let output = String::from_utf8(output.stdout).expect("text");
            let mut numbers = output.split_whitespace();
            let rate: f64 = numbers.next().and_then(|rate| rate.parse().ok()).expect("a rate");
            let cpu: f64 = numbers.next().and_then(|cpu| cpu.parse().ok()).expect("a time");
            let memory: u64 = numbers.next().and_then(|memory| memory.parse().ok()).expect("a size");
            println!("{side:<10} {count:>10} {rate:>12.0} {cpu:>12.1} {memory:>10}");
            *best = (best.0.max(rate), best.1.min(cpu), best.2.max(memory));
            for file in [&file, &file.with_extension("db-wal"), &file.with_extension("db-shm")] {
                let _ = fs::remove_file(file);
            }
        }
    }
    let _ = fs::remove_dir_all(&folder);
    let [(rate, cpu, memory), (their_rate, their_cpu, _)] = best;
    println!("best run beside the best by hand: items/s {:.2}, CPU {:.2}", rate / their_rate, cpu / their_cpu);
    if memory > MAX_MEMORY { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// One side; prints items in a second, microseconds of CPU for an item, and the highest memory in MB.
fn import(side: &str, count: u32, file: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(async {
        let table = Table::local_file::<Post>(file).await.expect("a table");
        let posts = (0..count).map(post);
        let (start, busy) = (Instant::now(), cpu_time());
        match side {
            "dynaent" => {
                let written = Post::import(posts).send(&table).await.expect("an import");
                assert_eq!(written, count as usize);
            }
            _ => import_by_hand(posts, &table).await,
        }
        let cpu = (cpu_time() - busy) / 1000.0 / f64::from(count);
        println!("{:.0} {cpu:.2} {}", f64::from(count) / start.elapsed().as_secs_f64(), peak_memory());
    });
}

async fn import_by_hand(mut posts: impl Iterator<Item = Post>, table: &Table) {
    loop {
        let put = |post| {
            let put = by_hand::create(post).expect("a request").item;
            WriteRequest::builder().put_request(PutRequest::builder().set_item(put).build().expect("an item")).build()
        };
        let requests: Vec<WriteRequest> = posts.by_ref().take(25).map(put).collect();
        if requests.is_empty() {
            return;
        }
        let mut left = HashMap::from([(table.name().to_owned(), requests)]);
        while !left.is_empty() {
            let output = table.client().batch_write_item().set_request_items(Some(left)).send().await.expect("a write");
            left = output.unprocessed_items.unwrap_or_default();
        }
    }
}

fn post(number: u32) -> Post {
    Post { slug: format!("post-{number:07}"), blog: format!("blog-{}", number % 1000), ..Post::sample() }
}

/// The time that this process, which has one thread, was on a processor, in nanoseconds.
fn cpu_time() -> f64 {
    let times = fs::read_to_string("/proc/self/schedstat").expect("Linux");
    times.split_whitespace().next().and_then(|time| time.parse().ok()).expect("a time")
}

/// The highest resident memory of this process so far, in MB.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a size");
    line.trim().trim_end_matches("kB").trim().parse::<u64>().expect("a number") / 1024
}
