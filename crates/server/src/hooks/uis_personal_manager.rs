//! `GET|POST /hooks/{connection}/uis_personal_manager/{key}`

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use bridge::personal_manager::Question;
use cabinet::HookKind;

use super::reply::Refusal;
use super::{door, fields};
use crate::app::App;

const HOOK: HookKind = HookKind::UisPersonalManager;

/// Tells UIS, by the address' parameters, which phones to ring for a client.
#[utoipa::path(get, path = "/hooks/{connection}/uis_personal_manager/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
        ("numa" = Option<String>, Query, description = "Who calls"),
        ("numb" = Option<String>, Query, description = "The number that was dialled"),
        ("call_session_id" = Option<i64>, Query, description = "The call session"),
    ),
    responses(
        (status = 200, description = "`{\"phones\":[\"7…\"]}`, or `{}` when there is no manager",
            body = BTreeMap<String, Vec<String>>),
        (status = 404, description = "No such address", body = Refusal),
    ))]
pub(crate) async fn by_query(
    state: State<App>,
    path: Path<(String, String)>,
    query: RawQuery,
) -> Response {
    by_body(state, path, query, HeaderMap::new(), Bytes::new()).await
}

/// Tells UIS which phones to ring for a client.
#[utoipa::path(post, path = "/hooks/{connection}/uis_personal_manager/{key}", tag = "hooks",
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("key" = String, Path, description = "The hook's key"),
    ),
    request_body(content = String, description = "JSON or a form with numa, numb, call_session_id…"),
    responses(
        (status = 200, description = "`{\"phones\":[\"7…\"]}`, or `{}` when there is no manager",
            body = BTreeMap<String, Vec<String>>),
        (status = 404, description = "No such address", body = Refusal),
    ))]
pub(crate) async fn by_body(
    State(app): State<App>,
    Path((connection, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let id = match door::enter(&app, &connection, HOOK, &key).await {
        Ok(id) => id,
        Err(answer) => return answer,
    };
    let question = Question::read(&fields::all(query.as_deref(), &headers, &body));
    let phones = app.bridge.managers.phones(id, &question).await;
    let outcome = if phones.is_empty() { "none" } else { "found" };
    door::count_outcome(HOOK, outcome);
    let answer: BTreeMap<&str, Vec<String>> =
        Some(("phones", phones)).filter(|(_, phones)| !phones.is_empty()).into_iter().collect();
    Json(answer).into_response()
}
