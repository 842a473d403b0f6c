//! How a call goes on.

use super::parts::Leg;
use super::stage::Stage;
use super::{Act, PhoneState};
use crate::uis::company::Employee;
use crate::uis::notify::Kind;

impl Stage<'_> {
    pub(super) fn act(&mut self, act: &Act) {
        match act {
            Act::Ivr { secs } => self.now += secs,
            Act::Talk { secs } => self.talk(*secs),
            Act::Ring { employees, secs } => {
                self.stop_ringing();
                for employee in employees {
                    self.ring(employee, false);
                }
                self.now += secs;
            }
            Act::Answer { employee } => self.answer(employee.as_deref()),
            Act::Transfer { to, ring_secs } => {
                self.stop_talking();
                self.ring(to, true);
                self.now += ring_secs;
            }
            Act::Consult { with, ring_secs, secs } => {
                self.ring(with, true);
                self.now += ring_secs;
                self.join(with);
                self.now += secs;
                self.stop_waiting();
            }
            // asked in its own turn, see `Stage::run`; an exit has no questions
            Act::AskManager { .. } => {}
        }
    }

    /// They talk, if anybody picked up.
    pub(super) fn talk(&mut self, secs: i64) {
        if self.parts.talking.is_some() {
            self.now += secs;
        }
    }

    pub(super) fn ring(&mut self, who: &str, transferred: bool) {
        let employee = self.employee(who);
        self.ring_on(employee, None, transferred);
    }

    pub(super) fn ring_on(&mut self, employee: Employee, phone: Option<&str>, transferred: bool) {
        let leg = Leg { transferred, ..self.leg(employee, phone) };
        self.phone(&leg, PhoneState::Ringing);
        self.notify(Kind::CallWaiting, Some(&leg));
    }

    /// Somebody picks up; whoever talked before, and whatever rings still, is out of the call.
    fn answer(&mut self, who: Option<&str>) {
        if let Some(leg) = self.picked_up(who) {
            self.stop_talking();
            self.begin_talk(leg);
        }
    }

    /// A colleague picks up; the employee who asked for him stays in the call.
    pub(super) fn join(&mut self, who: &str) {
        if let Some(leg) = self.picked_up(Some(who)) {
            self.begin_talk(leg);
        }
    }

    /// The phone that is picked up: his, or the one that rings.
    fn picked_up(&mut self, who: Option<&str>) -> Option<Leg> {
        let is_meant = |leg: &&Leg| who.is_none_or(|who| leg.employee.is_called(who));
        if !self.parts.ringing.iter().any(|leg| is_meant(&leg)) {
            // he picked up before his phone could be seen ringing
            self.ring(who?, false);
        }
        self.parts.ringing.iter().find(is_meant).cloned()
    }

    pub(super) fn begin_talk(&mut self, mut leg: Leg) {
        leg.answered_at = Some(self.now);
        self.phone(&leg, PhoneState::Talking);
        self.notify(Kind::TalkStarted, Some(&leg));
        self.stop_ringing();
    }

    pub(super) fn stop_ringing(&mut self) {
        for leg in self.parts.ringing.clone() {
            self.close(leg);
        }
    }

    pub(super) fn stop_talking(&mut self) {
        if let Some(leg) = self.parts.talking.clone() {
            let leg = self.close(leg);
            self.notify(Kind::TalkFinished, Some(&leg));
        }
    }

    /// The employee who asked a colleague leaves the call.
    pub(super) fn stop_waiting(&mut self) {
        if let Some(leg) = self.parts.waiting.clone() {
            let leg = self.close(leg);
            self.notify(Kind::TalkFinished, Some(&leg));
        }
    }

    pub(super) fn close(&mut self, mut leg: Leg) -> Leg {
        leg.ended_at = self.now;
        self.phone(&leg, PhoneState::Resting);
        leg
    }
}
