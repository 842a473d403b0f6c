//! `cmd=getTask` and `cmd=getContact`: the numbers in Planfix, without a REST request.

use domain::Failure;
use domain::ids::{ContactId, TaskId};
use upstream::{Effect, StatusCode};

use super::Chat;
use crate::form::{Command, words_of};
use crate::row::Row;

impl Chat {
    /// The task of a chat; `None` when there is none (`400 {"error":"task not found"}`).
    ///
    /// # Errors
    /// The failures of an exchange; never Unknown, for it only asks.
    pub async fn task_of(&self, chat: &str) -> Result<Option<TaskId>, Failure> {
        let command = self.command("getTask").with("chatId", chat);
        Ok(self.number(command, "getTask").await?.map(TaskId))
    }

    /// The contact of a person; `None` when there is none (`400 {"error":"unknown contact"}`).
    ///
    /// # Errors
    /// As for [`Chat::task_of`].
    pub async fn contact_of(&self, contact: &str) -> Result<Option<ContactId>, Failure> {
        let command = self.command("getContact").with("contactId", contact);
        Ok(self.number(command, "getContact").await?.map(ContactId))
    }

    async fn number(&self, command: Command, cmd: &str) -> Result<Option<i64>, Failure> {
        let answer = self.door.send(command, Effect::Read, self.door.deadline()).await?;
        if answer.status == StatusCode::BAD_REQUEST
            && words_of(&answer).is_some_and(|words| is_absence(&words))
        {
            return Ok(None);
        }
        self.door.understand(&answer, cmd, Effect::Read)?;
        let body = self.door.body(&answer, cmd)?;
        Ok(body.get("data").and_then(|data| Row::new(data).id("number")))
    }
}

/// «Invalid parameters» is a mistake of ours; these say that there is nothing.
fn is_absence(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("not found") || words.contains("unknown")
}
