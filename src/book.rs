//! What the code of the book is run with. Its pages call it in hidden lines, so that what they show stays short.

pub mod by_hand;

use std::{error::Error, fs, pin::pin};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Item, Table};

/// Runs the code of a page.
///
/// # Panics
/// If the code fails: the page's test has failed.
pub fn run(code: impl Future<Output = Result<(), Box<dyn Error>>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    if let Err(error) = runtime.block_on(pin!(code)) {
        panic!("{error}");
    }
}

/// Compares what is in the table with a picture of it: the page's table of that number, counted from 1, among those whose
/// first column is a partition key. Its columns are fields, or `entity`; its rows are all items that have the first column's
/// field, in the order of their keys. An empty cell is a field that the item has not; in the first column, the partition
/// of the row above. A text that ends in `…` goes on, and `…` alone is anything.
///
/// # Panics
/// If they differ, with the picture as it should be.
pub async fn picture(table: &Table, page: &str, number: usize) {
    let file = format!("{}/docs/src/{page}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&file).expect("the page");
    let picture = pictures(&text).into_iter().nth(number - 1).expect("a picture of that number");
    let [header, rows @ ..] = picture.as_slice() else { unreachable!("a table has a header") };

    let scan = table.client().scan().table_name(table.name()).send().await.expect("a scan");
    assert!(scan.last_evaluated_key().is_none(), "there is more than a page of items");
    let mut items: Vec<_> = scan.items().iter().filter_map(|item| row(item, header)).collect();
    items.sort_by(|a, b| a[..2].cmp(&b[..2]));

    let mut partition = "";
    let mut is_same = rows.len() == items.len();
    for (shown, item) in rows.iter().zip(&items) {
        if !shown[0].is_empty() {
            partition = &shown[0];
        }
        let cells = [partition].into_iter().chain(shown[1..].iter().map(String::as_str));
        is_same &= cells.zip(item).all(|(shown, stored)| match shown.strip_suffix('…') {
            Some(begin) => stored.starts_with(begin) && !stored.is_empty(),
            None => stored == shown,
        });
    }
    if !is_same {
        let lines = [header.clone()].into_iter().chain(items).map(|row| format!("| {} |\n", row.join(" | ")));
        panic!("picture {number} of {page} is not what is in the table:\n{}", lines.collect::<String>());
    }
}

/// The pictures on a page, row by row.
#[must_use]
pub fn pictures(page: &str) -> Vec<Vec<Vec<String>>> {
    let mut pictures = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        let header = cells(line);
        let is_picture = header.first().is_some_and(|name| name.to_lowercase().ends_with("pk"));
        if is_picture && lines.next_if(|line| line.starts_with("|--")).is_some() {
            let mut picture = vec![header];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                picture.push(cells(line));
            }
            pictures.push(picture);
        }
    }
    pictures
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').and_then(|line| line.trim_end().strip_suffix('|'));
    inner.into_iter().flat_map(|line| line.split('|')).map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
}

/// An item as a row of a picture; none if it is not in the index.
fn row(item: &Item, header: &[String]) -> Option<Vec<String>> {
    let text = |column: &String| match item.get(if column == "entity" { "__edb_e__" } else { column }) {
        None => String::new(),
        Some(AttributeValue::S(text) | AttributeValue::N(text)) => text.clone(),
        Some(AttributeValue::Bool(value)) => value.to_string(),
        Some(_) => "…".to_owned(),
    };
    Some(header.iter().map(text).collect::<Vec<_>>()).filter(|row| !row[0].is_empty())
}
