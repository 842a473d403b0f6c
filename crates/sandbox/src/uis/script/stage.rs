//! Plays a script on paper: from acts to steps and report rows.

use super::around::{Ids, Surroundings};
use super::course::Course;
use super::parts::{Leg, Parts};
use super::variables;
use super::{Event, Notification, PhoneState, Script, Step};
use crate::uis::calls::{LiveCall, SessionId};
use crate::uis::company::Employee;
use crate::uis::notify::Kind;

/// The steps of the call, in order: all of them, or those up to a question whose answer decides.
pub(in crate::uis) fn compile(
    script: &Script,
    around: &Surroundings<'_>,
    ids: &mut Ids,
) -> Vec<Step> {
    let session = SessionId(ids.session);
    ids.session += 1;
    let mut stage = Stage::new(script, around, ids, session);
    stage.begin();
    stage.run(0);
    stage.steps
}

/// A script being played.
pub(super) struct Stage<'a> {
    pub(super) script: &'a Script,
    pub(super) around: &'a Surroundings<'a>,
    pub(super) ids: &'a mut Ids,
    pub(super) session: SessionId,
    /// The present second of the call.
    pub(super) now: i64,
    pub(super) parts: Parts,
    pub(super) steps: Vec<Step>,
    /// The second of the call at which [`Step::after`] is zero.
    origin: i64,
    pub(super) turn: u32,
}

impl<'a> Stage<'a> {
    pub(super) fn new(
        script: &'a Script,
        around: &'a Surroundings<'a>,
        ids: &'a mut Ids,
        session: SessionId,
    ) -> Self {
        Self {
            script,
            around,
            ids,
            session,
            now: 0,
            parts: Parts::default(),
            steps: Vec::new(),
            origin: 0,
            turn: 0,
        }
    }

    /// Takes a call up where it stands; `after` of its steps is counted from `origin`.
    pub(super) fn resume(
        call: &'a LiveCall,
        around: &'a Surroundings<'a>,
        ids: &'a mut Ids,
        (now, origin): (i64, i64),
    ) -> Self {
        let parts = call.parts.clone();
        let turn = call.turn;
        Self { now, parts, origin, turn, ..Self::new(&call.script, around, ids, call.session) }
    }

    /// Plays the acts from this one to the end of the call, or to a question.
    pub(super) fn run(&mut self, from: usize) {
        let script = self.script;
        for (index, act) in script.acts.iter().enumerate().skip(from) {
            if act.asks() {
                return self.ask(index);
            }
            self.act(act);
        }
        self.end();
    }

    pub(super) fn leg(&mut self, employee: Employee, phone: Option<&str>) -> Leg {
        let id = self.ids.leg;
        self.ids.leg += 1;
        let now = self.now;
        let first = || employee.active_phones().next().or(employee.any_phone());
        let phone = phone.or_else(first).unwrap_or_default().to_owned();
        Leg {
            id,
            employee,
            phone,
            rang_at: now,
            answered_at: None,
            ended_at: now,
            transferred: false,
        }
    }

    /// An employee UIS does not list any more still rings: as in life, after he was deleted.
    pub(super) fn employee(&self, who: &str) -> Employee {
        self.around.company.employee(who).cloned().unwrap_or_else(|| Employee::deleted(who))
    }

    pub(super) fn course(&self) -> Course<'_> {
        Course {
            script: self.script,
            around: self.around,
            session: self.session,
            legs: &self.parts.over,
            operations: &self.parts.operations,
            total: self.now,
        }
    }

    pub(super) fn phone(&mut self, leg: &Leg, state: PhoneState) {
        self.parts.take(leg, state);
        self.step(Event::Phone { session: self.session, leg: Box::new(leg.clone()), state });
    }

    pub(super) fn notify(&mut self, kind: Kind, leg: Option<&Leg>) {
        let variables = variables::of(&self.course(), kind, leg);
        let session = self.session;
        self.step(Event::Notifies(Box::new(Notification { kind, session, variables })));
    }

    pub(super) fn step(&mut self, event: Event) {
        self.steps.push(Step { after: self.now - self.origin, event, turn: self.turn });
    }
}
