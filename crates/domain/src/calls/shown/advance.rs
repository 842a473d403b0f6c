//! From what is known of a call to what must be shown of it next.
//!
//! A card that was shown is only ever moved on; in whatever order the facts become known, what stays in
//! Planfix's history in the end is the same.

use jiff::Timestamp;

use super::going_on::Step;
use super::{Desks, PlannedCard, Shown};
use crate::calls::{CallFacts, Ending};

impl Shown {
    /// What to show next, and notes it as shown.
    pub fn advance(
        &mut self,
        facts: &CallFacts,
        desks: &Desks,
        now: Timestamp,
    ) -> Vec<PlannedCard> {
        if self.closed {
            return Vec::new();
        }
        let mut step = Step { shown: self, facts, desks, planned: Vec::new() };
        step.go_on();
        match facts.ending(now) {
            Ending::Open | Ending::Unsettled { .. } => {}
            Ending::Talked => step.end_talked(),
            Ending::NotTalked(reason) => step.end_missed(reason),
        }
        step.planned
    }
}
