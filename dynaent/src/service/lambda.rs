//! Records of DynamoDB Streams, as AWS Lambda hands them over.

use aws_lambda_events::event::dynamodb::EventRecord;

use super::{Change, Service};
use crate::{error::Result, value::Item};

impl<S> Change<S> {
    /// The change that a record of a stream tells, as far as the stream's view type shows it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use aws_lambda_events::event::dynamodb::Event;
    /// use dynaent::Change;
    ///
    /// fn new_comments(event: Event) -> dynaent::Result<usize> {
    ///     let mut count = 0;
    ///     for record in event.records {
    ///         count += usize::from(Change::<Blog>::of_record(record)?.is_insertion());
    ///     }
    ///     Ok(count)
    /// }
    /// ```
    ///
    /// # Errors
    /// As of [`of`](Self::of).
    #[cfg_attr(docsrs, doc(cfg(feature = "lambda")))]
    pub fn of_record(record: EventRecord) -> Result<Self>
    where
        S: Service,
    {
        let image = |image: serde_dynamo::Item| Some(Item::from(image));
        Self::of(image(record.change.old_image), image(record.change.new_image))
    }
}
