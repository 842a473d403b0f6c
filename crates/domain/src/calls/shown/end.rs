//! The cards of a call that is over: each of them closes, and the call is in Planfix's history.

use super::ShownStage;
use super::going_on::Step;
use crate::calls::{CardStage, MissedReason};
use crate::ids::UisEmployeeId;

impl Step<'_> {
    /// Somebody talked: a talk for each who did, and the other cards just close.
    pub(super) fn end_talked(&mut self) {
        let unheard = self.facts.unheard_talkers();
        let talks = self.facts.talkers().len() + unheard.len();
        for employee in unheard {
            if self.desks.contains_key(&employee) {
                self.talk(employee, None);
            }
        }
        for employee in self.cards_at(ShownStage::Ringing) {
            self.close(employee, CardStage::Cancelled);
        }
        for employee in self.cards_at(ShownStage::Accepted) {
            let talk = self.talk_of(employee, talks == 1);
            self.close(employee, talk);
        }
        self.shown.closed = true;
    }

    /// Nobody talked: one card says so (the one rung first), the others just close. Of a call that was
    /// passed on in turn only the last phone's card is open still.
    pub(super) fn end_missed(&mut self, reason: MissedReason) {
        let mut open = self.cards_at(ShownStage::Ringing);
        open.extend(self.cards_at(ShownStage::Accepted));
        open.sort_by_key(|employee| self.shown.cards.get(employee).map(|card| card.rang_at));
        for employee in open.iter().skip(1) {
            self.close(*employee, CardStage::Cancelled);
        }
        if let Some(employee) = open.first() {
            self.close(*employee, CardStage::NotTalked { reason });
        }
        self.shown.closed = true;
    }

    /// The employee's talk. Recordings do not say whose they are: only that of the one talk there was
    /// goes with it, the others follow by themselves.
    fn talk_of(&mut self, employee: UisEmployeeId, only_talk: bool) -> CardStage {
        let record = self.facts.records.first().filter(|_| only_talk).cloned();
        self.shown.records.extend(record.iter().map(ToString::to_string));
        let awaited = self.desks.get(&employee).is_none_or(|desk| desk.recorded);
        CardStage::Talked {
            seconds: self.facts.seconds_of(employee).unwrap_or(0),
            recorded: record.is_some() || awaited,
            record,
        }
    }

    fn cards_at(&self, stage: ShownStage) -> Vec<UisEmployeeId> {
        let cards = self.shown.cards.iter().filter(|(_, card)| card.stage == stage);
        cards.map(|(employee, _)| *employee).collect()
    }
}
