//! How often the account may be asked.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::planfix::company::Settings;

/// What is spent of the daily and of the one-per-second limit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Budget {
    day: Option<Date>,
    used_today: u32,
    last: Option<Timestamp>,
}

impl Budget {
    /// Takes one request, or says in how many seconds to come again.
    pub(super) fn spend(&mut self, settings: &Settings, now: Timestamp) -> Result<(), u32> {
        const SECONDS_A_DAY: u32 = 86_400;
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        if self.day != Some(today) {
            self.day = Some(today);
            self.used_today = 0;
        }
        if self.used_today >= settings.daily_limit {
            return Err(SECONDS_A_DAY);
        }
        let too_soon = |last: Timestamp| now.duration_since(last) < SignedDuration::from_secs(1);
        if settings.one_per_second && self.last.is_some_and(too_soon) {
            return Err(1);
        }
        self.last = Some(now);
        self.used_today = self.used_today.saturating_add(1);
        Ok(())
    }

    /// How many requests are left today.
    pub(super) fn remaining(&self, settings: &Settings) -> u32 {
        settings.daily_limit.saturating_sub(self.used_today)
    }
}
