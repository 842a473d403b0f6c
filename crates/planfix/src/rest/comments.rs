//! Comments of tasks and contacts.

use domain::Failure;
use domain::ids::{ContactId, TaskId};
use serde_json::{Value, json};
use upstream::Priority;

use super::Rest;
use super::time_point::TimePoint;
use super::wire::Call;
use crate::row::Row;

/// A comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommentId(pub i64);

/// A comment as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Number.
    pub id: CommentId,
    /// Text, HTML.
    pub text: String,
    /// When it was written.
    pub at: Option<TimePoint>,
    /// Our own mark, given at creation.
    pub source_object_id: Option<String>,
}

/// A comment to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// Text, HTML, at most 64 KB with its markup (Planfix help).
    pub html: String,
    /// Our own mark (a UUID), by which it is found again.
    pub source_object_id: String,
}

impl Rest {
    /// The task's comments, oldest first. The description stands among them as the first.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn task_comments(
        &self,
        task: TaskId,
        priority: Priority,
    ) -> Result<Vec<Comment>, Failure> {
        self.comments(format!("task/{task}/comments/list"), priority).await
    }

    /// The contact's comments, oldest first.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn contact_comments(
        &self,
        contact: ContactId,
        priority: Priority,
    ) -> Result<Vec<Comment>, Failure> {
        self.comments(format!("contact/{contact}/comments/list"), priority).await
    }

    /// Writes a comment to the task; nobody is notified.
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when the comment may have been written.
    pub async fn add_task_comment(
        &self,
        task: TaskId,
        comment: &NewComment,
        priority: Priority,
    ) -> Result<CommentId, Failure> {
        self.add_comment(format!("task/{task}/comments/"), comment, priority).await
    }

    /// Writes a comment to the contact; nobody is notified.
    ///
    /// # Errors
    /// As for [`Rest::add_task_comment`].
    pub async fn add_contact_comment(
        &self,
        contact: ContactId,
        comment: &NewComment,
        priority: Priority,
    ) -> Result<CommentId, Failure> {
        self.add_comment(format!("contact/{contact}/comments/"), comment, priority).await
    }

    async fn comments(&self, path: String, priority: Priority) -> Result<Vec<Comment>, Failure> {
        let body = json!({
            "fields": "id,description,dateTime,sourceObjectId",
            "typeList": "Comments",
            "resultOrder": [{ "field": "id", "direction": "Asc" }],
        });
        let rows = self.all_pages(&Call::list(path, body), "comments", priority).await?;
        Ok(rows.iter().filter_map(comment).collect())
    }

    async fn add_comment(
        &self,
        path: String,
        comment: &NewComment,
        priority: Priority,
    ) -> Result<CommentId, Failure> {
        let body = json!({
            "description": comment.html,
            "sourceObjectId": comment.source_object_id,
        });
        let answer = self.call(Call::write(&*path, body), priority).await?;
        answer.created(&format!("POST {path}")).map(CommentId)
    }
}

fn comment(row: &Value) -> Option<Comment> {
    let row = Row::new(row);
    Some(Comment {
        id: CommentId(row.id("id")?),
        text: row.text("description").unwrap_or_default(),
        at: TimePoint::of(row, "dateTime"),
        source_object_id: row.text("sourceObjectId"),
    })
}
