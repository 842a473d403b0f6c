//! What is answered and written down when settings were saved.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use cabinet::connections::{ImportError, Outcome, Replaced, Version, difference};
use cabinet::people::{Action, Actor};
use cabinet::store::StoreError;
use cabinet::{CabinetError, Connection};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;
use serde::Serialize;
use utoipa::ToSchema;

use super::SettingsProblem;
use crate::app::App;
use crate::problem::Problem;

/// What became of settings that were sent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Saved {
    /// The connection.
    #[schema(example = "romashka")]
    name: String,
    /// The number of its newest settings.
    version: i64,
    /// Whether anything was changed.
    outcome: SaveOutcome,
}

/// What was changed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SaveOutcome {
    /// The connection is new.
    Created,
    /// It has a new version.
    Updated,
    /// Nothing: that is how it was already.
    Unchanged,
}

/// The entity tag of a version.
pub(super) fn etag(version: Version) -> String {
    format!("\"{version}\"")
}

/// Writes the change down and answers.
pub(super) async fn answer(
    app: &App,
    actor: Actor,
    replaced: Replaced,
) -> Result<Response, Problem> {
    let Replaced { imported, before, after } = replaced;
    note(app, actor, before.as_deref(), &after, imported.outcome).await?;
    if imported.outcome == Outcome::Updated {
        open_doors(app, after.id).await?;
    }
    let (status, outcome) = match imported.outcome {
        Outcome::Created => (StatusCode::CREATED, SaveOutcome::Created),
        Outcome::Updated => (StatusCode::OK, SaveOutcome::Updated),
        Outcome::Unchanged => (StatusCode::OK, SaveOutcome::Unchanged),
    };
    let saved = Saved { name: imported.name.to_string(), version: imported.version.0, outcome };
    Ok((status, [(ETAG, etag(imported.version))], Json(saved)).into_response())
}

/// What waited because the other side refused the old credentials goes on with the new ones at once.
async fn open_doors(app: &App, id: ConnectionId) -> Result<(), Problem> {
    let store = app.bridge.engine.store();
    for (door, _) in store.pauses(id).await? {
        store.resume(id, &door, app.clock.now()).await?;
    }
    Ok(())
}

async fn note(
    app: &App,
    actor: Actor,
    before: Option<&Connection>,
    after: &Connection,
    outcome: Outcome,
) -> Result<(), Problem> {
    let action = match outcome {
        Outcome::Created => Action::ConnectionCreated,
        Outcome::Updated => Action::ConnectionChanged,
        Outcome::Unchanged => return Ok(()),
    };
    let (old, new) = difference(before.map(|one| &one.settings), &after.settings);
    Ok(app.people.record(actor, action, after.name.as_str(), old, new).await?)
}

/// Why settings were not saved, with the newest version when somebody else was faster.
pub(super) async fn refusal(app: &App, name: &ConnectionName, error: ImportError) -> Problem {
    match error {
        ImportError::Cabinet(CabinetError::Store(StoreError::Conflict)) => {
            match app.connections.get(name).await {
                Ok(newest) => Problem::version_conflict(newest.version.0),
                Err(error) => error.into(),
            }
        }
        other => other.into(),
    }
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Yaml(error) => Self::bad_request(format!("YAML: {error}")),
            ImportError::Settings(complaints) => {
                Self::invalid_settings(complaints.iter().map(SettingsProblem::of).collect())
            }
            ImportError::Cabinet(error) => error.into(),
        }
    }
}
