//! Numbers that count the writes of an item.

/// A type that an attribute with `#[attr(version)]` can have: `u32`, `u64`, `i32` or `i64`.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// // `version` of an article is one: it counts the writes.
/// let article = Article::get().article_id("a1").send(&table).await?.unwrap();
/// assert_eq!(article.version, 1);
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot count the writes of an item",
    label = "no type for a version",
    note = "`#[attr(version)]` is for `u32`, `u64`, `i32` and `i64`"
)]
pub trait VersionNumber {
    #[doc(hidden)]
    fn number(&self) -> u64;
    #[doc(hidden)]
    fn set_number(&mut self, number: u64);
}

macro_rules! versions {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
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
