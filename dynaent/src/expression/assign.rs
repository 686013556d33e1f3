//! Values that can be given for an attribute.

use std::borrow::Cow;

/// A value that can be given for an attribute of type `T`: a `T`, text for a `String`, and for an optional attribute
/// also the bare value.
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
