//! Work at a rate: so many items a second.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{
    error::{Error, Result},
    table::Table,
};

/// Work that was late may be made good for so long: timers are not exact, and the rate is meant.
const SLACK: Duration = Duration::from_millis(100);

/// Lets so many items a second pass, however many tasks ask.
#[derive(Debug)]
pub(in crate::operation) struct Pace {
    /// As many as there are, if there is none.
    rate: Option<u32>,
    schedule: Mutex<Schedule>,
}

#[derive(Debug, Clone, Copy)]
struct Schedule {
    /// When the next item may pass.
    next: Instant,
    /// Until when somebody has slept already. The clock may say less, if it is the timer's that counts.
    slept: Instant,
}

/// Why nothing can be done at a rate.
#[derive(Debug, thiserror::Error)]
#[error("a rate is kept by waiting, and the client has no timer to wait with")]
struct NoTimer;

impl Pace {
    /// So many items a second, at least 1; without a rate, all at once.
    pub(in crate::operation) fn new(rate: Option<u32>) -> Self {
        let now = Instant::now();
        Self { rate: rate.map(|rate| rate.max(1)), schedule: Mutex::new(Schedule { next: now, slept: now }) }
    }

    /// Waits until so many items may pass. They pass together: those that follow wait until each has had its time.
    ///
    /// # Errors
    /// If the client has no timer.
    pub(in crate::operation) async fn take(&self, count: usize, table: &Table) -> Result<()> {
        let Some((wait, until)) = self.book(count, Instant::now()) else { return Ok(()) };
        if !table.sleep(wait).await {
            return Err(Error::setup(NoTimer));
        }
        self.change(|schedule| schedule.slept = schedule.slept.max(until));
        Ok(())
    }

    /// Books the time of so many items. How long that is off, and until when, if they cannot pass at once.
    fn book(&self, count: usize, now: Instant) -> Option<(Duration, Instant)> {
        let rate = self.rate.filter(|_| count > 0)?;
        let seconds = count as f64 / f64::from(rate);
        self.change(|schedule| {
            let now = now.max(schedule.slept);
            let start = schedule.next.max(now.checked_sub(SLACK).unwrap_or(now));
            // A time that no clock has is never.
            let time = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
            schedule.next = start.checked_add(time).unwrap_or(start);
            let wait = start.saturating_duration_since(now);
            (!wait.is_zero()).then_some((wait, start))
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut Schedule) -> T) -> T {
        // What is under the lock cannot panic halfway.
        change(&mut self.schedule.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_pass_at_their_rate() {
        let pace = Pace::new(Some(10));
        let start = Instant::now();
        let wait = |count, millis| {
            let wait = pace.book(count, start + Duration::from_millis(millis));
            wait.map_or(0, |(wait, _)| wait.as_millis())
        };
        // Ten items have a second.
        assert_eq!(wait(10, 0), 0);
        assert!((999..=1000).contains(&wait(1, 0)));
        assert!((99..=100).contains(&wait(1, 1000)));
        // A little that was late is made good, and not more.
        assert_eq!(wait(1, 1250), 0);
        assert_eq!(wait(1, 9000), 0);
        assert_eq!(wait(1, 9000), 0);
        assert!((99..=100).contains(&wait(1, 9000)));
    }

    #[test]
    fn without_a_rate_nothing_waits() {
        let pace = Pace::new(None);
        assert_eq!([usize::MAX, 1].map(|count| pace.book(count, Instant::now())), [None, None]);
    }
}
