//! What a test or the page may look at.

use std::collections::BTreeMap;

use serde::Serialize;

use super::automation::Posted;
use super::company::{
    Card, Comment, Contact, FieldOwner, FieldType, HistoryEntry, Settings, Subject, Task,
    TaskObject, User,
};
use super::{Planfix, Talk};
use crate::ledger::Ledger;

/// Everything the page shows of Planfix, in one piece.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Snapshot {
    /// Employees.
    pub users: Vec<User>,
    /// Pop-up cards, oldest first.
    pub cards: Vec<Card>,
    /// Contacts and companies.
    pub contacts: Vec<Contact>,
    /// Tasks.
    pub tasks: Vec<TaskView>,
    /// Calls in the contacts' histories, oldest first.
    pub history: Vec<HistoryEntry>,
    /// Comments, oldest first.
    pub comments: Vec<Comment>,
    /// Conversations, by the provider's word for the chat.
    pub talks: BTreeMap<String, Talk>,
    /// Objects with their statuses.
    pub objects: Vec<TaskObject>,
    /// Numeric fields a person can fill: id and name.
    pub amounts: Vec<(u64, String)>,
    /// What automatic scenarios have sent, oldest first.
    pub posted: Vec<Posted>,
}

/// A task with the names a person sees beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskView {
    /// The task.
    #[serde(flatten)]
    pub task: Task,
    /// The object's name.
    pub object_name: String,
    /// The status' name.
    pub status_name: String,
    /// False when it is closed.
    pub is_active: bool,
    /// The client's name.
    pub counterparty_name: String,
    /// The names of those who do it.
    pub assignee_names: Vec<String>,
    /// Names and values of the custom fields.
    pub fields: Vec<(String, serde_json::Value)>,
}

impl Planfix {
    /// Everything received, and what it changed.
    pub fn ledger(&self) -> Ledger {
        self.look(|state| state.ledger.clone())
    }

    /// Pop-up cards, oldest first.
    pub fn cards(&self) -> Vec<Card> {
        self.look(|state| state.company.cards.clone())
    }

    /// Contacts and companies, deleted ones too.
    pub fn contacts(&self) -> Vec<Contact> {
        self.look(|state| state.company.contacts.values().cloned().collect())
    }

    /// A contact by its number.
    pub fn contact(&self, id: u64) -> Option<Contact> {
        self.look(|state| state.company.contacts.get(&id).cloned())
    }

    /// Tasks.
    pub fn tasks(&self) -> Vec<Task> {
        self.look(|state| state.company.tasks.values().cloned().collect())
    }

    /// A task by its number.
    pub fn task(&self, id: u64) -> Option<Task> {
        self.look(|state| state.company.tasks.get(&id).cloned())
    }

    /// Calls in the contacts' histories, oldest first.
    pub fn history(&self) -> Vec<HistoryEntry> {
        self.look(|state| state.company.history.clone())
    }

    /// Comments of one task or contact, oldest first.
    pub fn comments(&self, subject: Subject) -> Vec<Comment> {
        self.look(|state| {
            let all = state.company.comments.iter();
            all.filter(|comment| comment.subject == subject).cloned().collect()
        })
    }

    /// Employees.
    pub fn users(&self) -> Vec<User> {
        self.look(|state| state.company.users.values().cloned().collect())
    }

    /// The account's settings.
    pub fn settings(&self) -> Settings {
        self.look(|state| state.company.settings.clone())
    }

    /// Everything the page shows.
    pub fn snapshot(&self) -> Snapshot {
        self.look(|state| {
            let company = &state.company;
            Snapshot {
                users: company.users.values().cloned().collect(),
                cards: company.cards.clone(),
                contacts: company.contacts.values().cloned().collect(),
                tasks: company.tasks.values().map(|task| company.view_of(task)).collect(),
                history: company.history.clone(),
                comments: company.comments.clone(),
                talks: state.talks.all().clone(),
                objects: company.objects.clone(),
                amounts: company.amounts(),
                posted: state.queue.sent(),
            }
        })
    }
}

impl super::company::Company {
    fn amounts(&self) -> Vec<(u64, String)> {
        let numeric = self
            .fields
            .values()
            .filter(|field| field.owner == FieldOwner::Task && field.kind == FieldType::NUMBER);
        numeric.map(|field| (field.id, field.name.clone())).collect()
    }

    fn view_of(&self, task: &Task) -> TaskView {
        let object = self.objects.iter().find(|object| Some(object.id) == task.object);
        let status = self.statuses(task.object).iter().find(|status| status.id == task.status);
        let named = |(id, value): (&u64, &serde_json::Value)| {
            let name = self.fields.get(id).map(|field| field.name.clone());
            (name.unwrap_or_default(), value.clone())
        };
        TaskView {
            object_name: object.map(|object| object.name.clone()).unwrap_or_default(),
            status_name: status.map(|status| status.name.clone()).unwrap_or_default(),
            is_active: self.is_active(task),
            counterparty_name: task.counterparty.map(|p| self.name_of(p)).unwrap_or_default(),
            assignee_names: task.assignees.users.iter().map(|p| self.name_of(*p)).collect(),
            fields: task.custom.iter().map(named).collect(),
            task: task.clone(),
        }
    }
}
