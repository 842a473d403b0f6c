//! Plays a script on paper: from acts to steps and report rows.

use super::around::{Ids, Leg, Surroundings};
use super::course::Course;
use super::{Act, Direction, Event, Notification, PhoneState, Recording, Script, Step};
use super::{row, variables};
use crate::uis::calls::{LiveCall, SessionId};
use crate::uis::company::Employee;
use crate::uis::notify::Kind;

/// How long an outgoing call dials before the other side decides.
const DIAL_SECS: i64 = 6;

/// All steps of the call, in order.
pub(in crate::uis) fn compile(
    script: &Script,
    around: &Surroundings<'_>,
    ids: &mut Ids,
) -> Vec<Step> {
    let session = SessionId(ids.session);
    ids.session += 1;
    let mut stage = Stage {
        script,
        around,
        ids,
        session,
        now: 0,
        ringing: Vec::new(),
        talking: None,
        legs: Vec::new(),
        steps: Vec::new(),
    };
    stage.begin();
    for act in &script.acts {
        stage.act(act);
    }
    stage.end();
    stage.steps
}

struct Stage<'a> {
    script: &'a Script,
    around: &'a Surroundings<'a>,
    ids: &'a mut Ids,
    session: SessionId,
    now: i64,
    ringing: Vec<Leg>,
    talking: Option<Leg>,
    /// Legs that are over.
    legs: Vec<Leg>,
    steps: Vec<Step>,
}

impl Stage<'_> {
    fn begin(&mut self) {
        self.step(Event::Begins(Box::new(LiveCall {
            session: self.session,
            direction: self.script.direction,
            contact_phone: self.script.contact_phone.clone(),
            virtual_number: self.script.virtual_number.clone(),
            started_at: self.around.started_at,
            phones: std::collections::BTreeMap::new(),
        })));
        if self.script.direction == Direction::In {
            return self.notify(Kind::CallIncoming, None);
        }
        let caller = self.employee(self.script.caller.as_deref().unwrap_or("101"));
        let leg = self.leg(caller, false);
        self.notify(Kind::CallOutgoing, Some(&leg));
        if self.script.failure == Some(super::Failure::NotAllowed) {
            self.legs.push(leg);
            return;
        }
        self.phone(&leg, PhoneState::Ringing);
        self.notify(Kind::CallWaiting, Some(&leg));
        self.ringing.push(leg);
        self.now += DIAL_SECS;
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Ivr { secs } | Act::Talk { secs } => self.now += secs,
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
                let first = self.talking.take();
                self.ring(with, true);
                self.now += ring_secs;
                self.answer(Some(with));
                self.now += secs;
                let second = std::mem::replace(&mut self.talking, first);
                self.stop_talking();
                self.talking = second;
            }
        }
    }

    fn end(&mut self) {
        self.stop_talking();
        self.stop_ringing();
        let talked = self.legs.iter().any(|leg| leg.answered_at.is_some());
        if self.script.recording == Recording::AtOnce {
            self.send_recordings();
        }
        let incoming = self.script.direction == Direction::In;
        if incoming && !talked && self.script.lost_when_unanswered {
            self.notify(Kind::CallLost, None);
        }
        let last = self.legs.iter().rfind(|leg| leg.answered_at.is_some());
        let last = last.or_else(|| self.legs.last()).cloned();
        self.notify(Kind::CallFinished, last.as_ref());
        let report = row::report(&self.course(), self.script.recording == Recording::AtOnce);
        self.step(Event::Ends(Box::new(report)));
        if let Recording::After(secs) = self.script.recording {
            let report = row::report(&self.course(), true);
            self.now += secs;
            self.step(Event::Recorded(Box::new(report)));
            self.send_recordings();
        }
    }

    fn ring(&mut self, who: &str, transferred: bool) {
        let employee = self.employee(who);
        let leg = self.leg(employee, transferred);
        self.phone(&leg, PhoneState::Ringing);
        self.notify(Kind::CallWaiting, Some(&leg));
        self.ringing.push(leg);
    }

    fn answer(&mut self, who: Option<&str>) {
        let is_meant = |leg: &Leg| who.is_none_or(|who| leg.employee.is_called(who));
        let Some(place) = self.ringing.iter().position(is_meant) else {
            // he picked up before his phone could be seen ringing
            if let Some(who) = who {
                self.ring(who, false);
                self.answer(Some(who));
            }
            return;
        };
        self.stop_talking();
        let mut leg = self.ringing.swap_remove(place);
        leg.answered_at = Some(self.now);
        self.phone(&leg, PhoneState::Talking);
        self.notify(Kind::TalkStarted, Some(&leg));
        self.stop_ringing();
        self.talking = Some(leg);
    }

    fn stop_ringing(&mut self) {
        for leg in std::mem::take(&mut self.ringing) {
            self.close(leg);
        }
    }

    fn stop_talking(&mut self) {
        let Some(leg) = self.talking.take() else { return };
        let leg = self.close(leg);
        self.notify(Kind::TalkFinished, Some(&leg));
    }

    fn close(&mut self, mut leg: Leg) -> Leg {
        leg.ended_at = self.now;
        self.phone(&leg, PhoneState::Resting);
        self.legs.push(leg.clone());
        leg
    }

    fn send_recordings(&mut self) {
        for leg in self.legs.clone() {
            if leg.answered_at.is_some() {
                self.notify(Kind::RecordReady, Some(&leg));
            }
        }
    }

    fn leg(&mut self, employee: Employee, transferred: bool) -> Leg {
        let id = self.ids.leg;
        self.ids.leg += 1;
        let now = self.now;
        Leg { id, employee, rang_at: now, answered_at: None, ended_at: now, transferred }
    }

    /// An employee UIS does not list any more still rings: as in life, after he was deleted.
    fn employee(&self, who: &str) -> Employee {
        self.around.company.employee(who).cloned().unwrap_or_else(|| Employee {
            id: 4999,
            first_name: "Удалённый".to_owned(),
            last_name: format!("Сотрудник {who}"),
            email: String::new(),
            extension: Some(who.to_owned()),
            phone: "74951004999".to_owned(),
            call_recording: "all",
        })
    }

    fn course(&self) -> Course<'_> {
        Course {
            script: self.script,
            around: self.around,
            session: self.session,
            legs: &self.legs,
            total: self.now,
        }
    }

    fn phone(&mut self, leg: &Leg, state: PhoneState) {
        self.step(Event::Phone { session: self.session, employee: leg.employee.id, state });
    }

    fn notify(&mut self, kind: Kind, leg: Option<&Leg>) {
        let variables = variables::of(&self.course(), kind, leg);
        self.step(Event::Notifies(Box::new(Notification {
            kind,
            session: self.session,
            variables,
        })));
    }

    fn step(&mut self, event: Event) {
        self.steps.push(Step { after: self.now, event });
    }
}
