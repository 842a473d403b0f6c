//! One request and its answer, with the fault that is armed for it.

use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};

use super::Planfix;
use super::state::State;
use super::wire::{Reply, cut, throttled};
use crate::Door;
use crate::faults::{Fault, When};
use crate::ledger::Entry;

/// A request at one of the doors.
pub(super) trait Asked {
    /// Where it came in.
    fn door(&self) -> Door;
    /// Its HTTP method.
    fn method(&self) -> &str;
    /// Its path behind the door's own address.
    fn path(&self) -> String;
    /// The ledger's line when it is not carried out.
    fn note(&self, now: Timestamp) -> Entry;
    /// Does what it asks for.
    fn carry_out(&self, state: &mut State, now: Timestamp) -> (Entry, Reply);
    /// The answer to an unknown token.
    fn unknown_token(&self) -> Reply;
    /// The answer of a server in trouble.
    fn server_error(&self) -> Reply;
    /// Keeps the change to make it at `due`; a door without updates has nothing to keep.
    fn queue(&self, _state: &mut State, _due: Timestamp) {}
}

/// Answers a request, or fails it as the switchboard says.
pub(super) async fn answer(planfix: &Planfix, asked: &impl Asked) -> Response {
    let mut releases = planfix.faults().releases();
    let struck = planfix.faults().strike(asked.door(), asked.method(), &asked.path());
    let Some(fault) = struck else { return commit(planfix, asked, None).into_response() };
    let label = fault.to_string();
    match fault {
        Fault::Delay { millis } => {
            planfix.clock().sleep(SignedDuration::from_millis(millis)).await;
            commit(planfix, asked, Some(label)).into_response()
        }
        Fault::Hang { when: When::BeforeCommit } => {
            spoil(planfix, asked, label);
            releases.wait().await;
            commit(planfix, asked, None).into_response()
        }
        Fault::Hang { when: When::AfterCommit } => {
            let reply = commit(planfix, asked, Some(label));
            releases.wait().await;
            reply.into_response()
        }
        Fault::ServerError { when } => {
            carry_out_or_spoil(planfix, asked, when, label);
            asked.server_error().into_response()
        }
        Fault::Cut { when } => {
            carry_out_or_spoil(planfix, asked, when, label);
            cut()
        }
        Fault::Throttle { shape, seconds } => {
            spoil(planfix, asked, label);
            throttled(shape, seconds).into_response()
        }
        Fault::RevokedToken => {
            spoil(planfix, asked, label);
            asked.unknown_token().into_response()
        }
        Fault::HtmlPage => {
            spoil(planfix, asked, label);
            Reply::html().into_response()
        }
        Fault::EmptyReply => {
            commit(planfix, asked, Some(label));
            Reply::empty(200).into_response()
        }
        Fault::Queued { seconds } => promise(planfix, asked, seconds, label).into_response(),
        Fault::Redirect { status, to } => {
            spoil(planfix, asked, label);
            let location = format!("{}/{}", to.trim_end_matches('/'), asked.path());
            Reply::redirect(status, location).into_response()
        }
    }
}

/// Does the work and writes the line, in one step.
fn commit(planfix: &Planfix, asked: &impl Asked, fault: Option<String>) -> Reply {
    let now = planfix.clock().now();
    planfix.change(|state| {
        state.make_due_changes(now);
        let (mut entry, reply) = asked.carry_out(state, now);
        entry.fault = fault;
        state.note(entry);
        reply
    })
}

/// Writes the line of a request that is not carried out.
fn spoil(planfix: &Planfix, asked: &impl Asked, fault: String) {
    let now = planfix.clock().now();
    planfix.change(|state| {
        let mut entry = asked.note(now);
        entry.fault = Some(fault);
        state.note(entry);
    });
}

fn carry_out_or_spoil(planfix: &Planfix, asked: &impl Asked, when: When, label: String) {
    match when {
        When::BeforeCommit => spoil(planfix, asked, label),
        When::AfterCommit => drop(commit(planfix, asked, Some(label))),
    }
}

fn promise(planfix: &Planfix, asked: &impl Asked, seconds: u32, label: String) -> Reply {
    let now = planfix.clock().now();
    let due = now.saturating_add(SignedDuration::from_secs(seconds.into()));
    let due = due.unwrap_or(Timestamp::MAX);
    spoil(planfix, asked, label);
    planfix.change(|state| asked.queue(state, due));
    Reply::empty(202)
}
