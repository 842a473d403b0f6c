//! Signing in and out, and one's own sessions.

pub(crate) mod end;
pub(crate) mod list;
pub(crate) mod password;
pub(crate) mod setup;
pub(crate) mod show;
pub(crate) mod sign_in;
pub(crate) mod sign_out;

use axum::Json;
use axum::http::HeaderMap;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::response::{IntoResponse, Response};
use cabinet::people::{SignedIn, page_key};
use secrecy::ExposeSecret as _;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::people::Person;
use crate::app::App;
use crate::auth;

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionInfo {
    /// He.
    person: Person,
    /// What the page must send as `X-Page-Key` with every request that changes something.
    page_key: String,
}

/// The answer to somebody who has just signed in.
fn welcome(app: &App, signed: &SignedIn) -> Response {
    let page_key = page_key(signed.token.expose_secret());
    let info = SessionInfo { person: Person::of(&signed.person), page_key };
    let mut response = Json(info).into_response();
    if let Some(cookie) = auth::begin(&signed.token, &app.public_url) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// What the browser calls itself.
fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
