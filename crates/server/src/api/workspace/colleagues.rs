//! `GET /api/workspace/{connection}/colleagues`

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// The employees of UIS.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Colleagues {
    /// By their names; the caller is among them.
    items: Vec<Colleague>,
}

/// Somebody to whom a chat may be handed over.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Colleague {
    /// His number in UIS.
    employee: i64,
    /// His name.
    name: String,
    /// His status: `available`, `break`, `do_not_disturb`, `not_at_workplace`, …
    #[schema(example = "available")]
    status: Option<String>,
}

/// The employees to whom a chat may be handed over.
#[utoipa::path(get, path = "/api/workspace/{connection}/colleagues", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The employees", body = Colleagues),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
) -> Result<Json<Colleagues>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let all = app.bridge.workspace.colleagues(work.connection).await;
    let all = all.map_err(|failure| Problem::outside(&failure))?;
    let items = all.into_iter().map(|one| Colleague {
        employee: one.id.0,
        name: one.name,
        status: one.status,
    });
    Ok(Json(Colleagues { items: items.collect() }))
}
