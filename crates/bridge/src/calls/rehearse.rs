//! A call under settings that are not saved: the flow's own decision, on what the lane remembers.
//!
//! What nobody asked for at the time is taken from what is remembered of people, else it is told that it
//! is not known.

use domain::calls::{CallNote, Ending};
use domain::decide::{
    Acquaintance, Answer, Answers, CallCase, CallOutcome, KnownContact, KnownFields, KnownOpenTask,
    KnownTask, Question, decide_call,
};
use domain::entities::EntityNote;
use domain::ids::{ContactId, FieldId, TaskObjectId, UisEmployeeId};
use domain::settings::FieldRule;
use serde_json::Value;

use super::lane::{CallLane, Decided};
use super::prospect::{Gaps, prospect};
use crate::prospect::{Prospect, Side, Stage, Trial, Tried, Unknown};

/// Tries a call.
pub(crate) fn rehearse(remembered: Value, stage: &Stage<'_>) -> Tried {
    let Ok(lane) = serde_json::from_value::<CallLane>(remembered) else { return Tried::LeftOut };
    let over = matches!(lane.facts.ending(stage.now), Ending::Talked | Ending::NotTalked(_));
    if !over && lane.decided.is_none() {
        return Tried::LeftOut;
    }
    Tried::Done(Box::new(Trial {
        started_at: lane.facts.began_at,
        direction: lane.facts.direction,
        phone: lane.facts.phone.clone(),
        before: Rehearser::new(&lane, &stage.saved, stage).decide(),
        after: Rehearser::new(&lane, &stage.draft, stage).decide(),
    }))
}

/// Who answers the decision's questions from memory.
struct Rehearser<'a> {
    lane: &'a CallLane,
    side: &'a Side<'a>,
    acquaintance: Option<Acquaintance>,
    answers: Answers,
    gaps: Gaps,
}

impl<'a> Rehearser<'a> {
    fn new(lane: &'a CallLane, side: &'a Side<'a>, stage: &Stage<'_>) -> Self {
        let mut answers = lane.answers.clone();
        answers.internal = Some(answers.internal.unwrap_or_else(|| is_internal(lane, side)));
        // pairs made by hand count, and what followed from one that is taken away is void
        let paired =
            |employee| [&stage.saved, side].iter().any(|one| one.people.paired(employee).is_some());
        answers.users.retain(|employee, _| !paired(*employee));
        let gaps = Gaps::default();
        Self { lane, side, acquaintance: lane.acquaintance.clone(), answers, gaps }
    }

    fn decide(mut self) -> Prospect {
        loop {
            let (acquaintance, answers) = (self.acquaintance.as_ref(), &self.answers);
            let case = CallCase {
                facts: &self.lane.facts,
                acquaintance,
                answers,
                let_in: self.lane.let_in,
            };
            match decide_call(self.side.settings, case) {
                Ok(outcome) => {
                    if self.was_cut_short() && matches!(outcome, CallOutcome::Passed(_)) {
                        self.gaps.unknown.insert(Unknown::Report);
                    }
                    return prospect(self.lane, outcome, self.gaps, self.side.people);
                }
                Err(question) => self.answer(question),
            }
        }
    }

    /// Whether the call was kept out before the report was asked for it.
    fn was_cut_short(&self) -> bool {
        self.lane.is_filtered() && self.lane.facts.report.is_none()
    }

    fn answer(&mut self, question: Question) {
        match question {
            Question::Acquaintance => {
                self.gaps.unknown.insert(Unknown::Acquaintance);
                self.acquaintance = Some(Acquaintance::by_uis(&self.lane.facts));
            }
            Question::Contact => self.contact(),
            Question::OpenTask { object, .. } => self.open_task(object),
            Question::User(employee) => self.user(employee),
        }
    }

    fn contact(&mut self) {
        if let Answer::Is(contact) = &mut self.answers.contact {
            // it is known, and some of its fields are not
            contact.fields.assume_empty(fields(&self.side.settings.telephony.fields.contact));
            self.gaps.unknown.insert(Unknown::ContactFields);
            return;
        }
        let found_none =
            self.lane.contact.is_none() && matches!(self.lane.decided, Some(Decided::Task { .. }));
        if self.lane.facts.phone.is_none() || found_none {
            self.answers.contact = Answer::Nothing;
            return;
        }
        let owner = match &self.acquaintance {
            Some(Acquaintance::Repeat { owner: Some(number), .. }) => {
                self.side.people.user_with(number)
            }
            _ => None,
        };
        self.gaps.owner = owner.is_none();
        self.answers.contact = Answer::Is(KnownContact {
            // nobody was looked for; a rehearsal shows no number
            id: self.lane.contact.unwrap_or(ContactId(0)),
            name: String::new(),
            owner,
            fields: KnownFields::default(),
        });
    }

    fn open_task(&mut self, object: Option<TaskObjectId>) {
        let known = self.answers.open_task.as_mut().filter(|known| known.object == object);
        if let Some(task) = known.and_then(|known| known.task.as_mut()) {
            task.fields.assume_empty(fields(&self.side.settings.telephony.fields.task));
            self.gaps.unknown.insert(Unknown::TaskFields);
            return;
        }
        let told = match &self.lane.decided {
            Some(Decided::Nothing { why }) => match **why {
                CallNote::Entity(EntityNote::OpenTask { task }) => Some(task),
                _ => None,
            },
            _ => None,
        };
        if told.is_none() {
            self.gaps.unknown.insert(Unknown::OpenTask);
        }
        let task = told.map(|id| KnownTask { id, fields: KnownFields::default() });
        self.answers.open_task = Some(KnownOpenTask { object, task });
    }

    fn user(&mut self, employee: UisEmployeeId) {
        let user = match self.side.people.planfix_user(employee) {
            Answer::Is(user) => Some(user),
            Answer::Nothing => None,
            Answer::Unasked => {
                self.gaps.talkers.insert(employee);
                None
            }
        };
        self.answers.users.insert(employee, user);
    }
}

/// Whether employees talked among themselves, by UIS's word or by the number.
fn is_internal(lane: &CallLane, side: &Side<'_>) -> bool {
    let told =
        matches!(&lane.decided, Some(Decided::Filtered { why }) if **why == CallNote::Internal);
    let variables = &lane.facts.variables;
    let said = variables.get("is_internal").is_some_and(|word| word == "true" || word == "1");
    let number = variables.get("contact_phone_number");
    told || number.is_some_and(|number| said || side.people.is_ours(number))
}

fn fields(rules: &[FieldRule]) -> impl Iterator<Item = FieldId> {
    rules.iter().map(|rule| rule.planfix_field)
}
