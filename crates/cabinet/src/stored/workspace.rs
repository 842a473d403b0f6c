//! The rows of the workspace.

use domain::ids::UisEmployeeId;
use engine::stored::values::moment;

use crate::people::PersonId;
use crate::store::StoreError;
use crate::workspace::{Operator, QuickReply};

/// A row of operators.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the table")]
pub struct OperatorRow {
    pub person_id: i64,
    pub employee: i64,
}

impl OperatorRow {
    /// The operator of the row.
    pub fn operator(&self) -> Operator {
        Operator { person: PersonId(self.person_id), employee: UisEmployeeId(self.employee) }
    }
}

/// A row of ready answers.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the table")]
pub struct QuickReplyRow {
    pub id: i64,
    pub title: String,
    pub text: String,
    pub author: String,
    pub changed_at: i64,
}

impl QuickReplyRow {
    /// The ready answer of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn reply(self) -> Result<QuickReply, StoreError> {
        Ok(QuickReply {
            id: self.id,
            title: self.title,
            text: self.text,
            author: self.author,
            changed_at: moment(self.changed_at)?,
        })
    }
}
