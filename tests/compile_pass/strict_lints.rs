//! Lints that strict crates deny.

#![deny(
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    let_underscore_drop,
    missing_copy_implementations,
    missing_debug_implementations,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

use dynaent::{Entity, KeyPart};

/// A status.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
pub enum Status {
    /// Open.
    Open,
}

/// An id.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub struct Id(String);

/// A note.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_status, gsi = "gsi1", pk = [status], sk = [id])]
pub struct Note {
    /// The id.
    pub id: Id,
    /// The status.
    pub status: Option<Status>,
    /// The text.
    #[attr(default)]
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Own", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Own {
    id: String,
}

#[test]
fn no_lint_is_raised() {
    assert!(Note::create().id(Id("n1".into())).status(Status::Open).request("app").is_ok());
    assert!(Own::get().id("n1").request("app").is_ok());
}
