//! Who talked, and for how long, by everything that is known of a call.

use super::{CallFacts, CallReport, Party};
use crate::ids::UisEmployeeId;

impl CallFacts {
    /// Whether anybody talked, by everything that is known.
    pub fn talked(&self) -> bool {
        let by_report = self.report.as_ref().is_some_and(CallReport::talked);
        by_report
            || self.parties.iter().any(Party::talked)
            || self.talk_seconds.is_some_and(|seconds| seconds > 0)
    }

    /// The employees who talked by their own notifications, in the order of their talks.
    pub fn talkers(&self) -> Vec<&Party> {
        let mut talkers: Vec<&Party> = self.parties.iter().filter(|party| party.talked()).collect();
        talkers.sort_by_key(|party| party.talk_started_at());
        talkers
    }

    /// Who else talked: the notifications of their talks never came, and the report or the call's end
    /// tells of them.
    pub fn unheard_talkers(&self) -> Vec<UisEmployeeId> {
        let reported = self.report.as_ref().map(CallReport::talkers).unwrap_or_default();
        let mut talkers = if reported.is_empty() && self.has_unheard_talk() {
            self.finished_by.into_iter().collect()
        } else {
            reported
        };
        talkers.retain(|employee| !self.party(*employee).is_some_and(Party::talked));
        talkers
    }

    /// Everybody who talked, each once.
    pub fn everybody_who_talked(&self) -> Vec<UisEmployeeId> {
        let heard = self.talkers().into_iter().map(|party| party.employee.id);
        heard.chain(self.unheard_talkers()).collect()
    }

    /// Who talked first.
    pub fn first_talker(&self) -> Option<UisEmployeeId> {
        let reported = self.report.as_ref().and_then(|report| report.first_talker);
        reported
            .or_else(|| self.talkers().first().map(|party| party.employee.id))
            .or_else(|| self.unheard_talkers().first().copied())
    }

    /// Who talked last.
    pub fn last_talker(&self) -> Option<UisEmployeeId> {
        let reported = self.report.as_ref().and_then(|report| report.last_talker);
        // of whom only the end tells, he was there at the end
        reported
            .or_else(|| self.unheard_talkers().last().copied())
            .or_else(|| self.talkers().last().map(|party| party.employee.id))
    }

    /// How long the employee talked, seconds: by his own notifications, else what the others leave of
    /// the call's sum. `None` when neither tells.
    pub fn seconds_of(&self, employee: UisEmployeeId) -> Option<u32> {
        let own = self.party(employee).and_then(Party::seconds);
        own.or_else(|| {
            let others = self.talkers().into_iter().filter(|party| party.employee.id != employee);
            let heard = whole_length(others);
            let alone = self.unheard_talkers().iter().all(|other| *other == employee);
            heard
                .filter(|_| alone)
                .zip(self.talk_seconds)
                .map(|(heard, sum)| sum.saturating_sub(heard))
        })
    }

    /// Whether the call's sum counts talks of which no notification has come.
    pub fn has_unheard_talk(&self) -> bool {
        let talkers = self.talkers();
        // each talk is rounded to seconds by itself
        let rounding = talkers.iter().map(|party| party.talks_ended.len()).sum::<usize>();
        let heard = whole_length(talkers.into_iter());
        let unheard = heard.zip(self.talk_seconds).map(|(heard, sum)| sum.saturating_sub(heard));
        unheard.is_some_and(|seconds| usize::try_from(seconds).is_ok_and(|left| left > rounding))
    }

    /// The name of an employee of the call, as far as it was told.
    pub fn name_of(&self, employee: UisEmployeeId) -> Option<&str> {
        let party = self.party(employee).and_then(|party| party.employee.full_name.as_deref());
        let reported = self.report.iter().flat_map(|report| &report.employees);
        let mut reported = reported.filter(|one| one.id == employee);
        party.or_else(|| reported.next()?.full_name.as_deref())
    }

    pub(super) fn party(&self, employee: UisEmployeeId) -> Option<&Party> {
        self.parties.iter().find(|party| party.employee.id == employee)
    }
}

/// How long they talked together, once every end is known.
fn whole_length<'a>(mut parties: impl Iterator<Item = &'a Party>) -> Option<u32> {
    parties.try_fold(0_u32, |sum, party| {
        let seconds = party.seconds().filter(|_| party.has_hung_up())?;
        Some(sum.saturating_add(seconds))
    })
}
