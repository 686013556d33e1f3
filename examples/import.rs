//! Many items at once: a file of readings into the table, with a progress bar, and out of it again.
//!
//! ```text
//! cargo run --example import                                          # embedded engine, in memory
//! cargo run --example import -- --file readings.db                    # embedded engine, kept in a file
//! cargo run --example import -- --endpoint http://localhost:8000 --table app
//! ```

mod support;

use std::{
    collections::BTreeMap,
    io::{self, BufRead, Cursor},
    process::ExitCode,
};

use dynaent::{BatchError, BatchWrite, Entity, Table};
use futures_util::{TryStreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Deserialize;

/// What a weather station has measured.
#[derive(Debug, Clone, PartialEq, Deserialize, Entity)]
#[entity(service = "weather", name = "Reading", version = "1")]
#[index(primary, pk = [station], sk = [hour])]
#[index(by_hour, gsi = "gsi1", pk = [hour], sk = [station])]
pub struct Reading {
    pub station: String,
    pub hour: String,
    pub temperature: f64,
}

/// Writes what a file has, line by line: it is never in memory as a whole.
async fn import(table: &Table, file: impl BufRead + Send, bar: &ProgressBar) -> Result<usize, BatchError> {
    let readings = file.lines().map(|line| -> io::Result<Reading> { Ok(serde_json::from_str(&line?)?) });
    Reading::import(readings)
        .concurrency(4)
        .on_progress(|progress| bar.set_position(progress.done as u64))
        .send(table)
        .await
}

/// The readings of some hours at one station, in a single request.
async fn at(table: &Table, station: &str, hours: &[&str]) -> dynaent::Result<Vec<Option<Reading>>> {
    Reading::batch_get(hours.iter().map(|hour| Reading::get().station(station).hour(*hour))).send(table).await
}

/// Deletes all that a station has measured, as it is read.
async fn forget(table: &Table, station: &str) -> dynaent::Result<usize> {
    let readings = Reading::query().primary().station(station).items(table);
    let deletes = readings.map_ok(|reading| Reading::delete().station(reading.station).hour(reading.hour));
    Ok(Reading::batch_delete(deletes).send(table).await?)
}

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

async fn run() -> support::Outcome {
    let table = support::args::table::<Reading>().await?;
    let file = sample();
    let lines = file.lines().count();

    println!("{lines} readings, one in a line of a file:");
    let style = ProgressStyle::with_template("  {bar:40} {pos}/{len}")?;
    let bar = ProgressBar::new(lines as u64).with_style(style);
    let imported = import(&table, Cursor::new(file), &bar).await?;
    bar.finish();
    println!("  imported: {imported}");

    println!("\nThree hours at `oslo`:");
    for reading in at(&table, "oslo", &["2026-01-01T00", "2026-01-01T12", "2026-12-31T00"]).await? {
        println!("  {}", reading.map_or("no such reading".to_owned(), |reading| format!("{reading:?}")));
    }

    println!("\nA file with a line that is broken:");
    let broken = Cursor::new("{\"station\":\"rome\",\"hour\":\"2026-01-01T00\",\"temperature\":11}\nstation,hour\n");
    let failed = import(&table, broken, &ProgressBar::hidden()).await.expect_err("the second line is no JSON");
    println!("  {failed}");
    for left in &failed.left {
        println!("  what was read before it is not lost: {left}");
    }
    println!("  written after all: {}", BatchWrite::new().items(failed.left).send(&table).await?);

    println!("\nWithout `lima`:");
    println!("  deleted: {}", forget(&table, "lima").await?);
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    let mut readings = Reading::scan().items(&table);
    while let Some(reading) = readings.try_next().await? {
        *left.entry(reading.station).or_default() += 1;
    }
    println!("  left: {left:?}");

    println!("\nPuts and deletes of a stream, mixed:");
    let corrected = Reading { station: "oslo".into(), hour: "2026-01-01T00".into(), temperature: -4.5 };
    let written = BatchWrite::new()
        .item(Reading::delete().station("rome").hour("2026-01-01T00"))
        .items(stream::iter([Reading::put().item(corrected)]))
        .send(&table)
        .await?;
    println!("  written: {written}");
    Ok(())
}

/// Ten days of three stations.
fn sample() -> String {
    let mut file = String::new();
    for (place, station) in ["lima", "oslo", "pune"].into_iter().enumerate() {
        for hour in 0..240 {
            let temperature = 10.0 * place as f64 + f64::from(hour % 24) / 2.0;
            let (day, hour) = (1 + hour / 24, hour % 24);
            file += &format!(
                "{{\"station\":\"{station}\",\"hour\":\"2026-01-{day:02}T{hour:02}\",\"temperature\":{temperature}}}\n"
            );
        }
    }
    file
}
