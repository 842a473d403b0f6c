//! `GET /chat-files/{connection}/{lane}/{signature}?line=…`: files of chats for Planfix.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bridge::workspace::Refusal;
use domain::ids::ConnectionName;
use engine::model::LaneId;
use serde::Deserialize;

use crate::api::workspace::file::passed_on;
use crate::app::App;

/// Which file.
#[derive(Debug, Deserialize)]
pub(super) struct Which {
    line: String,
}

/// The file of a message, for whoever has its signed address.
#[utoipa::path(get, path = "/chat-files/{connection}/{lane}/{signature}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("lane" = i64, Path, description = "The chat's number here"),
        ("signature" = String, Path, description = "What makes the address unguessable"),
        ("line" = String, Query, description = "The message"),
    ),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 404, description = "No such address"),
        (status = 502, description = "UIS does not give it"),
    ))]
pub(super) async fn chat_file(
    State(app): State<App>,
    Path((connection, lane, signature)): Path<(String, i64, String)>,
    Query(Which { line }): Query<Which>,
) -> Response {
    let Ok(name) = ConnectionName::parse(&connection) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(connection) = app.connections.get(&name).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let chats = &app.bridge.planfix_chats;
    match chats.file(connection.id, LaneId(lane), &line, &signature).await {
        Ok((attachment, file)) => passed_on(&attachment, file),
        Err(Refusal::Failed(_)) => StatusCode::BAD_GATEWAY.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
