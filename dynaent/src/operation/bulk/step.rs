//! What brings one stored item to another model: an update, or where its key changes, a transaction that moves it.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::{
    operation::{
        transact_write_items::{TransactWriteItemsInput, builders::TransactWriteItemsInputBuilder},
        update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    },
    types::{AttributeValue, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem},
};

use super::merge::{Merged, fields, merge};
use crate::{
    entity::{Entity, ItemWriter},
    error::{Cause, Error, Result},
    expression::{Action, Node, Path, Placeholders, Term, UpdateExpression, check_length},
    operation::{
        send::{
            call,
            request::{Request, unbuilt},
        },
        transact::{Target, failed},
        write::{IfAbsent, IfExists, guard, index_keys::incomplete, plan::Demand, put, version::Lock},
    },
    schema::{AttributeSchema, ENTITY_FIELD, EntitySchema, Role, VERSION_FIELD, Watch},
    table::Table,
    value::{Item, MAX_ITEM_SIZE, size_of},
};

/// What is done to a stored item.
pub(super) struct Step {
    input: Input,
    from: Request,
    to: Request,
    demand: Demand,
    stored: Item,
    /// The item as it is to be.
    item: Item,
}

enum Input {
    /// The item keeps its key.
    Update(Box<UpdateItemInputBuilder>),
    /// It gets another one.
    Move(TransactWriteItemsInputBuilder),
}

/// A step that could not be made.
pub(super) struct Failed {
    pub(super) error: Error,
    /// The item as it was to be.
    pub(super) item: Item,
}

/// All that a model knows of an item that it has read, as it would be stored.
pub(super) fn known<Old: Entity>(old: &Old) -> Item {
    let mut item = ItemWriter::new(Old::SCHEMA);
    old.write_item(&mut item);
    // What it would not store again was read all the same.
    item.whatever_there_is()
}

/// A new value as it is stored in the place of an item, of whose version it has the next.
pub(super) fn written<New: Entity>(new: New, stored: &Item) -> Result<Item> {
    let mut new = new.prepare();
    if let (Some(position), Some(version)) = (New::SCHEMA.kept.version, new.version_mut()) {
        version.set_number(version_of(stored, New::SCHEMA.attributes[position].field).saturating_add(1));
    }
    let mut item = put::start(&new)?;
    new.into_item(&mut item);
    let item = item.attributes_as_read()?;
    check_hidden(New::SCHEMA, &item, stored)?;
    Ok(item)
}

/// Refuses to compute anything from a hidden attribute, or to ask an index's condition of it, which is there but was not
/// read.
fn check_hidden(schema: &'static EntitySchema, item: &Item, stored: &Item) -> Result<()> {
    let unread = |position: &&usize| {
        let AttributeSchema { hidden, field, .. } = &schema.attributes[**position];
        *hidden && stored.contains_key(*field) && !item.contains_key(*field)
    };
    let names = |positions: &[usize]| -> Vec<_> {
        positions.iter().filter(unread).map(|position| schema.attributes[*position].name).collect()
    };
    for attribute in schema.attributes {
        let Watch::These(watched) = attribute.watch else { continue };
        let missing = names(watched);
        if !missing.is_empty() && !attribute.field.is_empty() {
            return Err(Error::IncompleteComputation { entity: schema.name, attribute: attribute.name, missing });
        }
    }
    for index in schema.indexes {
        let missing = names(index.condition.unwrap_or_default());
        if !missing.is_empty() {
            return Err(incomplete(schema, index, "be rewritten", missing));
        }
    }
    Ok(())
}

impl Step {
    /// What makes the new item of a stored one, of which the old model knows `read`. `None` if nothing is to be done.
    ///
    /// # Errors
    /// If the item would be too large, or its condition.
    pub(super) fn of(
        stored: Item,
        read: &Item,
        new: Item,
        [from, to]: [&'static EntitySchema; 2],
        table: &str,
    ) -> Result<Option<Self>> {
        let merged = merge(&stored, read, new, from, to);
        // The time and the version alone are no reason to write.
        let is_stamp = |field: &String| stored.contains_key(field) && is_stamp(field, to);
        if merged.removed.is_empty() && merged.changed.iter().all(is_stamp) {
            return Ok(None);
        }
        let size = merged.item.iter().map(|(field, value)| field.len() + size_of(value)).sum();
        if size > MAX_ITEM_SIZE {
            return Err(Error::TooLarge { entity: to.name, size, limit: MAX_ITEM_SIZE });
        }
        let lock = lock(&stored, from, to);
        let is_moved = merged.changed.iter().any(|field| is_primary(field, to));
        let still = still(&stored, &merged, is_moved, lock, [from, to]);
        let input = if is_moved {
            let items = [delete(&stored, still, from, table)?, put(&merged.item, to, table)?];
            Input::Move(TransactWriteItemsInput::builder().set_transact_items(Some(items.into())))
        } else {
            Input::Update(Box::new(update(&stored, &merged, still, [from, to], table)?))
        };
        let demand = Demand { exists: Some(true), conditional: true, lock };
        let [from, to] = [from, to].map(|schema| Request { operation: "rewrite", schema });
        Ok(Some(Self { input, from, to, demand, stored, item: merged.item }))
    }

    /// Does it.
    ///
    /// # Errors
    /// If the stored item is not as it was read any more, the new key is taken, or the request fails.
    pub(super) async fn send(self, table: &Table) -> Result<(), Failed> {
        let Self { input, from, to, demand, stored, item } = self;
        let error = match input {
            Input::Update(input) => {
                let Err(error) = call::send(*input, from.call(), table).await else { return Ok(()) };
                from.refused(table, error, from.key_of(Some(&stored)), demand)
            }
            Input::Move(input) => {
                let Err(error) = call::send(input, from.call(), table).await else { return Ok(()) };
                let (name, create) = (table.name().to_owned(), Demand { exists: Some(false), ..Demand::NOTHING });
                let (gone, made) =
                    (Target::new(from, Some(&name), Some(&stored)), Target::new(to, Some(&name), Some(&item)));
                taken(failed(from.call(), vec![(gone, demand), (made, create)], table, error))
            }
        };
        Err(Failed { error, item })
    }
}

/// The error of a move: that its new key is taken, if nothing else is in the way.
fn taken(error: Error) -> Error {
    let Error::Cancelled { mut reasons } = error else { return error };
    match reasons.as_mut_slice() {
        [old, new] if !old.is_failure() && new.cause == Cause::AlreadyExists => {
            let (key, current) = (new.key.clone(), std::mem::take(&mut new.current));
            Error::AlreadyExists { entity: new.entity, key, current }
        }
        _ => Error::Cancelled { reasons },
    }
}

fn is_primary(field: &str, schema: &'static EntitySchema) -> bool {
    schema.primary().is_key(schema, field)
}

/// Whether a field changes with every write.
fn is_stamp(field: &str, schema: &'static EntitySchema) -> bool {
    fields(schema).filter(|attribute| attribute.field == field).any(|attribute| {
        matches!(attribute.role, Some(Role::UpdatedAt | Role::Version)) || attribute.watch == Watch::Every
    })
}

/// The version of a stored item.
fn version_of(stored: &Item, field: &str) -> u64 {
    match stored.get(field) {
        Some(AttributeValue::N(number)) => number.parse().unwrap_or(0),
        _ => 0,
    }
}

/// Where both models count the writes in one field, so that whoever writes the item, changes it.
fn lock(stored: &Item, from: &'static EntitySchema, to: &'static EntitySchema) -> Lock {
    let field = |schema: &'static EntitySchema| Some(schema.attributes[schema.kept.version?].field);
    match (field(from), field(to)) {
        (Some(one), Some(other)) if one == other => Lock::At(version_of(stored, one)),
        _ => Lock::Open,
    }
}

/// That the stored item still is what it was when it was read, as far as the step depends on it: its version, or all that
/// either model knows of it. A move takes along all that is stored.
fn still(stored: &Item, merged: &Merged, is_moved: bool, lock: Lock, [from, to]: [&'static EntitySchema; 2]) -> Node {
    let mut relied_on = BTreeSet::from([ENTITY_FIELD, VERSION_FIELD]);
    match (lock, from.kept.version) {
        (Lock::At(_), Some(position)) => drop(relied_on.insert(from.attributes[position].field)),
        _ => {
            let known = fields(from).chain(fields(to)).filter(|attribute| !attribute.hidden);
            relied_on.extend(known.map(|attribute| attribute.field));
            relied_on.extend(merged.changed.iter().chain(&merged.removed).map(String::as_str));
        }
    }
    if is_moved {
        relied_on.extend(stored.keys().map(String::as_str));
    }
    let relied_on = relied_on.into_iter().filter(|field| !is_primary(field, from));
    Node::all(relied_on.map(|field| {
        let path = Path::field(field.to_owned());
        match stored.get(field) {
            Some(value) => Node::equal(path, Term::Value(Ok(value.clone()))),
            None => Node::exists_at(path, false),
        }
    }))
}

/// The key of a stored item.
pub(super) fn key_of(stored: &Item, schema: &'static EntitySchema) -> Item {
    let fields = schema.primary().fields(schema);
    fields.filter_map(|(field, _)| Some((field.to_owned(), stored.get(field)?.clone()))).collect()
}

fn update(
    stored: &Item,
    merged: &Merged,
    still: Node,
    [from, to]: [&'static EntitySchema; 2],
    table: &str,
) -> Result<UpdateItemInputBuilder> {
    let mut update = UpdateExpression::with_capacity(merged.changed.len() + merged.removed.len());
    for field in &merged.changed {
        if let Some(value) = merged.item.get(field) {
            update.change(&Path::field(field.clone()), Action::Set(value.clone()));
        }
    }
    for field in &merged.removed {
        update.change(&Path::field(field.clone()), Action::Remove);
    }
    let (expression, mut placeholders) = update.finish();
    // Nothing but removals begins as if something came before.
    let expression = expression.trim_start();
    check_length(to, expression)?;
    let condition = guard::condition::<IfExists>(from, Some(still), &mut placeholders)?;
    let (names, values) = placeholders.finish();
    Ok(UpdateItemInput::builder()
        .table_name(table)
        .set_key(Some(key_of(stored, from)))
        .update_expression(expression)
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values)
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld))
}

fn delete(stored: &Item, still: Node, from: &'static EntitySchema, table: &str) -> Result<TransactWriteItem> {
    let mut placeholders = Placeholders::default();
    let condition = guard::condition::<IfExists>(from, Some(still), &mut placeholders)?;
    let (names, values) = placeholders.finish();
    let delete = Delete::builder()
        .table_name(table)
        .set_key(Some(key_of(stored, from)))
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values)
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    Ok(TransactWriteItem::builder().delete(delete.build().map_err(unbuilt)?).build())
}

fn put(item: &Item, to: &'static EntitySchema, table: &str) -> Result<TransactWriteItem> {
    let mut placeholders = Placeholders::default();
    let condition = guard::condition::<IfAbsent>(to, None, &mut placeholders)?;
    let (names, values) = placeholders.finish();
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item.clone()))
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values)
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    Ok(TransactWriteItem::builder().put(put.build().map_err(unbuilt)?).build())
}
