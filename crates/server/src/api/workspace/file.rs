//! `GET /api/workspace/{connection}/cards/{id}/files/{line}`

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::Response;
use bridge::workspace::ChatFile;
use domain::chats::{Attachment, AttachmentKind};
use engine::model::LaneId;
use futures::stream::try_unfold;

use super::at_work;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// What a browser may show by itself. A stranger chose the type, so everything else is only saved.
const SHOWN: [&str; 9] = [
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "audio/mpeg",
    "audio/ogg",
    "audio/mp4",
    "video/mp4",
    "video/webm",
];

/// The file of a message, passed on from UIS piece by piece.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards/{id}/files/{line}", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
        ("line" = String, Path, description = "The name of the message's line"),
    ),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn file(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id, line)): Path<(String, i64, String)>,
) -> Result<Response, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let found = app.bridge.workspace.file(work.connection, LaneId(id), &line).await?;
    let (attachment, file) = found;
    Ok(passed_on(&attachment, file))
}

/// The file as an answer, passed on piece by piece.
pub(crate) fn passed_on(attachment: &Attachment, file: ChatFile) -> Response {
    let mime = file.mime().map(str::to_owned).or_else(|| attachment.mime.clone());
    let mime = mime.filter(|mime| SHOWN.contains(&mime.as_str()));
    let size = file.size();
    let pieces = try_unfold(file, async |mut file| {
        let piece = file.chunk().await.map_err(std::io::Error::other)?;
        Ok::<_, std::io::Error>(piece.map(|piece| (Bytes::from(piece), file)))
    });
    let mut response = Response::new(Body::from_stream(pieces));
    let headers = response.headers_mut();
    let disposition = disposition(attachment, mime.is_some());
    let mime = mime.unwrap_or_else(|| "application/octet-stream".to_owned());
    for (name, value) in [(CONTENT_TYPE, mime), (CONTENT_DISPOSITION, disposition)] {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    // opened by its own address it may do nothing
    headers
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    if let Some(size) = size {
        headers.insert(CONTENT_LENGTH, size.into());
    }
    response
}

/// `Content-Disposition` with the file's name (RFC 6266).
fn disposition(file: &Attachment, shown: bool) -> String {
    let voice = file.kind == AttachmentKind::Voice;
    let name = file.name.as_deref().unwrap_or(if voice { "voice.ogg" } else { "file" });
    let name: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let how = if shown { "inline" } else { "attachment" };
    format!("{how}; filename*=UTF-8''{}", name.replace('+', "%20"))
}
