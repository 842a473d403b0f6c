//! A call that asks for the caller's personal manager, and its course after the reply.

use super::around::{Ids, Surroundings};
use super::stage::Stage;
use super::{Act, Event, Question, Step};
use crate::uis::calls::LiveCall;
use crate::uis::company::Employee;

/// The operation's name in the reports.
pub(in crate::uis) const OPERATION: &str = "Переадресация на персонального менеджера из CRM";
const NOT_ASSIGNED: &str = "Персональный CRM менеджер не назначен";
const FAILED: &str = "Переадресация не удалась";

/// What the customer's CRM said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::uis) enum Reply {
    /// Ring these numbers, one after the other.
    Phones(Vec<String>),
    /// Nobody is his manager.
    Nobody,
    /// Nothing that could be followed.
    Nonsense,
}

/// The steps of the call after the reply; `after` of the question was this.
pub(in crate::uis) fn go_on(
    call: &LiveCall,
    question: &Question,
    reply: &Reply,
    around: &Surroundings<'_>,
    ids: &mut Ids,
    after: i64,
) -> Vec<Step> {
    let times = (question.second, question.second - after);
    let mut stage = Stage::resume(call, around, ids, times);
    stage.follow(question.act, reply);
    stage.run(question.act + 1);
    stage.steps
}

impl Stage<'_> {
    /// Asks; the rest of the call waits for the reply.
    pub(super) fn ask(&mut self, act: usize) {
        let script = self.script;
        let course = self.course();
        let parameters = vec![
            ("numa", script.contact_phone.clone()),
            ("numb", script.virtual_number.clone()),
            ("cdr_id", course.communication_id().to_string()),
            ("call_session_id", self.session.to_string()),
            ("start_time", self.around.started_at.as_second().to_string()),
            // nothing was typed; the vendor's sample has it in this spelling
            ("input_result", "None".to_owned()),
        ];
        let Self { session, now: second, turn, .. } = *self;
        let question = Question { session, parameters, act, second, turn };
        self.step(Event::Asks(Box::new(question)));
    }

    fn follow(&mut self, act: usize, reply: &Reply) {
        let script = self.script;
        let Some(Act::AskManager { secs, picks_up, not_assigned, failed }) = script.acts.get(act)
        else {
            return;
        };
        self.parts.operations.push(OPERATION);
        let rung = match reply {
            Reply::Nobody => return self.leave_by(NOT_ASSIGNED, not_assigned),
            Reply::Nonsense => Vec::new(),
            Reply::Phones(phones) => self.to_ring(phones),
        };
        for (employee, phone) in &rung {
            self.stop_ringing();
            self.ring_on(employee.clone(), Some(phone), false);
            self.now += secs;
            if *picks_up {
                return;
            }
        }
        self.stop_ringing();
        self.leave_by(FAILED, failed);
    }

    fn leave_by(&mut self, exit: &'static str, acts: &[Act]) {
        self.parts.operations.push(exit);
        for act in acts {
            self.act(act);
        }
    }

    /// Of the numbers named, those that belong to an employee and can ring.
    fn to_ring(&self, phones: &[String]) -> Vec<(Employee, String)> {
        let owner = |phone: &String| {
            let owner = self.around.company.owner_of(phone)?;
            let rings = owner.active_phones().any(|active| active == phone);
            rings.then(|| (owner.clone(), phone.clone()))
        };
        phones.iter().filter_map(owner).collect()
    }
}
