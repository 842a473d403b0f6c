//! `POST /api/workspace/entry`, and `POST /api/workspace/entry/session`
//!
//! A page of ours in a frame of Planfix can't sign in by the cookie: browsers keep it back there. It opens a
//! window of ours instead, where the cookie counts; that asks for a key and hands it to the frame, which begins
//! a session of its own by it and shows that session with every request.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::people::Person;
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// A key into the framed workspace.
#[derive(Serialize, ToSchema)]
pub(crate) struct EntryKey {
    /// The key; works once.
    key: String,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
}

/// A key to be used.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// The key.
    key: String,
}

/// A session of a framed page.
#[derive(Serialize, ToSchema)]
pub(crate) struct FramedSession {
    /// What the page shows with every request as `Authorization: Bearer …`. To be kept in memory only.
    token: String,
    /// Who is signed in.
    person: Person,
}

/// A key by which the caller enters the workspace in a frame, once, within two minutes.
#[utoipa::path(post, path = "/api/workspace/entry", tag = "workspace", security(("session" = [])),
    responses(
        (status = 200, description = "The key", body = EntryKey),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn link(
    caller: Caller<Operator>,
    State(app): State<App>,
) -> Result<Json<EntryKey>, Problem> {
    let (person, _) = caller.person()?;
    let (key, expires_at) = app.people.entry_key(person).await?;
    Ok(Json(EntryKey { key: key.expose_secret().to_owned(), expires_at }))
}

/// Begins the session of a framed page by a key.
#[utoipa::path(post, path = "/api/workspace/entry/session", tag = "workspace", security(()), request_body = Entry,
    responses(
        (status = 200, description = "Signed in", body = FramedSession),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`dead_link`: the key has been used or has ended", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn enter(
    State(app): State<App>,
    headers: HeaderMap,
    Body(Entry { key }): Body<Entry>,
) -> Result<Json<FramedSession>, Problem> {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let signed = app.people.enter(&key, agent).await?;
    let token = signed.token.expose_secret().to_owned();
    Ok(Json(FramedSession { token, person: Person::of(&signed.person) }))
}
