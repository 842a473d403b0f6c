//! `GET /api/sessions`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// One's own sessions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionList {
    /// The last used first.
    items: Vec<Session>,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    /// Its number.
    id: i64,
    /// Whether it is the one that asks.
    current: bool,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it was last used, to the five minutes.
    #[schema(value_type = String, format = DateTime)]
    last_seen_at: Timestamp,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    /// What the browser called itself.
    user_agent: String,
}

/// One's own sessions: where one is signed in.
#[utoipa::path(get, path = "/api/sessions", tag = "session", security(("session" = [])),
    responses(
        (status = 200, description = "The sessions", body = SessionList),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`people_only`: a token has no sessions", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    caller: Caller<Viewer>,
    State(app): State<App>,
) -> Result<Json<SessionList>, Problem> {
    let (person, current) = caller.person()?;
    let sessions = app.people.sessions(person.id).await?;
    let items = sessions
        .into_iter()
        .map(|one| Session {
            id: one.id.0,
            current: one.id == current.id,
            created_at: one.created_at,
            last_seen_at: one.last_seen_at,
            expires_at: one.expires_at,
            user_agent: one.user_agent,
        })
        .collect();
    Ok(Json(SessionList { items }))
}
