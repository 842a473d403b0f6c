//! `GET /api/connections/{name}/analytics.csv`

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::analytics::{Cell, Dimension, Line, csv};

use super::{AnalyticsQuery, table};
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// The same numbers as a file for a spreadsheet.
#[utoipa::path(get, path = "/api/connections/{name}/analytics.csv", tag = "deals", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name"), AnalyticsQuery),
    responses(
        (status = 200, description = "Semicolons, decimal commas, UTF-8", body = String, content_type = "text/csv"),
        (status = 400, description = "The period is impossible", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn file(
    _: Caller<Viewer>,
    State(app): State<App>,
    Path(name): Path<String>,
    query: Result<Query<AnalyticsQuery>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(|error| Problem::bad_request(error.body_text()))?;
    let table = table(&app, &name, &query).await?;
    let mut rows = vec![heading(query.by)];
    let known = table.lines().into_iter();
    rows.extend(known.map(|(label, line)| row(label.unwrap_or("Не указано"), line)));
    if table.alone.deals > 0 {
        rows.push(row("Сделки без обращения", table.alone));
    }
    rows.push(row("Всего", table.total));
    let (from, till) = (query.from, query.till);
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"analytics-{from}-{till}.csv\"")),
    ];
    Ok((headers, csv(&rows)).into_response())
}

fn heading(by: Dimension) -> Vec<Cell> {
    let first = match by {
        Dimension::Source => "Источник",
        Dimension::Campaign => "Кампания",
        Dimension::Site => "Сайт",
        Dimension::Employee => "Сотрудник",
    };
    let rest =
        ["Обращения", "Задачи", "Сделки", "Успешные", "Проваленные", "Выручка", "В работе, сумма"];
    std::iter::once(first).chain(rest).map(|word| Cell::Text(word.to_owned())).collect()
}

fn row(label: &str, line: Line) -> Vec<Cell> {
    let counts = [line.communications, line.tasks, line.deals, line.won, line.lost];
    let mut cells = vec![Cell::Text(label.to_owned())];
    cells.extend(counts.map(Cell::Count));
    cells.extend([line.revenue, line.expected].map(Cell::Money));
    cells
}
