//! Conditions on the last given composite of a sort key: what stands in a query in place of a value.

/// Values that begin with a text. Made by [`begins_with`].
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{BeginsWith, begins_with};
///
/// let condition: BeginsWith<&str> = begins_with("c");
/// let comments = Comment::query().by_article().article_id("a1").comment_id(condition).all(&table).await?;
/// assert_eq!(comments.len(), 2);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy)]
pub struct BeginsWith<V>(pub(crate) V);

/// Values from one to another, both included. Made by [`between`].
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Between, between};
///
/// let condition: Between<u16> = between(2020, 2026);
/// let articles = Article::query().by_author().author("ada").year(condition).all(&table).await?;
/// assert_eq!(articles.len(), 1);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Between<V>(pub(crate) V, pub(crate) V);

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $function:ident;)*) => {$(
        $(#[$doc])*
        #[doc = concat!("\n\nMade by [`", stringify!($function), "`].")]
        ///
        /// ```
        /// # use dynaent_workspace::*;
        #[doc = concat!("use dynaent::{", stringify!($name), ", ", stringify!($function), "};\n")]
        #[doc = concat!("let condition: ", stringify!($name), "<&str> = ", stringify!($function), "(\"c1\");")]
        /// let query = Comment::query().by_article().article_id("a1").comment_id(condition);
        /// ```
        #[derive(Debug, Clone, Copy)]
        pub struct $name<V>(pub(crate) V);

        $(#[$doc])*
        ///
        /// For text this is the order of Unicode code points, after casing: with the default casing, `B` is `b`.
        /// Exactly the items whose attribute compares so are returned, whatever follows it in the key, and only items
        /// of the entity are read.
        ///
        /// ```
        /// # use dynaent::Entity;
        /// # #[derive(Entity)]
        /// # #[entity(service = "myapp", name = "Visit", version = "1")]
        /// # #[index(primary, pk = [page], sk = [day, visitor])]
        /// # struct Visit { page: String, day: String, visitor: String }
        #[doc = concat!("use dynaent::", stringify!($function), ";\n")]
        #[doc = concat!("let query = Visit::query().primary().page(\"home\").day(", stringify!($function), "(\"2026-11-22\"));")]
        /// assert!(query.request("app").is_ok());
        /// ```
        pub const fn $function<V>(value: V) -> $name<V> {
            $name(value)
        }
    )*};
}

comparisons! {
    /// Values greater than the given one.
    Gt gt;
    /// Values greater than or equal to the given one.
    Gte gte;
    /// Values less than the given one.
    Lt lt;
    /// Values less than or equal to the given one.
    Lte lte;
}

/// Values that begin with a text.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Entity)]
/// # #[entity(service = "myapp", name = "Visit", version = "1")]
/// # #[index(primary, pk = [page], sk = [day, visitor])]
/// # struct Visit { page: String, day: String, visitor: String }
/// use dynaent::begins_with;
///
/// let november = Visit::query().primary().page("home").day(begins_with("2026-11"));
/// # assert!(november.request("app").is_ok());
/// ```
pub const fn begins_with<V: AsRef<str>>(text: V) -> BeginsWith<V> {
    BeginsWith(text)
}

/// Values from `lower` to `upper`, both included.
///
/// A lower bound that sorts after the upper one is an error when the query is sent.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Entity)]
/// # #[entity(service = "myapp", name = "Visit", version = "1")]
/// # #[index(primary, pk = [page], sk = [day, visitor])]
/// # struct Visit { page: String, day: String, visitor: String }
/// use dynaent::between;
///
/// let week = Visit::query().primary().page("home").day(between("2026-11-16", "2026-11-22"));
/// # assert!(week.request("app").is_ok());
/// ```
pub const fn between<V>(lower: V, upper: V) -> Between<V> {
    Between(lower, upper)
}
