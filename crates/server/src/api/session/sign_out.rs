//! `DELETE /api/session`

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::auth::{self, Caller, Viewer};
use crate::problem::Problem;

/// Signs out: the session ends, and the browser forgets its cookie.
#[utoipa::path(delete, path = "/api/session", tag = "session", security(("session" = [])),
    responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "Nobody was signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`foreign_page`: the page's key is missing", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn sign_out(
    caller: Caller<Viewer>,
    State(app): State<App>,
) -> Result<Response, Problem> {
    let (person, session) = caller.person()?;
    app.people.end_session(person.id, session.id).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = auth::end(&app.public_url) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}
