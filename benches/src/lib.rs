//! What Dynaent costs beside hand-written code: the pairs that the benchmark and the allocation count measure.

pub mod by_hand;
pub mod model;
pub mod pairs;
pub mod with_dynaent;
