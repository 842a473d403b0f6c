//! What can be told from the course of a call so far.

use serde_json::{Value, json};

use super::around::Surroundings;
use super::parts::Leg;
use super::{Direction, Script};
use crate::uis::calls::SessionId;
use crate::uis::company::{Campaign, EmployeeId, Named};
use crate::uis::moment;

/// The course of a call so far, and what can be told from it.
pub(super) struct Course<'a> {
    pub(super) script: &'a Script,
    pub(super) around: &'a Surroundings<'a>,
    pub(super) session: SessionId,
    /// Legs that are over.
    pub(super) legs: &'a [Leg],
    /// Operations of the scenario that the call passed.
    pub(super) operations: &'a [&'static str],
    /// Seconds since the start.
    pub(super) total: i64,
}

impl<'a> Course<'a> {
    /// UIS numbers communications of all kinds apart from call sessions.
    pub(super) fn communication_id(&self) -> u64 {
        self.session.0 + 3_000_000
    }

    /// A second of the call, as the Data API writes dates.
    pub(super) fn moment(&self, second: i64) -> String {
        let at = self.around.started_at + jiff::SignedDuration::from_secs(second);
        moment::wire(at, self.around.zone)
    }

    /// The number, or `null` for an internal call.
    pub(super) fn virtual_number(&self) -> Value {
        let number = &self.script.virtual_number;
        if number.is_empty() { Value::Null } else { json!(number) }
    }

    /// The campaign that brought the call; only for calls of customers.
    pub(super) fn campaign(&self) -> Option<&'a Campaign> {
        let company = self.around.company;
        let of_number = || company.number(&self.script.virtual_number).map(|found| found.campaign);
        let name = self.script.facts.campaign.as_deref().or_else(of_number)?;
        if self.script.direction == Direction::In { company.campaign(name) } else { None }
    }

    /// The advertised site, else the site the number stands on.
    pub(super) fn site(&self) -> Option<&'a Named> {
        let advertised = self.campaign().filter(|campaign| campaign.utm.is_some());
        let number = self.around.company.number(&self.script.virtual_number);
        advertised.map(|campaign| &campaign.site).or_else(|| number.map(|number| &number.site))
    }

    /// `utm_source` and its kin.
    pub(super) fn utm(&self) -> impl Iterator<Item = (&'static str, Value)> {
        const NAMES: [&str; 5] =
            ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];
        let values = self.campaign().and_then(|campaign| campaign.utm).unwrap_or_default();
        NAMES.into_iter().zip(values.map(|value| match value {
            "" => Value::Null,
            value => json!(value),
        }))
    }

    /// Origin of the call, see `source` of `get.calls_report`.
    pub(super) fn source(&self) -> &'static str {
        match (self.script.direction, self.campaign().and_then(|campaign| campaign.utm)) {
            _ if self.script.order.is_some() => "callapi",
            (Direction::Out, _) if self.script.facts.external_id.is_some() => "callapi",
            (Direction::Out, _) => "sip",
            (Direction::In, Some(_)) => "dynamic_call_tracking",
            (Direction::In, None) => "va",
        }
    }

    /// Attributes of the communication: first or repeated, lost.
    pub(super) fn attributes(&self) -> Vec<&'static str> {
        let first = self.around.communication_number == 1;
        let mut attributes = vec![if first { "primary" } else { "secondary" }];
        if self.is_lost() {
            attributes.push("lost");
        }
        attributes
    }

    /// Seconds of talk of all employees.
    pub(super) fn talked(&self) -> i64 {
        self.legs.iter().map(Leg::talked).sum()
    }

    /// Seconds till somebody picked up, or till the end.
    pub(super) fn waited(&self) -> i64 {
        self.legs.iter().filter_map(|leg| leg.answered_at).min().unwrap_or(self.total)
    }

    /// Employees whose phones rang, each once.
    pub(super) fn rung(&self) -> Vec<EmployeeId> {
        let mut rung: Vec<_> = self.legs.iter().map(|leg| leg.employee.id).collect();
        rung.sort_unstable();
        rung.dedup();
        rung
    }

    /// The key of a leg's recording.
    pub(super) fn recording_hash(&self, leg: &Leg) -> String {
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        let spread = |number: u64| number.wrapping_mul(SPREAD);
        format!("{:016x}{:016x}", spread(self.session.0), spread(leg.id))
    }

    /// The address of a leg's recording.
    pub(super) fn recording_link(&self, leg: &Leg) -> String {
        format!("{}/{}/{}", self.around.media, self.session, self.recording_hash(leg))
    }

    pub(super) fn is_lost(&self) -> bool {
        let talked = self.legs.iter().any(|leg| leg.answered_at.is_some());
        !talked && self.script.lost_when_unanswered
    }

    pub(super) fn finish_reason(&self) -> &str {
        if let Some(reason) = &self.script.facts.finish_reason {
            return reason;
        }
        match (self.script.failure, self.script.direction) {
            (Some(failure), _) => failure.finish_reason(),
            (None, Direction::Out) => "operator_disconnects",
            (None, Direction::In) if self.is_lost() && !self.legs.is_empty() => {
                "no_success_operator_call"
            }
            (None, Direction::In) => "subscriber_disconnects",
        }
    }

    pub(super) fn talkers(&self) -> impl DoubleEndedIterator<Item = &'a Leg> {
        self.legs.iter().filter(|leg| leg.answered_at.is_some())
    }
}
