//! Numbers that count the writes of an item.

use super::Value;

/// A type that an attribute with `#[attr(version)]` can have: a whole number of at least 32 bits.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot count the writes of an item",
    label = "no type for a version",
    note = "`#[attr(version)]` is for `u32`, `u64`, `i32` and `i64`"
)]
pub trait Version: VersionNumber + Value + Default {}

/// A version, whatever its type.
#[doc(hidden)]
pub trait VersionNumber {
    fn number(&self) -> u64;
    fn set_number(&mut self, number: u64);
}

macro_rules! versions {
    ($($ty:ty),*) => {$(
        impl Version for $ty {}

        impl VersionNumber for $ty {
            fn number(&self) -> u64 {
                u64::try_from(*self).unwrap_or(0)
            }

            fn set_number(&mut self, number: u64) {
                // Nobody writes an item that often.
                *self = Self::try_from(number).unwrap_or(Self::MAX);
            }
        }
    )*};
}

versions!(u32, u64, i32, i64);
