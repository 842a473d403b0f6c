//! `GET /api/journal/{id}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use engine::model::LaneId;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::communication::Communication;
use super::names::Names;
use crate::api::text::Text;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// A communication with its story.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Story {
    /// The communication.
    communication: Communication,
    /// What happened to it, the oldest first.
    notes: Vec<Note>,
}

/// One line of a story.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Note {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// What sort of note.
    #[schema(example = "received")]
    kind: String,
    /// What it says, in words.
    text: Text,
    /// What it says, for programs.
    data: Value,
}

impl Note {
    fn of(note: engine::journal::Note) -> Self {
        let text = Text::of(|lang| bridge::note_text(&note, lang));
        Self { at: note.at, kind: note.kind, text, data: note.data }
    }
}

/// What happened to a communication, and why.
#[utoipa::path(get, path = "/api/journal/{id}", tag = "journal", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The communication's number in the journal")),
    responses(
        (status = 200, description = "The communication and its story", body = Story),
        (status = 400, description = "The number is not one", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such communication", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Json<Story>, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    let story = app.bridge.engine.store().story(LaneId(id)).await?;
    let story = story.ok_or_else(|| Problem::not_found("В журнале такого нет"))?;
    let names = Names::load(&app).await?;
    Ok(Json(Story {
        communication: Communication::of(story.communication, &names),
        notes: story.notes.into_iter().map(Note::of).collect(),
    }))
}
