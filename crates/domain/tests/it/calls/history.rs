//! Calls as they may happen.

use std::collections::BTreeMap;

use domain::calls::CallReport;
use domain::ids::UisEmployeeId;
use proptest::prelude::*;

use super::story::{Call, MARIA, NINA, OLEG, PETR, report, reported};

/// Something that happens in a call.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// The queue rings these phones instead of those before.
    Ring(Vec<UisEmployeeId>),
    /// One of the phones that ring is picked up.
    PickUp(prop::sample::Index),
    /// He who talks passes the client on without asking.
    PassOn(UisEmployeeId),
    /// He who talks asks a colleague.
    Ask(UisEmployeeId),
    /// Of two who talk the first leaves.
    Leave,
}

/// A call as it was.
#[derive(Debug, Clone)]
pub(crate) struct History {
    pub(crate) call: Call,
    outgoing: bool,
    /// Everybody who talked, with his seconds.
    pub(crate) talkers: BTreeMap<UisEmployeeId, u32>,
    /// How often each was rung anew.
    pub(crate) rung: BTreeMap<UisEmployeeId, u32>,
    ringing: Vec<UisEmployeeId>,
    talking: Vec<(UisEmployeeId, u32)>,
    /// Who was in the call last: its end names him.
    last: Option<UisEmployeeId>,
}

/// Talks are long enough for one that is missing to be noticed.
fn length() -> impl Strategy<Value = u32> {
    10_u32..60
}

fn employee() -> impl Strategy<Value = UisEmployeeId> {
    prop::sample::select(vec![MARIA, PETR, NINA, OLEG])
}

fn unanswered() -> BoxedStrategy<Act> {
    prop_oneof![
        3 => prop::collection::vec(employee(), 1..4).prop_map(Act::Ring),
        1 => employee().prop_map(Act::PassOn),
        1 => employee().prop_map(Act::Ask),
        1 => Just(Act::Leave),
    ]
    .boxed()
}

fn any_act() -> BoxedStrategy<Act> {
    prop_oneof![2 => unanswered(), 1 => any::<prop::sample::Index>().prop_map(Act::PickUp)].boxed()
}

/// Any call.
pub(crate) fn any_call() -> impl Strategy<Value = History> {
    any::<bool>().prop_flat_map(|outgoing| calls(outgoing, any_act()))
}

/// Any outgoing call.
pub(crate) fn outgoing_call() -> impl Strategy<Value = History> {
    calls(true, any_act())
}

/// Any call that nobody takes.
pub(crate) fn missed_call() -> impl Strategy<Value = History> {
    any::<bool>().prop_flat_map(|outgoing| calls(outgoing, unanswered()))
}

fn calls(outgoing: bool, act: BoxedStrategy<Act>) -> impl Strategy<Value = History> {
    prop::collection::vec((act, length()), 0..8).prop_map(move |acts| History::of(outgoing, &acts))
}

impl History {
    fn of(outgoing: bool, acts: &[(Act, u32)]) -> Self {
        let call = if outgoing { Call::outgoing_by(MARIA) } else { Call::incoming() };
        let mut history = Self {
            call,
            outgoing,
            talkers: BTreeMap::new(),
            rung: BTreeMap::new(),
            ringing: Vec::new(),
            talking: Vec::new(),
            last: None,
        };
        if outgoing {
            history.ringing.push(MARIA);
            history.rung.insert(MARIA, 1);
        }
        for (act, seconds) in acts {
            history.act(act);
            history.pass(*seconds);
        }
        history.end();
        history
    }

    /// The call's row in the report.
    pub(crate) fn report(&self) -> CallReport {
        let talkers: Vec<UisEmployeeId> = self.talkers.keys().copied().collect();
        let mut report = report(&talkers, self.talkers.values().sum());
        let others = self.rung.keys().filter(|id| !self.talkers.contains_key(id));
        report.employees.extend(others.map(|id| reported(*id, false)));
        report
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Ring(phones) if self.talking.is_empty() && !self.outgoing => {
                self.ringing.clear();
                for phone in phones {
                    self.ring(*phone);
                }
            }
            Act::PickUp(index) if !self.ringing.is_empty() => {
                let employee = *index.get(&self.ringing);
                self.ringing.clear();
                self.talking.push((employee, 0));
                self.tell(|call| call.answers(employee));
            }
            Act::PassOn(to) if self.is_free(*to) => {
                if let Some((from, seconds)) = self.talking.pop() {
                    self.hang_up(from, seconds);
                    self.ringing.clear();
                    self.ring(*to);
                }
            }
            Act::Ask(whom) if self.is_free(*whom) && !self.talking.is_empty() => {
                self.ringing.clear();
                self.ring(*whom);
            }
            Act::Leave if self.talking.len() > 1 => {
                let (employee, seconds) = self.talking.remove(0);
                self.hang_up(employee, seconds);
            }
            _ => {}
        }
    }

    fn is_free(&self, employee: UisEmployeeId) -> bool {
        self.talking.iter().all(|(talking, _)| *talking != employee)
    }

    fn ring(&mut self, employee: UisEmployeeId) {
        if !self.ringing.contains(&employee) {
            *self.rung.entry(employee).or_default() += 1;
            self.ringing.push(employee);
        }
        self.tell(|call| call.rings(employee));
    }

    fn hang_up(&mut self, employee: UisEmployeeId, seconds: u32) {
        *self.talkers.entry(employee).or_default() += seconds;
        self.last = Some(employee);
        self.tell(|call| call.hangs_up(employee));
    }

    fn pass(&mut self, seconds: u32) {
        self.talking.iter_mut().for_each(|(_, talked)| *talked += seconds);
        self.tell(|call| call.after(seconds.into()));
    }

    fn end(&mut self) {
        for (employee, seconds) in std::mem::take(&mut self.talking) {
            self.hang_up(employee, seconds);
        }
        if self.talkers.is_empty() && !self.outgoing {
            self.tell(Call::gives_up);
        }
        self.tell(Call::finishes);
        if let Some(employee) = self.last {
            self.tell(|call| call.about(employee));
        }
    }

    fn tell(&mut self, what: impl FnOnce(Call) -> Call) {
        self.call = what(self.call.clone());
    }
}
