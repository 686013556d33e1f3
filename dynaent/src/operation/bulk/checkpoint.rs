//! Where a walk over all items has come to.

use serde::{Deserialize, Serialize};

use crate::{
    cursor::Cursor,
    error::{Error, Result},
    operation::read::scan::start_of,
    schema::{EntitySchema, IndexSchema},
    value::Item,
};

/// Where an [`Export`](super::Export) or a [`Rewrite`](super::Rewrite) has come to: everything before it is done. Given to
/// `resume` of the same work, that goes on there.
///
/// It is small (a [`Cursor`] for each segment), and can be kept as whatever serde writes. It goes with its entity and that
/// one's version, its index, and its number of segments; anything else is refused before a request is sent. As a cursor, it
/// is not encrypted: whoever holds it can read keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// What is read: entities and their versions.
    of: String,
    index: String,
    segments: Vec<Place>,
}

/// Where a segment has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Start,
    After(Cursor),
    Done,
}

impl Checkpoint {
    /// Whether there is nothing left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.segments.iter().all(|place| *place == Place::Done)
    }

    /// The beginning.
    pub(super) fn start(schemas: &[&EntitySchema], index: &IndexSchema, segments: u32) -> Self {
        let segments = (0..segments).map(|_| Place::Start).collect();
        Self { of: identity(schemas), index: index.pattern.to_owned(), segments }
    }

    pub(super) fn segments(&self) -> u32 {
        u32::try_from(self.segments.len()).unwrap_or(u32::MAX)
    }

    /// Refuses one of other work.
    pub(super) fn check(&self, schemas: &[&EntitySchema], index: &IndexSchema, segments: Option<u32>) -> Result<()> {
        let reason = if self.of != identity(schemas) {
            "it is of another entity, or of another version of it"
        } else if self.index != index.pattern {
            "it is of another index"
        } else if segments.is_some_and(|segments| segments != self.segments()) {
            "it is of another number of segments"
        } else {
            return Ok(());
        };
        Err(Error::Checkpoint { entity: schemas.first().map_or("nothing", |schema| schema.name), reason })
    }

    /// Where to begin in each segment that is not done: after a key, or at the start.
    pub(super) fn places(
        &self,
        schema: &'static EntitySchema,
        index: &'static IndexSchema,
    ) -> impl Iterator<Item = Result<Option<Option<Item>>>> {
        self.segments.iter().map(move |place| match place {
            Place::Start => Ok(Some(None)),
            Place::After(cursor) => Ok(Some(Some(start_of(cursor, schema, index)?))),
            Place::Done => Ok(None),
        })
    }

    /// All before the cursor is done in a segment; without one, the whole segment is.
    pub(super) fn pass(&mut self, segment: usize, cursor: Option<Cursor>) {
        if let Some(place) = self.segments.get_mut(segment) {
            *place = cursor.map_or(Place::Done, Place::After);
        }
    }
}

/// The entities and their versions, as text.
fn identity(schemas: &[&EntitySchema]) -> String {
    let each: Vec<_> = schemas.iter().map(|it| format!("{}/{}/{}", it.service, it.name, it.version)).collect();
    each.join(",")
}
