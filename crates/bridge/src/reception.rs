//! The first link of the river: a hook's body becomes a stored event, or is kept as unreadable.

use std::sync::Arc;

use ambient::Clock;
use cabinet::Connections;
use engine::model::{Accepted, ConnectionId, Unreadable};
use engine::{Engine, StoreError};
use planfix::scenario;
use serde_json::{Value, json};
use uis::notifications::{self, Received};

use crate::{calls, deals, leads};

/// What became of what came in. Either way it is stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Receipt {
    /// It is stored and will be worked on, or was stored before.
    Stored {
        /// Whether it had come before.
        duplicate: bool,
    },
    /// It can't be read; its body is kept for the journal.
    Unreadable {
        /// What to change in UIS, Russian.
        russian: String,
        /// What to change in UIS, English.
        english: String,
    },
}

/// Takes in what hooks bring.
#[derive(Clone)]
pub struct Reception {
    pub(crate) engine: Arc<Engine>,
    connections: Connections,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Reception {
    /// A reception in front of the engine.
    pub fn new(engine: Arc<Engine>, connections: Connections, clock: Arc<dyn Clock>) -> Self {
        Self { engine, connections, clock }
    }

    /// Takes a notification of UIS.
    ///
    /// # Errors
    /// When it could not be stored; then its sender must be told so.
    pub async fn uis_notification(
        &self,
        connection: ConnectionId,
        query: &[(String, String)],
        content_type: Option<&str>,
        body: &[u8],
    ) -> Result<Receipt, StoreError> {
        let settings = self.connections.get(connection).await.map_err(StoreError::broken)?;
        let zone = settings.settings.timezone.zone();
        match notifications::read(query, content_type, body, zone) {
            Ok(received) => self.store(connection, &received).await,
            Err(unreadable) => self.keep(connection, query, body, &unreadable).await,
        }
    }

    /// Takes what a scenario of Planfix tells of a task.
    ///
    /// # Errors
    /// When it could not be stored; then its sender must be told so.
    pub async fn planfix_deal(
        &self,
        connection: ConnectionId,
        query: Option<&str>,
        body: &[u8],
    ) -> Result<Receipt, StoreError> {
        let now = self.clock.now();
        match scenario::task_of(query, body) {
            Ok(task) => {
                let accepted = self.engine.accept(deals::event_of(connection, task, now)).await?;
                Ok(Receipt::Stored { duplicate: matches!(accepted, Accepted::Duplicate(_)) })
            }
            Err(why) => {
                let kept =
                    if body.is_empty() { query.unwrap_or_default().as_bytes() } else { body };
                let (russian, english) = (why.russian().to_owned(), why.english().to_owned());
                self.unreadable(connection, "planfix_deals", kept.to_vec(), russian, english).await
            }
        }
    }

    async fn store(
        &self,
        connection: ConnectionId,
        received: &Received,
    ) -> Result<Receipt, StoreError> {
        let received_at = self.clock.now();
        let (kind, dedup) = (received.event().key(), received.dedup_key());
        let event = match received {
            Received::Call(notice) => calls::event_of(connection, notice, kind, dedup, received_at)
                .map_err(StoreError::broken)?,
            Received::Lead(columns) => {
                leads::event_of(connection, columns, kind, dedup, received_at)
            }
        };
        let accepted = self.engine.accept(event).await?;
        Ok(Receipt::Stored { duplicate: matches!(accepted, Accepted::Duplicate(_)) })
    }

    async fn keep(
        &self,
        connection: ConnectionId,
        query: &[(String, String)],
        body: &[u8],
        unreadable: &notifications::Unreadable,
    ) -> Result<Receipt, StoreError> {
        let (russian, english) = (unreadable.russian(), unreadable.to_string());
        let kept = if body.is_empty() { as_text(query).into_bytes() } else { body.to_vec() };
        self.unreadable(connection, "uis_notifications", kept, russian, english).await
    }

    async fn unreadable(
        &self,
        connection: ConnectionId,
        hook: &str,
        body: Vec<u8>,
        russian: String,
        english: String,
    ) -> Result<Receipt, StoreError> {
        let reason: Value = json!({ "note": "unreadable", "ru": russian, "en": english });
        self.engine
            .store()
            .reject(Unreadable {
                connection,
                hook: hook.to_owned(),
                reason,
                body,
                received_at: self.clock.now(),
            })
            .await?;
        Ok(Receipt::Unreadable { russian, english })
    }
}

fn as_text(query: &[(String, String)]) -> String {
    let pairs: Vec<String> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}
