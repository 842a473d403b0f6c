//! What an answer means.

use domain::{Class, Failure};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use upstream::{Effect, Response, StatusCode};

use super::refusal::Refusal;
use super::wire::Call;
use crate::codes;
use crate::row::Row;

/// Code 22 without a word on how long: what other clients in production wait.
const LIMIT_WAIT: SignedDuration = SignedDuration::from_secs(120);

/// HTTP 429 without a word on how long: a burst over one request a second.
const BURST_WAIT: SignedDuration = SignedDuration::from_secs(2);

/// No limit lasts longer than the day.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// An accepted request.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// HTTP 202: it will be carried out later.
    pub(super) queued: bool,
    /// The JSON body; null for an empty one.
    pub(super) body: Value,
}

/// What became of an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// Done.
    Now,
    /// Somebody was changing the thing at the same moment: it will be done by and by (HTTP 202), and
    /// reading it right away may still show the old state.
    Queued,
    /// Done but for these fields.
    Partly(Vec<FieldRefusal>),
}

/// A field that an update could not set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRefusal {
    /// The field by Planfix's name.
    pub field: String,
    /// Planfix's reason.
    pub error: String,
}

impl Answer {
    /// Reads the answer to an update: `{"result":"success"}`, an empty body, or `failures` as an array
    /// or, as the OpenAPI example has it, a single object.
    pub(super) fn applied(&self) -> Applied {
        let refused: Vec<FieldRefusal> = Row::new(&self.body)
            .one_or_many("failures")
            .map(|row| FieldRefusal {
                field: row.text("field").unwrap_or_default(),
                error: row.text("error").unwrap_or_default(),
            })
            .collect();
        match (refused.is_empty(), self.queued) {
            (false, _) => Applied::Partly(refused),
            (true, true) => Applied::Queued,
            (true, false) => Applied::Now,
        }
    }

    /// The id of what a create made. Without it nobody knows what was made: outcome unknown.
    pub(super) fn created(&self, call: &str) -> Result<i64, Failure> {
        Row::new(&self.body).id("id").ok_or_else(|| {
            Failure::new(
                Class::Unknown,
                codes::ANSWER,
                format!("Планфикс принял {call}, но не назвал номер созданного"),
            )
        })
    }
}

/// Tells success from refusal. The HTTP status alone says little: refusals come with 200, missing
/// tasks with 400, bad requests with 500; the body's `result` and `code` decide where they are there.
pub(super) fn understand(
    answer: &Response,
    call: &Call,
    now: Timestamp,
) -> Result<Answer, Failure> {
    let body = serde_json::from_slice::<Value>(&answer.body).ok().filter(Value::is_object);
    let refusal = Refusal::of(answer.status, body.as_ref());
    if answer.status == StatusCode::TOO_MANY_REQUESTS
        || refusal.as_ref().is_some_and(Refusal::is_limit)
    {
        return Err(throttled(answer, refusal, call, now));
    }
    match (refusal, body) {
        (Some(refusal), _) => Err(refusal.understood(call)),
        (None, Some(body)) => Ok(accepted(answer.status, body)),
        // Updates are documented to answer with nothing at all.
        (None, None) if answer.is_blank() && answer.status.is_success() && is_write(call) => {
            Ok(accepted(answer.status, Value::Null))
        }
        (None, None) => Err(unreadable(answer, call)),
    }
}

fn accepted(status: StatusCode, body: Value) -> Answer {
    Answer { queued: status == StatusCode::ACCEPTED, body }
}

fn is_write(call: &Call) -> bool {
    call.effect == Effect::Write
}

/// Throttling comes as 429 with `Retry-After`, as any status with code 22 and perhaps `timeToReset`,
/// and as 2xx with `result: fail`.
fn throttled(answer: &Response, refusal: Option<Refusal>, call: &Call, now: Timestamp) -> Failure {
    let named = answer.retry_after(now);
    let in_body = refusal.as_ref().and_then(|refusal| refusal.time_to_reset);
    let guess =
        if refusal.is_some_and(|refusal| refusal.is_limit()) { LIMIT_WAIT } else { BURST_WAIT };
    let wait = named.or(in_body).unwrap_or(guess).clamp(SignedDuration::from_secs(1), LONGEST_WAIT);
    let message =
        format!("Планфикс просит подождать {} с: исчерпан лимит запросов ({call})", wait.as_secs());
    Failure::new(Class::Throttled { wait }, codes::LIMIT, message)
}

/// No JSON: an HTML page, a proxy's text, nothing.
fn unreadable(answer: &Response, call: &Call) -> Failure {
    let status = answer.status;
    let refused = status.is_client_error() && status != StatusCode::REQUEST_TIMEOUT;
    let (class, code) = match status {
        StatusCode::UNAUTHORIZED => (Class::AuthBroken, codes::TOKEN),
        StatusCode::METHOD_NOT_ALLOWED => (Class::Permanent, codes::SCOPE),
        _ => {
            let class = if is_write(call) && !refused { Class::Unknown } else { Class::Retry };
            let code = match answer.looks_like_html() {
                true => codes::HTML,
                false if status.is_server_error() => codes::SERVER,
                false => codes::ANSWER,
            };
            (class, code)
        }
    };
    let what = if answer.looks_like_html() {
        "HTML-страница вместо JSON"
    } else {
        "ответ не в формате JSON"
    };
    Failure::new(class, code, format!("Планфикс, {call}: {what} (HTTP {})", status.as_u16()))
}

/// Whether the refusal of a read of one thing means that there is no such thing: by its code, or as
/// Planfix answers for tasks and objects, HTTP 400 with the unknown code 0.
pub(super) fn says_missing(failure: &Failure) -> bool {
    failure.class == Class::Permanent
        && (failure.code == codes::MISSING || failure.code == codes::REFUSED)
}
