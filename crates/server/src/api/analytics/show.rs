//! `GET /api/connections/{name}/analytics`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use domain::analytics;
use serde::Serialize;
use utoipa::ToSchema;

use super::{AnalyticsQuery, table};
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// What became of the communications of a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Analytics {
    /// By label, what brought most first.
    items: Vec<AnalyticsLine>,
    /// Deals of the period that no communication has made.
    alone: AnalyticsNumbers,
    /// Everything together.
    total: AnalyticsNumbers,
}

/// The numbers of a label.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnalyticsLine {
    /// The label; `null` for communications of which it is not known.
    label: Option<String>,
    /// Its numbers.
    #[serde(flatten)]
    numbers: AnalyticsNumbers,
}

/// Numbers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnalyticsNumbers {
    /// Communications.
    communications: u64,
    /// Tasks made of them.
    tasks: u64,
    /// Deals among the tasks.
    deals: u64,
    /// Deals that were won.
    won: u64,
    /// Deals that were lost.
    lost: u64,
    /// What was won, in hundredths.
    revenue: i64,
    /// What open deals would bring, in hundredths.
    expected: i64,
}

impl From<analytics::Line> for AnalyticsNumbers {
    fn from(line: analytics::Line) -> Self {
        let analytics::Line { communications, tasks, deals, won, lost, revenue, expected } = line;
        let (revenue, expected) = (revenue.in_hundredths(), expected.in_hundredths());
        Self { communications, tasks, deals, won, lost, revenue, expected }
    }
}

/// Communications, the tasks made of them, and what their deals brought.
#[utoipa::path(get, path = "/api/connections/{name}/analytics", tag = "deals", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name"), AnalyticsQuery),
    responses(
        (status = 200, description = "The numbers", body = Analytics),
        (status = 400, description = "The period is impossible", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
    query: Result<Query<AnalyticsQuery>, QueryRejection>,
) -> Result<Json<Analytics>, Problem> {
    let Query(query) = query.map_err(|error| Problem::bad_request(error.body_text()))?;
    let table = table(&app, &name, &query).await?;
    let line = |(label, line): (Option<&str>, analytics::Line)| AnalyticsLine {
        label: label.map(str::to_owned),
        numbers: line.into(),
    };
    Ok(Json(Analytics {
        items: table.lines().into_iter().map(line).collect(),
        alone: table.alone.into(),
        total: table.total.into(),
    }))
}
