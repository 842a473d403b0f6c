//! What the operators' workspace keeps.

use async_trait::async_trait;
use cabinet::WorkspaceStore;
use cabinet::people::PersonId;
use cabinet::stored::workspace::{OperatorRow, QuickReplyRow};
use cabinet::workspace::{NewQuickReply, Operator, QuickReply};
use domain::ids::UisEmployeeId;
use engine::model::ConnectionId;
use sqlx::SqliteConnection;

use super::Result;
use super::rows::broken;
use crate::SqliteStore;
use crate::error::OrBroken;
use crate::values::micros;

/// The result of a job of the writer.
type Job<T> = std::result::Result<T, engine::StoreError>;

#[async_trait]
impl WorkspaceStore for SqliteStore {
    async fn operators(&self, connection: ConnectionId) -> Result<Vec<Operator>> {
        let rows = sqlx::query_as!(
            OperatorRow,
            "SELECT person_id, employee FROM operators WHERE connection_id = ?1 ORDER BY person_id",
            connection.0
        )
        .fetch_all(&self.readers)
        .await
        .map_err(broken)?;
        Ok(rows.iter().map(OperatorRow::operator).collect())
    }

    async fn set_operator(
        &self,
        connection: ConnectionId,
        person: PersonId,
        employee: Option<UisEmployeeId>,
    ) -> Result<bool> {
        Ok(self
            .writer
            .run(move |writer| Box::pin(set_operator(writer, connection, person, employee)))
            .await?)
    }

    async fn quick_replies(&self, connection: ConnectionId) -> Result<Vec<QuickReply>> {
        let rows = sqlx::query_as!(
            QuickReplyRow,
            "SELECT id, title, text, author, changed_at FROM quick_replies
             WHERE connection_id = ?1 ORDER BY title, id",
            connection.0
        )
        .fetch_all(&self.readers)
        .await
        .map_err(broken)?;
        rows.into_iter().map(QuickReplyRow::reply).collect()
    }

    async fn save_quick_reply(
        &self,
        connection: ConnectionId,
        id: Option<i64>,
        reply: NewQuickReply,
    ) -> Result<Option<QuickReply>> {
        let saved =
            self.writer.run(move |writer| Box::pin(save(writer, connection, id, reply))).await?;
        saved.map(QuickReplyRow::reply).transpose()
    }

    async fn drop_quick_reply(&self, connection: ConnectionId, id: i64) -> Result<bool> {
        Ok(self.writer.run(move |writer| Box::pin(remove(writer, connection, id))).await?)
    }
}

async fn set_operator(
    writer: &mut SqliteConnection,
    connection: ConnectionId,
    person: PersonId,
    employee: Option<UisEmployeeId>,
) -> Job<bool> {
    let known = sqlx::query_scalar!("SELECT id FROM people WHERE id = ?1", person.0)
        .fetch_optional(&mut *writer)
        .await
        .or_broken()?;
    if known.is_none() {
        return Ok(false);
    }
    match employee.map(|employee| employee.0) {
        Some(employee) => {
            sqlx::query!(
                "INSERT INTO operators (connection_id, person_id, employee) VALUES (?1, ?2, ?3)
             ON CONFLICT (connection_id, person_id) DO UPDATE SET employee = excluded.employee",
                connection.0,
                person.0,
                employee
            )
            .execute(writer)
            .await
        }
        None => {
            sqlx::query!(
                "DELETE FROM operators WHERE connection_id = ?1 AND person_id = ?2",
                connection.0,
                person.0
            )
            .execute(writer)
            .await
        }
    }
    .or_broken()?;
    Ok(true)
}

async fn save(
    writer: &mut SqliteConnection,
    connection: ConnectionId,
    id: Option<i64>,
    reply: NewQuickReply,
) -> Job<Option<QuickReplyRow>> {
    let at = micros(reply.at);
    let saved = match id {
        None => {
            sqlx::query_scalar!(
                r#"INSERT INTO quick_replies (connection_id, title, text, author, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id AS "id!""#,
                connection.0,
                reply.title,
                reply.text,
                reply.author,
                at
            )
            .fetch_optional(writer)
            .await
        }
        Some(id) => {
            sqlx::query_scalar!(
                r#"UPDATE quick_replies SET title = ?3, text = ?4, author = ?5, changed_at = ?6
             WHERE connection_id = ?1 AND id = ?2 RETURNING id AS "id!""#,
                connection.0,
                id,
                reply.title,
                reply.text,
                reply.author,
                at
            )
            .fetch_optional(writer)
            .await
        }
    };
    let NewQuickReply { title, text, author, .. } = reply;
    let row = |id| QuickReplyRow { id, title, text, author, changed_at: at };
    Ok(saved.or_broken()?.map(row))
}

async fn remove(writer: &mut SqliteConnection, connection: ConnectionId, id: i64) -> Job<bool> {
    let removed = sqlx::query!(
        "DELETE FROM quick_replies WHERE connection_id = ?1 AND id = ?2",
        connection.0,
        id
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(removed.rows_affected() > 0)
}
