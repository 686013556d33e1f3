//! Cursors: the place where a page ended, as text that can travel in a URL.

mod signed;

use std::{collections::BTreeMap, fmt};

use aws_sdk_dynamodb::types::AttributeValue;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub use self::signed::Cursors;
use crate::value::Item;

/// The place where a page ended, to be given to the next query with `after`.
///
/// It is the text that ElectroDB writes (base64url of the last item's keys), so a Rust service continues a page of a
/// TypeScript service and the other way round. It is not encrypted: whoever holds it can read the keys.
///
/// A cursor goes with the query it came from. Another entity, index or partition is refused before anything is read.
/// [`Cursors`] signs it, so that only a place that was given out is one.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::Cursor;
///
/// let page = Comment::query().by_article().article_id("a1").limit(1).send(&table).await?;
/// let text = page.cursor.unwrap().to_string(); // for a URL
///
/// let next = Comment::query().by_article().article_id("a1").after(Cursor::from(text)).send(&table).await?;
/// assert_eq!(next.items[0].comment_id, "c2");
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// The text.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Cursor;
    ///
    /// assert_eq!(Cursor::from("eyJwayI6IiRteWFwcCJ9").as_str(), "eyJwayI6IiRteWFwcCJ9");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The cursor of a key that DynamoDB returned. Key fields are text or numbers; bytes have no cursor.
    pub(crate) fn of(key: &Item) -> Option<Self> {
        let json = |value: &AttributeValue| match value {
            AttributeValue::S(text) => serde_json::value::to_raw_value(text).ok(),
            // As it is: as a number of serde_json, it would lose digits.
            AttributeValue::N(number) => RawValue::from_string(number.clone()).ok(),
            _ => None,
        };
        let fields = key.iter().map(|(field, value)| Some((field.as_str(), json(value)?)));
        let fields: BTreeMap<&str, Box<RawValue>> = fields.collect::<Option<_>>()?;
        Some(Self(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&fields).ok()?)))
    }

    /// The key, or what is wrong with the text.
    pub(crate) fn key(&self) -> Result<Item, &'static str> {
        // As ElectroDB's runtime does, read the plain alphabet of base64 and its padding too.
        let text = self.0.trim_end_matches('=').replace('+', "-").replace('/', "_");
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| "it is not base64url")?;
        let no_key = "it does not hold a key";
        let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&bytes).map_err(|_| no_key)?;
        let value = |json: &RawValue| match json.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(json.get()).map(AttributeValue::S).map_err(|_| no_key),
            Some(b'-' | b'0'..=b'9') => Ok(AttributeValue::N(json.get().to_owned())),
            _ => Err(no_key),
        };
        fields.into_iter().map(|(field, json)| Ok((field, value(&json)?))).collect()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Cursor {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.0
    }
}

impl From<String> for Cursor {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Cursor {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Cursor> for Cursor {
    fn from(cursor: &Self) -> Self {
        cursor.clone()
    }
}

/// Where a query begins: after a cursor, or at the start. What `after` takes: a [`Cursor`], its text, or an `Option` of
/// either.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::StartAfter;
///
/// // What a handler of one's own takes: a cursor, its text, or an `Option` of either.
/// fn page_after(cursor: impl Into<StartAfter>) -> dynaent::Query<Comment, dynaent::Global> {
///     Comment::query().by_article().article_id("a1").limit(20).after(cursor)
/// }
/// let first = page_after(None::<String>).send(&table).await?;
/// # Ok(()) });
/// ```
#[derive(Debug, Clone)]
pub struct StartAfter(pub(crate) Option<Cursor>);

macro_rules! start_after {
    ($($ty:ty),*) => {$(
        impl From<$ty> for StartAfter {
            fn from(cursor: $ty) -> Self {
                Self(Some(Cursor::from(cursor)))
            }
        }

        impl From<Option<$ty>> for StartAfter {
            fn from(cursor: Option<$ty>) -> Self {
                Self(cursor.map(Cursor::from))
            }
        }
    )*};
}

start_after!(Cursor, &Cursor, String, &str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alphabets_of_base64_are_read() {
        // `~?` and `~>` are where the alphabets differ.
        let key = Item::from([("pk".to_owned(), AttributeValue::S("a~?b~>".to_owned()))]);
        let cursor = Cursor::of(&key).unwrap();
        let plain = cursor.as_str().replace('-', "+").replace('_', "/") + "=";
        assert_ne!(plain.trim_end_matches('='), cursor.as_str());
        assert_eq!(Cursor::from(plain).key(), Ok(key));
    }
}
