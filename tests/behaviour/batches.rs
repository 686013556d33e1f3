//! Batches: any number of items, and what becomes of those that DynamoDB does not process.

mod failures;
mod models;
mod reads;
mod writes;
