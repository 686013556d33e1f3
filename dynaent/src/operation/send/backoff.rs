//! How long to wait before the same is asked for again.

use std::time::Duration;

use crate::{error::Error, table::Table};

/// How often something is tried without any progress, unless it is told otherwise.
pub(in crate::operation) const ATTEMPTS: u32 = 8;
/// How long the first wait is, at most; each is twice as long as the one before.
const FIRST_WAIT: Duration = Duration::from_millis(50);
/// How long any wait is, at most.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The attempts at one thing: waits in between that double, a random part of each.
#[derive(Debug)]
pub(in crate::operation) struct Backoff {
    attempts: u32,
    failed: u32,
}

impl Backoff {
    /// So many attempts; 0 counts as 1.
    pub(in crate::operation) const fn new(attempts: u32) -> Self {
        Self { attempts, failed: 0 }
    }

    /// Begins anew: there was progress.
    pub(in crate::operation) const fn reset(&mut self) {
        self.failed = 0;
    }

    /// Waits before the next attempt. `false` if there is none left.
    pub(in crate::operation) async fn wait(&mut self, table: &Table) -> bool {
        self.failed += 1;
        if self.failed >= self.attempts {
            return false;
        }
        let longest = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(self.failed - 1)).min(LONGEST_WAIT);
        // Without a timer, it is tried again at once.
        table.sleep(longest.mul_f64(fastrand::f64())).await;
        true
    }
}

/// Whether a request that does the same however often it is made may succeed later: DynamoDB was busy or had a fault, or
/// no answer came.
pub(in crate::operation) fn may_pass(error: &Error) -> bool {
    use aws_sdk_dynamodb::{Error as SdkError, error::ProvideErrorMetadata};
    match error {
        Error::Request { source, .. } => {
            error.is_retryable() || source.code().is_none() || matches!(**source, SdkError::InternalServerError(_))
        }
        _ => false,
    }
}
