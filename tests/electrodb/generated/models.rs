//! The models that `generate.mjs` makes up, declared in Rust, and what drives them. Written by it: do not edit.

use std::collections::{BTreeMap, BTreeSet};

use dynaent::{Entity, JsNumber};

use crate::driver::{Driver, Shade, drive};

/// Casing lower on the pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent1", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk = [due_day, rank])]
pub struct M001 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M001 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: u32] left [note: String, extra: bool, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: u32, note: Option<String>, extra: Option<bool>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: bool, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank u32 value]
}

/// Casing lower on the sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent2", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [rank, due_day], casing = "lower"))]
pub struct M002 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<bool>,
}
drive! { M002 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: JsNumber, note: String, extra: BTreeSet<String>, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<String>, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank JsNumber value, due_day String text]
}

/// Casing upper on the pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent3", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "upper"), sk = [rank, due_day])]
pub struct M003 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<Vec<String>>,
}
drive! { M003 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: BTreeSet<String>] left [note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: BTreeSet<String>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank bool value, due_day String text]
}

/// Casing upper on the sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent4", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [rank, due_day], casing = "upper"))]
pub struct M004 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<f64>,
}
drive! { M004 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool] left [note: String, extra: Shade, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<Shade>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Shade, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank bool value, due_day String text]
}

/// Casing none on the pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent5", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "none"), sk = [due_day, rank, id])]
pub struct M005 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M005 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: String, note: String, extra: i64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<String>, note: Option<String>, extra: Option<i64>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Casing none on the sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent6", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [rank, due_day], casing = "none"))]
pub struct M006 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<String>,
}
drive! { M006 whole
    given [org_id: String, id: String, team: String, rank: String, extra: Vec<String>] left [due_day: String, note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: String, note: Option<String>, extra: Vec<String>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// Pk upper, sk none.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent7", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "upper"), sk(composite = [due_day, rank, id], casing = "none"))]
pub struct M007 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<String>>,
}
drive! { M007 whole
    given [org_id: String, id: String, due_day: String, extra: i64] left [team: String, rank: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: i64, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Upper casing everywhere.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent8", version = "1", rename_all = "camelCase", casing = "upper")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M008 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M008 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: bool, note: String, extra: Vec<String>, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<bool>, note: Option<String>, extra: Option<Vec<String>>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Vec<String>, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
}

/// Casing none everywhere.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent9", version = "1", rename_all = "camelCase", casing = "none")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M009 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<Vec<String>>,
}
drive! { M009 whole
    given [org_id: String, id: String, team: String, rank: String] left [due_day: String, note: String, extra: Shade, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: String, note: Option<String>, extra: Option<Shade>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// Casing none everywhere, the pk lower.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent10", version = "1", rename_all = "camelCase", casing = "none")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk = [due_day, rank, id])]
pub struct M010 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<String>,
}
drive! { M010 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String] left [note: String, extra: i64, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<i64>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Casing none on the sk (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent11", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(composite = [id], casing = "none"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M011 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M011 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: Vec<String>] left [note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Vec<String>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Vec<String>, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// Casing lower on the sk (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent12", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(composite = [id], casing = "lower"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M012 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<i64>,
}
drive! { M012 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: f64] left [note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: f64, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: f64, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank JsNumber value, due_day String text]
}

/// A pk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent13", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "ORG#${team}"), sk = [rank, due_day])]
pub struct M013 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M013 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: Vec<String>] left [team: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Vec<String>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// A bare pk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent14", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${team}"), sk = [rank, due_day])]
pub struct M014 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M014 whole
    given [org_id: String, id: String, due_day: String, rank: i64] left [team: String, note: String, extra: Shade, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: Option<Shade>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: Shade, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank i64 value, due_day String text]
}

/// A pk template of Unicode.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent15", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "Ünï İß ${team} ΟΔΟΣ"), sk = [rank, due_day])]
pub struct M015 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<f64>,
}
drive! { M015 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: i64] left [note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: i64, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// A pk template of two.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent16", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "t=${team}&Z=${zone}"), sk = [due_day, rank, id])]
pub struct M016 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeSet<i64>>,
    pub zone: String,
}
drive! { M016 whole
    given [org_id: String, id: String, due_day: String, rank: String, zone: String] left [team: String, note: String, extra: Shade, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<Shade>, more: Option<BTreeSet<i64>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: BTreeSet<i64>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank String text, id String text]
}

/// A static pk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent17", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "STATIC"), sk = [rank, due_day])]
pub struct M017 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<f64>,
}
drive! { M017 whole
    given [org_id: String, id: String, due_day: String, rank: String] left [team: String, note: String, extra: bool, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<bool>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] [rank String text, due_day String text]
}

/// An sk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent18", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "A#${due_day}B#${rank}C#${id}"))]
pub struct M018 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<i64>,
}
drive! { M018 whole
    given [org_id: String, id: String, extra: BTreeMap<String, String>] left [team: String, due_day: String, rank: String, note: String, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: BTreeMap<String, String>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeMap<String, String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// An sk template of short separators.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent19", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "${due_day}#${rank}#${id}"))]
pub struct M019 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<i64>,
}
drive! { M019 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: BTreeSet<String>] left [rank: i64, note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<i64>, note: Option<String>, extra: BTreeSet<String>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeSet<String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value, id String text]
}

/// An sk template of letters.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent20", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "x${due_day}Yy${rank}Yy${id}z"))]
pub struct M020 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<i64>,
}
drive! { M020 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: f64] left [note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: f64, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: f64, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value, id String text]
}

/// An sk template with a last literal.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent21", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "Day-${due_day}|R_${rank}|R_${id}_END"))]
pub struct M021 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Vec<String>>,
}
drive! { M021 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade] left [note: String, extra: BTreeMap<String, String>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeMap<String, String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank Shade value, id String text]
}

/// An sk template with odd literals.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent22", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "$ {é}{${due_day}}😀Ω{${rank}}"))]
pub struct M022 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M022 whole
    given [org_id: String, id: String, due_day: String, rank: bool, extra: BTreeSet<String>] left [team: String, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: BTreeSet<String>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
}

/// An sk template with padding and no separator.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent23", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "N${place}${rank}"))]
pub struct M023 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<f64>,
    #[attr(padding(4, "0"))] pub place: u32,
}
drive! { M023 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, place: u32] left [team: String, note: String, extra: BTreeSet<String>, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<f64>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<String>, more: f64, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 range, rank JsNumber value]
}

/// A static sk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent24", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "META"))]
pub struct M024 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<Vec<String>>,
}
drive! { M024 whole
    given [org_id: String, id: String, due_day: String, extra: BTreeSet<String>] left [team: String, rank: u32, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<u32>, note: Option<String>, extra: BTreeSet<String>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// Templates on both sides.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent25", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "P/${team}/"), sk(template = "/${due_day}/${rank}/${id}"))]
pub struct M025 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M025 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool] left [note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value, id String text]
}

/// A pk template (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent26", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk(template = "ORG#${org_id}"), sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M026 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<Shade>,
}
drive! { M026 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber] left [team: String, note: String, extra: BTreeSet<i64>, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<i64>, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank JsNumber value, due_day String text]
}

/// An sk template (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent27", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(template = "A#${id}"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M027 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M027 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber] left [team: String, note: String, extra: f64, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<f64>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: f64, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value, id String text]
}

/// A scope.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent28", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], scope = "Scope")]
pub struct M028 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M028 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool] left [note: String, extra: BTreeSet<String>, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<String>, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
}

/// A scope with odd characters.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent29", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], scope = "S#c $1")]
pub struct M029 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Shade>,
}
drive! { M029 whole
    given [org_id: String, id: String, team: String] left [due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// A scope (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent30", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], scope = "Scope")]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M030 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<String>>,
}
drive! { M030 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: i64] left [team: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: i64, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A scope with odd characters (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent31", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], scope = "S#c $1")]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M031 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<Vec<String>>,
}
drive! { M031 whole
    given [org_id: String, id: String, team: String, rank: Shade] left [due_day: String, note: String, extra: BTreeSet<String>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Shade, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank Shade value, due_day String text]
}

/// Labels.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent32", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M032 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(label = "L")] pub team: Option<String>,
    pub due_day: String,
    #[attr(label = "The-Label É")] pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<i64>,
}
drive! { M032 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, extra: BTreeMap<String, String>] left [team: String, note: String, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: BTreeMap<String, String>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// An empty label.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent33", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M033 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    #[attr(label = "")] pub rank: bool,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M033 whole
    given [org_id: String, id: String, due_day: String, rank: bool, extra: f64] left [team: String, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: f64, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank bool value, due_day String text]
}

/// Labels (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent34", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M034 {
    #[attr(label = "L", read_only)] pub org_id: String,
    #[attr(label = "The-Label É", read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<Vec<String>>,
}
drive! { M034 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber] left [note: String, extra: i64, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<i64>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: i64, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// An empty label (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent35", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M035 {
    #[attr(read_only)] pub org_id: String,
    #[attr(label = "", read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<f64>,
}
drive! { M035 whole
    given [org_id: String, id: String, due_day: String, rank: u32, extra: bool] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: bool, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: bool, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Padded text.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent36", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M036 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    #[attr(padding(6, "xy"))] pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<Vec<String>>,
}
drive! { M036 whole
    given [org_id: String, id: String, due_day: String, rank: i64, extra: BTreeMap<String, String>] left [team: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: BTreeMap<String, String>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeMap<String, String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String range, rank i64 value]
}

/// A padded number.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent37", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M037 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeMap<String, String>>,
    #[attr(padding(5, "0"))] pub place: u32,
}
drive! { M037 whole
    given [org_id: String, id: String, team: String, rank: u32, place: u32] left [due_day: String, note: String, extra: i64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: u32, note: Option<String>, extra: Option<i64>, more: Option<BTreeMap<String, String>>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: BTreeMap<String, String>, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 range, due_day String text, rank u32 value]
}

/// A padded signed number.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent38", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, rank, due_day])]
pub struct M038 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<String>,
    #[attr(padding(6, "0"))] pub place: i64,
}
drive! { M038 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, place: i64] left [note: String, extra: BTreeMap<String, String>, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<String>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeMap<String, String>, more: String, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place i64 value, rank i64 value, due_day String text]
}

/// Padding with emoji.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent39", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M039 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: String,
    pub more: Option<i64>,
    #[attr(padding(5, "😀"))] pub place: u32,
}
drive! { M039 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: String, place: u32] left [note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: String, more: Option<i64>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: String, more: i64, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 value, due_day String text, rank String text]
}

/// Padded booleans.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent40", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, rank, due_day])]
pub struct M040 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeSet<i64>>,
    #[attr(padding(7, "_"))] pub place: bool,
}
drive! { M040 whole
    given [org_id: String, id: String, rank: JsNumber, place: bool] left [team: String, due_day: String, note: String, extra: Shade, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<Shade>, more: Option<BTreeSet<i64>>, place: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: BTreeSet<i64>, place: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place bool value, rank JsNumber value, due_day String text]
}

/// A padded enum.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent41", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M041 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<f64>,
    #[attr(padding(6, "."))] pub place: Shade,
}
drive! { M041 whole
    given [org_id: String, id: String, team: String, rank: bool, extra: BTreeSet<i64>, place: Shade] left [due_day: String, note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: bool, note: Option<String>, extra: BTreeSet<i64>, more: Option<f64>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<i64>, more: f64, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, due_day String text, rank bool value]
}

/// Padding with upper-case letters.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent42", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, rank, due_day])]
pub struct M042 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<BTreeMap<String, String>>,
    #[attr(padding(8, "Ab"))] pub place: JsNumber,
}
drive! { M042 whole
    given [org_id: String, id: String, due_day: String, rank: Shade, place: JsNumber] left [team: String, note: String, extra: f64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Option<f64>, more: Option<BTreeMap<String, String>>, place: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: f64, more: BTreeMap<String, String>, place: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber value, rank Shade value, due_day String text]
}

/// A padded signed number (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent43", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [place, id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M043 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<bool>,
    #[attr(padding(6, "0"), read_only)] pub place: i64,
}
drive! { M043 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: BTreeSet<i64>, place: i64] left [note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: BTreeSet<i64>, more: Option<bool>, place: i64]
    key [org_id: String, place: i64, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<i64>, more: bool] fixed [org_id, id, place]
    ask main [org_id: String] [place i64 value, id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// Padded text (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent44", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M044 {
    #[attr(read_only)] pub org_id: String,
    #[attr(padding(6, "xy"), read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<Vec<String>>,
}
drive! { M044 whole
    given [org_id: String, id: String, due_day: String, rank: bool, extra: f64] left [team: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: f64, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String range]
    ask second [team: String] [due_day String text, rank bool value]
}

/// A numeric sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent45", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M045 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: String,
    pub more: Option<f64>,
    pub place: i64,
}
drive! { M045 whole
    given [org_id: String, id: String, due_day: String, extra: String, place: i64] left [team: String, rank: bool, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<bool>, note: Option<String>, extra: String, more: Option<f64>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: String, more: f64, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place i64 range]
}

/// A numeric sk of a fraction.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent46", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M046 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeMap<String, String>>,
    pub place: JsNumber,
}
drive! { M046 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: f64, place: JsNumber] left [rank: bool, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<bool>, note: Option<String>, extra: f64, more: Option<BTreeMap<String, String>>, place: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: BTreeMap<String, String>, place: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber range]
}

/// A numeric sk of digits.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent47", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M047 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<bool>,
    pub place: String,
}
drive! { M047 whole
    given [org_id: String, id: String, team: String, due_day: String, place: String] left [rank: u32, note: String, extra: Vec<String>, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<Vec<String>>, more: Option<bool>, place: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: Vec<String>, more: bool, place: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place String range]
}

/// A numeric sk of a boolean.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent48", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M048 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: String,
    pub more: Option<i64>,
    pub place: bool,
}
drive! { M048 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: String, place: bool] left [rank: i64, note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<i64>, note: Option<String>, extra: String, more: Option<i64>, place: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: String, more: i64, place: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place bool value]
}

/// A numeric sk by its template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent49", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "${place}"))]
pub struct M049 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<bool>,
    pub place: u32,
}
drive! { M049 whole
    given [org_id: String, id: String, team: String, rank: String, extra: BTreeSet<String>, place: u32] left [due_day: String, note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: String, note: Option<String>, extra: BTreeSet<String>, more: Option<bool>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: bool, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 range]
}

/// A numeric sk of a fraction by its template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent50", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "${place}"))]
pub struct M050 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeSet<i64>>,
    pub place: JsNumber,
}
drive! { M050 whole
    given [org_id: String, id: String, due_day: String, rank: i64, extra: f64, place: JsNumber] left [team: String, note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: f64, more: Option<BTreeSet<i64>>, place: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: f64, more: BTreeSet<i64>, place: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber range]
}

/// A numeric pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent51", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [place], cast = "number"), sk = [due_day, rank, id])]
pub struct M051 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<BTreeMap<String, String>>,
    pub place: i64,
}
drive! { M051 whole
    given [org_id: String, id: String, team: String, rank: JsNumber, place: i64] left [due_day: String, note: String, extra: Vec<String>, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<Vec<String>>, more: Option<BTreeMap<String, String>>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Vec<String>, more: BTreeMap<String, String>, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [place: i64] [due_day String text, rank JsNumber value, id String text]
}

/// A numeric pk by its template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent52", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${place}"), sk = [rank, due_day])]
pub struct M052 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<Shade>,
    pub place: i64,
}
drive! { M052 whole
    given [org_id: String, id: String, team: String, extra: BTreeSet<String>, place: i64] left [due_day: String, rank: u32, note: String, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: BTreeSet<String>, more: Option<Shade>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: Shade, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [place: i64] [rank u32 value, due_day String text]
}

/// An sk of a number that is cast to text.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent53", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "${place}", cast = "string"))]
pub struct M053 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<BTreeSet<String>>,
    pub place: i64,
}
drive! { M053 whole
    given [org_id: String, id: String, team: String, due_day: String, place: i64] left [rank: u32, note: String, extra: BTreeSet<i64>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<BTreeSet<String>>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<i64>, more: BTreeSet<String>, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place i64 value]
}

/// A side that is cast to text.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent54", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [due_day, rank, id], cast = "string"))]
pub struct M054 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<i64>,
}
drive! { M054 whole
    given [org_id: String, id: String, team: String, rank: String] left [due_day: String, note: String, extra: BTreeSet<String>, more: i64]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: String, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// A numeric sk of a boolean (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent55", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(composite = [place], cast = "number"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M055 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<String>,
    #[attr(read_only)] pub place: bool,
}
drive! { M055 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: i64, place: bool] left [team: String, note: String, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: i64, more: Option<String>, place: bool]
    key [org_id: String, id: String, place: bool]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: String] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place bool value]
    ask second [team: String] [rank String text, due_day String text]
}

/// A numeric sk by its template (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent56", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(template = "${place}"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M056 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<Shade>,
    #[attr(read_only)] pub place: u32,
}
drive! { M056 whole
    given [org_id: String, id: String, due_day: String, rank: i64, extra: bool, place: u32] left [team: String, note: String, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: bool, more: Option<Shade>, place: u32]
    key [org_id: String, id: String, place: u32]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: Shade] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place u32 range]
    ask second [team: String] [due_day String text, rank i64 value, id String text]
}

/// Clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent57", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered)]
pub struct M057 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M057 whole
    given [org_id: String, id: String, due_day: String] left [team: String, rank: String, note: String, extra: BTreeSet<String>, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// Clustered (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent58", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], clustered)]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M058 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<bool>,
}
drive! { M058 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, extra: f64] left [note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: f64, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: f64, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank i64 value, due_day String text]
}

/// A collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent59", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], collection = "Tasks")]
pub struct M059 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<f64>,
}
drive! { M059 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: Vec<String>] left [rank: String, note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<String>, note: Option<String>, extra: Vec<String>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// Two collections.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent60", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], collection = ["Org", "Tasks"])]
pub struct M060 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M060 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: i64, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<i64>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value]
}

/// A clustered collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent61", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], collection = "Tasks", clustered)]
pub struct M061 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<i64>,
}
drive! { M061 whole
    given [org_id: String, id: String, due_day: String, rank: bool] left [team: String, note: String, extra: Vec<String>, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: Option<Vec<String>>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Vec<String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
}

/// Two collections (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent62", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], collection = ["Org", "Tasks"])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M062 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<i64>,
}
drive! { M062 whole
    given [org_id: String, id: String, due_day: String, extra: bool] left [team: String, rank: u32, note: String, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<u32>, note: Option<String>, extra: bool, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: bool, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank u32 value, id String text]
}

/// A clustered collection (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent63", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], collection = "Tasks", clustered)]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M063 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<String>,
}
drive! { M063 whole
    given [org_id: String, id: String, team: String, extra: bool] left [due_day: String, rank: i64, note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<i64>, note: Option<String>, extra: bool, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value, id String text]
}

/// No sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent64", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team])]
pub struct M064 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<String>,
}
drive! { M064 whole
    given [org_id: String, id: String] left [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// An sk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent65", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [])]
pub struct M065 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M065 whole
    given [org_id: String, id: String, due_day: String, rank: Shade, extra: bool] left [team: String, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: bool, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: bool, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// A pk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent66", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [], sk = [rank, due_day])]
pub struct M066 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<Shade>,
}
drive! { M066 whole
    given [org_id: String, id: String, due_day: String, extra: i64] left [team: String, rank: String, note: String, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: i64, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] [rank String text, due_day String text]
}

/// No composites at all.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent67", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [], sk = [])]
pub struct M067 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<String>,
}
drive! { M067 whole
    given [org_id: String, id: String, due_day: String, rank: Shade] left [team: String, note: String, extra: BTreeSet<String>, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<String>, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] []
}

/// Several composites on both sides.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent68", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [step, rank, due_day, turn])]
pub struct M068 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<Vec<String>>,
    pub zone: u32,
    pub step: Shade,
    pub turn: bool,
}
drive! { M068 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, extra: bool, zone: u32, step: Shade, turn: bool] left [note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: bool, more: Option<Vec<String>>, zone: u32, step: Shade, turn: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: Vec<String>, zone: u32, step: Shade, turn: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: u32] [step Shade value, rank i64 value, due_day String text, turn bool value]
}

/// No sk (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent69", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M069 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<Shade>,
}
drive! { M069 whole
    given [org_id: String, id: String, due_day: String, rank: u32, extra: i64] left [team: String, note: String, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: i64, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: Shade] fixed [org_id, id]
    ask main [org_id: String, id: String] []
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Several composites on both sides (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent70", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, zone], sk = [step, id, turn])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M070 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<f64>,
    #[attr(read_only)] pub zone: u32,
    #[attr(read_only)] pub step: Shade,
    #[attr(read_only)] pub turn: bool,
}
drive! { M070 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, zone: u32, step: Shade, turn: bool] left [note: String, extra: Vec<String>, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: Option<Vec<String>>, more: Option<f64>, zone: u32, step: Shade, turn: bool]
    key [org_id: String, zone: u32, step: Shade, id: String, turn: bool]
    free [team: String, due_day: String, rank: i64, note: String, extra: Vec<String>, more: f64] fixed [org_id, id, zone, step, turn]
    ask main [org_id: String, zone: u32] [step Shade value, id String text, turn bool value]
    ask second [team: String] [due_day String text, rank i64 value]
}

/// A local index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent71", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
#[index(local, lsi = "lsi1", pk = [org_id], sk = [due_day])]
pub struct M071 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Shade>,
}
drive! { M071 whole
    given [org_id: String, id: String, rank: JsNumber] left [team: String, due_day: String, note: String, extra: BTreeMap<String, String>, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
    ask local [org_id: String] [due_day String text]
}

/// A reverse index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent72", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M072 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<Shade>,
}
drive! { M072 whole
    given [org_id: String, id: String, due_day: String, rank: String] left [team: String, note: String, extra: String, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<String>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: String, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
    ask reverse [id: String] [org_id String text]
}

/// Two indexes with one sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent73", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [due_day, rank, id]))]
pub struct M073 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<bool>,
}
drive! { M073 whole
    given [org_id: String, id: String, rank: JsNumber] left [team: String, due_day: String, note: String, extra: Vec<String>, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<Vec<String>>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Vec<String>, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value, id String text]
    ask other [org_id: String] [due_day String text, rank JsNumber value, id String text]
}

/// A pk that is an attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent74", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "none"), sk = [rank, due_day])]
pub struct M074 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<bool>,
    pub code: String,
}
drive! { M074 whole
    given [org_id: String, id: String, due_day: String, code: String] left [team: String, rank: String, note: String, extra: i64, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: Option<i64>, more: Option<bool>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: bool, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [rank String text, due_day String text]
}

/// A pk that is an attribute, in lower case.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent75", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "lower"), sk = [due_day, rank])]
pub struct M075 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<BTreeSet<i64>>,
    pub code: String,
}
drive! { M075 whole
    given [org_id: String, id: String, due_day: String, rank: bool, code: String] left [team: String, note: String, extra: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: Option<String>, more: Option<BTreeSet<i64>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: String, more: BTreeSet<i64>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [due_day String text, rank bool value]
}

/// A pk that is an attribute, by its template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent76", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", template = "${code}", casing = "upper"), sk = [rank, due_day])]
pub struct M076 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<i64>,
    pub code: String,
}
drive! { M076 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, code: String] left [note: String, extra: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<String>, more: Option<i64>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: String, more: i64, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [rank bool value, due_day String text]
}

/// An sk that is an attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent77", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", composite = [code], casing = "none"))]
pub struct M077 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<f64>,
    pub code: String,
}
drive! { M077 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, extra: Vec<String>, code: String] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Vec<String>, more: Option<f64>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Vec<String>, more: f64, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is an attribute with a prefix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent78", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "PRE_${code}", casing = "none"))]
pub struct M078 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<i64>,
    pub code: String,
}
drive! { M078 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: BTreeSet<String>, code: String] left [rank: String, note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<String>, note: Option<String>, extra: BTreeSet<String>, more: Option<i64>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: i64, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is an attribute with a prefix and a postfix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent79", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M079 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<BTreeMap<String, String>>,
    pub code: String,
}
drive! { M079 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, code: String] left [note: String, extra: f64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<f64>, more: Option<BTreeMap<String, String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: f64, more: BTreeMap<String, String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is a renamed attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent80", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "CodeField", template = "${code}", casing = "none"))]
pub struct M080 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<BTreeMap<String, String>>,
    #[attr(field = "CodeField")] pub code: String,
}
drive! { M080 whole
    given [org_id: String, id: String, due_day: String, rank: u32, extra: bool, code: String] left [team: String, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: bool, more: Option<BTreeMap<String, String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: bool, more: BTreeMap<String, String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is an attribute, of no casing.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent81", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", composite = [code]))]
pub struct M081 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<Vec<String>>,
    pub code: String,
}
drive! { M081 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, code: String] left [note: String, extra: String, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<String>, more: Option<Vec<String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: String, more: Vec<String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is a numeric attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent82", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "${code}"))]
pub struct M082 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Vec<String>>,
    pub code: i64,
}
drive! { M082 whole
    given [org_id: String, id: String, team: String, code: i64] left [due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<JsNumber>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Vec<String>>, code: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: Vec<String>, code: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code i64 range]
}

/// A pk that is a numeric attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent83", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", template = "${code}"), sk = [due_day, rank, id])]
pub struct M083 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<String>>,
    pub code: u32,
}
drive! { M083 whole
    given [org_id: String, id: String, due_day: String, extra: i64, code: u32] left [team: String, rank: i64, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<i64>, note: Option<String>, extra: i64, more: Option<BTreeSet<String>>, code: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: i64, more: BTreeSet<String>, code: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: u32] [due_day String text, rank i64 value, id String text]
}

/// An sk that is a numeric attribute, without a template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent84", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", composite = [code]))]
pub struct M084 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<bool>,
    pub code: JsNumber,
}
drive! { M084 whole
    given [org_id: String, id: String, team: String, due_day: String, code: JsNumber] left [rank: u32, note: String, extra: f64, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<f64>, more: Option<bool>, code: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: f64, more: bool, code: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code JsNumber range]
}

/// An sk that is a numeric attribute, without a template (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent85", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(field = "code", composite = [code]))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M085 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<Shade>,
    #[attr(read_only)] pub code: JsNumber,
}
drive! { M085 whole
    given [org_id: String, id: String, team: String, rank: Shade, code: JsNumber] left [due_day: String, note: String, extra: BTreeSet<String>, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Shade, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<Shade>, code: JsNumber]
    key [org_id: String, id: String, code: JsNumber]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<String>, more: Shade] fixed [org_id, id, code]
    ask main [org_id: String, id: String] [code JsNumber range]
    ask second [team: String] [due_day String text, rank Shade value, id String text]
}

/// An sk that is an attribute (primary).
#[derive(Entity)]
#[entity(service = "gen", name = "Ent86", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(field = "code", composite = [code], casing = "none"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M086 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<BTreeSet<i64>>,
    #[attr(read_only)] pub code: String,
}
drive! { M086 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: bool, code: String] left [note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: bool, more: Option<BTreeSet<i64>>, code: String]
    key [org_id: String, id: String, code: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: BTreeSet<i64>] fixed [org_id, id, code]
    ask main [org_id: String, id: String] [code String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// An optional pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent87", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M087 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<String>,
}
drive! { M087 whole
    given [org_id: String, id: String, due_day: String, rank: String] left [team: String, note: String, extra: i64, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<i64>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// All optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent88", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M088 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M088 whole
    given [org_id: String, id: String] left [team: String, due_day: String, rank: String, note: String, extra: Shade, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: Option<Shade>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// A condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent89", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], condition = m089_second)]
pub struct M089 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<Shade>,
}
fn m089_second(_team: &str, due_day: &str, _rank: &str, _id: &str) -> bool { due_day != "skip" }
drive! { M089 whole
    given [org_id: String, id: String, due_day: String, rank: String] left [team: String, note: String, extra: BTreeSet<String>, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// A condition on another attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent90", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], condition(m090_second, of = [open]))]
pub struct M090 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<Vec<String>>,
    pub open: bool,
}
fn m090_second(open: &bool) -> bool { *open }
drive! { M090 whole
    given [org_id: String, id: String, team: String, extra: Shade, open: bool] left [due_day: String, rank: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: Shade, more: Option<Vec<String>>, open: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: Vec<String>, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent91", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], condition(m091_second, of = [mood]))]
pub struct M091 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<String>,
    pub mood: Option<String>,
}
fn m091_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M091 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: i64] left [team: String, note: String, more: String, mood: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: i64, more: Option<String>, mood: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: String, mood: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// A key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent92", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, id], multi_attribute)]
pub struct M092 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<String>,
    pub zone: String,
}
drive! { M092 whole
    given [org_id: String, id: String, due_day: String, zone: String] left [team: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<bool>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<String>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: String, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, id String text]
}

/// A service with $.
#[derive(Entity)]
#[entity(service = "my$svc", name = "Ent93", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M093 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M093 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: u32] left [note: String, extra: Shade, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: u32, note: Option<String>, extra: Option<Shade>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: Shade, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// An entity with spaces and #.
#[derive(Entity)]
#[entity(service = "gen", name = "My Ent#x", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
pub struct M094 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M094 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: Vec<String>] left [team: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Vec<String>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A version with a dot.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent95", version = "1.0-RC", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M095 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M095 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: i64] left [note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: i64, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: i64, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value, id String text]
}

/// Names in Unicode.
#[derive(Entity)]
#[entity(service = "Sérvice İ", name = "Straße ΟΔΟΣ", version = "ﬁ😀", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M096 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<i64>,
}
drive! { M096 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool] left [note: String, extra: bool, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<bool>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: bool, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value, id String text]
}

/// Attributes with other fields.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent97", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M097 {
    #[attr(field = "org-id", read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(field = "t")] pub team: String,
    pub due_day: String,
    #[attr(field = "The.Rank")] pub rank: Shade,
    pub note: Option<String>,
    #[attr(field = "é")] pub extra: Option<bool>,
    pub more: Option<f64>,
}
drive! { M097 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade] left [note: String, extra: bool, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<bool>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: bool, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank Shade value, due_day String text]
}

/// Read-only attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent98", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
pub struct M098 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(read_only)] pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    #[attr(read_only)] pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<i64>,
}
drive! { M098 whole
    given [org_id: String, id: String, due_day: String, rank: u32] left [team: String, note: String, extra: f64, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<f64>, more: Option<i64>]
    key [org_id: String, id: String]
    free [due_day: String, rank: u32, extra: f64, more: i64] fixed [org_id, id, team, note]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Defaults.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent99", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M099 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<i64>,
    #[attr(default = "new")] pub stage: String,
    #[attr(default = true)] pub open: Option<bool>,
}
drive! { M099 drafted
    given [org_id: String, id: String, team: String, due_day: String, rank: String] left [note: String, extra: BTreeSet<i64>, more: i64, stage: String, open: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<i64>, stage: String, open: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<i64>, more: i64, stage: String, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// The default of a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent100", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M100 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(default = "Some")] pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<f64>,
}
drive! { M100 drafted
    given [org_id: String, id: String, due_day: String, rank: String, extra: BTreeSet<String>] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: BTreeSet<String>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Casing none everywhere, the pk lower, an sk template of letters.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent101", version = "1", rename_all = "camelCase", casing = "none")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk(template = "x${rank}Yy${due_day}z"))]
pub struct M101 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M101 whole
    given [org_id: String, id: String, due_day: String, rank: Shade] left [team: String, note: String, extra: i64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Option<i64>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: i64, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank Shade value, due_day String text]
}

/// Casing lower on the sk, a scope with odd characters.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent102", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [due_day, rank, id], casing = "lower"), scope = "S#c $1")]
pub struct M102 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<i64>,
}
drive! { M102 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String] left [note: String, extra: BTreeSet<String>, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Casing lower on the pk, an empty label.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent103", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk = [due_day, rank])]
pub struct M103 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    #[attr(label = "")] pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<f64>,
}
drive! { M103 whole
    given [org_id: String, id: String, due_day: String, extra: bool] left [team: String, rank: JsNumber, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: bool, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: bool, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// Casing upper on the sk, padding with emoji.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent104", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place, due_day, rank], casing = "upper"))]
pub struct M104 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<BTreeSet<i64>>,
    #[attr(padding(5, "😀"))] pub place: u32,
}
drive! { M104 whole
    given [org_id: String, id: String, due_day: String, extra: Shade, place: u32] left [team: String, rank: bool, note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<bool>, note: Option<String>, extra: Shade, more: Option<BTreeSet<i64>>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Shade, more: BTreeSet<i64>, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 value, due_day String text, rank bool value]
}

/// Casing none on the sk (primary), a numeric sk of a fraction.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent105", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(composite = [id], casing = "none"))]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M105 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<f64>,
    pub place: JsNumber,
}
drive! { M105 whole
    given [org_id: String, id: String, team: String, place: JsNumber] left [due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: f64]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<f64>, place: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: f64, place: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber range]
}

/// Pk upper, sk none, clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent106", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "upper"), sk(composite = [rank, due_day], casing = "none"), clustered)]
pub struct M106 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<bool>,
}
drive! { M106 whole
    given [org_id: String, id: String, due_day: String, rank: u32] left [team: String, note: String, extra: i64, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<i64>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Casing lower on the pk, two collections.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent107", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk = [due_day, rank, id], collection = ["Org", "Tasks"])]
pub struct M107 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M107 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: i64] left [team: String, note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: i64, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Casing none on the pk, several composites on both sides.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent108", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team, zone], casing = "none"), sk = [step, due_day, rank, turn])]
pub struct M108 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<BTreeMap<String, String>>,
    pub zone: u32,
    pub step: Shade,
    pub turn: bool,
}
drive! { M108 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: Shade, zone: u32, step: Shade, turn: bool] left [note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Shade, more: Option<BTreeMap<String, String>>, zone: u32, step: Shade, turn: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Shade, more: BTreeMap<String, String>, zone: u32, step: Shade, turn: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: u32] [step Shade value, due_day String text, rank bool value, turn bool value]
}

/// Casing lower on the pk, a local index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent109", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "lower"), sk = [due_day, rank])]
#[index(local, lsi = "lsi1", pk = [org_id], sk = [due_day])]
pub struct M109 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: String,
    pub more: Option<bool>,
}
drive! { M109 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: String] left [rank: Shade, note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: String, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: String, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank Shade value]
    ask local [org_id: String] [due_day String text]
}

/// Casing upper on the sk (primary), an sk that is an attribute with a prefix and a postfix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent110", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(composite = [id], casing = "upper"))]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M110 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<Vec<String>>,
    pub code: String,
}
drive! { M110 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, extra: Shade, code: String] left [team: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Shade, more: Option<Vec<String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: Vec<String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// Casing none on the pk, an optional pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent111", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "none"), sk = [rank, due_day])]
pub struct M111 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M111 whole
    given [org_id: String, id: String] left [team: String, due_day: String, rank: u32, note: String, extra: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: Option<String>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: String, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Pk upper, sk none, a condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent112", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "upper"), sk(composite = [rank, due_day], casing = "none"), condition = m112_second)]
pub struct M112 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeMap<String, String>>,
}
fn m112_second(_team: &str, _rank: &u32, due_day: &str) -> bool { due_day != "skip" }
drive! { M112 whole
    given [org_id: String, id: String, team: String] left [due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Casing lower on the pk (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent113", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk(composite = [org_id], casing = "lower"), sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank], multi_attribute)]
pub struct M113 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<Vec<String>>,
    pub zone: String,
}
drive! { M113 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, zone: String] left [note: String, extra: BTreeSet<i64>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<Vec<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<i64>, more: Vec<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank String text]
}

/// Upper casing everywhere, a version with a dot.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent114", version = "1.0-RC", rename_all = "camelCase", casing = "upper")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
pub struct M114 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<f64>,
}
drive! { M114 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value, id String text]
}

/// Casing none on the pk, read-only attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent115", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [team], casing = "none"), sk = [due_day, rank])]
pub struct M115 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(read_only)] pub team: String,
    pub due_day: String,
    pub rank: bool,
    #[attr(read_only)] pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<Shade>,
}
drive! { M115 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool] left [note: String, extra: bool, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<bool>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [due_day: String, rank: bool, extra: bool, more: Shade] fixed [org_id, id, team, note]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
}

/// A static sk template, a scope.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent116", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "META"), scope = "Scope")]
pub struct M116 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<String>,
}
drive! { M116 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade] left [note: String, extra: i64, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<i64>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: i64, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// A bare pk template, an empty label.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent117", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${team}"), sk = [due_day, rank])]
pub struct M117 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    #[attr(label = "")] pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<f64>,
}
drive! { M117 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String] left [note: String, extra: Vec<String>, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<Vec<String>>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A bare pk template, padding with emoji.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent118", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${team}"), sk = [place, due_day, rank])]
pub struct M118 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<bool>,
    #[attr(padding(5, "😀"))] pub place: u32,
}
drive! { M118 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, place: u32] left [note: String, extra: BTreeMap<String, String>, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<bool>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: bool, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 value, due_day String text, rank bool value]
}

/// An sk template, a numeric pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent119", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(composite = [place], cast = "number"), sk(template = "A#${due_day}B#${rank}C#${id}"))]
pub struct M119 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<Vec<String>>,
    pub place: i64,
}
drive! { M119 whole
    given [org_id: String, id: String, due_day: String, rank: i64, extra: bool, place: i64] left [team: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: bool, more: Option<Vec<String>>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: Vec<String>, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [place: i64] [due_day String text, rank i64 value, id String text]
}

/// An sk template of letters (primary), clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent120", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(template = "x${id}z"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered)]
pub struct M120 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<Shade>,
}
drive! { M120 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, extra: Vec<String>] left [note: String, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Vec<String>, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: Vec<String>, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank Shade value]
}

/// A collection, a static sk template.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent121", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "META"), collection = "Tasks")]
pub struct M121 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M121 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: Shade, note: String, extra: i64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: Option<i64>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: i64, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// An sk template with odd literals (primary), no composites at all.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent122", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(template = "$ {é}{${id}}"))]
#[index(second, gsi = "gsi1", pk = [], sk = [])]
pub struct M122 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<Vec<String>>,
}
drive! { M122 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: BTreeSet<String>] left [note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: BTreeSet<String>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] []
}

/// Templates on both sides, a local index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent123", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "P/${team}/"), sk(template = "/${due_day}/${rank}"))]
#[index(local, lsi = "lsi1", pk = [org_id], sk = [due_day])]
pub struct M123 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<String>,
}
drive! { M123 whole
    given [org_id: String, id: String, due_day: String, rank: i64] left [team: String, note: String, extra: BTreeSet<i64>, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeSet<i64>, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value]
    ask local [org_id: String] [due_day String text]
}

/// An sk template of letters (primary), an sk that is a numeric attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent124", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(template = "x${id}z"))]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "${code}"))]
pub struct M124 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<BTreeSet<String>>,
    pub code: i64,
}
drive! { M124 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, code: i64] left [note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<BTreeSet<String>>, code: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>, code: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code i64 range]
}

/// A pk template of Unicode, an optional pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent125", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "Ünï İß ${team} ΟΔΟΣ"), sk = [due_day, rank])]
pub struct M125 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M125 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber] left [team: String, note: String, extra: bool, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<bool>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: bool, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// An sk template with odd literals, a condition on another attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent126", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "$ {é}{${rank}}😀Ω{${due_day}}"), condition(m126_second, of = [open]))]
pub struct M126 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeSet<String>>,
    pub open: bool,
}
fn m126_second(open: &bool) -> bool { *open }
drive! { M126 whole
    given [org_id: String, id: String, due_day: String, rank: u32, extra: f64, open: bool] left [team: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: f64, more: Option<BTreeSet<String>>, open: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: f64, more: BTreeSet<String>, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// An sk template of short separators (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent127", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(template = "${id}"))]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank, id], multi_attribute)]
pub struct M127 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<BTreeSet<String>>,
    pub zone: String,
}
drive! { M127 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: Vec<String>, zone: String] left [rank: Shade, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: Vec<String>, more: Option<BTreeSet<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: Vec<String>, more: BTreeSet<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank Shade value, id String text]
}

/// A pk template of two, a service with $.
#[derive(Entity)]
#[entity(service = "my$svc", name = "Ent128", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "t=${team}&Z=${zone}"), sk = [due_day, rank])]
pub struct M128 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<f64>,
    pub more: Option<BTreeMap<String, String>>,
    pub zone: String,
}
drive! { M128 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, zone: String] left [note: String, extra: f64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<f64>, more: Option<BTreeMap<String, String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: f64, more: BTreeMap<String, String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank JsNumber value]
}

/// Templates on both sides, defaults.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent129", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "P/${team}/"), sk(template = "/${rank}/${due_day}"))]
pub struct M129 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<Shade>,
    #[attr(default = "new")] pub stage: String,
    #[attr(default = true)] pub open: Option<bool>,
}
drive! { M129 drafted
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: f64] left [note: String, more: Shade, stage: String, open: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: f64, more: Option<Shade>, stage: String, open: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: Shade, stage: String, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank bool value, due_day String text]
}

/// A scope with odd characters, padded booleans.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent130", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank], scope = "S#c $1")]
pub struct M130 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeSet<String>>,
    #[attr(padding(7, "_"))] pub place: bool,
}
drive! { M130 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, extra: f64, place: bool] left [note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: f64, more: Option<BTreeSet<String>>, place: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: f64, more: BTreeSet<String>, place: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place bool value, due_day String text, rank Shade value]
}

/// A scope, a numeric sk of digits.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent131", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"), scope = "Scope")]
pub struct M131 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<f64>,
    pub place: String,
}
drive! { M131 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: BTreeSet<i64>, place: String] left [note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: BTreeSet<i64>, more: Option<f64>, place: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<i64>, more: f64, place: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place String range]
}

/// A scope, clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent132", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered, scope = "Scope")]
pub struct M132 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<f64>,
}
drive! { M132 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: Shade] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Shade, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A scope, two collections.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent133", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], collection = ["Org", "Tasks"], scope = "Scope")]
pub struct M133 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<i64>,
}
drive! { M133 whole
    given [org_id: String, id: String, due_day: String, extra: Shade] left [team: String, rank: String, note: String, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: Shade, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// A scope with odd characters, an sk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent134", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [], scope = "S#c $1")]
pub struct M134 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<f64>,
}
drive! { M134 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: i64] left [note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: i64, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: i64, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// A scope, two indexes with one sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent135", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], scope = "Scope")]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [rank, due_day]))]
pub struct M135 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<bool>,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M135 whole
    given [org_id: String, id: String, due_day: String, rank: i64] left [team: String, note: String, extra: bool, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: Option<bool>, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank i64 value, due_day String text]
    ask other [org_id: String] [rank i64 value, due_day String text]
}

/// A scope, an sk that is an attribute with a prefix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent136", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "PRE_${code}", casing = "none"), scope = "Scope")]
pub struct M136 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<i64>,
    pub code: String,
}
drive! { M136 whole
    given [org_id: String, id: String, due_day: String, rank: bool, extra: BTreeMap<String, String>, code: String] left [team: String, note: String, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: BTreeMap<String, String>, more: Option<i64>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: i64, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// A scope with odd characters, a condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent137", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], scope = "S#c $1", condition = m137_second)]
pub struct M137 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<bool>,
}
fn m137_second(_team: &str, due_day: &str, _rank: &str) -> bool { due_day != "skip" }
drive! { M137 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: BTreeSet<String>] left [team: String, note: String, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: BTreeSet<String>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeSet<String>, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text]
}

/// A scope with odd characters (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent138", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], scope = "S#c $1")]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank], multi_attribute)]
pub struct M138 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<BTreeMap<String, String>>,
    pub zone: String,
}
drive! { M138 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, zone: String] left [note: String, extra: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<String>, more: Option<BTreeMap<String, String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: String, more: BTreeMap<String, String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank String text]
}

/// Labels, a padded enum.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent139", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M139 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(label = "L")] pub team: Option<String>,
    pub due_day: Option<String>,
    #[attr(label = "The-Label É")] pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<BTreeSet<i64>>,
    #[attr(padding(6, "."))] pub place: Shade,
}
drive! { M139 whole
    given [org_id: String, id: String, rank: JsNumber, place: Shade] left [team: String, due_day: String, note: String, extra: BTreeMap<String, String>, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<BTreeSet<i64>>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: BTreeSet<i64>, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, due_day String text, rank JsNumber value]
}

/// An empty label, a numeric sk of digits.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent140", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M140 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    #[attr(label = "")] pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<BTreeSet<String>>,
    pub place: String,
}
drive! { M140 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: BTreeMap<String, String>, place: String] left [note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: BTreeMap<String, String>, more: Option<BTreeSet<String>>, place: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>, place: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place String range]
}

/// An empty label, clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent141", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered)]
pub struct M141 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    #[attr(label = "")] pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<BTreeMap<String, String>>,
}
drive! { M141 whole
    given [org_id: String, id: String, due_day: String, rank: i64, extra: bool] left [team: String, note: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: bool, more: Option<BTreeMap<String, String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: bool, more: BTreeMap<String, String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value]
}

/// Labels, a collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent142", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], collection = "Tasks")]
pub struct M142 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(label = "L")] pub team: String,
    pub due_day: String,
    #[attr(label = "The-Label É")] pub rank: Shade,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M142 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, extra: BTreeSet<String>] left [note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: BTreeSet<String>, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<String>, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank Shade value]
}

/// Labels, an sk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent143", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [])]
pub struct M143 {
    #[attr(read_only)] pub org_id: String,
    #[attr(label = "The-Label É", read_only)] pub id: String,
    #[attr(label = "L")] pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M143 whole
    given [org_id: String, id: String, due_day: String, rank: u32] left [team: String, note: String, extra: i64, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<i64>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// Labels, a reverse index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent144", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M144 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(label = "L")] pub team: String,
    #[attr(label = "The-Label É")] pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<String>,
}
drive! { M144 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: BTreeSet<String>] left [rank: bool, note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<bool>, note: Option<String>, extra: BTreeSet<String>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<String>, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank bool value, due_day String text]
    ask reverse [id: String] [org_id String text]
}

/// An empty label, an sk that is an attribute with a prefix and a postfix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent145", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M145 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    #[attr(label = "")] pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<Shade>,
    pub code: String,
}
drive! { M145 whole
    given [org_id: String, id: String, team: String, due_day: String, code: String] left [rank: u32, note: String, extra: i64, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<i64>, more: Option<Shade>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: Shade, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// Labels, a condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent146", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], condition(m146_second, of = [mood]))]
pub struct M146 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(label = "L")] pub team: String,
    pub due_day: String,
    #[attr(label = "The-Label É")] pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<BTreeMap<String, String>>,
    pub mood: Option<String>,
}
fn m146_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M146 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64] left [note: String, extra: BTreeSet<i64>, more: BTreeMap<String, String>, mood: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<BTreeMap<String, String>>, mood: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeSet<i64>, more: BTreeMap<String, String>, mood: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value]
}

/// An empty label, a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent147", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [rank, id], multi_attribute)]
pub struct M147 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    #[attr(label = "")] pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<i64>,
    pub zone: String,
}
drive! { M147 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: BTreeSet<i64>, zone: String] left [rank: Shade, note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: BTreeSet<i64>, more: Option<i64>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<i64>, more: i64, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [rank Shade value, id String text]
}

/// A padded enum, a side that is cast to text.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent148", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place, due_day, rank], cast = "string"))]
pub struct M148 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeMap<String, String>>,
    #[attr(padding(6, "."))] pub place: Shade,
}
drive! { M148 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, place: Shade] left [note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeMap<String, String>>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, due_day String text, rank Shade value]
}

/// Padding with emoji, clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent149", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, rank, due_day], clustered)]
pub struct M149 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<Shade>,
    #[attr(padding(5, "😀"))] pub place: u32,
}
drive! { M149 whole
    given [org_id: String, id: String, team: String, rank: JsNumber, place: u32] left [due_day: String, note: String, extra: BTreeSet<i64>, more: Shade]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<Shade>, place: u32]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<i64>, more: Shade, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 value, rank JsNumber value, due_day String text]
}

/// A padded enum, a clustered collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent150", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank], collection = "Tasks", clustered)]
pub struct M150 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<bool>,
    #[attr(padding(6, "."))] pub place: Shade,
}
drive! { M150 whole
    given [org_id: String, id: String, due_day: String, rank: String, place: Shade] left [team: String, note: String, extra: Shade, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Option<Shade>, more: Option<bool>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: bool, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, due_day String text, rank String text]
}

/// Padded booleans, several composites on both sides.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent151", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [step, place, due_day, turn])]
pub struct M151 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<f64>,
    #[attr(padding(7, "_"))] pub place: bool,
    pub zone: u32,
    pub step: Shade,
    pub turn: bool,
}
drive! { M151 whole
    given [org_id: String, id: String, due_day: String, place: bool, zone: u32, step: Shade, turn: bool] left [team: String, rank: JsNumber, note: String, extra: Shade, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: Option<Shade>, more: Option<f64>, place: bool, zone: u32, step: Shade, turn: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: f64, place: bool, zone: u32, step: Shade, turn: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: u32] [step Shade value, place bool value, due_day String text, turn bool value]
}

/// A padded signed number, a local index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent152", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
#[index(local, lsi = "lsi1", pk = [org_id], sk = [due_day])]
pub struct M152 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeSet<String>>,
    #[attr(padding(6, "0"))] pub place: i64,
}
drive! { M152 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, place: i64] left [note: String, extra: i64, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: Option<i64>, more: Option<BTreeSet<String>>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: i64, more: BTreeSet<String>, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place i64 value, due_day String text, rank bool value]
    ask local [org_id: String] [due_day String text]
}

/// Padded booleans, an sk that is a numeric attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent153", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "${code}"))]
pub struct M153 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<String>,
    #[attr(padding(7, "_"))] pub place: bool,
    pub code: i64,
}
drive! { M153 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: Shade, place: bool, code: i64] left [rank: Shade, note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: Shade, more: Option<String>, place: bool, code: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: Shade, more: String, place: bool, code: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code i64 range]
}

/// A padded number, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent154", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M154 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<BTreeSet<i64>>,
    #[attr(padding(5, "0"))] pub place: Option<u32>,
}
drive! { M154 whole
    given [org_id: String, id: String, extra: BTreeMap<String, String>] left [team: String, due_day: String, rank: u32, note: String, more: BTreeSet<i64>, place: u32]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<u32>, note: Option<String>, extra: BTreeMap<String, String>, more: Option<BTreeSet<i64>>, place: Option<u32>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: BTreeSet<i64>, place: u32] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place u32 range, due_day String text, rank u32 value]
}

/// A padded enum, a condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent155", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank], condition = m155_second)]
pub struct M155 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<bool>,
    #[attr(padding(6, "."))] pub place: Shade,
}
fn m155_second(_team: &str, _place: &Shade, due_day: &str, _rank: &JsNumber) -> bool { due_day != "skip" }
drive! { M155 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, extra: BTreeSet<i64>, place: Shade] left [team: String, note: String, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: BTreeSet<i64>, more: Option<bool>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<i64>, more: bool, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, due_day String text, rank JsNumber value]
}

/// Padded booleans, a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent156", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [rank, due_day], multi_attribute)]
pub struct M156 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<f64>,
    #[attr(padding(7, "_"))] pub place: bool,
    pub zone: String,
}
drive! { M156 whole
    given [org_id: String, id: String, rank: u32, place: bool, zone: String] left [team: String, due_day: String, note: String, extra: Shade, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: u32, note: Option<String>, extra: Option<Shade>, more: Option<f64>, place: bool, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: Shade, more: f64, place: bool, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [rank u32 range, due_day String text]
}

/// A padded enum, an entity with spaces and #.
#[derive(Entity)]
#[entity(service = "gen", name = "My Ent#x", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, rank, due_day])]
pub struct M157 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeSet<String>>,
    #[attr(padding(6, "."))] pub place: Shade,
}
drive! { M157 whole
    given [org_id: String, id: String, rank: i64, extra: f64, place: Shade] left [team: String, due_day: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: i64, note: Option<String>, extra: f64, more: Option<BTreeSet<String>>, place: Shade]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: f64, more: BTreeSet<String>, place: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place Shade value, rank i64 value, due_day String text]
}

/// Padding with upper-case letters, read-only attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent158", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [place, due_day, rank])]
pub struct M158 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(read_only)] pub team: String,
    pub due_day: String,
    pub rank: String,
    #[attr(read_only)] pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<String>,
    #[attr(padding(8, "Ab"))] pub place: JsNumber,
}
drive! { M158 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: Shade, place: JsNumber] left [note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Shade, more: Option<String>, place: JsNumber]
    key [org_id: String, id: String]
    free [due_day: String, rank: String, extra: Shade, more: String, place: JsNumber] fixed [org_id, id, team, note]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber value, due_day String text, rank String text]
}

/// A numeric sk of a fraction (primary), clustered.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent159", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(composite = [place], cast = "number"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered)]
pub struct M159 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<i64>>,
    #[attr(read_only)] pub place: JsNumber,
}
drive! { M159 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: i64, place: JsNumber] left [note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: i64, more: Option<BTreeSet<i64>>, place: JsNumber]
    key [org_id: String, id: String, place: JsNumber]
    free [team: String, due_day: String, rank: bool, note: String, extra: i64, more: BTreeSet<i64>] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place JsNumber range]
    ask second [team: String] [due_day String text, rank bool value]
}

/// A numeric sk by its template (primary), a collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent160", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(template = "${place}"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], collection = "Tasks")]
pub struct M160 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<BTreeMap<String, String>>,
    #[attr(read_only)] pub place: u32,
}
drive! { M160 whole
    given [org_id: String, id: String, due_day: String, rank: u32, place: u32] left [team: String, note: String, extra: String, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<String>, more: Option<BTreeMap<String, String>>, place: u32]
    key [org_id: String, id: String, place: u32]
    free [team: String, due_day: String, rank: u32, note: String, extra: String, more: BTreeMap<String, String>] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place u32 range]
    ask second [team: String] [due_day String text, rank u32 value, id String text]
}

/// A numeric pk by its template, an sk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent161", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${place}"), sk = [])]
pub struct M161 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<BTreeSet<i64>>,
    pub place: i64,
}
drive! { M161 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: i64, place: i64] left [rank: JsNumber, note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: i64, more: Option<BTreeSet<i64>>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: i64, more: BTreeSet<i64>, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [place: i64] []
}

/// An sk of a number that is cast to text (primary), two indexes with one sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent162", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(template = "${place}", cast = "string"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [due_day, rank]))]
pub struct M162 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<String>,
    #[attr(read_only)] pub place: i64,
}
drive! { M162 whole
    given [org_id: String, id: String, due_day: String, rank: Shade, extra: Vec<String>, place: i64] left [team: String, note: String, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Vec<String>, more: Option<String>, place: i64]
    key [org_id: String, id: String, place: i64]
    free [team: String, due_day: String, rank: Shade, note: String, extra: Vec<String>, more: String] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place i64 value]
    ask second [team: String] [due_day String text, rank Shade value]
    ask other [org_id: String] [due_day String text, rank Shade value]
}

/// A numeric sk (primary), an sk that is an attribute with a prefix and a postfix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent163", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(composite = [place], cast = "number"))]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M163 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Vec<String>>,
    #[attr(read_only)] pub place: i64,
    pub code: String,
}
drive! { M163 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, place: i64, code: String] left [note: String, extra: BTreeMap<String, String>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Vec<String>>, place: i64, code: String]
    key [org_id: String, id: String, place: i64]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeMap<String, String>, more: Vec<String>, code: String] fixed [org_id, id, place]
    ask main [org_id: String, id: String] [place i64 range]
    ask second [team: String] [code String text]
}

/// A numeric sk of a boolean, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent164", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M164 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<i64>,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<f64>,
    pub place: Option<bool>,
}
drive! { M164 whole
    given [org_id: String, id: String, due_day: String, extra: i64] left [team: String, rank: i64, note: String, more: f64, place: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<i64>, note: Option<String>, extra: i64, more: Option<f64>, place: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: i64, more: f64, place: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place bool value]
}

/// A numeric pk by its template, a condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent165", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(template = "${place}"), sk = [due_day, rank], condition = m165_second)]
pub struct M165 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<String>,
    pub place: i64,
}
fn m165_second(_place: &i64, due_day: &str, _rank: &bool) -> bool { due_day != "skip" }
drive! { M165 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: f64, place: i64] left [note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: f64, more: Option<String>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: String, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [place: i64] [due_day String text, rank bool value]
}

/// A side that is cast to text (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent166", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk(composite = [id], cast = "string"))]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [rank, due_day], multi_attribute)]
pub struct M166 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<bool>,
    pub zone: String,
}
drive! { M166 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: u32, zone: String] left [note: String, extra: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: u32, note: Option<String>, extra: Option<String>, more: Option<bool>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: String, more: bool, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [rank u32 range, due_day String text]
}

/// A numeric sk of a fraction, a service with $.
#[derive(Entity)]
#[entity(service = "my$svc", name = "Ent167", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(composite = [place], cast = "number"))]
pub struct M167 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<bool>,
    pub place: JsNumber,
}
drive! { M167 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: BTreeSet<String>, place: JsNumber] left [note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: BTreeSet<String>, more: Option<bool>, place: JsNumber]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<String>, more: bool, place: JsNumber] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place JsNumber range]
}

/// An sk of a number that is cast to text, the default of a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent168", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(template = "${place}", cast = "string"))]
pub struct M168 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(default = "Some")] pub team: String,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<f64>,
    pub place: i64,
}
drive! { M168 drafted
    given [org_id: String, id: String, due_day: String, extra: bool, place: i64] left [team: String, rank: Shade, note: String, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<Shade>, note: Option<String>, extra: bool, more: Option<f64>, place: i64]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: bool, more: f64, place: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [place i64 value]
}

/// Clustered, a collection.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent169", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], collection = "Tasks", clustered)]
pub struct M169 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M169 whole
    given [org_id: String, id: String, due_day: String] left [team: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Clustered, a pk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent170", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [], sk = [rank, due_day], clustered)]
pub struct M170 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<i64>,
}
drive! { M170 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: JsNumber, note: String, extra: BTreeSet<String>, more: i64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<JsNumber>, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<String>, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] [rank JsNumber value, due_day String text]
}

/// Clustered, a reverse index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent171", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], clustered)]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M171 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<bool>,
}
drive! { M171 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64] left [note: String, extra: BTreeSet<i64>, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: BTreeSet<i64>, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value, id String text]
    ask reverse [id: String] [org_id String text]
}

/// Clustered (primary), an sk that is an attribute with a prefix and a postfix.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent172", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], clustered)]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M172 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<i64>,
    pub code: String,
}
drive! { M172 whole
    given [org_id: String, id: String, due_day: String, rank: Shade, code: String] left [team: String, note: String, extra: BTreeMap<String, String>, more: i64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<i64>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeMap<String, String>, more: i64, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// Clustered, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent173", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], clustered)]
pub struct M173 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<JsNumber>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M173 whole
    given [org_id: String, id: String] left [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<JsNumber>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank JsNumber value, due_day String text]
}

/// Clustered, a condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent174", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], clustered, condition(m174_second, of = [mood]))]
pub struct M174 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: i64,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<BTreeSet<i64>>,
    pub mood: Option<String>,
}
fn m174_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M174 whole
    given [org_id: String, id: String, due_day: String, rank: i64] left [team: String, note: String, extra: String, more: BTreeSet<i64>, mood: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: i64, note: Option<String>, extra: Option<String>, more: Option<BTreeSet<i64>>, mood: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: i64, note: String, extra: String, more: BTreeSet<i64>, mood: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank i64 value]
}

/// Clustered (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent175", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], clustered)]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank, id], multi_attribute)]
pub struct M175 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<String>,
    pub zone: String,
}
drive! { M175 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: String, extra: bool, zone: String] left [note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: bool, more: Option<String>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: String, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank String text, id String text]
}

/// Clustered, a version with a dot.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent176", version = "1.0-RC", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], clustered)]
pub struct M176 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<u32>,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<Vec<String>>,
}
drive! { M176 whole
    given [org_id: String, id: String, team: String, due_day: String] left [rank: u32, note: String, extra: BTreeMap<String, String>, more: Vec<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// Clustered, read-only attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent177", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], clustered)]
pub struct M177 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(read_only)] pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<Shade>,
    #[attr(read_only)] pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<String>,
}
drive! { M177 whole
    given [org_id: String, id: String, team: String, extra: Vec<String>] left [due_day: String, rank: Shade, note: String, more: String]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<Shade>, note: Option<String>, extra: Vec<String>, more: Option<String>]
    key [org_id: String, id: String]
    free [due_day: String, rank: Shade, extra: Vec<String>, more: String] fixed [org_id, id, team, note]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank Shade value, due_day String text]
}

/// A clustered collection, an sk without composites.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent178", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [], collection = "Tasks", clustered)]
pub struct M178 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M178 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: bool, extra: BTreeMap<String, String>] left [note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: bool, note: Option<String>, extra: BTreeMap<String, String>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeMap<String, String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// Two collections, two indexes with one sk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent179", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], collection = ["Org", "Tasks"])]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [due_day, rank, id]))]
pub struct M179 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: String,
    pub more: Option<BTreeSet<String>>,
}
drive! { M179 whole
    given [org_id: String, id: String, due_day: String, extra: String] left [team: String, rank: String, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: String, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: String, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
    ask other [org_id: String] [due_day String text, rank String text, id String text]
}

/// A collection (primary), a pk that is an attribute, in lower case.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent180", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], collection = "Tasks")]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "lower"), sk = [due_day, rank, id])]
pub struct M180 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: BTreeMap<String, String>,
    pub more: Option<bool>,
    pub code: String,
}
drive! { M180 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: BTreeMap<String, String>, code: String] left [note: String, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: BTreeMap<String, String>, more: Option<bool>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeMap<String, String>, more: bool, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [due_day String text, rank JsNumber value, id String text]
}

/// A collection, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent181", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], collection = "Tasks")]
pub struct M181 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<BTreeSet<String>>,
}
drive! { M181 whole
    given [org_id: String, id: String] left [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: Option<Vec<String>>, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Vec<String>, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// A collection, a condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent182", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], collection = "Tasks", condition(m182_second, of = [mood]))]
pub struct M182 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<BTreeMap<String, String>>,
    pub more: Option<bool>,
    pub mood: Option<String>,
}
fn m182_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M182 whole
    given [org_id: String, id: String, due_day: String, rank: u32] left [team: String, note: String, extra: BTreeMap<String, String>, more: bool, mood: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<BTreeMap<String, String>>, more: Option<bool>, mood: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeMap<String, String>, more: bool, mood: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank u32 value]
}

/// A collection (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent183", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id], collection = "Tasks")]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank], multi_attribute)]
pub struct M183 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Vec<String>,
    pub more: Option<f64>,
    pub zone: String,
}
drive! { M183 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, extra: Vec<String>, zone: String] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Vec<String>, more: Option<f64>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Vec<String>, more: f64, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank JsNumber range]
}

/// A collection, a service with $.
#[derive(Entity)]
#[entity(service = "my$svc", name = "Ent184", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], collection = "Tasks")]
pub struct M184 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<i64>,
}
drive! { M184 whole
    given [org_id: String, id: String, team: String, extra: bool] left [due_day: String, rank: String, note: String, more: i64]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: bool, more: Option<i64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: i64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// Two collections, defaults.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent185", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], collection = ["Org", "Tasks"])]
pub struct M185 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<i64>,
    #[attr(default = "new")] pub stage: String,
    #[attr(default = true)] pub open: Option<bool>,
}
drive! { M185 drafted
    given [org_id: String, id: String, due_day: String, rank: u32, extra: BTreeSet<String>] left [team: String, note: String, more: i64, stage: String, open: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: BTreeSet<String>, more: Option<i64>, stage: String, open: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: i64, stage: String, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
}

/// A pk without composites, a reverse index.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent186", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [], sk = [due_day, rank, id])]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M186 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<bool>,
}
drive! { M186 whole
    given [org_id: String, id: String, due_day: String, rank: Shade] left [team: String, note: String, extra: Vec<String>, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Shade, note: Option<String>, extra: Option<Vec<String>>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: Vec<String>, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] [due_day String text, rank Shade value, id String text]
    ask reverse [id: String] [org_id String text]
}

/// A pk without composites, a pk that is an attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent187", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "none"), sk = [rank, due_day])]
pub struct M187 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Shade,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<bool>,
    pub code: String,
}
drive! { M187 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: Shade, code: String] left [note: String, extra: i64, more: bool]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Shade, note: Option<String>, extra: Option<i64>, more: Option<bool>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: i64, more: bool, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [rank Shade value, due_day String text]
}

/// No sk, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent188", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team])]
pub struct M188 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: i64,
    pub more: Option<Shade>,
}
drive! { M188 whole
    given [org_id: String, id: String, rank: u32, extra: i64] left [team: String, due_day: String, note: String, more: Shade]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: u32, note: Option<String>, extra: i64, more: Option<Shade>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: Shade] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// No sk, a condition on another attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent189", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], condition(m189_second, of = [open]))]
pub struct M189 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<Vec<String>>,
    pub open: bool,
}
fn m189_second(open: &bool) -> bool { *open }
drive! { M189 whole
    given [org_id: String, id: String, due_day: String, rank: bool, open: bool] left [team: String, note: String, extra: Shade, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: Option<Shade>, more: Option<Vec<String>>, open: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: Shade, more: Vec<String>, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] []
}

/// An sk without composites (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent190", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk = [])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank, id], multi_attribute)]
pub struct M190 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<Shade>,
    pub more: Option<BTreeSet<String>>,
    pub zone: String,
}
drive! { M190 whole
    given [org_id: String, id: String, due_day: String, rank: JsNumber, zone: String] left [team: String, note: String, extra: Shade, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<Shade>, more: Option<BTreeSet<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: BTreeSet<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String, id: String] []
    ask second [team: String, zone: String] [due_day String text, rank JsNumber range, id String text]
}

/// Several composites on both sides, names in Unicode.
#[derive(Entity)]
#[entity(service = "Sérvice İ", name = "Straße ΟΔΟΣ", version = "ﬁ😀", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [step, due_day, rank, turn])]
pub struct M191 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<String>,
    pub zone: u32,
    pub step: Shade,
    pub turn: bool,
}
drive! { M191 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: bool, zone: u32, step: Shade, turn: bool] left [team: String, note: String, more: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: bool, more: Option<String>, zone: u32, step: Shade, turn: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: String, zone: u32, step: Shade, turn: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: u32] [step Shade value, due_day String text, rank String text, turn bool value]
}

/// A pk without composites, the default of a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent192", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [], sk = [due_day, rank, id])]
pub struct M192 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    #[attr(default = "Some")] pub due_day: Option<String>,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<String>,
}
drive! { M192 drafted
    given [org_id: String, id: String, team: String, rank: bool] left [due_day: String, note: String, extra: i64, more: String]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: bool, note: Option<String>, extra: Option<i64>, more: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: i64, more: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [] [due_day String text, rank bool value, id String text]
}

/// Two indexes with one sk, a pk that is an attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent193", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "none"), sk = [due_day, rank])]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [due_day, rank]))]
pub struct M193 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: Option<Vec<String>>,
    pub more: Option<BTreeSet<String>>,
    pub code: String,
}
drive! { M193 whole
    given [org_id: String, id: String, due_day: String, rank: u32, code: String] left [team: String, note: String, extra: Vec<String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: Option<Vec<String>>, more: Option<BTreeSet<String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: Vec<String>, more: BTreeSet<String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [code: String] [due_day String text, rank u32 value]
    ask other [org_id: String] [due_day String text, rank u32 value]
}

/// A reverse index, all optional.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent194", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank])]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M194 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: f64,
    pub more: Option<BTreeSet<String>>,
}
drive! { M194 whole
    given [org_id: String, id: String, extra: f64] left [team: String, due_day: String, rank: bool, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<bool>, note: Option<String>, extra: f64, more: Option<BTreeSet<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: f64, more: BTreeSet<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank bool value]
    ask reverse [id: String] [org_id String text]
}

/// Two indexes with one sk, a condition on a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent195", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
#[index(third, gsi = "gsi2", pk = [team], sk = [due_day], condition = m195_third)]
#[index(other, gsi = "gsi8", pk = [org_id], sk(field = "gsi1sk", composite = [rank, due_day]))]
pub struct M195 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: Option<String>,
    pub more: Option<bool>,
}
fn m195_third(_team: &str, due_day: &str) -> bool { due_day != "skip" }
drive! { M195 whole
    given [org_id: String, id: String, due_day: String] left [team: String, rank: Shade, note: String, extra: String, more: bool]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<Shade>, note: Option<String>, extra: Option<String>, more: Option<bool>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: String, more: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank Shade value, due_day String text]
    ask third [team: String] [due_day String text]
    ask other [org_id: String] [rank Shade value, due_day String text]
}

/// A reverse index, a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent196", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day], multi_attribute)]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M196 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: Option<bool>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<BTreeSet<String>>,
    pub zone: String,
}
drive! { M196 whole
    given [org_id: String, id: String, team: String, due_day: String, extra: bool, zone: String] left [rank: bool, note: String, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: Option<bool>, note: Option<String>, extra: bool, more: Option<BTreeSet<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: bool, more: BTreeSet<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text]
    ask reverse [id: String] [org_id String text]
}

/// A local index, an entity with spaces and #.
#[derive(Entity)]
#[entity(service = "gen", name = "My Ent#x", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id])]
#[index(local, lsi = "lsi1", pk = [org_id], sk = [due_day])]
pub struct M197 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<f64>,
}
drive! { M197 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber] left [note: String, extra: BTreeSet<i64>, more: f64]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<f64>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<i64>, more: f64] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank JsNumber value, id String text]
    ask local [org_id: String] [due_day String text]
}

/// A reverse index, attributes with other fields.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent198", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day])]
#[index(reverse, gsi = "gsi9", pk(field = "sk", composite = [id]), sk(field = "pk", composite = [org_id]))]
pub struct M198 {
    #[attr(field = "org-id", read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(field = "t")] pub team: String,
    pub due_day: Option<String>,
    #[attr(field = "The.Rank")] pub rank: u32,
    pub note: Option<String>,
    #[attr(field = "é")] pub extra: i64,
    pub more: Option<BTreeSet<i64>>,
}
drive! { M198 whole
    given [org_id: String, id: String, team: String, rank: u32, extra: i64] left [due_day: String, note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: u32, note: Option<String>, extra: i64, more: Option<BTreeSet<i64>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: i64, more: BTreeSet<i64>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank u32 value, due_day String text]
    ask reverse [id: String] [org_id String text]
}

/// An sk that is an attribute, of no casing, an optional pk.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent199", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", composite = [code]))]
pub struct M199 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: bool,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<i64>>,
    pub more: Option<BTreeSet<String>>,
    pub code: String,
}
drive! { M199 whole
    given [org_id: String, id: String, due_day: String, rank: bool, code: String] left [team: String, note: String, extra: BTreeSet<i64>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: bool, note: Option<String>, extra: Option<BTreeSet<i64>>, more: Option<BTreeSet<String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: bool, note: String, extra: BTreeSet<i64>, more: BTreeSet<String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// An sk that is an attribute with a prefix (primary), a condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent200", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id, id], sk(field = "code", template = "PRE_${code}", casing = "none"))]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank], condition(m200_second, of = [mood]))]
pub struct M200 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<i64>,
    #[attr(read_only)] pub code: String,
    pub mood: Option<String>,
}
fn m200_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M200 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: Shade, code: String] left [note: String, more: i64, mood: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Shade, more: Option<i64>, code: String, mood: Option<String>]
    key [org_id: String, id: String, code: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: i64, mood: String] fixed [org_id, id, code]
    ask main [org_id: String, id: String] [code String text]
    ask second [team: String] [due_day String text, rank JsNumber value]
}

/// A pk that is an attribute (primary), a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent201", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk(field = "code", composite = [code], casing = "none"), sk = [org_id, id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [rank, due_day], multi_attribute)]
pub struct M201 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: u32,
    pub note: Option<String>,
    pub extra: BTreeSet<String>,
    pub more: Option<f64>,
    #[attr(read_only)] pub code: String,
    pub zone: String,
}
drive! { M201 whole
    given [org_id: String, id: String, due_day: String, rank: u32, extra: BTreeSet<String>, code: String, zone: String] left [team: String, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: u32, note: Option<String>, extra: BTreeSet<String>, more: Option<f64>, code: String, zone: String]
    key [code: String, org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: BTreeSet<String>, more: f64, zone: String] fixed [org_id, id, code]
    ask main [code: String] [org_id String text, id String text]
    ask second [team: String, zone: String] [rank u32 range, due_day String text]
}

/// An sk that is an attribute with a prefix and a postfix, a version with a dot.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent202", version = "1.0-RC", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk(field = "code", template = "Pre#${code}#Post", casing = "upper"))]
pub struct M202 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: Option<String>,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Option<BTreeSet<String>>,
    pub more: Option<BTreeMap<String, String>>,
    pub code: String,
}
drive! { M202 whole
    given [org_id: String, id: String, team: String, rank: JsNumber, code: String] left [due_day: String, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: Option<String>, rank: JsNumber, note: Option<String>, extra: Option<BTreeSet<String>>, more: Option<BTreeMap<String, String>>, code: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: BTreeSet<String>, more: BTreeMap<String, String>, code: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [code String text]
}

/// A pk that is an attribute, in lower case, read-only attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent203", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk(field = "code", composite = [code], casing = "lower"), sk = [due_day, rank, id])]
pub struct M203 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(read_only)] pub team: String,
    pub due_day: String,
    pub rank: i64,
    #[attr(read_only)] pub note: Option<String>,
    pub extra: String,
    pub more: Option<BTreeSet<i64>>,
    pub code: String,
}
drive! { M203 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: i64, extra: String, code: String] left [note: String, more: BTreeSet<i64>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: i64, note: Option<String>, extra: String, more: Option<BTreeSet<i64>>, code: String]
    key [org_id: String, id: String]
    free [due_day: String, rank: i64, extra: String, more: BTreeSet<i64>, code: String] fixed [org_id, id, team, note]
    ask main [org_id: String] [id String text]
    ask second [code: String] [due_day String text, rank i64 value, id String text]
}

/// An optional pk, a condition on an optional attribute.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent204", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], condition(m204_second, of = [mood]))]
pub struct M204 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<BTreeMap<String, String>>,
    pub mood: Option<String>,
}
fn m204_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M204 whole
    given [org_id: String, id: String, due_day: String, extra: Shade] left [team: String, rank: String, note: String, more: BTreeMap<String, String>, mood: String]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<String>, note: Option<String>, extra: Shade, more: Option<BTreeMap<String, String>>, mood: Option<String>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: BTreeMap<String, String>, mood: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank String text, due_day String text]
}

/// All optional, a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent205", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank, id], multi_attribute)]
pub struct M205 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: Option<String>,
    pub rank: Option<String>,
    pub note: Option<String>,
    pub extra: bool,
    pub more: Option<Vec<String>>,
    pub zone: String,
}
drive! { M205 whole
    given [org_id: String, id: String, extra: bool, zone: String] left [team: String, due_day: String, rank: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: Option<String>, rank: Option<String>, note: Option<String>, extra: bool, more: Option<Vec<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: bool, more: Vec<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank String text, id String text]
}

/// A condition on an optional attribute, a key of several attributes.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent206", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [rank, due_day], condition(m206_second, of = [mood]))]
#[index(third, gsi = "gsi2", pk = [team, zone], sk = [due_day], multi_attribute)]
pub struct M206 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: String,
    pub due_day: String,
    pub rank: JsNumber,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<BTreeSet<i64>>,
    pub mood: Option<String>,
    pub zone: String,
}
fn m206_second(mood: Option<&String>) -> bool { mood.is_some_and(|value| value == "good") }
drive! { M206 whole
    given [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, extra: Shade, zone: String] left [note: String, more: BTreeSet<i64>, mood: String]
    fields [org_id: String, id: String, team: String, due_day: String, rank: JsNumber, note: Option<String>, extra: Shade, more: Option<BTreeSet<i64>>, mood: Option<String>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: JsNumber, note: String, extra: Shade, more: BTreeSet<i64>, mood: String, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [rank JsNumber value, due_day String text]
    ask third [team: String, zone: String] [due_day String text]
}

/// A condition on a composite, a version with a dot.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent207", version = "1.0-RC", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], condition = m207_second)]
pub struct M207 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Shade,
    pub more: Option<Vec<String>>,
}
fn m207_second(_team: &str, due_day: &str, _rank: &str, _id: &str) -> bool { due_day != "skip" }
drive! { M207 whole
    given [org_id: String, id: String, due_day: String, rank: String, extra: Shade] left [team: String, note: String, more: Vec<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: String, note: Option<String>, extra: Shade, more: Option<Vec<String>>]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: Shade, more: Vec<String>] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// A condition on another attribute, the default of a composite.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent208", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team], sk = [due_day, rank, id], condition(m208_second, of = [open]))]
pub struct M208 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(default = "Some")] pub team: String,
    pub due_day: String,
    pub rank: String,
    pub note: Option<String>,
    pub extra: Option<i64>,
    pub more: Option<BTreeMap<String, String>>,
    pub open: bool,
}
fn m208_second(open: &bool) -> bool { *open }
drive! { M208 drafted
    given [org_id: String, id: String, due_day: String, rank: String, open: bool] left [team: String, note: String, extra: i64, more: BTreeMap<String, String>]
    fields [org_id: String, id: String, team: String, due_day: String, rank: String, note: Option<String>, extra: Option<i64>, more: Option<BTreeMap<String, String>>, open: bool]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: String, note: String, extra: i64, more: BTreeMap<String, String>, open: bool] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String] [due_day String text, rank String text, id String text]
}

/// A key of several attributes, names in Unicode.
#[derive(Entity)]
#[entity(service = "Sérvice İ", name = "Straße ΟΔΟΣ", version = "ﬁ😀", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [rank, due_day], multi_attribute)]
pub struct M209 {
    #[attr(read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    pub team: Option<String>,
    pub due_day: String,
    pub rank: Option<Shade>,
    pub note: Option<String>,
    pub extra: BTreeSet<i64>,
    pub more: Option<f64>,
    pub zone: String,
}
drive! { M209 whole
    given [org_id: String, id: String, due_day: String, extra: BTreeSet<i64>, zone: String] left [team: String, rank: Shade, note: String, more: f64]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<Shade>, note: Option<String>, extra: BTreeSet<i64>, more: Option<f64>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: Shade, note: String, extra: BTreeSet<i64>, more: f64, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [rank Shade value, due_day String text]
}

/// A key of several attributes, attributes with other fields.
#[derive(Entity)]
#[entity(service = "gen", name = "Ent210", version = "1", rename_all = "camelCase")]
#[index(main, primary, pk = [org_id], sk = [id])]
#[index(second, gsi = "gsi1", pk = [team, zone], sk = [due_day, rank, id], multi_attribute)]
pub struct M210 {
    #[attr(field = "org-id", read_only)] pub org_id: String,
    #[attr(read_only)] pub id: String,
    #[attr(field = "t")] pub team: Option<String>,
    pub due_day: String,
    #[attr(field = "The.Rank")] pub rank: Option<u32>,
    pub note: Option<String>,
    #[attr(field = "é")] pub extra: Option<Vec<String>>,
    pub more: Option<BTreeSet<String>>,
    pub zone: String,
}
drive! { M210 whole
    given [org_id: String, id: String, due_day: String, zone: String] left [team: String, rank: u32, note: String, extra: Vec<String>, more: BTreeSet<String>]
    fields [org_id: String, id: String, team: Option<String>, due_day: String, rank: Option<u32>, note: Option<String>, extra: Option<Vec<String>>, more: Option<BTreeSet<String>>, zone: String]
    key [org_id: String, id: String]
    free [team: String, due_day: String, rank: u32, note: String, extra: Vec<String>, more: BTreeSet<String>, zone: String] fixed [org_id, id]
    ask main [org_id: String] [id String text]
    ask second [team: String, zone: String] [due_day String text, rank u32 range, id String text]
}

/// All of them.
pub static MODELS: &[Driver] = &[
    M001::DRIVER,
    M002::DRIVER,
    M003::DRIVER,
    M004::DRIVER,
    M005::DRIVER,
    M006::DRIVER,
    M007::DRIVER,
    M008::DRIVER,
    M009::DRIVER,
    M010::DRIVER,
    M011::DRIVER,
    M012::DRIVER,
    M013::DRIVER,
    M014::DRIVER,
    M015::DRIVER,
    M016::DRIVER,
    M017::DRIVER,
    M018::DRIVER,
    M019::DRIVER,
    M020::DRIVER,
    M021::DRIVER,
    M022::DRIVER,
    M023::DRIVER,
    M024::DRIVER,
    M025::DRIVER,
    M026::DRIVER,
    M027::DRIVER,
    M028::DRIVER,
    M029::DRIVER,
    M030::DRIVER,
    M031::DRIVER,
    M032::DRIVER,
    M033::DRIVER,
    M034::DRIVER,
    M035::DRIVER,
    M036::DRIVER,
    M037::DRIVER,
    M038::DRIVER,
    M039::DRIVER,
    M040::DRIVER,
    M041::DRIVER,
    M042::DRIVER,
    M043::DRIVER,
    M044::DRIVER,
    M045::DRIVER,
    M046::DRIVER,
    M047::DRIVER,
    M048::DRIVER,
    M049::DRIVER,
    M050::DRIVER,
    M051::DRIVER,
    M052::DRIVER,
    M053::DRIVER,
    M054::DRIVER,
    M055::DRIVER,
    M056::DRIVER,
    M057::DRIVER,
    M058::DRIVER,
    M059::DRIVER,
    M060::DRIVER,
    M061::DRIVER,
    M062::DRIVER,
    M063::DRIVER,
    M064::DRIVER,
    M065::DRIVER,
    M066::DRIVER,
    M067::DRIVER,
    M068::DRIVER,
    M069::DRIVER,
    M070::DRIVER,
    M071::DRIVER,
    M072::DRIVER,
    M073::DRIVER,
    M074::DRIVER,
    M075::DRIVER,
    M076::DRIVER,
    M077::DRIVER,
    M078::DRIVER,
    M079::DRIVER,
    M080::DRIVER,
    M081::DRIVER,
    M082::DRIVER,
    M083::DRIVER,
    M084::DRIVER,
    M085::DRIVER,
    M086::DRIVER,
    M087::DRIVER,
    M088::DRIVER,
    M089::DRIVER,
    M090::DRIVER,
    M091::DRIVER,
    M092::DRIVER,
    M093::DRIVER,
    M094::DRIVER,
    M095::DRIVER,
    M096::DRIVER,
    M097::DRIVER,
    M098::DRIVER,
    M099::DRIVER,
    M100::DRIVER,
    M101::DRIVER,
    M102::DRIVER,
    M103::DRIVER,
    M104::DRIVER,
    M105::DRIVER,
    M106::DRIVER,
    M107::DRIVER,
    M108::DRIVER,
    M109::DRIVER,
    M110::DRIVER,
    M111::DRIVER,
    M112::DRIVER,
    M113::DRIVER,
    M114::DRIVER,
    M115::DRIVER,
    M116::DRIVER,
    M117::DRIVER,
    M118::DRIVER,
    M119::DRIVER,
    M120::DRIVER,
    M121::DRIVER,
    M122::DRIVER,
    M123::DRIVER,
    M124::DRIVER,
    M125::DRIVER,
    M126::DRIVER,
    M127::DRIVER,
    M128::DRIVER,
    M129::DRIVER,
    M130::DRIVER,
    M131::DRIVER,
    M132::DRIVER,
    M133::DRIVER,
    M134::DRIVER,
    M135::DRIVER,
    M136::DRIVER,
    M137::DRIVER,
    M138::DRIVER,
    M139::DRIVER,
    M140::DRIVER,
    M141::DRIVER,
    M142::DRIVER,
    M143::DRIVER,
    M144::DRIVER,
    M145::DRIVER,
    M146::DRIVER,
    M147::DRIVER,
    M148::DRIVER,
    M149::DRIVER,
    M150::DRIVER,
    M151::DRIVER,
    M152::DRIVER,
    M153::DRIVER,
    M154::DRIVER,
    M155::DRIVER,
    M156::DRIVER,
    M157::DRIVER,
    M158::DRIVER,
    M159::DRIVER,
    M160::DRIVER,
    M161::DRIVER,
    M162::DRIVER,
    M163::DRIVER,
    M164::DRIVER,
    M165::DRIVER,
    M166::DRIVER,
    M167::DRIVER,
    M168::DRIVER,
    M169::DRIVER,
    M170::DRIVER,
    M171::DRIVER,
    M172::DRIVER,
    M173::DRIVER,
    M174::DRIVER,
    M175::DRIVER,
    M176::DRIVER,
    M177::DRIVER,
    M178::DRIVER,
    M179::DRIVER,
    M180::DRIVER,
    M181::DRIVER,
    M182::DRIVER,
    M183::DRIVER,
    M184::DRIVER,
    M185::DRIVER,
    M186::DRIVER,
    M187::DRIVER,
    M188::DRIVER,
    M189::DRIVER,
    M190::DRIVER,
    M191::DRIVER,
    M192::DRIVER,
    M193::DRIVER,
    M194::DRIVER,
    M195::DRIVER,
    M196::DRIVER,
    M197::DRIVER,
    M198::DRIVER,
    M199::DRIVER,
    M200::DRIVER,
    M201::DRIVER,
    M202::DRIVER,
    M203::DRIVER,
    M204::DRIVER,
    M205::DRIVER,
    M206::DRIVER,
    M207::DRIVER,
    M208::DRIVER,
    M209::DRIVER,
    M210::DRIVER,
];
