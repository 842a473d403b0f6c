//! `GET /api/overview`

use axum::Json;
use axum::extract::State;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::connection::OverviewConnection;
use super::hours::{self, OverviewHour};
use super::troubles::OverviewTrouble;
use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
use crate::problem::Problem;

/// Why something was given up is told for this long.
const TOLD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whether the integration works.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Overview {
    /// The moment it is told for.
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
    /// The connections, by name.
    connections: Vec<OverviewConnection>,
    /// What there is to do right now.
    backlog: OverviewBacklog,
    /// The communications of the last 24 hours, the oldest hour first; the present hour is the last.
    hours: Vec<OverviewHour>,
    /// Why something was given up in the last 7 days and was not replayed, the newest first.
    troubles: Vec<OverviewTrouble>,
}

/// What there is to do right now, in the whole installation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewBacklog {
    /// Communications with something to do.
    due: u64,
    /// Since when the oldest of them waits; `null` when none does.
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest: Option<Timestamp>,
}

/// Whether the integration works: connections, shut doors, the last 24 hours, and what was given up.
#[utoipa::path(get, path = "/api/overview", tag = "overview", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The overview", body = Overview),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    caller: Caller<Viewer>,
    State(app): State<App>,
) -> Result<Json<Value>, Problem> {
    let now = app.clock.now();
    let store = app.bridge.engine.store();
    let troubles = store.troubles(earlier(now, TOLD)).await?;
    let first = hours::first(now);
    let hours = hours::of(first, store.activity(first).await?);
    let backlog = store.backlog(now).await?;
    let backlog = OverviewBacklog { due: backlog.due, oldest: backlog.oldest };

    let health = app.bridge.health.all().await?;
    let heads: Vec<_> = health.iter().map(|one| one.listed.head.clone()).collect();
    let name = |id| heads.iter().find(|head| head.id == id).map(|head| head.name.to_string());
    let troubles = troubles
        .into_iter()
        .filter_map(|one| name(one.connection).map(|name| OverviewTrouble::of(one, name)))
        .collect();
    let of = |one| OverviewConnection::of(one, now);
    let connections = health.iter().map(of).collect();
    let overview = Overview { now, connections, backlog, hours, troubles };
    Veil::of(&app, &caller).await?.json(overview)
}

fn earlier(moment: Timestamp, by: SignedDuration) -> Timestamp {
    moment.saturating_sub(by).unwrap_or(Timestamp::MIN)
}
