//! Types that can be part of a key.

use std::borrow::Cow;

use aws_sdk_dynamodb::types::AttributeValue;
use ulid::Ulid;

use super::{
    place::{AsNumber, AsStored, AsText, Filled, Padded, Sortable},
    sortable,
};
#[cfg(feature = "rust_decimal")]
use crate::value::decimal;
use crate::{
    schema::PartKind,
    value::{Expiry, JsNumber, Value, ValueError},
};

/// A type whose values can be part of a key: text, whole numbers, `bool`, `char`, `Ulid`, and newtypes and unit enums
/// with `#[derive(KeyPart)]`.
///
/// So are [`Expiry`], and the [dates and times](crate#dates-and-times) and the
/// [identifiers and decimals](crate#identifiers-and-decimals) of other crates.
///
/// The text in a key is the one ElectroDB writes for the stored value. Lists, maps and floats cannot be part of a key:
/// their text is not one thing.
///
/// ```
/// use dynaent::KeyPart;
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// pub struct ArticleId(String);
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// #[key_part(rename_all = "snake_case")]
/// pub enum Status { Open, InReview }
///
/// let mut key = String::from("#status_");
/// Status::InReview.write_key(&mut key);
/// assert_eq!(key, "#status_in_review");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be part of a key",
    label = "not a key part",
    note = "keys are made of text, whole numbers, `bool`, `char` and `Ulid`; put `#[derive(KeyPart)]` on a newtype or a \
            unit enum to use it in one, and see `JsNumber` for fractions"
)]
pub trait KeyPart: Value {
    /// What the value is stored as.
    const KIND: PartKind = PartKind::Text;

    /// How many digits [`write_sortable`](Self::write_sortable) gives a number.
    #[doc(hidden)]
    const SORTABLE_DIGITS: usize = 0;

    /// Appends the value's text to a key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::KeyPart;
    ///
    /// let mut key = String::from("#year_");
    /// 2026_u16.write_key(&mut key);
    /// assert_eq!(key, "#year_2026");
    /// ```
    fn write_key(&self, key: &mut String);

    /// The value of which a key holds this text, cased as the key is; `None` if there is none.
    ///
    /// By default the text is read as the stored attribute.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::KeyPart;
    ///
    /// assert_eq!(u16::read_key("2026"), Some(2026));
    /// assert_eq!(u16::read_key("next year"), None);
    /// ```
    fn read_key(text: &str) -> Option<Self> {
        Self::from_attribute(AttributeValue::S(text.to_owned())).ok()
    }

    /// Appends the text of a `sortable` attribute: of one width, sorting as the values do. Types that have such a form
    /// also implement [`Sorts<Sortable>`](Sortable).
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::KeyPart;
    ///
    /// let (mut two, mut ten) = (String::new(), String::new());
    /// 2_i8.write_sortable(&mut two);
    /// 10_i8.write_sortable(&mut ten);
    /// assert!(two < ten);
    /// ```
    fn write_sortable(&self, key: &mut String) {
        self.write_key(key);
    }

    /// The value of a text that [`write_sortable`](Self::write_sortable) wrote.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::KeyPart;
    ///
    /// let mut text = String::new();
    /// (-7_i32).write_sortable(&mut text);
    /// assert_eq!(i32::read_sortable(&text), Some(-7));
    /// ```
    fn read_sortable(text: &str) -> Option<Self> {
        Self::read_key(text)
    }
}

/// A part of a key whose text can be searched by its beginning, in a place such as [`AsText`].
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::begins_with;
///
/// // `comment_id` is text, so that its beginning can be asked for.
/// let comments = Comment::query().by_article().article_id("a1").comment_id(begins_with("c")).all(&table).await?;
/// assert_eq!(comments.len(), 2);
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`begins_with` needs text: the beginning of this `{Self}` has no meaning",
    label = "a beginning cannot be given here",
    note = "numbers, and text that is filled up to a width or cast to a number, are given whole"
)]
pub trait TextPart<P = AsText>: Sorts<P> {}

/// A part of a key whose texts sort as its values do, so that ranges of it can be read, in a place such as [`AsText`].
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::gt;
///
/// // `year` is padded, so that ranges of it can be asked for.
/// let recent = Article::query().by_author().author("ada").year(gt(2020)).all(&table).await?;
/// assert_eq!(recent.len(), 1);
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not sort in this key: ranges of it cannot be read",
    label = "a range cannot be given here",
    note = "as text, 10 sorts before 9 and -1 before -2: add `#[attr(sortable)]` to a whole number or a date, or \
            `#[attr(padding(…, \"0\"))]` to an unsigned one; a number alone in its key sorts as it is",
    note = "a `bool` and an enum are given whole"
)]
pub trait Sorts<P = AsText>: KeyPart {
    /// Whether the text never holds a character up to `$`, such as a space. Ranges of such a type read no item that
    /// they do not return.
    const PLAIN: bool;
}

/// A value that can be given for a part of a key of type `T`: a `T`, a reference to one, or a `&str` for text.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Get, PartOf};
///
/// // A function of one's own can take what the chain of a key takes.
/// fn comment(id: impl PartOf<String>) -> Get<Comment> {
///     Comment::get().comment_id(id)
/// }
/// let (_, _) = (comment("c1"), comment(String::from("c1")));
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be given where the key has a `{T}`",
    label = "expected a `{T}`",
    note = "conditions such as `begins_with` are for the sort key of a query: a partition key is given whole"
)]
pub trait PartOf<T> {
    /// Appends the text to a key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::PartOf;
    ///
    /// let mut key = String::from("#commentid_");
    /// PartOf::<String>::write_key(&"c1", &mut key);
    /// assert_eq!(key, "#commentid_c1");
    /// ```
    fn write_key(&self, key: &mut String);

    /// Appends the text of a `sortable` attribute to a key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::PartOf;
    ///
    /// let mut key = String::new();
    /// PartOf::<i32>::write_sortable(&7, &mut key);
    /// assert!(key.ends_with('7'));
    /// ```
    fn write_sortable(&self, key: &mut String) {
        self.write_key(key);
    }

    /// The stored form of the attribute.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::PartOf;
    ///
    /// assert_eq!(PartOf::<String>::into_attribute("c1")?.as_s().unwrap(), "c1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Value::into_attribute`].
    fn into_attribute(self) -> Result<AttributeValue, ValueError>;
}

impl<T: KeyPart> PartOf<T> for T {
    fn write_key(&self, key: &mut String) {
        KeyPart::write_key(self, key);
    }

    fn write_sortable(&self, key: &mut String) {
        KeyPart::write_sortable(self, key);
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        Value::into_attribute(self)
    }
}

impl<T: KeyPart> PartOf<T> for &T {
    fn write_key(&self, key: &mut String) {
        KeyPart::write_key(*self, key);
    }

    fn write_sortable(&self, key: &mut String) {
        KeyPart::write_sortable(*self, key);
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        self.to_attribute()
    }
}

macro_rules! text_for_string {
    ($($ty:ty),*) => {$(
        impl PartOf<String> for $ty {
            fn write_key(&self, key: &mut String) {
                key.push_str(self);
            }

            fn into_attribute(self) -> Result<AttributeValue, ValueError> {
                Ok(AttributeValue::S(self.into()))
            }
        }
    )*};
}

text_for_string!(&str, Cow<'_, str>);

macro_rules! integers {
    ($($ty:ty: $digits:literal),*) => {$(
        impl KeyPart for $ty {
            const KIND: PartKind = PartKind::Number;
            const SORTABLE_DIGITS: usize = $digits;

            fn write_key(&self, key: &mut String) {
                key.push_str(itoa::Buffer::new().format(*self));
            }

            fn read_key(text: &str) -> Option<Self> {
                text.parse().ok()
            }

            fn write_sortable(&self, key: &mut String) {
                sortable::write_integer(itoa::Buffer::new().format(*self), $digits, key);
            }

            fn read_sortable(text: &str) -> Option<Self> {
                sortable::read_integer(text, $digits)?.parse().ok()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Sorts<Sortable> for $ty {
            const PLAIN: bool = true;
        }

        numeric!($ty);
    )*};
}

/// What sorts where the key field is a number.
macro_rules! numeric {
    ($ty:ty) => {
        #[diagnostic::do_not_recommend]
        impl Sorts<AsNumber> for $ty {
            const PLAIN: bool = true;
        }

        #[diagnostic::do_not_recommend]
        impl Sorts<AsStored> for $ty {
            const PLAIN: bool = true;
        }
    };
}

integers!(
    i8: 3, i16: 5, i32: 10, i64: 19, i128: 39, isize: 19, u8: 3, u16: 5, u32: 10, u64: 20, u128: 39, usize: 20
);
numeric!(JsNumber);
numeric!(Expiry);
#[cfg(feature = "rust_decimal")]
numeric!(rust_decimal::Decimal);

macro_rules! unsigned {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Sorts<Padded> for $ty {
            const PLAIN: bool = true;
        }
    )*};
}

unsigned!(u8, u16, u32, u64, u128, usize);

impl KeyPart for JsNumber {
    const KIND: PartKind = PartKind::Number;

    fn write_key(&self, key: &mut String) {
        key.push_str(ryu_js::Buffer::new().format_finite(self.get()));
    }

    fn read_key(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

#[diagnostic::do_not_recommend]
impl KeyPart for Expiry {
    const KIND: PartKind = PartKind::Number;
    const SORTABLE_DIGITS: usize = <i64 as KeyPart>::SORTABLE_DIGITS;

    fn write_key(&self, key: &mut String) {
        KeyPart::write_key(&self.seconds(), key);
    }

    fn read_key(text: &str) -> Option<Self> {
        i64::read_key(text).map(Self::at)
    }

    fn write_sortable(&self, key: &mut String) {
        KeyPart::write_sortable(&self.seconds(), key);
    }

    fn read_sortable(text: &str) -> Option<Self> {
        i64::read_sortable(text).map(Self::at)
    }
}

#[diagnostic::do_not_recommend]
impl Sorts<Sortable> for Expiry {
    const PLAIN: bool = true;
}

/// The text is the one that is stored, which is JavaScript's for every number that JavaScript has.
#[cfg(feature = "rust_decimal")]
#[diagnostic::do_not_recommend]
impl KeyPart for rust_decimal::Decimal {
    const KIND: PartKind = PartKind::Number;

    fn write_key(&self, key: &mut String) {
        decimal::write(self, key);
    }

    fn read_key(text: &str) -> Option<Self> {
        decimal::read(text)
    }
}

impl KeyPart for bool {
    const KIND: PartKind = PartKind::Bool;

    fn write_key(&self, key: &mut String) {
        key.push_str(if *self { "true" } else { "false" });
    }

    fn read_key(text: &str) -> Option<Self> {
        // Cased, it may be `TRUE`.
        match text {
            _ if text.eq_ignore_ascii_case("true") => Some(true),
            _ if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }
}

impl KeyPart for String {
    fn write_key(&self, key: &mut String) {
        key.push_str(self);
    }
}

impl KeyPart for Box<str> {
    fn write_key(&self, key: &mut String) {
        key.push_str(self);
    }
}

impl KeyPart for char {
    fn write_key(&self, key: &mut String) {
        key.push(*self);
    }
}

impl KeyPart for Ulid {
    fn write_key(&self, key: &mut String) {
        key.push_str(self.array_to_str(&mut [0; ulid::ULID_LEN]));
    }
}

// What is marked would only lengthen the list in rustc's messages.
macro_rules! text {
    ($($ty:ty: $plain:literal),*) => {$(
        impl Sorts<AsText> for $ty {
            const PLAIN: bool = $plain;
        }

        #[diagnostic::do_not_recommend]
        impl Sorts<AsStored> for $ty {
            const PLAIN: bool = $plain;
        }

        #[diagnostic::do_not_recommend]
        impl Sorts<Padded> for $ty {
            const PLAIN: bool = $plain;
        }

        #[diagnostic::do_not_recommend]
        impl Sorts<Filled> for $ty {
            const PLAIN: bool = false;
        }

        // Text can be cast to a number, and then sorts as one.
        #[diagnostic::do_not_recommend]
        impl Sorts<AsNumber> for $ty {
            const PLAIN: bool = $plain;
        }

        impl TextPart<AsText> for $ty {}
        #[diagnostic::do_not_recommend]
        impl TextPart<AsStored> for $ty {}
    )*};
}

text!(String: false, Box<str>: false, char: false, Ulid: true);
