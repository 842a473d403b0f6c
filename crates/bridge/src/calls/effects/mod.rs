//! The writes of a call.

mod history;

use std::borrow::Cow;

use domain::Failure;
use domain::calls::{Card, Record};
use domain::failure::Code;
use engine::Found;
use engine::model::{Effect, OperationId, Urgency};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::accounts::Account;
use crate::draft::Write;
use crate::entities::{self, EntityEffect};

/// Planfix's telephony API.
const TELEPHONY_DOOR: &str = "planfix.telephony";

/// A planned write can't be read by this version of the program.
pub(crate) const EFFECT: Code = Code::new("SVZ-EFFECT");

/// One write to Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum CallEffect {
    /// A telephony event.
    Card {
        /// The event.
        card: Card,
    },
    /// A recording that came after the call.
    Record {
        /// The recording.
        record: Record,
    },
    /// The contact or the task.
    #[serde(untagged)]
    Entity(EntityEffect),
}

impl Write for CallEffect {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::Card { .. } => "card".into(),
            Self::Record { .. } => "record".into(),
            Self::Entity(effect) => effect.kind(),
        }
    }

    fn way(&self) -> (&'static str, Urgency) {
        match self {
            Self::Card { .. } => (TELEPHONY_DOOR, Urgency::Live),
            Self::Record { .. } => (TELEPHONY_DOOR, Urgency::Calm),
            Self::Entity(effect) => effect.way(),
        }
    }

    fn wants_result(&self) -> bool {
        matches!(self, Self::Entity(effect) if effect.wants_result())
    }
}

impl CallEffect {
    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(unreadable)
    }
}

/// A row of the outbox that this version of the program can't read.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub(crate) fn unreadable(error: serde_json::Error) -> Failure {
    Failure::permanent(EFFECT, format!("Запись в очереди не читается: {error}"))
}

/// Sends the write and returns what Planfix answered.
pub(super) async fn send(
    account: &Account,
    operation: OperationId,
    effect: &CallEffect,
) -> Result<Value, Failure> {
    match effect {
        CallEffect::Card { card } => {
            account.telephony()?.event(card).await?;
            Ok(Value::Null)
        }
        CallEffect::Record { record } => {
            account.telephony()?.record(record).await?;
            Ok(Value::Null)
        }
        CallEffect::Entity(effect) => entities::send(account, operation, effect).await,
    }
}

/// Looks for the trace of a write of unknown result. What only sets a state (a card of a call and an
/// employee, the link of a call's recording) may be sent again; an entry of the call history is looked
/// for by its contact.
pub(super) async fn look(
    account: &Account,
    effect: &Effect,
    write: &CallEffect,
) -> Result<Found, Failure> {
    match write {
        CallEffect::Card { card } if card.writes_history() => {
            history::look(account, card, effect.planned_at).await
        }
        CallEffect::Card { .. } | CallEffect::Record { .. } => Ok(Found::NotDone),
        CallEffect::Entity(write) => entities::look(account, effect, write).await,
    }
}
