//! `/control/…` for both sides together: watching and starting anew.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use crate::Sandbox;

/// After which revision to wait.
#[derive(Debug, Deserialize)]
struct After {
    #[serde(default)]
    after: Option<u64>,
}

/// The revision now.
#[derive(Debug, Serialize)]
struct Revision {
    revision: u64,
}

pub(crate) fn router(sandbox: Sandbox) -> Router {
    Router::new()
        .route("/control/changes", get(changes))
        .route("/control/reset", post(reset))
        .with_state(sandbox)
}

/// Without `after`, the revision now; with it, the answer comes when the revision is greater.
async fn changes(
    State(sandbox): State<Sandbox>,
    Query(After { after }): Query<After>,
) -> Json<Revision> {
    let changes = sandbox.changes();
    let revision = match after {
        Some(after) => changes.after(after).await,
        None => changes.revision(),
    };
    Json(Revision { revision })
}

async fn reset(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.reset();
    StatusCode::NO_CONTENT
}
