//! Whether a call is over, and whether enough is known to close its cards.

use jiff::{SignedDuration, Timestamp};

use super::{CallFacts, Direction, MissedReason, Party, finish_reason};

/// How long notifications that contradict the end are awaited: they come out of order.
const STRAGGLERS: SignedDuration = SignedDuration::from_secs(10);
/// How long the report is awaited for why an outgoing call failed.
const WHY: SignedDuration = SignedDuration::from_secs(60);

/// How a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It goes on.
    Open,
    /// It is over, and something that belongs to it may still come; look again then.
    Unsettled {
        /// Until when to wait.
        until: Timestamp,
    },
    /// It is over, and somebody talked.
    Talked,
    /// It is over, and nobody talked.
    NotTalked(MissedReason),
}

impl CallFacts {
    /// How the call stands at the moment.
    pub fn ending(&self, now: Timestamp) -> Ending {
        let Some(ended_at) = self.ended_at else { return Ending::Open };
        let wait_until = |pause: SignedDuration| ended_at.saturating_add(pause).unwrap_or(now);
        let stragglers = wait_until(STRAGGLERS);
        let talkers = self.talkers();
        let told = self.report.is_some() || now >= stragglers;
        if !talkers.is_empty() {
            let all_hung_up = talkers.iter().copied().all(Party::has_hung_up);
            return if all_hung_up || told {
                Ending::Talked
            } else {
                Ending::Unsettled { until: stragglers }
            };
        }
        if self.talked() {
            // the end came before the talk itself
            return if told { Ending::Talked } else { Ending::Unsettled { until: stragglers } };
        }
        let surely_not = self.lost || self.talk_seconds == Some(0);
        if !surely_not && !told {
            return Ending::Unsettled { until: stragglers };
        }
        match (self.direction, self.finish_reason()) {
            (Some(Direction::Out), Some(reason)) => {
                Ending::NotTalked(finish_reason::missed_reason(reason))
            }
            (Some(Direction::Out), None) if now < wait_until(WHY) && self.report.is_none() => {
                Ending::Unsettled { until: wait_until(WHY) }
            }
            (Some(Direction::Out), None) => Ending::NotTalked(MissedReason::NoAnswer),
            (Some(Direction::In) | None, _) => Ending::NotTalked(MissedReason::Missed),
        }
    }

    /// Why UIS ended the call: from the report, or from a notification that carries the variable.
    pub fn finish_reason(&self) -> Option<&str> {
        let reported = self.report.as_ref().and_then(|report| report.finish_reason.as_deref());
        reported.or_else(|| self.variables.get("finish_reason").map(String::as_str))
    }
}
