//! `GET /api/journal`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use engine::journal::JournalQuery;
use engine::model::LaneId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::chosen::Chosen;
use super::communication::Communication;
use super::names::Names;
use super::words;
use crate::app::App;
use crate::auth::{Caller, Veil, Viewer};
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
    /// Whose phone holds these digits; the whole phone, where phones are hidden from the caller.
    phone: Option<String>,
    /// In whose client's name or title these words stand, however they are written.
    name: Option<String>,
    /// Of this kind only. Without it the program's housekeeping is left out, unless `state` is `dead`.
    kind: Option<words::Kind>,
    /// With this task only.
    task: Option<i64>,
    /// That began at this moment or later.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// That began before this moment.
    #[param(value_type = Option<String>, format = DateTime)]
    till: Option<Timestamp>,
    /// Older than this: the `next` of the page before.
    before: Option<i64>,
    /// At most so many, 1 to 200; 50 unless given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

impl Filter {
    fn query(self, names: &Names, veil: Veil) -> Result<JournalQuery, Problem> {
        let limit = self.limit.unwrap_or(PAGE);
        if !(1..=200).contains(&limit) {
            return Err(Problem::bad_request("limit: от 1 до 200"));
        }
        let Self { connection, state, phone, name, kind, task, from, till, before, .. } = self;
        let ids = None;
        let chosen = Chosen { connection, state, phone, name, kind, task, from, till, ids };
        Ok(JournalQuery { before: before.map(LaneId), limit, ..chosen.query(names, veil)? })
    }
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
    caller: Caller<Viewer>,
    State(app): State<App>,
    filter: Result<Query<Filter>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(filter) = filter.map_err(|error| Problem::bad_request(error.body_text()))?;
    let veil = Veil::of(&app, &caller).await?;
    let names = Names::load(&app).await?;
    let page = app.bridge.engine.store().journal(filter.query(&names, veil)?).await?;
    let items = page.items.into_iter().map(|item| Communication::of(item, &names)).collect();
    veil.json(JournalPage { items, next: page.next.map(|lane| lane.0) })
}
