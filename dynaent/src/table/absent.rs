//! Stand-ins for what a cargo feature adds: a call without the feature is told so, in place of "no function found".

#[cfg(not(all(feature = "local", feature = "aws")))]
use std::future::{Pending, pending};

#[cfg(not(all(feature = "local", feature = "aws")))]
use super::Table;

/// Implemented by nothing: the feature is off.
#[cfg(not(feature = "local"))]
#[diagnostic::on_unimplemented(
    message = "the embedded engine needs dynaent's cargo feature `local`",
    label = "the feature `local` is off",
    note = "turn it on in Cargo.toml, where `dynaent` is a dependency: `features = [\"local\"]`"
)]
pub trait LocalFeature {}

#[cfg(not(feature = "local"))]
#[doc(hidden)]
impl Table {
    pub fn local<E: LocalFeature>() -> Pending<crate::error::Result<Self>> {
        pending()
    }

    pub fn local_file<E: LocalFeature>(_path: impl AsRef<std::path::Path>) -> Pending<crate::error::Result<Self>> {
        pending()
    }
}

/// Implemented by nothing: the feature is off.
#[cfg(not(feature = "aws"))]
#[diagnostic::on_unimplemented(
    message = "`Table::from_env` needs dynaent's cargo feature `aws`",
    label = "the feature `aws` is off",
    note = "turn it on in Cargo.toml, where `dynaent` is a dependency: `features = [\"aws\"]`"
)]
pub trait AwsFeature {}

#[cfg(not(feature = "aws"))]
#[doc(hidden)]
impl Table {
    pub fn from_env(_name: impl AwsFeature) -> Pending<Self> {
        pending()
    }
}
