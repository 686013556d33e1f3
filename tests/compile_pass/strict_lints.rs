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

use dynaent::{Document, Entity, Expiry, KeyPart};

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

/// A public document.
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Address {
    /// The city.
    #[attr(validate = not_empty)]
    pub city: String,
    /// An optional field.
    pub floor: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Hidden {
    city: String,
    #[attr(default)]
    lines: Vec<String>,
}

fn not_empty(text: &str) -> bool {
    !text.is_empty()
}

fn trimmed(text: String) -> String {
    text.trim().to_owned()
}

fn length(text: &str) -> usize {
    text.len()
}

fn city(address: &Address) -> String {
    address.city.clone()
}

/// A customer, with what a private document holds.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_place, gsi = "gsi1", pk = [place], sk = [])]
pub struct Customer {
    /// The id.
    pub id: String,
    /// The name.
    #[attr(on_write = trimmed, on_read = trimmed, validate = not_empty)]
    pub name: String,
    /// A document.
    pub address: Address,
    /// A private one.
    hidden: Hidden,
    /// A private one in the item.
    #[attr(flatten)]
    flat: Hidden,
    /// Computed.
    #[attr(watch = [address], on_write = city)]
    pub place: String,
    /// Computed when it is read.
    #[attr(watch = [name], on_read = length)]
    pub length: usize,
    /// Never read.
    #[attr(hidden)]
    pub pin: Option<u32>,
    /// When it was made.
    #[attr(created_at)]
    pub made: u64,
    /// When it was changed.
    #[attr(updated_at)]
    pub changed: u64,
    /// The version.
    #[attr(version)]
    pub version: u32,
    /// When it expires.
    #[attr(ttl)]
    pub expires: Option<Expiry>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Own", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Own {
    id: String,
    address: Option<Address>,
    hidden: Option<Hidden>,
}

#[test]
fn no_lint_is_raised() {
    assert!(Note::create().id(Id("n1".into())).status(Status::Open).request("app").is_ok());
    assert!(Own::get().id("n1").request("app").is_ok());
    let (c, o) = (Customer::attributes(), Own::attributes());
    let filter = c.address.city.eq("Bonn") & c.hidden.city.eq("Bonn") & c.flat.city.exists();
    assert!(Customer::scan().filter(filter).request("app").is_ok());
    assert!(Own::patch().id("1").set(o.address.city, "Bonn").remove(o.hidden).request("app").is_ok());
}
