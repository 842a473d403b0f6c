//! What a decision needs from outside, as questions and answers.
//!
//! A decision that lacks something ends in a [`Question`]; whoever decides answers it and decides again.
//! The answers are kept with the communication, so that other settings can be tried on it later without
//! asking anybody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChosenField, Occasion, choose_fields};
use crate::ids::{ContactId, FieldId, PlanfixUserId, TaskId, TaskObjectId, UisEmployeeId};
use crate::settings::FieldRule;
use crate::templates::Variables;

/// What has to be found out before it can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether the client is new.
    Acquaintance,
    /// The client's contact, with the values of the contact fields that the settings name.
    Contact,
    /// The client's open task of the object, with the values of the task fields that the settings name.
    OpenTask {
        /// Whose.
        contact: ContactId,
        /// «Объект задачи».
        object: Option<TaskObjectId>,
    },
    /// Who the employee of UIS is in Planfix.
    User(UisEmployeeId),
}

/// What was found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Whether both ends are ours.
    pub internal: Option<bool>,
    /// The client's contact.
    pub contact: Answer<KnownContact>,
    /// The client's open task.
    pub open_task: Option<KnownOpenTask>,
    /// Who employees of UIS are in Planfix; `None` = nobody.
    pub users: BTreeMap<UisEmployeeId, Option<PlanfixUserId>>,
}

/// An answer, when there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer<T> {
    /// Nobody asked.
    #[default]
    Unasked,
    /// There is none.
    Nothing,
    /// It is this.
    Is(T),
}

impl<T> From<Option<T>> for Answer<T> {
    fn from(found: Option<T>) -> Self {
        found.map_or(Self::Nothing, Self::Is)
    }
}

impl<T> Answer<T> {
    /// What was found; the question, when nobody asked it yet.
    ///
    /// # Errors
    /// The question.
    pub fn or_ask(&self, question: Question) -> Result<Option<&T>, Question> {
        match self {
            Self::Unasked => Err(question),
            Self::Nothing => Ok(None),
            Self::Is(found) => Ok(Some(found)),
        }
    }
}

/// A contact in Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownContact {
    /// Its number.
    pub id: ContactId,
    /// Its name.
    pub name: String,
    /// Who is responsible for it.
    pub owner: Option<PlanfixUserId>,
    /// Its fields.
    pub fields: KnownFields,
}

/// The answer to [`Question::OpenTask`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownOpenTask {
    /// Of which object it was looked for.
    pub object: Option<TaskObjectId>,
    /// The task.
    pub task: Option<KnownTask>,
}

/// A task in Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownTask {
    /// Its number.
    pub id: TaskId,
    /// Its fields.
    pub fields: KnownFields,
}

/// The custom fields that were asked for; an empty one is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KnownFields(BTreeMap<FieldId, Option<Value>>);

impl FromIterator<(FieldId, Option<Value>)> for KnownFields {
    fn from_iter<I: IntoIterator<Item = (FieldId, Option<Value>)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl KnownFields {
    /// The field's value in Planfix's own shape; `None` when it is empty or was not asked for.
    pub fn get(&self, field: FieldId) -> Option<&Value> {
        self.0.get(&field)?.as_ref()
    }

    /// Remembers as empty what was not asked for.
    pub fn assume_empty(&mut self, fields: impl IntoIterator<Item = FieldId>) {
        for field in fields {
            self.0.entry(field).or_default();
        }
    }

    /// Chooses the fields to write over these; the question, when it depends on one that was not
    /// asked for.
    ///
    /// # Errors
    /// The question.
    pub fn choose(
        &self,
        rules: &[FieldRule],
        occasion: Occasion,
        variables: &Variables,
        question: Question,
    ) -> Result<Vec<ChosenField>, Question> {
        let may_be_written = choose_fields(rules, occasion, variables, |_| true);
        let depends = |rule: &&FieldRule| occasion == Occasion::Update && !rule.update_always;
        let unasked = rules.iter().filter(depends).any(|rule| {
            let field = rule.planfix_field;
            !self.0.contains_key(&field) && may_be_written.iter().any(|one| one.field == field)
        });
        if unasked {
            return Err(question);
        }
        Ok(choose_fields(rules, occasion, variables, |field| self.get(field).is_none()))
    }
}
