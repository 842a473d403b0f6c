//! `POST /api/connections/{name}/deals/backfill/stop`

use axum::Json;
use axum::extract::{Path, State};
use bridge::deals::backfill::Stage;

use super::backfill::DealsBackfill;
use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// Stops the load of existing tasks.
#[utoipa::path(post, path = "/api/connections/{name}/deals/backfill/stop", tag = "deals", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "Done", body = DealsBackfill),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "There is no such load", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn stop(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<DealsBackfill>, Problem> {
    super::turn(&caller, &app, name, Stage::Stopped).await.map(Json)
}
