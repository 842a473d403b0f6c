//! One request and its answer, with the fault that is armed for it.

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::envelope::{self, Request};
use super::error::ApiError;
use super::service::{Service, note};
use crate::faults::{Fault, When};
use crate::uis::Uis;

/// Answers a request, or fails it as the switchboard says. The path by which a fault picks its
/// requests is the JSON-RPC method.
pub(in crate::uis) async fn answer(uis: &Uis, service: Service, body: Bytes) -> Response {
    let request = match Request::parse(&body) {
        Ok(request) => request,
        Err(sent) => return reply(&envelope::failure(&sent.id, &sent.error, &Value::Null)),
    };
    let call = Call { uis, service, request: &request };
    let mut releases = uis.faults.releases();
    let Some(fault) = uis.faults.strike(service.door(), "POST", &request.method) else {
        return reply(&call.commit(None));
    };
    let label = fault.to_string();
    match fault {
        Fault::Delay { millis } => {
            uis.clock.sleep(SignedDuration::from_millis(millis)).await;
            reply(&call.commit(Some(label)))
        }
        Fault::Hang { when } => {
            call.commit_or_spoil(when, label);
            releases.wait().await;
            cut()
        }
        Fault::Cut { when } => {
            call.commit_or_spoil(when, label);
            cut()
        }
        Fault::ServerError { when } => {
            call.commit_or_spoil(when, label);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Fault::EmptyReply => {
            call.commit(Some(label));
            StatusCode::OK.into_response()
        }
        // nothing UIS does is put off
        Fault::Queued { .. } => reply(&call.commit(None)),
        Fault::Throttle { .. } => {
            let limit = uis.lock().limits(service).minute;
            call.refuse(label, &ApiError::limit_exceeded("minute", limit))
        }
        Fault::RevokedToken => call.refuse(label, &ApiError::token_invalid()),
        Fault::HtmlPage => {
            call.spoil(label);
            Html("<html><body>Вход в UIS</body></html>").into_response()
        }
        Fault::Redirect { status, to } => {
            call.spoil(label);
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::PERMANENT_REDIRECT);
            let location = format!("{to}/{}", service.version());
            (status, [(header::LOCATION, location)]).into_response()
        }
    }
}

/// A request on its way.
struct Call<'a> {
    uis: &'a Uis,
    service: Service,
    request: &'a Request,
}

impl Call<'_> {
    /// Does the work and writes the line, in one step; calls that begin or change by it go on.
    fn commit(&self, fault: Option<String>) -> Value {
        let now = self.uis.clock.now();
        let answer = self.uis.change(|state| {
            let (mut entry, answer) = state.serve(self.service, self.request, now);
            entry.fault = fault;
            state.ledger.push(entry);
            answer
        });
        self.uis.let_go_on();
        answer
    }

    /// Writes the line of a request that is not carried out.
    fn spoil(&self, fault: String) {
        let now = self.uis.clock.now();
        self.uis.change(|state| {
            let mut entry = note(self.service, self.request, now);
            entry.fault = Some(fault);
            state.ledger.push(entry);
        });
    }

    fn commit_or_spoil(&self, when: When, fault: String) {
        match when {
            When::BeforeCommit => self.spoil(fault),
            When::AfterCommit => drop(self.commit(Some(fault))),
        }
    }

    fn refuse(&self, fault: String, error: &ApiError) -> Response {
        self.spoil(fault);
        let metadata = if error.knows_limits() { json!({}) } else { Value::Null };
        reply(&envelope::failure(&self.request.id, error, &metadata))
    }
}

fn reply(answer: &Value) -> Response {
    let json_utf8 = [(header::CONTENT_TYPE, "application/json; charset=UTF-8")];
    (json_utf8, answer.to_string()).into_response()
}

/// An answer whose connection breaks in the middle.
fn cut() -> Response {
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(futures::stream::iter([Err::<Bytes, _>(broken)])).into_response()
}
