//! When a call's lane is looked at again without anything coming in.

use domain::calls::Ending;
use jiff::{SignedDuration, Timestamp};

use super::lane::CallLane;

/// After how long the report is asked for the call, counted from its end, one entry a try: UIS shows a
/// call some seconds after its end, and each question costs a point of the account's allowance.
const REPORT: [i64; 8] = [3, 10, 20, 40, 80, 160, 320, 600];
/// How long the report is awaited; then the call is decided with what the notifications told.
pub(super) const REPORT_PATIENCE: SignedDuration = SignedDuration::from_secs(600);
/// After how long the contact is looked for again, counted from the first look: Planfix makes it at the
/// first card, and shows it some moments later.
pub(super) const CONTACT: [i64; 3] = [10, 30, 60];
/// How long it is awaited in all, seconds.
pub(super) const CONTACT_PATIENCE: u32 = 100;
/// How often an open call is looked for in the report: its end may have been told and lost.
const OPEN: SignedDuration = SignedDuration::from_mins(15);
/// No call lasts longer.
pub(super) const LONGEST_CALL: SignedDuration = SignedDuration::from_hours(12);

/// The next look.
pub(super) fn next(lane: &CallLane, now: Timestamp) -> Option<Timestamp> {
    if lane.is_filtered() && !lane.has_open_cards() {
        return None;
    }
    let unsettled = match lane.facts.ending(now) {
        Ending::Open if lane.decided.is_none() || lane.has_open_cards() => {
            return Some(now + OPEN);
        }
        Ending::Open | Ending::Talked | Ending::NotTalked(_) => None,
        Ending::Unsettled { until } => Some(until),
    };
    [unsettled, report(lane, now), contact(lane, now)].into_iter().flatten().min()
}

/// When to ask for the report next; with the row at hand (or awaited long enough), when to decide.
fn report(lane: &CallLane, now: Timestamp) -> Option<Timestamp> {
    if lane.decided.is_some() || lane.contact_tries > 0 {
        return None;
    }
    let ended_at = lane.ended_at()?;
    if lane.facts.report.is_some() {
        return Some(now);
    }
    let tries = usize::try_from(lane.report_tries).unwrap_or(usize::MAX);
    let mut moments =
        REPORT.iter().skip(tries).map(|after| ended_at + SignedDuration::from_secs(*after));
    let next = match tries {
        0 => moments.next(),
        // who comes late asks once, and not for every moment missed
        _ => moments.find(|moment| *moment > now),
    };
    Some(next.unwrap_or(ended_at + REPORT_PATIENCE).max(now))
}

/// When to look for the contact next; the first look happens together with the report.
fn contact(lane: &CallLane, now: Timestamp) -> Option<Timestamp> {
    if lane.decided.is_some() || lane.contact_tries == 0 {
        return None;
    }
    let tries = usize::try_from(lane.contact_tries).unwrap_or(usize::MAX);
    let pause = CONTACT.get(tries - 1).copied()?;
    Some(now + SignedDuration::from_secs(pause))
}
