//! Cursors that leave the program signed, so that only those that it gave out come back.

use std::{fmt, iter};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Cursor;
use crate::error::{Error, Result};

/// The fewest bytes of a key: what is shorter can be guessed.
const LEAST: usize = 16;

/// What all that is signed begins with: what the same key signs for something else is no cursor.
const DOMAIN: &[u8] = b"dynaent cursor 1";

// What follows: any number of contexts, each with its length, and then the cursor up to the end.
const CONTEXT: u8 = 1;
const CURSOR: u8 = 0;

/// Signs cursors for a way through hands that are not trusted, such as the URL of a web site.
///
/// A [`Cursor`] goes with its query, and one of another entity, index or partition is refused as it is. But whoever
/// knows the form of the keys can write one for any place of that partition. A sealed cursor is the cursor, a dot, and
/// the base64url of its HMAC-SHA256: [`open`](Self::open) takes only what [`seal`](Self::seal) gave, and compares in
/// constant time. It is signed, not encrypted: whoever holds it can read the keys.
///
/// ```
/// use dynaent::{Cursor, Cursors, Error};
///
/// let cursors = Cursors::signed("a key of at least 16 bytes, out of a secret store")?;
///
/// // A cursor of `page.cursor`.
/// # let cursor = Cursor::from("eyJwayI6IiRteWFwcCJ9");
/// let sealed = cursors.of("user 17").seal(&cursor);
/// assert_eq!(cursors.of("user 17").open(&sealed)?, cursor);
///
/// assert!(matches!(cursors.of("user 18").open(&sealed), Err(Error::ForgedCursor { .. })));
/// assert!(matches!(cursors.open(cursor.as_str()), Err(Error::ForgedCursor { .. })));
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Cursors {
    key: Hmac<Sha256>,
    older_keys: Vec<Hmac<Sha256>>,
    /// What is signed before the cursor.
    beginning: Vec<u8>,
}

impl Cursors {
    /// Signs with this key: some 32 random bytes, which all instances of the program share and nobody else knows.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Cursors, Error};
    ///
    /// assert!(Cursors::signed([7; 32]).is_ok());
    /// assert!(matches!(Cursors::signed("short"), Err(Error::CursorKey { .. })));
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::CursorKey`] if it has fewer than 16 bytes.
    pub fn signed(key: impl AsRef<[u8]>) -> Result<Self> {
        Ok(Self { key: checked(key.as_ref())?, older_keys: Vec::new(), beginning: DOMAIN.to_vec() })
    }

    /// Takes cursors too that were signed with an older key. What is sealed is signed with the first one.
    ///
    /// ```
    /// # use dynaent::{Cursor, Cursors};
    /// # let cursor = Cursor::from("eyJwayI6IiRteWFwcCJ9");
    /// let before = Cursors::signed("the key until yesterday")?;
    /// let cursors = Cursors::signed("the key as of today")?.or("the key until yesterday")?;
    /// assert_eq!(cursors.open(&before.seal(&cursor))?, cursor);
    /// assert!(before.open(&cursors.seal(&cursor)).is_err());
    /// # Ok::<(), dynaent::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::CursorKey`] if it has fewer than 16 bytes.
    pub fn or(mut self, old_key: impl AsRef<[u8]>) -> Result<Self> {
        self.older_keys.push(checked(old_key.as_ref())?);
        Ok(self)
    }

    /// The cursors of somebody, or of something: those that were sealed with another context, or with none, are refused.
    /// A context in a context is both of them, in order.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Cursor, Cursors};
    ///
    /// let cursors = Cursors::signed([7; 32])?;
    /// let sealed = cursors.of("ada").seal(&Cursor::from("eyJwayI6IiRteWFwcCJ9"));
    /// assert!(cursors.of("bob").open(&sealed).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(&self, context: impl AsRef<[u8]>) -> Self {
        let context = context.as_ref();
        let length = (context.len() as u64).to_be_bytes();
        let beginning = [&self.beginning, [CONTEXT].as_slice(), &length, context].concat();
        Self { beginning, ..self.clone() }
    }

    /// The cursor with its signature, as text that can stand in a URL.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::Cursors;
    ///
    /// let cursors = Cursors::signed([7; 32])?;
    /// let page = Comment::query().by_article().article_id("a1").limit(1).send(&table).await?;
    /// let link = page.cursor.map(|cursor| format!("/comments?after={}", cursors.seal(&cursor)));
    /// assert!(link.is_some());
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn seal(&self, cursor: &Cursor) -> String {
        let signature = self.mac(&self.key, cursor.as_str()).finalize().into_bytes();
        format!("{cursor}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// The cursor of a text that was sealed, to be given to `after`.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Cursor, Cursors, Error};
    ///
    /// let cursors = Cursors::signed([7; 32])?;
    /// let sealed = cursors.seal(&Cursor::from("eyJwayI6IiRteWFwcCJ9"));
    /// assert_eq!(cursors.open(&sealed)?.as_str(), "eyJwayI6IiRteWFwcCJ9");
    /// assert!(matches!(cursors.open("eyJwayI6IiRteWFwcCJ9"), Err(Error::ForgedCursor { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::ForgedCursor`] if the text is anything else: unsigned, cut, changed, or sealed with another key or
    /// context.
    pub fn open(&self, sealed: &str) -> Result<Cursor> {
        let refuse = |reason| Error::ForgedCursor { reason };
        let (cursor, signature) = sealed.rsplit_once('.').ok_or_else(|| refuse("it is not signed"))?;
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| refuse("its signature is not base64url"))?;
        let signs = |key: &Hmac<Sha256>| self.mac(key, cursor).verify_slice(&signature).is_ok();
        let mut keys = iter::once(&self.key).chain(&self.older_keys);
        if keys.any(signs) { Ok(Cursor::from(cursor)) } else { Err(refuse("its signature is not ours")) }
    }

    fn mac(&self, key: &Hmac<Sha256>, cursor: &str) -> Hmac<Sha256> {
        key.clone().chain_update(&self.beginning).chain_update([CURSOR]).chain_update(cursor)
    }
}

/// Neither keys nor contexts.
impl fmt::Debug for Cursors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cursors").field("older_keys", &self.older_keys.len()).finish_non_exhaustive()
    }
}

fn checked(key: &[u8]) -> Result<Hmac<Sha256>> {
    let refuse = || Error::CursorKey { length: key.len(), least: LEAST };
    if key.len() < LEAST {
        return Err(refuse());
    }
    // It takes a key of any length.
    Hmac::new_from_slice(key).map_err(|_| refuse())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

    /// Computed by Python 3, and the same by openssl:
    ///
    /// ```python
    /// import base64, hashlib, hmac, struct
    /// def seal(cursor, *contexts):
    ///     signed = b"dynaent cursor 1" + b"".join(b"\1" + struct.pack(">Q", len(c)) + c for c in contexts)
    ///     mac = hmac.new(b"0123456789abcdef" * 2, signed + b"\0" + cursor, hashlib.sha256).digest()
    ///     return cursor + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")
    /// ```
    #[test]
    fn signatures_are_those_of_another_implementation() {
        let cursors = Cursors::signed(KEY).unwrap();
        let cursor = Cursor::from("eyJwayI6IiRhcHAjaWRfbiIsInNrIjoiJG5vdGVfMSJ9");
        assert_eq!(
            cursors.seal(&cursor),
            "eyJwayI6IiRhcHAjaWRfbiIsInNrIjoiJG5vdGVfMSJ9.q9xN6dfS35sIWb_tN7yKFP7gESdCausMZ9iKdn5Zqik"
        );
        assert_eq!(
            cursors.of("user 17").seal(&cursor),
            "eyJwayI6IiRhcHAjaWRfbiIsInNrIjoiJG5vdGVfMSJ9.KDxa6l76szx0lZxAT7jGDuGdk4dTGJvTJ-5Pn10sPwA"
        );
        assert_eq!(
            cursors.of("user 17").of("by_author").seal(&cursor),
            "eyJwayI6IiRhcHAjaWRfbiIsInNrIjoiJG5vdGVfMSJ9.jOy2qkjmQu0jymfgi7sQVq4EFAvVyJ1bSuZSYVt9mBc"
        );
    }

    #[test]
    fn no_two_contexts_are_one() {
        let cursors = Cursors::signed(KEY).unwrap();
        let cursor = Cursor::from("eyJwayI6IiRhcHAjaWRfbiIsInNrIjoiJG5vdGVfMSJ9");
        let length = |length: u64| length.to_be_bytes().map(char::from).iter().collect::<String>();
        let contexts = [
            cursors.clone(),
            cursors.of(""),
            cursors.of("").of(""),
            cursors.of("a").of("b"),
            cursors.of("b").of("a"),
            cursors.of("ab"),
            cursors.of("ab").of(""),
            cursors.of("").of("ab"),
            cursors.of("\0"),
            cursors.of("a\u{1}b"),
            cursors.of(format!("a\u{1}{}b", length(1))),
        ];
        for (one, of_one) in contexts.iter().enumerate() {
            for (other, of_other) in contexts.iter().enumerate() {
                assert_eq!(of_other.open(&of_one.seal(&cursor)).is_ok(), one == other, "{one}, {other}");
            }
        }
    }

    #[test]
    fn debug_shows_no_key() {
        let cursors = Cursors::signed(KEY).unwrap().or("an older key of some length").unwrap().of("user 17");
        assert_eq!(format!("{cursors:?}"), "Cursors { older_keys: 1, .. }");
    }
}
