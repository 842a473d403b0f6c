//! Automatic scenarios of task objects («Автоматические сценарии») with the operation «Послать
//! HTTP-запрос», as Planfix's help «HTTP-запросы» tells of them: one request of the account after the
//! other, anything but 200 is a failure, four more attempts, and three minutes of silence after each
//! failure.

mod deliver;
mod queue;

use serde::{Deserialize, Serialize};

pub use queue::Posted;
pub(crate) use queue::Queue;

/// What makes a scenario run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskEvent {
    /// «Задача создана и соответствует условиям».
    Created,
    /// «Задача изменена, но все еще соответствует условиям».
    Changed,
}

/// How the operation writes its request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// `application/json` with parameters: numbers arrive as texts.
    #[default]
    Json,
    /// A form.
    Form,
    /// `application/json` written as text, with the task's name in it as it is: a quotation mark in the
    /// name breaks it.
    Text,
}

/// An automatic scenario with one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutomaticScenario {
    /// Whose tasks.
    pub object: u64,
    /// What makes it run.
    pub event: TaskEvent,
    /// Where the request goes.
    pub url: String,
    /// How it is written.
    #[serde(default)]
    pub body: Body,
}

impl AutomaticScenario {
    /// The two scenarios that tell of every task of an object.
    pub fn both(object: u64, url: &str) -> Vec<Self> {
        [TaskEvent::Created, TaskEvent::Changed]
            .map(|event| Self { object, event, url: url.to_owned(), body: Body::Json })
            .into()
    }
}
