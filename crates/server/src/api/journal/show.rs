//! `GET /api/journal/{id}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use bridge::planfix_pages;
use engine::model::LaneId;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::communication::Communication;
use super::names::Names;
use crate::api::text::Text;
use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
use crate::problem::Problem;

/// A communication with its story.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Story {
    /// The communication.
    communication: Communication,
    /// Whether there is a task, and why not; `null` where none is to be expected.
    verdict: Option<Text>,
    /// Where it stands in Planfix.
    pages: Pages,
    /// What happened to it, the oldest first.
    notes: Vec<Note>,
}

/// Where a communication's things stand in Planfix's own pages; `null` when there are none.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Pages {
    /// The task.
    #[schema(example = "https://romashka.planfix.ru/task/2001")]
    task: Option<String>,
    /// The contact.
    contact: Option<String>,
}

impl Pages {
    async fn of(app: &App, one: &engine::journal::Communication) -> Result<Self, Problem> {
        let connection = app.connections.get(one.connection).await?;
        let Some(rest) = &connection.settings.credentials.planfix_rest else {
            return Ok(Self::default());
        };
        let task = one.task.and_then(|task| planfix_pages::task(&rest.url, task));
        let contact = one.contact.and_then(|contact| planfix_pages::contact(&rest.url, contact));
        Ok(Self { task: task.map(Into::into), contact: contact.map(Into::into) })
    }
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
    caller: Caller<Viewer>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Json<Value>, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    let story = app.bridge.engine.store().story(LaneId(id)).await?;
    let story = story.ok_or_else(|| Problem::not_found("В журнале такого нет"))?;
    let names = Names::load(&app).await?;
    let verdict = Text::maybe(|lang| bridge::verdict(&story, lang));
    let pages = Pages::of(&app, &story.communication).await?;
    Veil::of(&app, &caller).await?.json(Story {
        communication: Communication::of(story.communication, &names),
        verdict,
        pages,
        notes: story.notes.into_iter().map(Note::of).collect(),
    })
}
