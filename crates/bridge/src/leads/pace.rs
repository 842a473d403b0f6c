//! How often the report is read: leads are wanted soon, and UIS's points belong to calls too.

use jiff::{SignedDuration, Timestamp};
use uis::data_api::Limits;

/// As often as it is useful.
const SOONEST: SignedDuration = SignedDuration::from_mins(1);
/// A lead never waits longer for its reading.
const LATEST: SignedDuration = SignedDuration::from_mins(15);
/// Readings may use up this part of what is left of the day's points.
const SHARE: i64 = 3;

/// How long after a reading the next one is due.
pub(super) fn pause(limits: Option<&Limits>, now: Timestamp) -> SignedDuration {
    let Some(Limits { day_remaining: Some(left), day_resets: Some(resets), .. }) = limits else {
        return SOONEST;
    };
    if *resets <= now {
        return SOONEST;
    }
    let affordable = (left / SHARE).max(1);
    let seconds = resets.duration_since(now).as_secs() / affordable;
    SignedDuration::from_secs(seconds).clamp(SOONEST, LATEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(left: i64) -> Limits {
        Limits {
            day_limit: Some(1000),
            day_remaining: Some(left),
            day_resets: Some("2026-03-02T21:00:00Z".parse().unwrap()),
            minute_limit: None,
            minute_remaining: None,
            minute_resets: None,
            told: "2026-03-02T09:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_third_of_the_days_points_is_spread_over_the_rest_of_the_day() {
        let noon = "2026-03-02T09:00:00Z".parse().unwrap();
        assert_eq!(pause(None, noon), SOONEST);
        assert_eq!(pause(Some(&limits(50_000)), noon), SOONEST);
        assert_eq!(pause(Some(&limits(600)), noon), SignedDuration::from_secs(216));
        assert_eq!(pause(Some(&limits(0)), noon), LATEST);
        let night = "2026-03-02T21:00:01Z".parse().unwrap();
        assert_eq!(pause(Some(&limits(0)), night), SOONEST);
    }
}
