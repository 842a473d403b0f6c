//! The Data API v2.0: one address, the method in the body, always HTTP 200.

mod account;
mod directory;
mod envelope;
mod error;
mod faulty;
mod filter;
mod matching;
mod media;
mod points;
mod query;
mod reports;
mod table;

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde_json::{Value, json};

pub(in crate::uis) use points::Points;

use super::Uis;
use super::state::State;
use crate::Door;
use crate::ledger::{Entry, Kind};
use envelope::Request;
use error::ApiError;
use query::Query;
use table::Table;

pub(super) fn router(uis: Uis) -> Router {
    Router::new()
        .route("/v2.0", post(answer))
        .route("/media/{session}/{hash}", get(media::recording))
        .with_state(uis)
}

async fn answer(Extract(uis): Extract<Uis>, body: Bytes) -> Response {
    let request = match Request::parse(&body) {
        Ok(request) => request,
        Err(sent) => return reply(&envelope::failure(&sent.id, &sent.error, &Value::Null)),
    };
    if let Some(response) = faulty::strike(&uis, &request).await {
        return response;
    }
    let now = uis.clock.now();
    let answer = uis.change(|state| {
        let outcome = state.serve(&request, now);
        let refusal = outcome.as_ref().err().map(ApiError::mnemonic);
        state.note(&request, now, refusal.map(str::to_owned), None);
        state.wrap(&request, outcome, now)
    });
    reply(&answer)
}

fn reply(answer: &Value) -> Response {
    let json_utf8 = [(header::CONTENT_TYPE, "application/json; charset=UTF-8")];
    (json_utf8, Json(answer).0.to_string()).into_response()
}

/// The data of an answer and, for lists, how many rows there are in all.
type Outcome = Result<(Value, Option<usize>), ApiError>;

impl State {
    /// The checks in the order in which UIS makes them, then the method itself.
    fn serve(&mut self, request: &Request, now: Timestamp) -> Outcome {
        let Request { method, params, .. } = request;
        if method == "login.user" {
            return account::login(self, params, now).map(|data| (data, None));
        }
        let table = Table::of(method).ok_or_else(ApiError::method_not_found)?;
        if !self.settings.ip_allowed {
            return Err(ApiError::ip_not_whitelisted());
        }
        account::authorise(self, params, now)?;
        self.points.check(self.settings.limits, now)?;
        let (data, total) = self.list(request, table, now)?;
        self.points.spend(now);
        Ok((json!(data), Some(total)))
    }

    fn list(
        &self,
        request: &Request,
        table: &'static Table,
        now: Timestamp,
    ) -> Result<(Vec<Value>, usize), ApiError> {
        let params = &request.params;
        let (query, rows) = match request.method.as_str() {
            "get.calls_report" => {
                let query = Query::parse(params, table, &reports::CALLS)?;
                (query, reports::Period::parse(params)?.calls(self, now))
            }
            "get.call_legs_report" => {
                let query = Query::parse(params, table, &reports::LEGS)?;
                (query, reports::Period::parse(params)?.legs(self, now))
            }
            dictionary => {
                let query = Query::parse(params, table, &[])?;
                let rows = directory::rows(&self.company, dictionary);
                (query, rows.ok_or_else(ApiError::method_not_found)?)
            }
        };
        Ok(query.answer(rows.into_iter()))
    }

    fn wrap(&self, request: &Request, outcome: Outcome, now: Timestamp) -> Value {
        let mut metadata = json!({ "limits": self.points.to_json(self.settings.limits, now) });
        match outcome {
            Ok((data, total)) => {
                if let (Some(total), Some(fields)) = (total, metadata.as_object_mut()) {
                    fields.insert("total_items".to_owned(), json!(total));
                }
                envelope::success(&request.id, &data, &metadata)
            }
            Err(error) => {
                let known = if error.knows_limits() { metadata } else { Value::Null };
                envelope::failure(&request.id, &error, &known)
            }
        }
    }

    fn note(
        &mut self,
        request: &Request,
        now: Timestamp,
        refusal: Option<String>,
        fault: Option<String>,
    ) {
        let mut entry = Entry::new(now, Door::DataApi, Kind::Read, request.method.as_str());
        entry.refusal = refusal;
        entry.fault = fault;
        self.ledger.push(entry);
    }
}
