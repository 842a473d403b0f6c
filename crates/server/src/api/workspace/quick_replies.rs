//! `GET|POST /api/workspace/{connection}/quick-replies`, `PUT|DELETE …/{id}`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use cabinet::CabinetError;
use cabinet::workspace::NewQuickReply;
use domain::flow::Flow;
use domain::templates::{Template, Variables};
use engine::model::{ConnectionId, LaneId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AtWork, at_work};
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// The longest title, characters.
const LONGEST_TITLE: usize = 100;

/// The ready answers of a connection.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuickReplies {
    /// By their titles.
    items: Vec<QuickReply>,
}

/// A ready answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuickReply {
    /// Its number.
    id: i64,
    /// What it is found by.
    title: String,
    /// What it says, with `{{variables}}`.
    text: String,
    /// What it says in the chat asked for, variables filled in; `null` when no chat was asked for.
    filled: Option<String>,
}

/// A ready answer to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuickReplyText {
    /// What it is found by.
    title: String,
    /// What it says, with `{{variables}}` of chats; `{{employee_full_name}}` is who answers.
    #[schema(example = "Здравствуйте, {{visitor_name}}! Меня зовут {{employee_full_name}}.")]
    text: String,
}

/// In which chat they are to be used.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct InChat {
    /// The card's number; fills the variables in.
    card: Option<i64>,
}

/// The ready answers, filled in for a chat when one is named.
#[utoipa::path(get, path = "/api/workspace/{connection}/quick-replies", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name"), InChat),
    responses(
        (status = 200, description = "The ready answers", body = QuickReplies),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    chat: Result<Query<InChat>, QueryRejection>,
) -> Result<Json<QuickReplies>, Problem> {
    let Query(chat) = chat.map_err(|error| Problem::bad_request(error.body_text()))?;
    let work = at_work(&app, &caller, &connection).await?;
    let variables = match chat.card {
        Some(card) => Some(variables(&app, &work, LaneId(card)).await?),
        None => None,
    };
    let all = app.workspace.quick_replies(work.connection).await.map_err(CabinetError::from)?;
    let items = all.into_iter().map(|reply| QuickReply {
        filled: variables.as_ref().map(|variables| work.shown(filled(&reply.text, variables))),
        id: reply.id,
        title: reply.title,
        text: reply.text,
    });
    Ok(Json(QuickReplies { items: items.collect() }))
}

/// Keeps a new ready answer, for all operators of the connection.
#[utoipa::path(post, path = "/api/workspace/{connection}/quick-replies", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    request_body = QuickReplyText,
    responses(
        (status = 200, description = "Kept", body = QuickReply),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: a title or a text is missing, or a variable is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn add(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    Body(text): Body<QuickReplyText>,
) -> Result<Json<QuickReply>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    save(&app, work.connection, None, text, caller.author()).await
}

/// Writes a ready answer anew.
#[utoipa::path(put, path = "/api/workspace/{connection}/quick-replies/{id}", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "Its number"),
    ),
    request_body = QuickReplyText,
    responses(
        (status = 200, description = "Kept", body = QuickReply),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: a title or a text is missing, or a variable is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn change(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
    Body(text): Body<QuickReplyText>,
) -> Result<Json<QuickReply>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    save(&app, work.connection, Some(id), text, caller.author()).await
}

/// Drops a ready answer.
#[utoipa::path(delete, path = "/api/workspace/{connection}/quick-replies/{id}", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "Its number"),
    ),
    responses(
        (status = 204, description = "It is gone"),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn remove(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<StatusCode, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let dropped = app.workspace.drop_quick_reply(work.connection, id).await;
    if dropped.map_err(CabinetError::from)? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found("Такого быстрого ответа нет"))
    }
}

async fn save(
    app: &App,
    connection: ConnectionId,
    id: Option<i64>,
    QuickReplyText { title, text }: QuickReplyText,
    author: String,
) -> Result<Json<QuickReply>, Problem> {
    let title = title.trim().to_owned();
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return Err(Problem::unfit(format!("Название: от 1 до {LONGEST_TITLE} знаков")));
    }
    if text.trim().is_empty() {
        return Err(Problem::unfit("Текст быстрого ответа пуст"));
    }
    Template::parse(&text, Flow::Chat).map_err(|error| Problem::unfit(error.to_string()))?;
    let new = NewQuickReply { title, text, author, at: app.clock.now() };
    let saved = app.workspace.save_quick_reply(connection, id, new).await;
    let saved = saved.map_err(CabinetError::from)?;
    let saved = saved.ok_or_else(|| Problem::not_found("Такого быстрого ответа нет"))?;
    let (id, title, text) = (saved.id, saved.title, saved.text);
    Ok(Json(QuickReply { id, title, text, filled: None }))
}

/// The variables of a chat, as whoever answers.
async fn variables(app: &App, work: &AtWork, lane: LaneId) -> Result<Variables, Problem> {
    let mut variables = app.bridge.workspace.variables(work.connection, lane).await?;
    if let Some(name) = &work.operator.person.name {
        variables.set("employee_full_name", name.clone());
    }
    Ok(variables)
}

/// The text with its variables filled in; one that can't be is shown as it is written.
fn filled(text: &str, variables: &Variables) -> String {
    match Template::parse(text, Flow::Chat) {
        Ok(template) => template.render_text(variables),
        Err(_) => text.to_owned(),
    }
}
