//! Which part of the report is compared.

use jiff::{SignedDuration, Timestamp};

/// The report is searched by a call's beginning, and a call shows in it after its end: the longest that
/// are waited for.
const OVERLAP: SignedDuration = SignedDuration::from_hours(3);
/// How long notifications of a call that is over may still be on their way.
const ON_THEIR_WAY: SignedDuration = SignedDuration::from_mins(3);
/// How far back the first comparison of a connection goes: its older calls are not our business.
const FIRST: SignedDuration = SignedDuration::from_mins(10);
/// How far back a comparison goes at most, after an outage: the report refuses more than three months.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Calls that began within it are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Timestamp,
    pub(super) till: Timestamp,
    settled_before: Timestamp,
}

/// The window after a comparison that ended at `since`.
pub(super) fn of(since: Option<Timestamp>, now: Timestamp) -> Window {
    let from = since.map_or(now - FIRST, |since| since - OVERLAP).max(now - FURTHEST);
    Window { from, till: now, settled_before: now - ON_THEIR_WAY }
}

impl Window {
    /// Whether nothing of a call that ended so can be on its way any more.
    pub(super) fn is_settled(&self, ended_at: Option<Timestamp>) -> bool {
        ended_at.is_some_and(|ended_at| ended_at <= self.settled_before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_comparison_leaves_the_past_alone() {
        let now = at("2026-03-02T12:00:00Z");
        assert_eq!(of(None, now).from, at("2026-03-02T11:50:00Z"));
    }

    #[test]
    fn the_next_one_goes_back_for_long_calls_and_an_outage_is_gone_over_whole() {
        let now = at("2026-03-02T12:00:00Z");
        assert_eq!(of(Some(at("2026-03-02T11:55:00Z")), now).from, at("2026-03-02T08:55:00Z"));
        assert_eq!(of(Some(at("2026-02-27T12:00:00Z")), now).from, at("2026-02-27T09:00:00Z"));
        assert_eq!(of(Some(at("2025-01-01T00:00:00Z")), now).from, at("2026-01-31T12:00:00Z"));
    }

    #[test]
    fn a_call_that_has_just_ended_is_left_to_its_notifications() {
        let window = of(None, at("2026-03-02T12:00:00Z"));
        assert!(!window.is_settled(Some(at("2026-03-02T11:58:00Z"))));
        assert!(window.is_settled(Some(at("2026-03-02T11:57:00Z"))));
        assert!(!window.is_settled(None));
    }
}
