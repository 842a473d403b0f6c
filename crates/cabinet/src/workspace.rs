//! What the operators' workspace keeps: who of the people is which employee of UIS, and ready answers.

use async_trait::async_trait;
use domain::ids::UisEmployeeId;
use engine::model::ConnectionId;
use jiff::Timestamp;

use crate::people::PersonId;
use crate::store::StoreError;

/// Somebody who signs in, as an employee of UIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator {
    /// Who signs in.
    pub person: PersonId,
    /// As whom he answers.
    pub employee: UisEmployeeId,
}

/// A ready answer, of which an operator makes his own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickReply {
    /// Its number.
    pub id: i64,
    /// What it is found by.
    pub title: String,
    /// What it says, with `{{variables}}`.
    pub text: String,
    /// Who wrote it last.
    pub author: String,
    /// When.
    pub changed_at: Timestamp,
}

/// A ready answer to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuickReply {
    /// What it is found by.
    pub title: String,
    /// What it says, with `{{variables}}`.
    pub text: String,
    /// Who writes it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// The store of the workspace.
#[async_trait]
pub trait WorkspaceStore: Send + Sync + 'static {
    /// Who is which employee by somebody's word; those found by their e-mail are not among them.
    async fn operators(&self, connection: ConnectionId) -> Result<Vec<Operator>, StoreError>;

    /// Says which employee somebody is; `None` = it is left to his e-mail. `false` when there is nobody of
    /// that number.
    async fn set_operator(
        &self,
        connection: ConnectionId,
        person: PersonId,
        employee: Option<UisEmployeeId>,
    ) -> Result<bool, StoreError>;

    /// The ready answers of a connection, by their titles.
    async fn quick_replies(&self, connection: ConnectionId) -> Result<Vec<QuickReply>, StoreError>;

    /// Keeps a ready answer: a new one, or in the place of the one of this number. `None` when there is
    /// none of that number.
    async fn save_quick_reply(
        &self,
        connection: ConnectionId,
        id: Option<i64>,
        reply: NewQuickReply,
    ) -> Result<Option<QuickReply>, StoreError>;

    /// Drops a ready answer; `false` when there is none of that number.
    async fn drop_quick_reply(&self, connection: ConnectionId, id: i64)
    -> Result<bool, StoreError>;
}
