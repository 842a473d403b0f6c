//! Who takes part in a call.

use serde::Serialize;

use super::step::PhoneState;
use crate::uis::company::Employee;

/// An employee's part in a call; times are seconds from the start of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Its id, `leg_id` of notifications.
    pub id: u64,
    /// Whose phone.
    pub employee: Employee,
    /// The number on which he is rung.
    pub phone: String,
    /// When it began to ring.
    pub rang_at: i64,
    /// When the talk began.
    pub answered_at: Option<i64>,
    /// When it was over; so far, the same as `rang_at`.
    pub ended_at: i64,
    /// Whether the call came to him from a colleague.
    pub transferred: bool,
}

impl Leg {
    /// Seconds of talk.
    pub(in crate::uis) fn talked(&self) -> i64 {
        self.answered_at.map_or(0, |answered| self.ended_at - answered)
    }
}

/// What the customer is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientState {
    /// He waits for an employee.
    Queued,
    /// His phone rings.
    Dialing,
    /// He talks.
    Talking,
    /// He hears music.
    OnHold,
}

/// Everybody's part in a call so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// The customer; not in the call yet while only an employee's phone rings.
    pub client: Option<ClientState>,
    /// Employees whose phones ring.
    pub ringing: Vec<Leg>,
    /// The employee who talks: with the customer, or with the colleague who waits.
    pub talking: Option<Leg>,
    /// The employee who asked a colleague while the customer is on hold.
    pub waiting: Option<Leg>,
    /// Parts that are over.
    pub over: Vec<Leg>,
    /// Operations of the scenario that the call passed, by their names in UIS.
    pub operations: Vec<&'static str>,
}

impl Parts {
    /// An employee's phone changes its state.
    pub(in crate::uis) fn take(&mut self, leg: &Leg, phone: PhoneState) {
        match phone {
            PhoneState::Ringing => self.ringing.push(leg.clone()),
            PhoneState::Talking => self.begin_talk(leg),
            PhoneState::Resting => self.leave(leg),
        }
    }

    fn begin_talk(&mut self, leg: &Leg) {
        self.ringing.retain(|other| other.id != leg.id);
        if let Some(first) = self.talking.take() {
            self.waiting = Some(first);
        }
        self.talking = Some(leg.clone());
        let consulting = self.waiting.is_some();
        self.client = Some(if consulting { ClientState::OnHold } else { ClientState::Talking });
    }

    fn leave(&mut self, leg: &Leg) {
        let is_his = |other: &Leg| other.id == leg.id;
        self.ringing.retain(|other| !is_his(other));
        if self.waiting.as_ref().is_some_and(is_his) {
            self.waiting = None;
            // the customer is the colleague's now, at once or when he picks up
            let talks = self.talking.is_some();
            self.client = Some(if talks { ClientState::Talking } else { ClientState::Queued });
        } else {
            self.talking = self.talking.take().filter(|other| !is_his(other));
            if self.talking.is_none() && self.ringing.is_empty() {
                self.talking = self.waiting.take();
            }
        }
        self.over.push(leg.clone());
    }

    /// The legs that are in the call now.
    pub(in crate::uis) fn present(&self) -> impl Iterator<Item = &Leg> {
        self.waiting.iter().chain(&self.talking).chain(&self.ringing)
    }

    /// The last moment of the call that is known.
    pub(in crate::uis) fn latest(&self) -> i64 {
        let legs = self.present().chain(&self.over);
        legs.map(|leg| leg.ended_at.max(leg.answered_at.unwrap_or(leg.rang_at)))
            .max()
            .unwrap_or_default()
    }
}
