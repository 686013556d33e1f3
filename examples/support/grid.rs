//! The table as a grid: partition key, sort key and entity of each item, in the order in which queries read them.

use std::iter::once;

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::Table;

use super::Outcome;

/// Prints the table, and those of its indexes that are named. A partition's key stands only at its first item.
///
/// It reads everything there is, and takes key fields for text of the names that models have by default.
pub async fn print(table: &Table, indexes: &[&str]) -> Outcome {
    for index in once(None).chain(indexes.iter().copied().map(Some)) {
        let fields = ["pk", "sk"].map(|side| format!("{}{side}", index.unwrap_or_default()));
        let rows = rows(table, index, [&fields[0], &fields[1], "__edb_e__"]).await?;
        let width = |column: usize| rows.iter().map(|row| row[column].len()).chain(once(fields[column].len())).max();
        let (pk_width, sk_width) = (width(0).unwrap_or_default(), width(1).unwrap_or_default());
        println!("\n{}", index.map_or("The table:".to_owned(), |index| format!("The index {index}:")));
        println!("  {:pk_width$} | {:sk_width$} | entity", fields[0], fields[1]);
        println!("  {:-<pk_width$} | {:-<sk_width$} | ------", "", "");
        let mut partition = "";
        for [pk, sk, entity] in &rows {
            println!("  {:pk_width$} | {sk:sk_width$} | {entity}", if pk == partition { "" } else { pk });
            partition = pk;
        }
    }
    Ok(())
}

/// Three fields of each item, sorted.
async fn rows(table: &Table, index: Option<&str>, fields: [&str; 3]) -> Outcome<Vec<[String; 3]>> {
    let scan = table.client().scan().table_name(table.name()).set_index_name(index.map(str::to_owned));
    let mut items = scan.into_paginator().items().send();
    let mut rows = Vec::new();
    while let Some(item) = items.try_next().await? {
        let text = |field: &str| item.get(field).and_then(|value| AttributeValue::as_s(value).ok()).cloned();
        rows.push(fields.map(|field| text(field).unwrap_or_default()));
    }
    rows.sort();
    Ok(rows)
}
