//! The account's allowance of requests.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;

use super::row::Row;

/// `metadata.limits` of an answer: points a day and a minute. Every request to the Data API costs one,
/// those to the Call API by their kind; only successful ones are counted (both documentations).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// Points a day.
    pub day_limit: Option<i64>,
    /// Points left today.
    pub day_remaining: Option<i64>,
    /// When the day's points come back.
    pub day_resets: Option<Timestamp>,
    /// Points a minute.
    pub minute_limit: Option<i64>,
    /// Points left in this minute.
    pub minute_remaining: Option<i64>,
    /// When the minute's points come back.
    pub minute_resets: Option<Timestamp>,
    /// When UIS said so.
    pub told: Timestamp,
}

impl Limits {
    /// Reads `metadata`; `None` when it tells no limits.
    pub(super) fn read(metadata: &Value, now: Timestamp) -> Option<Self> {
        let limits = Row(metadata.get("limits")?.as_object()?);
        let resets = |name| {
            let seconds = u32::try_from(limits.whole(name)?).ok()?;
            now.checked_add(SignedDuration::from_secs(i64::from(seconds))).ok()
        };
        Some(Self {
            day_limit: limits.whole("day_limit"),
            day_remaining: limits.whole("day_remaining"),
            day_resets: resets("day_reset"),
            minute_limit: limits.whole("minute_limit"),
            minute_remaining: limits.whole("minute_remaining"),
            minute_resets: resets("minute_reset"),
            told: now,
        })
    }

    /// How long from then the used-up allowance stays used up; `by_day` is what the refusal itself said
    /// of the period, when it did.
    pub(super) fn wait(&self, by_day: Option<bool>) -> Option<SignedDuration> {
        let used_up = |remaining: Option<i64>| remaining.is_some_and(|left| left <= 0);
        let by_day = by_day.unwrap_or(used_up(self.day_remaining));
        let resets = if by_day { self.day_resets } else { self.minute_resets };
        resets.map(|moment| moment.duration_since(self.told))
    }
}
