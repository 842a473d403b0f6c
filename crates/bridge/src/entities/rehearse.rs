//! A lead or chat under settings that are not saved: the flow's own decision ([`decide_text`]), on what the
//! lane remembers.

use std::collections::BTreeSet;

use domain::clients::Client;
use domain::conditions::Explanation;
use domain::decide::{
    Acquaintance, Answer, Answers, Assigned, KnownContact, KnownFields, KnownOpenTask, KnownTask,
    Made, Question, Source, TextCase, TextOutcome, TextTaskPlan, decide_text,
};
use domain::entities::EntityNote;
use domain::ids::{ContactId, FieldId, TaskObjectId};
use domain::settings::{FieldRule, TextRules};
use domain::templates::Variables;
use serde_json::Value;

use super::{Ended, Making};
use crate::draft::json;
use crate::prospect::{self, Assignee, Prospect, Side, Unknown};

/// A communication that is over, as far as the decision looks at it.
pub(crate) struct Past<'a> {
    /// By what it is decided.
    pub(crate) rules: TextRules<'a>,
    /// What was found out and made of it.
    pub(crate) making: &'a Making,
    /// Who it is.
    pub(crate) client: &'a Client,
    /// What UIS told.
    pub(crate) variables: &'a Variables,
    /// Whether a contact is made even of somebody without a phone and an e-mail.
    pub(crate) nameless: bool,
    /// What a contact is called when its template gives nothing and the client left nothing.
    pub(crate) contact_fallback: &'a str,
    /// What a task is called when its template gives nothing.
    pub(crate) task_fallback: &'a str,
    /// Whether UIS holds it for the client's first communication; `None` when it did not say.
    pub(crate) primary: Option<bool>,
    /// The reason of one that the filter keeps out, in the flow's words.
    pub(crate) excluded: fn(Explanation) -> Value,
}

impl Past<'_> {
    /// What would become of it.
    pub(crate) fn prospect(&self, side: &Side<'_>) -> Prospect {
        Rehearser::new(self, side).decide()
    }
}

/// Who answers the decision's questions from memory.
struct Rehearser<'a> {
    past: &'a Past<'a>,
    side: &'a Side<'a>,
    acquaintance: Option<Acquaintance>,
    answers: Answers,
    made: Made,
    contact: Option<prospect::NewContact>,
    unknown: BTreeSet<Unknown>,
}

impl<'a> Rehearser<'a> {
    fn new(past: &'a Past<'a>, side: &'a Side<'a>) -> Self {
        let mut answers = past.making.answers.clone();
        if let Made::Contact { .. } = past.making.made {
            // there was none before we made it
            answers.contact = Answer::Nothing;
        }
        Self {
            past,
            side,
            acquaintance: past.making.acquaintance.clone(),
            answers,
            made: Made::Unplanned,
            contact: None,
            unknown: BTreeSet::new(),
        }
    }

    fn decide(mut self) -> Prospect {
        loop {
            let case = TextCase {
                client: self.past.client,
                variables: self.past.variables,
                complete: true,
                nameless: self.past.nameless,
                contact_fallback: self.past.contact_fallback,
                task_fallback: self.past.task_fallback,
                acquaintance: self.acquaintance.as_ref(),
                answers: &self.answers,
                made: self.made,
            };
            match decide_text(&self.past.rules, case) {
                Ok(TextOutcome::MakesContact(plan)) => {
                    let template = Some(plan.template);
                    self.contact = Some(prospect::NewContact { name: plan.named.name, template });
                    // a rehearsal shows no number
                    self.made = Made::Contact { contact: ContactId(0) };
                }
                Ok(outcome) => return self.prospect(outcome),
                Err(question) => self.answer(question),
            }
        }
    }

    fn answer(&mut self, question: Question) {
        match question {
            Question::Acquaintance => {
                self.unknown.insert(Unknown::Acquaintance);
                let source = Source::UisAttributes;
                self.acquaintance = Some(match self.past.primary {
                    Some(false) => Acquaintance::Repeat { source, name: None, owner: None },
                    _ => Acquaintance::First { source },
                });
            }
            Question::Contact => self.find_contact(),
            Question::OpenTask { object, .. } => self.open_task(object),
            // only calls have talkers, and the decision never asks it
            Question::User(employee) => {
                self.answers.users.insert(employee, None);
            }
        }
    }

    fn find_contact(&mut self) {
        if let Answer::Is(contact) = &mut self.answers.contact {
            contact.fields.assume_empty(fields(&self.past.rules.fields.contact));
            self.unknown.insert(Unknown::ContactFields);
            return;
        }
        let first = self.acquaintance.as_ref().is_none_or(Acquaintance::is_first);
        if first || self.past.client.is_unknown() {
            self.answers.contact = Answer::Nothing;
            return;
        }
        self.unknown.insert(Unknown::ContactOwner);
        self.answers.contact = Answer::Is(KnownContact {
            id: self.past.making.contact.unwrap_or(ContactId(0)),
            name: String::new(),
            owner: None,
            fields: KnownFields::default(),
        });
    }

    fn open_task(&mut self, object: Option<TaskObjectId>) {
        let known = self.answers.open_task.as_mut().filter(|known| known.object == object);
        if let Some(task) = known.and_then(|known| known.task.as_mut()) {
            task.fields.assume_empty(fields(&self.past.rules.fields.task));
            self.unknown.insert(Unknown::TaskFields);
            return;
        }
        let told = match &self.past.making.ended {
            Some(Ended::Nothing { why }) => match **why {
                EntityNote::OpenTask { task } => Some(task),
                _ => None,
            },
            _ => None,
        };
        if told.is_none() {
            self.unknown.insert(Unknown::OpenTask);
        }
        let task = told.map(|id| KnownTask { id, fields: KnownFields::default() });
        self.answers.open_task = Some(KnownOpenTask { object, task });
    }

    fn prospect(self, outcome: TextOutcome) -> Prospect {
        let passed = match outcome {
            TextOutcome::Passed(passed) => *passed,
            TextOutcome::Excluded { explanation } => {
                let why = (self.past.excluded)(explanation);
                return Prospect::of(prospect::Made::Filtered, why);
            }
            TextOutcome::Open | TextOutcome::MakesContact(_) => {
                return Prospect::of(prospect::Made::Nothing, Value::Null);
            }
        };
        let mut prospect = match passed.task {
            TextTaskPlan::Nothing { why } => Prospect::of(prospect::Made::Nothing, words(&why)),
            TextTaskPlan::GoesOn { task, fields } => Prospect {
                task_fields: fields,
                ..Prospect::of(prospect::Made::GoesOn(task), words(&EntityNote::OpenTask { task }))
            },
            TextTaskPlan::New { named, assigned, fields } => Prospect {
                name: Some(named.name),
                assignee: assigned.map(|assigned| self.assignee(assigned)),
                object: passed.creation.object,
                task_fields: fields,
                ..Prospect::of(prospect::Made::Task, Value::Null)
            },
        };
        prospect.contact_fields = passed.contact.map(|(_, fields)| fields).unwrap_or_default();
        prospect.contact = self.contact;
        prospect.unknown = self.unknown;
        prospect
    }

    fn assignee(&self, assigned: Assigned) -> Assignee {
        let Assigned { employee, by } = assigned;
        let name = self.side.people.name_of(employee).map(str::to_owned);
        Assignee { user: Some(employee), name, by: Some(by) }
    }
}

/// A note as the journal keeps it; it can always be written.
fn words(note: &EntityNote) -> Value {
    json(note).unwrap_or(Value::Null)
}

fn fields(rules: &[FieldRule]) -> impl Iterator<Item = FieldId> {
    rules.iter().map(|rule| rule.planfix_field)
}
