//! `POST /api/workspace/{connection}/cards/{id}/files`

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use bridge::workspace::Upload;
use engine::model::LaneId;
use serde::Deserialize;

use super::at_work;
use super::uploaded::UploadedFile;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// The file's name.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileName {
    /// Its name, as the client will see it.
    name: String,
}

/// Hands a file to UIS, to be shown by a message afterwards. The body is the file itself.
#[utoipa::path(post, path = "/api/workspace/{connection}/cards/{id}/files", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
        FileName,
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file, at most 20 MiB; its type stands in `Content-Type`"),
    responses(
        (status = 200, description = "What a message shows it by", body = UploadedFile),
        (status = 400, description = "A name is missing, or the file is too large", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`taken`: somebody else has it; `closed`; `not_taken`: it must be taken from the queue first", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn attach(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    named: Result<Query<FileName>, QueryRejection>,
    headers: HeaderMap,
    content: Result<Bytes, BytesRejection>,
) -> Result<Json<UploadedFile>, Problem> {
    let Query(named) = named.map_err(|error| Problem::bad_request(error.body_text()))?;
    let content = content.map_err(|error| Problem::bad_request(error.body_text()))?;
    let mime = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mime = mime.unwrap_or("application/octet-stream");
    let work = at_work(&app, &caller, &connection).await?;
    let file = Upload { name: &named.name, mime, content: &content };
    let me = &work.operator.person;
    let uploaded = app.bridge.workspace.upload(work.connection, LaneId(id), me, file).await?;
    UploadedFile::seal(&app, &work, LaneId(id), uploaded).map(Json)
}
