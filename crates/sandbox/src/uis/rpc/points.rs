//! The points of a service: so many calls a day and a minute.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::error::ApiError;
use crate::uis::settings::Limits;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// What was spent in the present minute and day.
#[derive(Debug, Default)]
pub(in crate::uis) struct Points {
    minute: Window,
    day: Window,
}

#[derive(Debug, Default)]
struct Window {
    /// Which minute or day it is, counted from the epoch.
    number: i64,
    spent: u32,
}

impl Window {
    fn spent(&self, now: Timestamp, length: i64) -> u32 {
        if self.number == now.as_second().div_euclid(length) { self.spent } else { 0 }
    }

    fn spend(&mut self, now: Timestamp, length: i64) {
        let spent = self.spent(now, length);
        *self = Self { number: now.as_second().div_euclid(length), spent: spent + 1 };
    }
}

impl Points {
    /// An error when nothing is left.
    pub(in crate::uis) fn check(&self, limits: Limits, now: Timestamp) -> Result<(), ApiError> {
        if self.day.spent(now, DAY) >= limits.day {
            return Err(ApiError::limit_exceeded("day", limits.day));
        }
        if self.minute.spent(now, MINUTE) >= limits.minute {
            return Err(ApiError::limit_exceeded("minute", limits.minute));
        }
        Ok(())
    }

    /// One successful call.
    pub(in crate::uis) fn spend(&mut self, now: Timestamp) {
        self.day.spend(now, DAY);
        self.minute.spend(now, MINUTE);
    }

    /// `metadata.limits`; resets are seconds left.
    pub(in crate::uis) fn to_json(&self, limits: Limits, now: Timestamp) -> Value {
        let reset = |length: i64| length - now.as_second().rem_euclid(length);
        json!({
            "day_limit": limits.day,
            "day_remaining": limits.day.saturating_sub(self.day.spent(now, DAY)),
            "day_reset": reset(DAY),
            "minute_limit": limits.minute,
            "minute_remaining": limits.minute.saturating_sub(self.minute.spent(now, MINUTE)),
            "minute_reset": reset(MINUTE),
        })
    }
}
