//! The Data API v2.0: dictionaries, reports, employees.

mod chats;
mod deals;
mod directory;
mod employees;
mod filter;
mod matching;
mod media;
mod query;
mod reports;
mod table;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::routing::{get, post};
use jiff::Timestamp;
use serde_json::json;

use super::Uis;
use super::chat;
use super::rpc::{self, Answer, ApiError, Request, Service};
use super::state::State;
use query::Query;
use table::Table;

pub(super) fn router(uis: Uis) -> Router {
    let answer = async |Extract(uis): Extract<Uis>, body: Bytes| {
        rpc::answer(&uis, Service::DataApi, body).await
    };
    Router::new()
        .route("/v2.0", post(answer))
        .route("/media/{session}/{hash}", get(media::recording))
        .with_state(uis)
}

/// Whether there is such a method.
pub(super) fn knows(method: &str) -> bool {
    employees::METHODS.contains(&method) || deals::writes(method) || Table::of(method).is_some()
}

/// The request in a few words, the same for the same request.
pub(super) fn describe(request: &Request) -> String {
    let described = employees::describe(request).or_else(|| deals::describe(request));
    described.unwrap_or_else(|| request.method.clone())
}

/// Carries a method out.
pub(super) fn perform(
    state: &mut State,
    request: &Request,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    state.deals.settle(now);
    match request.method.as_str() {
        method if deals::writes(method) => deals::perform(state, request, now),
        "create.employees" => employees::create(&mut state.company, &request.params),
        "update.employees" => employees::update(&mut state.company, &request.params),
        method => {
            let table = Table::of(method).ok_or_else(ApiError::method_not_found)?;
            list(state, request, table, now)
        }
    }
}

fn list(
    state: &State,
    request: &Request,
    table: &'static Table,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    let params = &request.params;
    let (query, rows) = match request.method.as_str() {
        "get.calls_report" => {
            let query = Query::parse(params, table, &reports::CALLS)?;
            (query, reports::Period::parse(params)?.calls(state, now))
        }
        "get.call_legs_report" => {
            let query = Query::parse(params, table, &reports::LEGS)?;
            (query, reports::Period::parse(params)?.legs(state, now))
        }
        "get.chats_report" => {
            let query = Query::parse(params, table, &reports::LEGS)?;
            (query, reports::Period::parse(params)?.of(state, chat::chat_rows(state, now)))
        }
        "get.chat_messages_report" => {
            let query = Query::parse(params, table, &chats::MESSAGES)?;
            (query, chats::messages(state, params)?)
        }
        "get.chat_channels" => (Query::parse(params, table, &[])?, chat::channel_rows(state)),
        "get.offline_messages_report" => {
            let query = Query::parse(params, table, &reports::LEADS)?;
            (query, reports::Period::parse(params)?.leads(state, now))
        }
        dictionary => {
            let query = Query::parse(params, table, &[])?;
            if let Some(rows) = deals::rows(&state.deals, dictionary) {
                deals::paid(&state.settings)?;
                (query, rows)
            } else {
                let rows = directory::rows(&state.company, dictionary);
                (query, rows.ok_or_else(ApiError::method_not_found)?)
            }
        }
    };
    let (rows, total) = query.answer(rows.into_iter());
    Ok(Answer { total: Some(total), ..Answer::data(json!(rows)) })
}
