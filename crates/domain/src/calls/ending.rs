//! Whether a call is over, and whether enough is known to close its cards.

use jiff::{SignedDuration, Timestamp};

use super::{CallFacts, Direction, MissedReason, Party, finish_reason};

/// How long notifications that belong to a call are awaited after its end: they come out of order.
const STRAGGLERS: SignedDuration = SignedDuration::from_secs(10);
/// How long the report is awaited for what it alone can tell: who talked, and why an outgoing call
/// failed.
const REPORT: SignedDuration = SignedDuration::from_secs(60);

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
        let over =
            if self.talked() { Ending::Talked } else { Ending::NotTalked(self.missed_reason()) };
        let patience = if self.needs_report() {
            REPORT
        } else if self.is_all_told() {
            return over;
        } else {
            STRAGGLERS
        };
        let until = ended_at.saturating_add(patience).unwrap_or(now);
        if now < until { Ending::Unsettled { until } } else { over }
    }

    /// Whether, by the call's own account, nothing of who was rung and who talked is missing.
    pub fn is_all_told(&self) -> bool {
        let talkers = self.talkers();
        let told = if talkers.is_empty() {
            // the end can overtake the ringing before it
            (self.lost || self.talk_seconds == Some(0)) && !self.parties.is_empty()
        } else {
            talkers.into_iter().all(Party::has_hung_up) && !self.has_unheard_talk()
        };
        self.report.is_some() || (told && self.ended_at.is_some())
    }

    /// Why UIS ended the call: from the report, or from a notification that carries the variable.
    pub fn finish_reason(&self) -> Option<&str> {
        let reported = self.report.as_ref().and_then(|report| report.finish_reason.as_deref());
        reported.or_else(|| self.variables.get("finish_reason").map(String::as_str))
    }

    /// Whether something is missing that only the report can tell.
    fn needs_report(&self) -> bool {
        let missing = if self.talked() {
            self.first_talker().is_none()
        } else {
            self.direction == Some(Direction::Out) && self.finish_reason().is_none()
        };
        missing && self.report.is_none()
    }

    fn missed_reason(&self) -> MissedReason {
        match self.direction {
            Some(Direction::Out) => {
                self.finish_reason().map_or(MissedReason::NoAnswer, finish_reason::missed_reason)
            }
            Some(Direction::In) | None => MissedReason::Missed,
        }
    }
}
