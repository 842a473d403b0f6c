//! `GET /metrics`

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use metrics::gauge;

use crate::app::App;

/// Counters and gauges in Prometheus' text format.
#[utoipa::path(get, path = "/metrics", tag = "health",
    responses((status = 200, description = "Prometheus text format", body = str, content_type = "text/plain")))]
pub(crate) async fn metrics(State(app): State<App>) -> impl IntoResponse {
    measure_backlog(&app).await;
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], app.metrics.render())
}

/// How much waits is known to the database only, so it is asked when somebody looks.
async fn measure_backlog(app: &App) {
    let now = app.clock.now();
    match app.bridge.engine.store().backlog(now).await {
        Ok(backlog) => {
            let waits = backlog.oldest.map_or(0.0, |since| now.duration_since(since).as_secs_f64());
            gauge!("svyazka_lanes_due").set(exact(backlog.due));
            gauge!("svyazka_oldest_lane_due_seconds").set(waits.max(0.0));
        }
        Err(error) => tracing::warn!(%error, "the backlog can't be measured"),
    }
}

/// A gauge holds whole numbers up to 2^32 here, far more lanes than can ever be due.
fn exact(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
