//! Which part of the report is read.

use jiff::{SignedDuration, Timestamp};

/// How late a lead may show in the report, counted from the moment it bears.
const OVERLAP: SignedDuration = SignedDuration::from_hours(2);
/// How far back the first reading of a connection goes: its older leads are not our business.
const FIRST: SignedDuration = SignedDuration::from_mins(10);
/// How far back a reading goes at most, after an outage: the report refuses more than three months.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 30);
/// UIS's clock may be ahead of ours.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// Leads left within it are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Timestamp,
    pub(super) till: Timestamp,
}

/// The window after a reading at `since`; `begun` is when the first one was.
pub(super) fn of(since: Option<Timestamp>, begun: Option<Timestamp>, now: Timestamp) -> Window {
    let earliest = begun.unwrap_or(now) - FIRST;
    let from = since.map_or(earliest, |since| (since - OVERLAP).max(earliest)).max(now - FURTHEST);
    Window { from, till: now + AHEAD }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_reading_leaves_the_past_alone_and_so_do_the_next_ones() {
        let now = at("2026-03-02T12:00:00Z");
        assert_eq!(of(None, None, now).from, at("2026-03-02T11:50:00Z"));
        let begun = Some(at("2026-03-02T11:58:00Z"));
        assert_eq!(
            of(Some(at("2026-03-02T11:59:00Z")), begun, now).from,
            at("2026-03-02T11:48:00Z")
        );
    }

    #[test]
    fn a_late_row_is_still_read_and_an_outage_is_gone_over_whole() {
        let now = at("2026-03-02T12:00:00Z");
        let begun = Some(at("2025-01-01T00:00:00Z"));
        assert_eq!(
            of(Some(at("2026-03-02T11:59:00Z")), begun, now).from,
            at("2026-03-02T09:59:00Z")
        );
        assert_eq!(
            of(Some(at("2026-02-27T12:00:00Z")), begun, now).from,
            at("2026-02-27T10:00:00Z")
        );
        assert_eq!(
            of(Some(at("2025-06-01T00:00:00Z")), begun, now).from,
            at("2026-01-31T12:00:00Z")
        );
    }
}
