//! `login.user` and who may ask.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::error::ApiError;
use crate::uis::state::State;

/// How long a key from `login.user` lives.
const SESSION: SignedDuration = SignedDuration::from_hours(1);

/// `login.user {login, password}` -> `{access_token, expire_at, app_id}`.
pub(super) fn login(
    state: &mut State,
    params: &Map<String, Value>,
    now: Timestamp,
) -> Result<Value, ApiError> {
    let given = |name: &str| match params.get(name) {
        Some(Value::String(text)) => Ok(text.as_str()),
        Some(other) => Err(ApiError::wrong_type(name, other)),
        None => Err(ApiError::missing(name)),
    };
    let (login, password) = (given("login")?, given("password")?);
    let account = &state.company.account;
    if login != account.login || password != account.password {
        return Err(ApiError::sign_in_failed());
    }
    let app_id = account.app_id;
    let expires = now.saturating_add(SESSION).unwrap_or(Timestamp::MAX);
    let token = format!("uis-session-{}", state.sessions.len() + 1);
    state.sessions.insert(token.clone(), expires);
    Ok(json!({ "access_token": token, "expire_at": expires.as_second(), "app_id": app_id }))
}

/// Checks `access_token`.
pub(super) fn authorise(
    state: &State,
    params: &Map<String, Value>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let token = match params.get("access_token") {
        Some(Value::String(token)) => token,
        Some(other) => return Err(ApiError::wrong_type("access_token", other)),
        None => return Err(ApiError::missing("access_token")),
    };
    if token == state.company.account.access_token {
        return Ok(());
    }
    match state.sessions.get(token) {
        Some(expires) if *expires > now => Ok(()),
        Some(_) => Err(ApiError::token_expired()),
        None => Err(ApiError::token_invalid()),
    }
}
