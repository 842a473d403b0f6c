//! What the operators' workspace keeps.

use async_trait::async_trait;
use cabinet::WorkspaceStore;
use cabinet::people::PersonId;
use cabinet::stored::workspace::{OperatorRow, QuickReplyRow};
use cabinet::workspace::{NewQuickReply, Operator, QuickReply};
use domain::ids::UisEmployeeId;
use engine::model::ConnectionId;

use super::Result;
use crate::PostgresStore;
use crate::error::OrBroken as _;
use crate::session::Session;
use crate::values::micros;

#[async_trait]
impl WorkspaceStore for PostgresStore {
    async fn operators(&self, connection: ConnectionId) -> Result<Vec<Operator>> {
        let mut db = self.read().await?;
        let rows = sqlx::query_as!(
            OperatorRow,
            "SELECT person_id, employee FROM operators WHERE connection_id = $1 ORDER BY person_id",
            connection.0
        )
        .fetch_all(&mut db)
        .await
        .or_broken();
        let rows = db.finish(rows).await?;
        Ok(rows.iter().map(OperatorRow::operator).collect())
    }

    async fn set_operator(
        &self,
        connection: ConnectionId,
        person: PersonId,
        employee: Option<UisEmployeeId>,
    ) -> Result<bool> {
        let mut db = self.write().await?;
        let done = set_operator(&mut db, connection, person, employee).await;
        db.finish(done).await
    }

    async fn quick_replies(&self, connection: ConnectionId) -> Result<Vec<QuickReply>> {
        let mut db = self.read().await?;
        let rows = sqlx::query_as!(
            QuickReplyRow,
            "SELECT id, title, text, author, changed_at FROM quick_replies
             WHERE connection_id = $1 ORDER BY title COLLATE \"C\", id",
            connection.0
        )
        .fetch_all(&mut db)
        .await
        .or_broken();
        let rows = db.finish(rows).await?;
        rows.into_iter().map(QuickReplyRow::reply).collect()
    }

    async fn save_quick_reply(
        &self,
        connection: ConnectionId,
        id: Option<i64>,
        reply: NewQuickReply,
    ) -> Result<Option<QuickReply>> {
        let mut db = self.write().await?;
        let done = save(&mut db, connection, id, reply).await;
        let saved = db.finish(done).await?;
        saved.map(QuickReplyRow::reply).transpose()
    }

    async fn drop_quick_reply(&self, connection: ConnectionId, id: i64) -> Result<bool> {
        let mut db = self.write().await?;
        let done = remove(&mut db, connection, id).await;
        db.finish(done).await
    }
}

async fn set_operator(
    db: &mut Session,
    connection: ConnectionId,
    person: PersonId,
    employee: Option<UisEmployeeId>,
) -> Result<bool> {
    let known = sqlx::query_scalar!("SELECT id FROM people WHERE id = $1", person.0)
        .fetch_optional(&mut *db)
        .await
        .or_broken()?;
    if known.is_none() {
        return Ok(false);
    }
    match employee.map(|employee| employee.0) {
        Some(employee) => {
            sqlx::query!(
                "INSERT INTO operators (connection_id, person_id, employee) VALUES ($1, $2, $3)
             ON CONFLICT (connection_id, person_id) DO UPDATE SET employee = excluded.employee",
                connection.0,
                person.0,
                employee
            )
            .execute(db)
            .await
        }
        None => {
            sqlx::query!(
                "DELETE FROM operators WHERE connection_id = $1 AND person_id = $2",
                connection.0,
                person.0
            )
            .execute(db)
            .await
        }
    }
    .or_broken()?;
    Ok(true)
}

async fn save(
    db: &mut Session,
    connection: ConnectionId,
    id: Option<i64>,
    reply: NewQuickReply,
) -> Result<Option<QuickReplyRow>> {
    let at = micros(reply.at);
    let saved = match id {
        None => {
            sqlx::query_scalar!(
                r#"INSERT INTO quick_replies (connection_id, title, text, author, changed_at)
             VALUES ($1, $2, $3, $4, $5) RETURNING id AS "id!""#,
                connection.0,
                reply.title,
                reply.text,
                reply.author,
                at
            )
            .fetch_optional(db)
            .await
        }
        Some(id) => {
            sqlx::query_scalar!(
                r#"UPDATE quick_replies SET title = $3, text = $4, author = $5, changed_at = $6
             WHERE connection_id = $1 AND id = $2 RETURNING id AS "id!""#,
                connection.0,
                id,
                reply.title,
                reply.text,
                reply.author,
                at
            )
            .fetch_optional(db)
            .await
        }
    };
    let NewQuickReply { title, text, author, .. } = reply;
    let row = |id| QuickReplyRow { id, title, text, author, changed_at: at };
    Ok(saved.or_broken()?.map(row))
}

async fn remove(db: &mut Session, connection: ConnectionId, id: i64) -> Result<bool> {
    let removed = sqlx::query!(
        "DELETE FROM quick_replies WHERE connection_id = $1 AND id = $2",
        connection.0,
        id
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(removed.rows_affected() > 0)
}
