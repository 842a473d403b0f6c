//! A call somebody takes a hand in over the Call API: its course from then on.

use super::Step;
use super::around::{Ids, Surroundings};
use super::parts::Leg;
use super::stage::Stage;
use crate::uis::calls::LiveCall;
use crate::uis::company::Employee;
use crate::uis::notify::Kind;

/// What is done to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::uis) enum Hand {
    /// It ends for everybody.
    Release,
    /// An employee leaves it.
    Disconnect(u64),
    /// A colleague is rung while the customer is on hold.
    Ring(Box<Employee>, String),
    /// The employee who asked leaves the customer to the colleague.
    Transfer,
    /// The employee goes back to the customer, without the colleague.
    Restore,
}

/// How a call goes on when nobody takes a hand in it any more, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::uis) struct Pace {
    /// How long a colleague's phone rings.
    pub(in crate::uis) ring_secs: i64,
    /// How long a talk lasts.
    pub(in crate::uis) talk_secs: i64,
}

/// The steps of the call from its present second on.
pub(in crate::uis) fn steer(
    call: &LiveCall,
    hand: &Hand,
    pace: Pace,
    around: &Surroundings<'_>,
    ids: &mut Ids,
    now: i64,
) -> Vec<Step> {
    let mut stage = Stage::resume(call, around, ids, (now, now));
    match hand {
        Hand::Release => {}
        Hand::Disconnect(id) => stage.disconnect(*id, pace),
        Hand::Ring(employee, phone) => {
            stage.ring_on((**employee).clone(), Some(phone), true);
            stage.wait_for_colleague(pace);
        }
        Hand::Transfer => {
            stage.stop_waiting();
            stage.wait_for_colleague(pace);
        }
        Hand::Restore => {
            stage.send_colleague_away();
            stage.talk(pace.talk_secs);
        }
    }
    stage.end();
    stage.steps
}

impl Stage<'_> {
    /// The colleague picks up and they talk.
    fn wait_for_colleague(&mut self, pace: Pace) {
        if let Some(leg) = self.parts.ringing.first().cloned() {
            self.now += pace.ring_secs;
            self.begin_talk(leg);
        }
        self.talk(pace.talk_secs);
    }

    fn send_colleague_away(&mut self) {
        self.stop_ringing();
        if self.parts.waiting.is_some() {
            self.stop_talking();
        }
    }

    /// Without this employee; the call goes on while another rings or talks.
    fn disconnect(&mut self, id: u64, pace: Pace) {
        let leaving: Option<Leg> = self.parts.present().find(|leg| leg.id == id).cloned();
        let Some(leg) = leaving else { return };
        let talked = leg.answered_at.is_some();
        let leg = self.close(leg);
        if talked {
            self.notify(Kind::TalkFinished, Some(&leg));
        }
        if self.parts.talking.is_some() || !self.parts.ringing.is_empty() {
            self.wait_for_colleague(pace);
        }
    }
}
