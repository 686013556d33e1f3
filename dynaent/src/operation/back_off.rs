//! How long to wait before something is asked for again.

use std::time::Duration;

use crate::table::Table;

/// How long the first wait is, at most; each is twice as long as the one before.
const FIRST_WAIT: Duration = Duration::from_millis(50);

/// Waits for a random part of a time that doubles with each attempt, the first of which is number 1.
pub(super) async fn back_off(table: &Table, attempt: u32) {
    let longest = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
    // Without a timer, it is asked again at once.
    table.sleep(longest.mul_f64(fastrand::f64())).await;
}
