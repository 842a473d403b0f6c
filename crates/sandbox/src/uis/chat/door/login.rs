//! `POST /v1/adapter/login`, and who may ask.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::Done;
use super::refusal::Refusal;
use super::request::Request;
use crate::uis::chat::{LOGIN, PASSWORD};
use crate::uis::state::State;

/// `username`, `password` of a form -> `access_token`, `token_type`, `expires_at` (unix seconds).
pub(super) fn perform(
    state: &mut State,
    request: &Request,
    now: Timestamp,
) -> Result<Done, Refusal> {
    if request.method != "POST" {
        return Err(Refusal::wrong_method());
    }
    if !request.content_type.starts_with("application/x-www-form-urlencoded") {
        return Err(Refusal::wrong("username", "field required"));
    }
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&request.raw).unwrap_or_default();
    let given =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str());
    if (given("username"), given("password")) != (Some(LOGIN), Some(PASSWORD)) {
        return Err(Refusal::bad_token("Incorrect username or password"));
    }
    let life = SignedDuration::from_secs(state.chat.settings.token_secs);
    let expires = now.saturating_add(life).unwrap_or(Timestamp::MAX);
    let token = format!("adapter-session-{}", state.chat.tokens.len() + 1);
    state.chat.tokens.insert(token.clone(), expires);
    let expires = expires.as_second();
    Ok(Done::json(json!({ "access_token": token, "token_type": "bearer", "expires_at": expires })))
}

pub(super) fn authorise(state: &State, request: &Request, now: Timestamp) -> Result<(), Refusal> {
    let token = request.token.as_ref().ok_or_else(|| Refusal::bad_token("Not authenticated"))?;
    match state.chat.tokens.get(token) {
        Some(expires) if *expires > now => Ok(()),
        Some(_) => Err(Refusal::bad_token("Token has expired")),
        None => Err(Refusal::bad_token("Could not validate credentials")),
    }
}
