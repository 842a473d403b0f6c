//! A lead under settings that are not saved: the flow's own decision, on what the lane remembers.

use std::collections::BTreeSet;

use domain::clients::Client;
use domain::decide::{
    Acquaintance, Answer, Answers, Assigned, KnownContact, KnownFields, KnownOpenTask, Made,
    Question, Source, TextCase, TextOutcome, TextTaskPlan, decide_text,
};
use domain::entities::EntityNote;
use domain::ids::{ContactId, FieldId, TaskObjectId};
use domain::leads::LeadNote;
use domain::settings::{FieldRule, TextRules};
use domain::templates::Variables;
use serde_json::Value;

use super::course::{NOBODY, TASK};
use super::lane::LeadLane;
use crate::prospect::{self, Assignee, Prospect, Side, Stage, Trial, Tried, Unknown};

/// Tries a lead.
pub(crate) fn rehearse(state: Value, stage: &Stage<'_>) -> Tried {
    let Ok(lane) = serde_json::from_value::<LeadLane>(state) else { return Tried::LeftOut };
    if !lane.is_over() {
        return Tried::LeftOut;
    }
    Tried::Done(Box::new(Trial {
        started_at: lane.facts.left_at,
        direction: None,
        phone: lane.facts.client().phones.into_iter().next(),
        before: prospect_of(&lane, &stage.saved),
        after: prospect_of(&lane, &stage.draft),
    }))
}

fn prospect_of(lane: &LeadLane, side: &Side<'_>) -> Prospect {
    let text = &side.settings.text;
    if let Some(rules) = text.lead_rules() {
        return Rehearser::new(lane, rules, side).decide();
    }
    let why = if text.enabled { LeadNote::LeadsOff } else { LeadNote::TextOff };
    Prospect::of(prospect::Made::Filtered, words(&why))
}

/// Who answers the decision's questions from memory.
struct Rehearser<'a> {
    lane: &'a LeadLane,
    rules: TextRules<'a>,
    side: &'a Side<'a>,
    client: Client,
    variables: Variables,
    acquaintance: Option<Acquaintance>,
    answers: Answers,
    made: Made,
    contact: Option<prospect::NewContact>,
    unknown: BTreeSet<Unknown>,
}

impl<'a> Rehearser<'a> {
    fn new(lane: &'a LeadLane, rules: TextRules<'a>, side: &'a Side<'a>) -> Self {
        let mut answers = lane.making.answers.clone();
        if let Made::Contact { .. } = lane.making.made {
            // there was none before we made it
            answers.contact = Answer::Nothing;
        }
        Self {
            lane,
            rules,
            side,
            client: lane.facts.client(),
            variables: lane.facts.template_variables(),
            acquaintance: lane.making.acquaintance.clone(),
            answers,
            made: Made::Unplanned,
            contact: None,
            unknown: BTreeSet::new(),
        }
    }

    fn decide(mut self) -> Prospect {
        loop {
            let case = TextCase {
                client: &self.client,
                variables: &self.variables,
                complete: true,
                nameless: false,
                contact_fallback: NOBODY,
                task_fallback: TASK,
                acquaintance: self.acquaintance.as_ref(),
                answers: &self.answers,
                made: self.made,
            };
            match decide_text(&self.rules, case) {
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
                self.acquaintance = Some(match self.lane.facts.primary() {
                    Some(false) => Acquaintance::Repeat { source, name: None, owner: None },
                    _ => Acquaintance::First { source },
                });
            }
            Question::Contact => self.find_contact(),
            Question::OpenTask { object, .. } => self.open_task(object),
            // nobody talks in a lead, and the decision never asks it
            Question::User(employee) => drop(self.answers.users.insert(employee, None)),
        }
    }

    fn find_contact(&mut self) {
        if let Answer::Is(contact) = &mut self.answers.contact {
            contact.fields.assume_empty(fields(&self.rules.fields.contact));
            self.unknown.insert(Unknown::ContactFields);
            return;
        }
        let first = self.acquaintance.as_ref().is_none_or(Acquaintance::is_first);
        if first || self.client.is_unknown() {
            self.answers.contact = Answer::Nothing;
            return;
        }
        self.unknown.insert(Unknown::ContactOwner);
        self.answers.contact = Answer::Is(KnownContact {
            id: self.lane.making.contact.unwrap_or(ContactId(0)),
            name: String::new(),
            owner: None,
            fields: KnownFields::default(),
        });
    }

    fn open_task(&mut self, object: Option<TaskObjectId>) {
        let known = self.answers.open_task.as_mut().filter(|known| known.object == object);
        if let Some(task) = known.and_then(|known| known.task.as_mut()) {
            task.fields.assume_empty(fields(&self.rules.fields.task));
            self.unknown.insert(Unknown::TaskFields);
            return;
        }
        self.unknown.insert(Unknown::OpenTask);
        self.answers.open_task = Some(KnownOpenTask { object, task: None });
    }

    fn prospect(self, outcome: TextOutcome) -> Prospect {
        let passed = match outcome {
            TextOutcome::Passed(passed) => *passed,
            TextOutcome::Excluded { explanation } => {
                let why = words(&LeadNote::LeadExcluded { explanation });
                return Prospect::of(prospect::Made::Filtered, why);
            }
            TextOutcome::Open | TextOutcome::MakesContact(_) => {
                return Prospect::of(prospect::Made::Nothing, Value::Null);
            }
        };
        let mut prospect = match passed.task {
            TextTaskPlan::Nothing { why } => {
                Prospect::of(prospect::Made::Nothing, words(&why.into()))
            }
            TextTaskPlan::GoesOn { task, fields } => Prospect {
                task_fields: fields,
                ..Prospect::of(
                    prospect::Made::GoesOn(task),
                    words(&EntityNote::OpenTask { task }.into()),
                )
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
fn words(note: &LeadNote) -> Value {
    serde_json::to_value(note).unwrap_or(Value::Null)
}

fn fields(rules: &[FieldRule]) -> impl Iterator<Item = FieldId> {
    rules.iter().map(|rule| rule.planfix_field)
}
