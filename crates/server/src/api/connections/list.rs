//! `GET /api/connections`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::state::{self, Sections, ShutDoor, Standings};
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// The connections of this installation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConnectionList {
    /// By name.
    items: Vec<Connection>,
}

/// A connection in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Connection {
    /// Its name in addresses and on the command line.
    #[schema(example = "romashka")]
    name: String,
    /// The title people know it by.
    #[schema(example = "ООО «Ромашка»")]
    title: String,
    /// The number of the newest settings.
    version: i64,
    /// When they were saved.
    #[schema(value_type = String, format = DateTime)]
    saved_at: Timestamp,
    /// Who saved them.
    author: String,
    /// Which sections are switched on.
    sections: Sections,
    /// Ways out that are shut because the other side refuses or does not answer.
    doors: Vec<ShutDoor>,
    /// Whether anything was given up.
    dead: bool,
    /// When something last happened; `null` when nothing ever came.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_event_at: Option<Timestamp>,
}

/// The connections of this installation.
#[utoipa::path(get, path = "/api/connections", tag = "connections", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The connections", body = ConnectionList),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Viewer>,
    State(app): State<App>,
) -> Result<Json<ConnectionList>, Problem> {
    let (health, now) = (app.bridge.health.all().await?, app.clock.now());
    let mut items = Vec::with_capacity(health.len());
    for one in health {
        let Standings { sections, doors, dead, last_event_at } = state::of(&one, now);
        let one = one.listed;
        items.push(Connection {
            name: one.head.name.to_string(),
            title: one.title,
            version: one.head.version.0,
            saved_at: one.saved_at,
            author: one.author,
            sections,
            doors,
            dead,
            last_event_at,
        });
    }
    Ok(Json(ConnectionList { items }))
}
