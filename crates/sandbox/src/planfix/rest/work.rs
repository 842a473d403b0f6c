//! One request from its token to its answer.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::Refusal;
use super::describe::describe;
use super::operations::{self, Call, Operation};
use super::{Request, schema};
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::planfix::state::State;
use crate::planfix::wire::{Reply, throttled};

/// Carries a request out: what goes into the ledger, and what is answered.
pub(crate) fn carry_out(state: &mut State, request: &Request, now: Timestamp) -> (Entry, Reply) {
    let mut entry = note(request, now);
    if request.token.as_deref() != Some(state.company.settings.rest_token.as_str()) {
        let refusal = Refusal::unknown_token();
        entry.refusal = Some(refusal.to_string());
        return (entry, refusal.reply());
    }
    let budget = state.budget.spend(&state.company.settings, now);
    let remaining = state.budget.remaining(&state.company.settings);
    let reply = match budget {
        Ok(()) => perform(state, request, now, &mut entry),
        Err(wait_seconds) => {
            entry.refusal = Some("code 22: too many requests".to_owned());
            throttled(state.company.settings.throttling, wait_seconds)
        }
    };
    (entry, reply.header("X-RateLimit-Remaining", remaining.to_string()))
}

/// Makes a change that was promised with 202.
pub(crate) fn carry_out_queued(state: &mut State, request: &Request, now: Timestamp) -> Entry {
    let mut entry = note(request, now);
    perform(state, request, now, &mut entry);
    entry.request.insert_str(0, "(queued) ");
    entry
}

/// The ledger's line before anything is known of the outcome.
pub(crate) fn note(request: &Request, now: Timestamp) -> Entry {
    let asks = request.method == "GET" || request.segments.last().is_some_and(|end| end == "list");
    let kind = if asks { Kind::Read } else { Kind::Write };
    Entry::new(now, Door::Rest, kind, describe(request))
}

fn perform(state: &mut State, request: &Request, now: Timestamp, entry: &mut Entry) -> Reply {
    let mut violations = Vec::new();
    let outcome =
        prepare(state, request, now, &mut violations).and_then(|(operation, mut call)| {
            let outcome = (operation.run)(&mut state.company, &mut call);
            violations.append(&mut call.violations);
            outcome
        });
    entry.violations = violations;
    match outcome {
        Ok(done) => {
            if let Some(found) = done.found {
                entry.answered(&found.to_string());
            }
            entry.effects = done.effects;
            Reply::json(done.status, &done.body)
        }
        Err(refusal) => {
            entry.refusal = Some(refusal.to_string());
            refusal.reply()
        }
    }
}

/// Finds the method, checks the scope and the body.
fn prepare(
    state: &State,
    request: &Request,
    now: Timestamp,
    violations: &mut Vec<String>,
) -> Result<(&'static Operation, Call), Refusal> {
    let Some((operation, id)) = operations::find(request) else {
        violations.push(format!("no such method: {} /{}", request.method, request.path()));
        return Err(Refusal::failed(404));
    };
    let denied = |scope| state.company.settings.denied_scopes.contains(scope);
    if operation.scope.is_some_and(denied) {
        return Err(Refusal::scope_denied());
    }
    let body = read_body(&request.body).map_err(|reason| {
        violations.push(format!("not valid JSON: {reason}"));
        Refusal::new(400, 30, format!("Rest API error, not valid JSON: {reason}"))
    })?;
    violations.extend(schema::check(operation.name, &body));
    if let Some(first) = violations.first() {
        return Err(Refusal::invalid(format!("Invalid parameter value: {first}")));
    }
    let call = Call {
        id,
        query: request.query.clone(),
        body,
        silent: request.is_silent(),
        now,
        violations: Vec::new(),
    };
    Ok((operation, call))
}

fn read_body(body: &[u8]) -> Result<Value, String> {
    if body.is_empty() {
        return Ok(json!({}));
    }
    serde_json::from_slice(body).map_err(|error| error.to_string())
}
