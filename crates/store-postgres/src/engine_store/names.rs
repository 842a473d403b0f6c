//! Names taken for a while.

use engine::model::ConnectionId;
use jiff::Timestamp;

use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::micros;

/// Takes the name unless another holder has it still; returns who holds it.
pub(super) async fn take(
    db: &mut Session,
    connection: ConnectionId,
    name: &str,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<String> {
    sqlx::query!(
        "INSERT INTO names (connection_id, name, holder, until) VALUES ($1, $2, $3, $4)
         ON CONFLICT (connection_id, name)
         DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE names.until <= $5",
        connection.0,
        name,
        holder,
        micros(until),
        micros(now)
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query_scalar!(
        "SELECT holder FROM names WHERE connection_id = $1 AND name = $2",
        connection.0,
        name
    )
    .fetch_one(db)
    .await
    .or_broken()
}
