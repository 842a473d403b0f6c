//! The sentences.

use super::{Act, Direction, Facts, Failure, Recording, Script};
use crate::uis::romashka::MAIN_NUMBER;

/// How long a phone rings when the sentence does not say.
pub(super) const RING_SECS: i64 = 5;
/// How long after the call its recording usually comes.
const RECORDING_SECS: i64 = 3;

impl Script {
    /// A customer calls from this number.
    pub fn incoming(contact_phone: &str) -> Self {
        Self {
            direction: Direction::In,
            internal: false,
            contact_phone: contact_phone.to_owned(),
            virtual_number: MAIN_NUMBER.to_owned(),
            caller: None,
            order: None,
            acts: Vec::new(),
            failure: None,
            lost_when_unanswered: true,
            recording: Recording::Never,
            facts: Facts::default(),
        }
    }

    /// An employee calls this number.
    pub fn outgoing(contact_phone: &str) -> Self {
        Self { direction: Direction::Out, ..Self::incoming(contact_phone) }
    }

    /// An employee calls a colleague.
    pub fn internal(from: &str, to: &str) -> Self {
        let call = Self { internal: true, virtual_number: String::new(), ..Self::outgoing(to) };
        call.by(from)
    }

    /// The customer dialled this virtual number.
    #[must_use]
    pub fn to(mut self, virtual_number: &str) -> Self {
        virtual_number.clone_into(&mut self.virtual_number);
        self
    }

    /// The employee calls through this virtual number.
    #[must_use]
    pub fn through(self, virtual_number: &str) -> Self {
        self.to(virtual_number)
    }

    /// The employee who makes an outgoing call.
    #[must_use]
    pub fn by(mut self, employee: &str) -> Self {
        self.caller = Some(employee.to_owned());
        self
    }

    /// The caller listens to the scenario.
    #[must_use]
    pub fn hears_ivr_secs(self, secs: i64) -> Self {
        self.act(Act::Ivr { secs })
    }

    /// The scenario itself serves the caller, so a call without a talk is not a lost one.
    #[must_use]
    pub fn served_by_ivr(mut self) -> Self {
        self.lost_when_unanswered = false;
        self.finishes_with("scenario_disconnects")
    }

    /// One phone rings; a phone that rang before stops.
    #[must_use]
    pub fn rings(self, employee: &str) -> Self {
        self.rings_all([employee])
    }

    /// Several phones ring together.
    #[must_use]
    pub fn rings_all<'a>(self, employees: impl IntoIterator<Item = &'a str>) -> Self {
        let employees = employees.into_iter().map(str::to_owned).collect();
        self.act(Act::Ring { employees, secs: RING_SECS })
    }

    /// How long the phones named last ring.
    #[must_use]
    pub fn for_secs(mut self, seconds: i64) -> Self {
        match self.acts.last_mut() {
            Some(
                Act::Ring { secs, .. }
                | Act::Ivr { secs }
                | Act::Talk { secs }
                | Act::AskManager { secs, .. },
            ) => *secs = seconds,
            Some(Act::Transfer { ring_secs, .. } | Act::Consult { ring_secs, .. }) => {
                *ring_secs = seconds;
            }
            Some(Act::Answer { .. }) | None => {}
        }
        self
    }

    /// This employee picks up.
    #[must_use]
    pub fn answered_by(self, employee: &str) -> Self {
        self.act(Act::Answer { employee: Some(employee.to_owned()) })
    }

    /// The other side picks up.
    #[must_use]
    pub fn answered(self) -> Self {
        self.act(Act::Answer { employee: None })
    }

    /// They talk.
    #[must_use]
    pub fn talks_secs(self, secs: i64) -> Self {
        self.act(Act::Talk { secs })
    }

    /// Blind transfer: the talker leaves and this phone rings.
    #[must_use]
    pub fn transferred_to(self, employee: &str) -> Self {
        self.act(Act::Transfer { to: employee.to_owned(), ring_secs: RING_SECS })
    }

    /// Attended transfer: the talker asks this colleague for so long, then leaves him the customer.
    #[must_use]
    pub fn handed_over_to(self, employee: &str, after_secs: i64) -> Self {
        let with = employee.to_owned();
        self.act(Act::Consult { with, ring_secs: RING_SECS, secs: after_secs })
    }

    /// The outgoing call does not come about.
    #[must_use]
    pub fn fails(mut self, failure: Failure) -> Self {
        self.failure = Some(failure);
        self
    }

    /// The recording comes soon after the call.
    #[must_use]
    pub fn recorded(self) -> Self {
        self.recorded_after_secs(RECORDING_SECS)
    }

    /// The recording is ready before the call is over.
    #[must_use]
    pub fn recorded_at_once(mut self) -> Self {
        self.recording = Recording::AtOnce;
        self
    }

    /// The recording comes so long after the end of the call.
    #[must_use]
    pub fn recorded_after_secs(mut self, secs: i64) -> Self {
        self.recording = Recording::After(secs);
        self
    }

    /// The caller came from this campaign.
    #[must_use]
    pub fn from_campaign(mut self, name: &str) -> Self {
        self.facts.campaign = Some(name.to_owned());
        self
    }

    /// The call gets this tag.
    #[must_use]
    pub fn tagged(mut self, tag: &str) -> Self {
        self.facts.tags.push(tag.to_owned());
        self
    }

    /// The caller stands in the address book of UIS.
    #[must_use]
    pub fn known_as(mut self, contact_id: u64, full_name: &str) -> Self {
        self.facts.contact = Some((contact_id, full_name.to_owned()));
        self
    }

    /// The `external_id` the call was ordered with.
    #[must_use]
    pub fn external_id(mut self, id: &str) -> Self {
        self.facts.external_id = Some(id.to_owned());
        self
    }

    /// Which communication of this person it is; UIS counts by itself when not said.
    #[must_use]
    pub fn communication_number(mut self, number: u64) -> Self {
        self.facts.communication_number = Some(number);
        self
    }

    /// `finish_reason` of the report row.
    #[must_use]
    pub fn finishes_with(mut self, finish_reason: &str) -> Self {
        self.facts.finish_reason = Some(finish_reason.to_owned());
        self
    }

    pub(super) fn act(mut self, act: Act) -> Self {
        self.acts.push(act);
        self
    }
}
