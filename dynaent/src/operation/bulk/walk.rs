//! A walk over all items: several segments at once, at a rate, from a checkpoint on.

use aws_sdk_dynamodb::operation::scan::builders::ScanInputBuilder;
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};

use super::checkpoint::Checkpoint;
use crate::{
    error::Result,
    operation::{
        read::{
            Scan,
            entity_reader::EntityReader,
            pages::{Came, Paged, Pages, Reader},
            parallel::merged,
            scan::{MAX_SEGMENTS, schema},
            stream,
        },
        send::pace::Pace,
    },
    reading::Reading,
    table::Table,
};

/// How all items are walked.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) segments: Option<u32>,
    /// How many items are read in a second.
    pub(super) rate: Option<u32>,
    pub(super) resume: Option<Checkpoint>,
}

/// A walk that has begun: the pages of all segments, each with the number of its segment.
pub(super) struct Walking<T> {
    pub(super) pages: BoxStream<'static, Result<(usize, Came<Vec<T>>)>>,
    pub(super) pace: Pace,
}

impl Walk {
    /// Where it begins.
    pub(super) fn beginning<E: 'static, K: Reading<E>>(&self, scan: &Scan<E, K>) -> Checkpoint {
        let start = || Checkpoint::start(K::SCHEMAS, scan.index(), self.segments.unwrap_or(1).min(MAX_SEGMENTS));
        self.resume.clone().unwrap_or_else(start)
    }

    /// Begins. What is read is made by `reader`, of the one that reads entities.
    ///
    /// # Errors
    /// If the checkpoint is of other work, there cannot be so many segments, or the scan cannot be made.
    pub(super) fn begin<E, K, R, T>(
        self,
        scan: Scan<E, K>,
        table: &Table,
        reader: impl Fn(EntityReader<E, K>) -> R,
    ) -> Result<Walking<T>>
    where
        E: 'static,
        K: Reading<E>,
        R: Reader<Found = Vec<T>> + 'static,
        T: Send + 'static,
    {
        let (beginning, index) = (self.beginning(&scan), scan.index());
        if self.resume.is_some() {
            beginning.check(K::SCHEMAS, index, self.segments)?;
        }
        let segments = self.segments.unwrap_or_else(|| beginning.segments());
        let parts = scan.parts(segments, table)?.into_iter();
        let mut streams = Vec::new();
        for (segment, (part, place)) in parts.zip(beginning.places(schema::<E, K>(), index)).enumerate() {
            let Some(after) = place? else { continue };
            let mut input: ScanInputBuilder = part.input.starting_after(after);
            // No more at once than have their time in a second.
            if let Some(rate) = self.rate {
                input = input.limited_unless_it_is(usize::try_from(rate.max(1)).unwrap_or(usize::MAX));
            }
            let pages = Pages {
                input,
                reader: reader(part.reader),
                request: part.request,
                index: part.index,
                hydrate: part.hydrate,
            };
            streams.push(stream::pages(Ok(pages), table).map_ok(move |came| (segment, came)).boxed());
        }
        Ok(Walking { pages: merged(streams), pace: Pace::new(self.rate) })
    }
}
