//! `GET /api/journal`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use engine::journal::JournalQuery;
use engine::model::LaneId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::communication::Communication;
use super::names::Names;
use super::words;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// How many communications a page holds unless asked otherwise.
const PAGE: u32 = 50;

/// Which communications to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filter {
    /// Of this connection only, by name.
    connection: Option<String>,
    /// Standing so only.
    state: Option<words::State>,
    /// Whose phone holds these digits.
    phone: Option<String>,
    /// Of this kind only: `call`.
    kind: Option<String>,
    /// With this task only.
    task: Option<i64>,
    /// Older than this: the `next` of the page before.
    before: Option<i64>,
    /// At most so many, 1 to 200; 50 unless given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// A page of the journal.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct JournalPage {
    /// The newest first.
    items: Vec<Communication>,
    /// `before` of the next page; `null` on the last one.
    next: Option<i64>,
}

/// What became of the communications, the newest first.
#[utoipa::path(get, path = "/api/journal", tag = "journal", security(("token" = []), ("session" = [])), params(Filter),
    responses(
        (status = 200, description = "A page of the journal", body = JournalPage),
        (status = 400, description = "A filter that can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Viewer>,
    State(app): State<App>,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Json<JournalPage>, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::bad_request(error.body_text()))?;
    let names = Names::load(&app).await?;
    let page = app.bridge.engine.store().journal(query(filter, &names)?).await?;
    let items = page.items.into_iter().map(|item| Communication::of(item, &names)).collect();
    Ok(Json(JournalPage { items, next: page.next.map(|lane| lane.0) }))
}

fn query(filter: Filter, names: &Names) -> Result<JournalQuery, Problem> {
    let limit = filter.limit.unwrap_or(PAGE);
    if !(1..=200).contains(&limit) {
        return Err(Problem::bad_request("limit: от 1 до 200"));
    }
    Ok(JournalQuery {
        changed_since: None,
        connection: filter.connection.map(|name| names.find(&name)).transpose()?,
        state: filter.state.map(Into::into),
        phone: filter.phone.map(|text| digits(&text)).transpose()?,
        kind: filter.kind,
        task: filter.task,
        before: filter.before.map(LaneId),
        limit,
    })
}

/// The digits of a phone. Without any the filter would let everything through.
fn digits(phone: &str) -> Result<String, Problem> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(Problem::bad_request("phone: нужна хотя бы одна цифра"));
    }
    Ok(digits)
}
