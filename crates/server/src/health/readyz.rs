//! `GET /readyz`

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

/// The database can be reached. It was migrated before the server began to listen.
#[utoipa::path(get, path = "/readyz", tag = "health",
    responses(
        (status = 200, description = "The database is reachable and migrated", body = str, content_type = "text/plain"),
        (status = 503, description = "It is not", body = str, content_type = "text/plain"),
    ))]
pub(crate) async fn readyz(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.bridge.engine.store().ping().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "not ready: the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "database\n")
        }
    }
}
