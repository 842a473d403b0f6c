//! One request and its answer, with the fault that is armed for it.

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::SignedDuration;

use super::refusal::Refusal;
use super::request::Request;
use super::{Reply, carry_out, note};
use crate::Door;
use crate::faults::{Fault, When};
use crate::uis::Uis;

/// Answers a request, or fails it as the switchboard says.
pub(super) async fn answer(uis: &Uis, request: &Request) -> Response {
    let mut releases = uis.faults.releases();
    let struck = uis.faults.strike(Door::ChatApi, &request.method, &request.path());
    let Some(fault) = struck else { return commit(uis, request, None) };
    let label = fault.to_string();
    match fault {
        Fault::Delay { millis } => {
            uis.clock.sleep(SignedDuration::from_millis(millis)).await;
            commit(uis, request, Some(label))
        }
        Fault::Hang { when } => {
            commit_or_spoil(uis, request, when, label);
            releases.wait().await;
            cut()
        }
        Fault::Cut { when } => {
            commit_or_spoil(uis, request, when, label);
            cut()
        }
        Fault::ServerError { when } => {
            commit_or_spoil(uis, request, when, label);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Fault::EmptyReply => {
            commit(uis, request, Some(label));
            StatusCode::OK.into_response()
        }
        // nothing the Chat API does is put off
        Fault::Queued { .. } => commit(uis, request, None),
        Fault::Throttle { seconds, .. } => {
            spoil(uis, request, label);
            let wait = [(header::RETRY_AFTER, seconds.to_string())];
            (wait, Refusal::too_often()).into_response()
        }
        Fault::RevokedToken => {
            spoil(uis, request, label);
            Refusal::bad_token("Could not validate credentials").into_response()
        }
        Fault::HtmlPage => {
            spoil(uis, request, label);
            Html("<html><body>UIS</body></html>").into_response()
        }
        Fault::Redirect { status, to } => {
            spoil(uis, request, label);
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::PERMANENT_REDIRECT);
            let location = format!("{to}/v1/adapter/{}", request.path());
            (status, [(header::LOCATION, location)]).into_response()
        }
    }
}

/// Does the work and writes the line, in one step; callbacks that follow go out by themselves.
fn commit(uis: &Uis, request: &Request, fault: Option<String>) -> Response {
    let now = uis.clock.now();
    let (outcome, played) = uis.change(|state| {
        let (mut entry, outcome) = carry_out(state, request, now);
        entry.fault = fault;
        state.chat.ledger.push(entry);
        (outcome, state.chat.settings.played && !state.chat.outgoing.is_empty())
    });
    if played {
        let chats = uis.chats();
        tokio::spawn(async move { chats.deliver().await });
    }
    match outcome {
        Ok(Reply::Json(body)) => {
            ([(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
        }
        Ok(Reply::File { mime, content }) => {
            ([(header::CONTENT_TYPE, mime)], Bytes::from_owner(content)).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// Writes the line of a request that is not carried out.
fn spoil(uis: &Uis, request: &Request, fault: String) {
    let now = uis.clock.now();
    uis.change(|state| {
        let mut entry = note(request, now);
        entry.fault = Some(fault);
        state.chat.ledger.push(entry);
    });
}

fn commit_or_spoil(uis: &Uis, request: &Request, when: When, fault: String) {
    match when {
        When::BeforeCommit => spoil(uis, request, fault),
        When::AfterCommit => drop(commit(uis, request, Some(fault))),
    }
}

/// An answer whose connection breaks in the middle.
fn cut() -> Response {
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(futures::stream::iter([Err::<Bytes, _>(broken)])).into_response()
}
