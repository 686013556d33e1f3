//! The places that a part of a key can have, as types: what a range can ask for depends on it.

/// As its text, between other texts: the usual place in a key.
#[derive(Debug, Clone, Copy)]
pub enum AsText {}

/// Filled up with zeros: `#[attr(padding(5, "0"))]`.
#[derive(Debug, Clone, Copy)]
pub enum Padded {}

/// Filled up with something else than zeros.
#[derive(Debug, Clone, Copy)]
pub enum Filled {}

/// In the form of fixed width that sorts as the values do: `#[attr(sortable)]`.
#[derive(Debug, Clone, Copy)]
pub enum Sortable {}

/// As a number, alone in its key: `cast = "number"`.
#[derive(Debug, Clone, Copy)]
pub enum AsNumber {}

/// As it is stored, alone in its key field: a template that is nothing else, or a multi-attribute key.
#[derive(Debug, Clone, Copy)]
pub enum AsStored {}
