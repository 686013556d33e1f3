//! Dates and instants as parts of keys: as they are stored, or `sortable` in a form that sorts as they do.

use super::{KeyPart, Sortable, Sorts};
use crate::value::calendar::{self, Style};

macro_rules! moments {
    ($($feature:literal: $($ty:ty),*;)*) => {$($(
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl KeyPart for $ty {
            fn write_key(&self, key: &mut String) {
                calendar::write(self, Style::Stored, key);
            }

            fn read_key(text: &str) -> Option<Self> {
                calendar::read(text, Style::Stored)
            }

            fn write_sortable(&self, key: &mut String) {
                calendar::write(self, Style::Sortable, key);
            }

            fn read_sortable(text: &str) -> Option<Self> {
                calendar::read(text, Style::Sortable)
            }
        }

        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl Sorts<Sortable> for $ty {
            const PLAIN: bool = true;
        }
    )*)*};
}

moments! {
    "chrono": chrono::NaiveDate, chrono::NaiveDateTime, chrono::DateTime<chrono::Utc>;
    "jiff": jiff::civil::Date, jiff::civil::DateTime, jiff::Timestamp;
    "time": time::Date, time::PrimitiveDateTime, time::UtcDateTime, time::OffsetDateTime;
}
