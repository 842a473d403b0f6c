//! `GET /api/privacy`

use axum::Json;
use axum::extract::State;
use cabinet::privacy;

use super::Privacy;
use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// Who sees clients' phones whole.
#[utoipa::path(get, path = "/api/privacy", tag = "privacy", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "By role", body = Privacy),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    State(app): State<App>,
) -> Result<Json<Privacy>, Problem> {
    let phones = privacy::sees_phones(&**app.bridge.engine.store()).await?;
    Ok(Json(Privacy { phones: phones.into() }))
}
