//! `POST /api/workspace/{connection}/cards/{id}/messages`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use bridge::workspace::Message;
use engine::model::LaneId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::at_work;
use super::uploaded::UploadedFile;
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// The longest text, characters: messengers take no longer one.
const LONGEST: usize = 4_000;
/// The longest id, characters.
const LONGEST_ID: usize = 64;

/// A message to the client.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMessage {
    /// An id of the sender's own, unguessed: the same message sent again under the same id is one message.
    #[schema(example = "b4f0c9d2-7a1e-4f0e-9a57-0d8f2f6f2a11")]
    client_id: String,
    /// The text; may be empty beside a file or a template.
    #[serde(default)]
    text: String,
    /// The line it answers, by its name.
    reply_to: Option<String>,
    /// A file that was handed over before.
    file: Option<UploadedFile>,
    /// The template it is made of (WABA), by its id.
    template: Option<String>,
}

/// A message on its way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SentMessage {
    /// The name of its line in the thread, where its fate is told.
    line: String,
}

/// Writes to the client. It is stored before it is answered; what becomes of it is told by its line.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/messages", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    request_body = NewMessage,
    responses(
        (status = 202, description = "On its way, now or before", body = SentMessage),
        (status = 400, description = "A message that can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`taken`, `not_taken`, `closed`; `window_closed`: only a template goes through; `no_conversation`: it is a lead", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: it is empty, there is no such template, or the file was not handed over here by the caller", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn send(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    Body(new): Body<NewMessage>,
) -> Result<(StatusCode, Json<SentMessage>), Problem> {
    let good = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    if new.client_id.is_empty()
        || new.client_id.len() > LONGEST_ID
        || !new.client_id.chars().all(good)
    {
        return Err(Problem::bad_request(
            "client_id: латинские буквы, цифры и дефис, не больше 64",
        ));
    }
    if new.text.chars().count() > LONGEST {
        return Err(Problem::unfit(format!("Сообщение длиннее {LONGEST} знаков")));
    }
    let work = at_work(&app, &caller, &connection).await?;
    let lane = LaneId(id);
    let attachment = new.file.map(|file| file.open(&app, &work, lane)).transpose()?;
    let message = Message {
        id: new.client_id,
        text: new.text,
        reply_to: new.reply_to,
        attachment,
        template: new.template,
    };
    let me = work.operator.person;
    let line = app.bridge.workspace.say(work.connection, lane, me, message).await?;
    Ok((StatusCode::ACCEPTED, Json(SentMessage { line })))
}
