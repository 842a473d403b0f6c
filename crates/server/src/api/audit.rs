//! `GET /api/audit`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use cabinet::people::AuditQuery;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Admin, Caller, Veil};
use crate::problem::Problem;

/// How many changes a page holds unless asked otherwise.
const PAGE: u32 = 50;

/// Which changes to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuditFilter {
    /// Of this thing only: an e-mail, a token's label, a connection's name.
    subject: Option<String>,
    /// Older than this: the `next` of the page before.
    before: Option<i64>,
    /// At most so many, 1 to 200; 50 unless given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// A page of changes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditPage {
    /// The newest first.
    items: Vec<AuditEntry>,
    /// `before` of the next page; `null` on the last one.
    next: Option<i64>,
}

/// A change that somebody made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditEntry {
    /// Its number.
    id: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// How he came in: `person`, `token` or `terminal`.
    #[schema(example = "person")]
    actor_kind: &'static str,
    /// Who: an e-mail, a token's label, a name at the terminal.
    #[schema(example = "olga@romashka.ru")]
    actor: String,
    /// What was done.
    #[schema(example = "connection_changed")]
    action: &'static str,
    /// What it was done to.
    #[schema(example = "romashka")]
    subject: String,
    /// How it was before, without secrets: what changed, by its paths.
    before: Value,
    /// How it is now, without secrets.
    after: Value,
}

/// Who changed what, the newest first.
#[utoipa::path(get, path = "/api/audit", tag = "audit", security(("token" = []), ("session" = [])),
    params(AuditFilter),
    responses(
        (status = 200, description = "A page of changes", body = AuditPage),
        (status = 400, description = "A filter that can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn audit(
    caller: Caller<Admin>,
    State(app): State<App>,
    filter: Result<Query<AuditFilter>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::bad_request(error.body_text()))?;
    let limit = filter.limit.unwrap_or(PAGE);
    if !(1..=200).contains(&limit) {
        return Err(Problem::bad_request("limit: от 1 до 200"));
    }
    let query = AuditQuery { subject: filter.subject, before: filter.before, limit };
    let page = app.people.audit(query).await?;
    let items = page.items.into_iter().map(AuditEntry::of).collect();
    Veil::of(&app, &caller).await?.json(AuditPage { items, next: page.next })
}

impl AuditEntry {
    fn of(stored: cabinet::people::AuditEntry) -> Self {
        let entry = stored.entry;
        Self {
            id: stored.id,
            at: entry.at,
            actor_kind: entry.actor.kind.as_str(),
            actor: entry.actor.name,
            action: entry.action.as_str(),
            subject: entry.subject,
            before: entry.before,
            after: entry.after,
        }
    }
}
