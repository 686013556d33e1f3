//! The workspace's own package: it owns the examples, the tests and the book. The library is in `dynaent/`.

#![deny(missing_docs)]

#[cfg(feature = "local")]
pub mod book;
#[cfg(feature = "local")]
mod documented;
#[cfg(feature = "local")]
#[allow(missing_docs)] // Told of on the front page of the library's documentation, which shows it.
#[path = "../dynaent/doc/model.rs"]
mod model;

#[cfg(feature = "local")]
pub use self::{
    documented::example,
    model::{Article, Blog, Comment, Discussion, Image},
};

/// The code of the README and of the book, compiled and run as documentation tests.
#[cfg(doctest)]
mod documentation {
    #[doc = include_str!("../README.md")]
    mod readme {}
    #[doc = include_str!("../docs/src/attributes.md")]
    mod attributes {}
    #[doc = include_str!("../docs/src/batches.md")]
    mod batches {}
    #[doc = include_str!("../docs/src/bulk.md")]
    mod bulk {}
    #[doc = include_str!("../docs/src/collections.md")]
    mod collections {}
    #[doc = include_str!("../docs/src/coming-from-electrodb.md")]
    mod coming_from_electrodb {}
    #[doc = include_str!("../docs/src/coming-from-the-sdk.md")]
    mod coming_from_the_sdk {}
    #[doc = include_str!("../docs/src/entities.md")]
    mod entities {}
    #[doc = include_str!("../docs/src/errors.md")]
    mod errors {}
    #[doc = include_str!("../docs/src/expressions.md")]
    mod expressions {}
    #[doc = include_str!("../docs/src/indexes.md")]
    mod indexes {}
    #[doc = include_str!("../docs/src/keys.md")]
    mod keys {}
    #[doc = include_str!("../docs/src/migrations.md")]
    mod migrations {}
    #[doc = include_str!("../docs/src/observing.md")]
    mod observing {}
    #[doc = include_str!("../docs/src/pages.md")]
    mod pages {}
    #[doc = include_str!("../docs/src/production.md")]
    mod production {}
    #[doc = include_str!("../docs/src/quick-start.md")]
    mod quick_start {}
    #[doc = include_str!("../docs/src/reading.md")]
    mod reading {}
    #[doc = include_str!("../docs/src/services.md")]
    mod services {}
    #[doc = include_str!("../docs/src/setup.md")]
    mod setup {}
    #[doc = include_str!("../docs/src/tables.md")]
    mod tables {}
    #[doc = include_str!("../docs/src/testing.md")]
    mod testing {}
    #[doc = include_str!("../docs/src/transactions.md")]
    mod transactions {}
    #[doc = include_str!("../docs/src/writing.md")]
    mod writing {}
}
