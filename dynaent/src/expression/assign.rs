//! Values that can be given for an attribute.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use crate::value::Expiry;

/// A value that can be given for an attribute of type `T`: a `T`, text for a `String`, and for an optional attribute
/// also the bare value. For an [`Expiry`], also an instant, or a `Duration` from now.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be given for an attribute of type `{T}`",
    label = "expected a `{T}`"
)]
pub trait Assign<T> {
    /// The attribute's value.
    fn assign(self) -> T;
}

impl<T> Assign<T> for T {
    fn assign(self) -> T {
        self
    }
}

impl<T> Assign<Option<T>> for T {
    fn assign(self) -> Option<T> {
        Some(self)
    }
}

macro_rules! text {
    ($($ty:ty),*) => {$(
        impl Assign<String> for $ty {
            fn assign(self) -> String {
                self.into()
            }
        }

        impl Assign<Option<String>> for $ty {
            fn assign(self) -> Option<String> {
                Some(self.into())
            }
        }
    )*};
}

text!(&str, &String, Cow<'_, str>, Box<str>);

impl Assign<Option<String>> for Option<&str> {
    fn assign(self) -> Option<String> {
        self.map(str::to_owned)
    }
}

// What is marked would only lengthen the list in rustc's messages.
macro_rules! expiry {
    ($($(#[$feature:meta])? $ty:ty: $make:path;)*) => {$(
        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Assign<Expiry> for $ty {
            fn assign(self) -> Expiry {
                $make(self)
            }
        }

        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Assign<Option<Expiry>> for $ty {
            fn assign(self) -> Option<Expiry> {
                Some($make(self))
            }
        }
    )*};
}

expiry! {
    Duration: Expiry::after;
    SystemTime: Expiry::from;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc>: Expiry::from;
    #[cfg(feature = "jiff")] jiff::Timestamp: Expiry::from;
    #[cfg(feature = "time")] time::UtcDateTime: Expiry::from;
    #[cfg(feature = "time")] time::OffsetDateTime: Expiry::from;
}
