//! The doors on HTTP.

use std::collections::HashMap;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use axum::routing::{any, get};
use jiff::Timestamp;

use super::Planfix;
use super::exchange::{Asked, answer};
use super::state::State;
use super::wire::Reply;
use super::{rest, telephony, webchat};
use crate::Door;
use crate::ledger::Entry;

/// `/planfix/rest/…`, `/planfix/tel/api`, `/planfix/webchat/api` and `/planfix/files/…`.
pub(super) fn router(planfix: Planfix) -> Router {
    Router::new()
        .route("/planfix/rest/{*path}", any(rest_door))
        .route("/planfix/tel/api", any(telephony_door))
        .route("/planfix/webchat/api", any(chat_door))
        .route("/planfix/files/{number}/{name}", get(webchat::task_file))
        .with_state(planfix)
}

async fn rest_door(
    Shared(planfix): Shared<Planfix>,
    Path(parameters): Path<HashMap<String, String>>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = parameters.get("path").map(String::as_str).unwrap_or_default();
    let query = query.unwrap_or_default();
    let request = rest::Request::new(method.as_str(), path, &query, &headers, &body);
    answer(&planfix, &request).await
}

async fn telephony_door(
    Shared(planfix): Shared<Planfix>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let command = telephony::Command::read(method.as_str(), &headers, &body);
    answer(&planfix, &command).await
}

async fn chat_door(
    Shared(planfix): Shared<Planfix>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let command = webchat::Command::read(method.as_str(), &headers, &body);
    answer(&planfix, &command).await
}

impl Asked for rest::Request {
    fn door(&self) -> Door {
        Door::Rest
    }

    fn method(&self) -> &str {
        &self.method
    }

    fn path(&self) -> String {
        self.path()
    }

    fn note(&self, now: Timestamp) -> Entry {
        rest::note(self, now)
    }

    fn carry_out(&self, state: &mut State, now: Timestamp) -> (Entry, Reply) {
        rest::carry_out(state, self, now)
    }

    fn unknown_token(&self) -> Reply {
        rest::Refusal::unknown_token().reply()
    }

    fn server_error(&self) -> Reply {
        rest::Refusal::failed(500).reply()
    }

    fn queue(&self, state: &mut State, due: Timestamp) {
        state.queue(due, self.clone());
    }
}

impl Asked for telephony::Command {
    fn door(&self) -> Door {
        Door::Telephony
    }

    fn method(&self) -> &str {
        self.http_method()
    }

    /// The command stands for a path, so that a fault can be aimed at `record` alone.
    fn path(&self) -> String {
        self.name().to_owned()
    }

    fn note(&self, now: Timestamp) -> Entry {
        telephony::note(self, now)
    }

    fn carry_out(&self, state: &mut State, now: Timestamp) -> (Entry, Reply) {
        telephony::carry_out(state, self, now)
    }

    fn unknown_token(&self) -> Reply {
        telephony::Refusal::InvalidToken.reply()
    }

    fn server_error(&self) -> Reply {
        Reply::empty(500)
    }
}

impl Asked for webchat::Command {
    fn door(&self) -> Door {
        Door::PlanfixChat
    }

    fn method(&self) -> &str {
        self.http_method()
    }

    fn path(&self) -> String {
        self.name().to_owned()
    }

    fn note(&self, now: Timestamp) -> Entry {
        webchat::note(self, now)
    }

    fn carry_out(&self, state: &mut State, now: Timestamp) -> (Entry, Reply) {
        webchat::carry_out(state, self, now)
    }

    fn unknown_token(&self) -> Reply {
        webchat::Refusal::InvalidToken.reply()
    }

    fn server_error(&self) -> Reply {
        Reply::empty(500)
    }
}
