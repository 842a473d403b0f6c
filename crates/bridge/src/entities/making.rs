//! How far a lead or chat has come on its way to a contact and a task.

use std::collections::BTreeSet;

use domain::Failure;
use domain::conditions::Explanation;
use domain::decide::{
    Acquaintance, Answers, Made, NewContactPlan, PassedText, TextCase, TextOutcome, TextTaskPlan,
    decide_text,
};
use domain::entities::EntityNote;
use domain::ids::{ContactId, TaskId};
use engine::model::Outcome;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::questions::{self, Asked};
use super::{EntityEffect, Order, task};
use crate::draft::Draft;
use crate::scene::Scene;

/// The way so far; part of a lane's state.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Making {
    /// Whether the client is new; outlives a replay, since Planfix knows him from then on.
    pub(crate) acquaintance: Option<Acquaintance>,
    /// What was found out. Kept, so that other settings can be tried on the communication.
    pub(crate) answers: Answers,
    /// What became of the contact that was to be made.
    pub(crate) made: Made,
    /// The client's contact.
    pub(crate) contact: Option<ContactId>,
    /// The task that was made, or the open one that goes on.
    pub(crate) task: Option<TaskId>,
    /// Whether we made the task, so that its description is ours.
    pub(crate) own_task: bool,
    /// How it ended.
    pub(crate) ended: Option<Ended>,
    /// A contact is being made.
    pub(super) awaits_contact: bool,
    /// How often the contact that another communication makes was looked for.
    pub(super) looks: usize,
    /// Notes that were given and are not given again.
    pub(super) told: BTreeSet<String>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ended", rename_all = "snake_case")]
pub(crate) enum Ended {
    /// The filter keeps it out.
    Excluded {
        /// Why.
        explanation: Box<Explanation>,
    },
    /// No task is made; the note says why.
    Nothing {
        /// Why.
        why: Box<EntityNote>,
    },
    /// A task was planned.
    Task {
        /// Its name.
        name: String,
    },
}

/// What the way waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    /// For nothing: it has ended.
    Ended,
    /// For more facts: what was told so far does not decide the filter.
    Facts,
    /// For the result of a write.
    Result,
    /// For the moment.
    Until(Timestamp),
}

impl Making {
    /// The way a replay begins with: who the client was stays.
    pub(crate) fn rewound(self) -> Self {
        Self { acquaintance: self.acquaintance, ..Self::default() }
    }

    /// Whether anything was made or decided.
    pub(crate) fn has_begun(&self) -> bool {
        self.ended.is_some() || self.awaits_contact || self.contact.is_some()
    }

    /// Goes on as far as it gets. May wait for Planfix's REST API, so it belongs to steps by the timer.
    pub(crate) async fn advance(
        &mut self,
        scene: &Scene<'_>,
        order: &Order<'_>,
        draft: &mut Draft<'_>,
    ) -> Result<Progress, Failure> {
        if self.ended.is_some() {
            return Ok(Progress::Ended);
        }
        if self.awaits_contact {
            return Ok(Progress::Result);
        }
        loop {
            match decide_text(&order.rules, self.case(order)) {
                Ok(outcome) => return self.carry_out(scene, order, outcome, draft).await,
                Err(question) => {
                    let asked = questions::answer(scene, self, order, question, draft).await?;
                    if let Asked::Later(at) = asked {
                        return Ok(Progress::Until(at));
                    }
                }
            }
        }
    }

    /// Takes the result of a write in; the caller goes on at once, by the timer.
    pub(crate) fn take(&mut self, outcome: &Outcome, draft: &mut Draft<'_>) -> Result<(), Failure> {
        match outcome.kind.as_str() {
            "contact" => self.take_contact(outcome, draft),
            "task" => {
                let number = |answer: &serde_json::Value| answer.get("task")?.as_i64();
                let Some(task) = outcome.result.as_ref().ok().and_then(number).map(TaskId) else {
                    // given up: the journal has the reason from the engine
                    return Ok(());
                };
                self.task = Some(task);
                self.own_task = true;
                draft.note(&EntityNote::TaskMade { task })
            }
            _ => Ok(()),
        }
    }

    fn take_contact(&mut self, outcome: &Outcome, draft: &mut Draft<'_>) -> Result<(), Failure> {
        self.awaits_contact = false;
        let answer = match &outcome.result {
            Ok(answer) => answer,
            Err(failure) => {
                self.made = Made::Refused;
                return draft.note(&EntityNote::ContactNotMade { failure: failure.clone() });
            }
        };
        let number = answer.get("contact").and_then(serde_json::Value::as_i64);
        let Some(contact) = number.map(ContactId) else {
            self.made = Made::Refused;
            return Ok(());
        };
        self.contact = Some(contact);
        let is = |word| answer.get(word).and_then(serde_json::Value::as_bool) == Some(true);
        if is("taken") {
            // the client was known all the while
            self.acquaintance = Some(questions::known_by_refusal());
            self.answers.contact = domain::decide::Answer::Unasked;
            return draft.note(&EntityNote::ContactTaken { contact });
        }
        self.made = Made::Contact { contact };
        draft.note(&if is("without_email") {
            EntityNote::ContactWithoutEmail { contact }
        } else {
            EntityNote::ContactMade { contact }
        })
    }

    fn case<'a>(&'a self, order: &'a Order<'_>) -> TextCase<'a> {
        TextCase {
            client: order.client,
            variables: order.variables,
            complete: order.complete,
            nameless: order.nameless,
            contact_fallback: order.contact_fallback,
            task_fallback: order.task_fallback,
            acquaintance: self.acquaintance.as_ref(),
            answers: &self.answers,
            made: self.made,
        }
    }

    async fn carry_out(
        &mut self,
        scene: &Scene<'_>,
        order: &Order<'_>,
        outcome: TextOutcome,
        draft: &mut Draft<'_>,
    ) -> Result<Progress, Failure> {
        match outcome {
            TextOutcome::Open => Ok(Progress::Facts),
            TextOutcome::Excluded { explanation } => {
                self.ended = Some(Ended::Excluded { explanation: Box::new(explanation) });
                Ok(Progress::Ended)
            }
            TextOutcome::MakesContact(plan) => self.make_contact(scene, order, *plan, draft).await,
            TextOutcome::Passed(passed) => self.make_task(scene, order, *passed, draft).await,
        }
    }

    async fn make_contact(
        &mut self,
        scene: &Scene<'_>,
        order: &Order<'_>,
        plan: NewContactPlan,
        draft: &mut Draft<'_>,
    ) -> Result<Progress, Failure> {
        let contact = task::new_contact(scene, order, plan, draft).await?;
        self.awaits_contact = true;
        draft.plan("contact", &EntityEffect::Contact { contact: Box::new(contact) })?;
        Ok(Progress::Result)
    }

    async fn make_task(
        &mut self,
        scene: &Scene<'_>,
        order: &Order<'_>,
        passed: PassedText,
        draft: &mut Draft<'_>,
    ) -> Result<Progress, Failure> {
        let PassedText { creation, contact, task: plan } = passed;
        if let Some((id, fields)) = &contact {
            self.contact = Some(*id);
            task::plan_contact_fields(scene, &self.answers, fields, draft).await?;
        }
        self.ended = Some(match plan {
            TextTaskPlan::Nothing { why } => {
                draft.note_once(&mut self.told, &why)?;
                Ended::Nothing { why: Box::new(why) }
            }
            TextTaskPlan::GoesOn { task, fields } => {
                self.task = Some(task);
                task::plan_task_fields(scene, task, &fields, draft).await?;
                let html = order.description.clone();
                draft.plan("task/comment", &EntityEffect::TaskComment { task, html })?;
                let why = EntityNote::OpenTask { task };
                draft.note(&why)?;
                Ended::Nothing { why: Box::new(why) }
            }
            TextTaskPlan::New { named, assigned, fields } => {
                if contact.is_none() && !order.client.is_unknown() && self.made != Made::Refused {
                    draft.note(&EntityNote::NoContact)?;
                }
                let new = task::NewTaskPlan {
                    make: creation.make,
                    object: creation.object,
                    named,
                    assigned: assigned.ok_or_else(task::nobody)?,
                    counterparty: contact.map(|(id, _)| id),
                    description: order.description.clone(),
                    fields,
                };
                Ended::Task { name: task::plan_task(scene, new, draft).await? }
            }
        });
        Ok(Progress::Ended)
    }
}
