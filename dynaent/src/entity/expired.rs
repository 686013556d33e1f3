//! Items that have expired, and are still there.

use std::time::Duration;

use crate::{schema::EntitySchema, value::Expiry};

/// Which items have expired: those of which the time is before this one.
#[derive(Debug, Clone, Copy)]
pub struct Expired(Option<i64>);

impl Expired {
    /// None, if they are asked for; as of now, if items of any of the entities expire at all.
    pub(crate) fn unless(asked_for: bool, schemas: impl IntoIterator<Item = &'static EntitySchema>) -> Self {
        let expire = !asked_for && schemas.into_iter().any(|schema| schema.kept.expires_at.is_some());
        Self(expire.then(|| Expiry::after(Duration::ZERO).seconds()))
    }

    /// Whether an item that expires then has expired.
    pub(crate) fn includes(self, expires_at: Option<i64>) -> bool {
        self.0.zip(expires_at).is_some_and(|(now, expires_at)| expires_at < now)
    }
}
