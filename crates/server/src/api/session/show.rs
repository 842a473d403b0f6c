//! `GET /api/session`

use axum::Json;

use super::SessionInfo;
use crate::api::people::Person;
use crate::auth::{Caller, Identity, Viewer};
use crate::problem::Problem;

/// Who is signed in.
#[utoipa::path(get, path = "/api/session", tag = "session", security(("session" = [])),
    responses(
        (status = 200, description = "Who is signed in", body = SessionInfo),
        (status = 401, description = "Nobody is", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`people_only`: a token has no session", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(caller: Caller<Viewer>) -> Result<Json<SessionInfo>, Problem> {
    match caller.identity {
        Identity::Person { person, page_key, .. } => {
            Ok(Json(SessionInfo { person: Person::of(&person), page_key }))
        }
        Identity::Token(_) => Err(Problem::people_only()),
    }
}
