//! What Dynaent does, on a real engine and never a mock.
//!
//! Every test runs two ways: on the embedded client, and through the same engine's HTTP server on loopback, which proves
//! that nothing depends on the embedded transport. The name says which way failed: `write::http::create_fills_defaults`.

mod attributes;
mod batches;
mod bulk;
mod change;
mod codec;
mod collections;
mod collections_edges;
mod collections_everywhere;
mod combinations;
mod cursors;
mod doctored;
mod documents;
mod errors;
mod existing_tables;
mod expression_trees;
mod expressions;
mod find;
mod find_everywhere;
mod fixtures;
mod generic;
mod harness;
mod holes;
mod index_keys;
mod index_options;
mod key_composites;
mod keys;
mod local_engine;
mod names;
mod observed;
mod pages;
mod query;
mod ranges;
mod ranges_everywhere;
mod read;
mod read_units;
mod sequences;
mod services;
mod streams;
mod table;
mod table_definition;
mod transactions;
mod write;
