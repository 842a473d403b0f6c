//! A communication as the API shows it.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::names::Names;
use super::words::{Direction, State};
use crate::api::text::Text;

/// A communication.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Communication {
    /// Its number in the journal.
    id: i64,
    /// The connection it belongs to, by name.
    #[schema(example = "romashka")]
    connection: String,
    /// Kind and number in UIS.
    #[schema(example = "call/1001")]
    key: String,
    /// Who called whom; `null` while unknown.
    direction: Option<Direction>,
    /// The client's number, digits.
    #[schema(example = "79031234567")]
    phone: Option<String>,
    /// The client's name, as far as anybody said it.
    #[schema(example = "Пётр Петров")]
    client: Option<String>,
    /// A few words: the task's name, or what happened.
    title: String,
    /// How it stands.
    state: State,
    /// Why it stands so, in words; `null` when there is nothing to say.
    text: Option<Text>,
    /// Why it stands so, for programs.
    reason: Value,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// When something last happened to it.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// The task made of it, by its number in Planfix.
    task: Option<i64>,
    /// The client's contact, by its number in Planfix.
    contact: Option<i64>,
    /// How many writes are still to be made.
    pending: u32,
    /// How many writes were given up.
    dead: u32,
}

impl Communication {
    pub(super) fn of(stored: engine::journal::Communication, names: &Names) -> Self {
        Self {
            id: stored.id.0,
            connection: names.of(stored.connection),
            key: stored.key.to_string(),
            direction: stored.direction.map(Direction::from),
            phone: stored.phone,
            client: stored.client,
            title: stored.title,
            state: stored.state.into(),
            text: Text::maybe(|lang| bridge::reason_text(&stored.reason, lang)),
            reason: stored.reason,
            started_at: stored.started_at,
            updated_at: stored.updated_at,
            task: stored.task,
            contact: stored.contact,
            pending: stored.pending,
            dead: stored.dead,
        }
    }
}
