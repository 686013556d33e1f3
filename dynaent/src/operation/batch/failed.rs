//! What becomes of a batch that writes and fails.

use std::{error::Error as StdError, fmt};

use super::part::BatchPart;
use crate::error::Error;

/// A batch was not written whole. What was not, is told: [`left`](Self::left).
///
/// `?` turns it into its [`error`](Self::error) where that alone is of interest.
#[derive(Debug)]
#[non_exhaustive]
pub struct BatchError {
    /// What went wrong.
    pub error: Box<Error>,
    /// How many items were written, or deleted.
    pub written: usize,
    /// What was not written, or may not have been: of requests that were not answered, nobody knows. To make it again
    /// does no harm: `BatchWrite::new().items(failed.left)`.
    ///
    /// Of an iterator that is known to end, this is all; of any other, and of a stream, it is what had been taken.
    pub left: Vec<BatchPart>,
    /// Which parts cannot be written as they are, counted from 0; the first of them is what [`error`](Self::error) is
    /// about. They are not in [`left`](Self::left).
    pub refused: Vec<usize>,
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, written, left, refused } = self;
        match refused.first() {
            Some(position) => write!(f, "part {position} of the batch: {error}")?,
            None => write!(f, "{error}")?,
        }
        write!(f, " ({written} written, {} left)", left.len() + refused.len())
    }
}

impl StdError for BatchError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

impl From<BatchError> for Error {
    fn from(failed: BatchError) -> Self {
        *failed.error
    }
}
