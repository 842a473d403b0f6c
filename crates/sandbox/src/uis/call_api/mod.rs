//! The Call API v4.0: calls started and steered.

mod control;
mod list;
mod message;
mod refusals;
mod start;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::routing::post;
use jiff::Timestamp;
use serde_json::Value;

use super::Uis;
use super::rpc::{self, Answer, ApiError, Request, Service};
use super::state::State;

pub(super) fn router(uis: Uis) -> Router {
    let answer = async |Extract(uis): Extract<Uis>, body: Bytes| {
        rpc::answer(&uis, Service::CallApi, body).await
    };
    Router::new().route("/v4.0", post(answer)).with_state(uis)
}

/// Whether there is such a method.
pub(super) fn knows(method: &str) -> bool {
    method == start::METHOD || method == list::METHOD || control::Method::named(method).is_some()
}

/// The request in a few words, the same for the same request.
pub(super) fn describe(request: &Request) -> String {
    let mut words = vec![request.method.clone()];
    let mut put = |prefix: &str, value: Option<&Value>| match value {
        Some(Value::String(text)) => words.push(format!("{prefix}{text}")),
        Some(Value::Number(number)) => words.push(format!("{prefix}{number}")),
        _ => {}
    };
    let params = &request.params;
    put("", params.get("call_session_id"));
    put("employee ", params.get("employee").and_then(|employee| employee.get("id")));
    put("-> ", params.get("contact").or_else(|| params.get("to")));
    put("from ", params.get("virtual_phone_number"));
    put("leg ", params.get("leg_id"));
    put("tag ", params.get("tag_id"));
    if params.get("show_virtual_phone_number") == Some(&Value::Bool(false)) {
        words.push("hidden".to_owned());
    }
    words.join(" ")
}

/// Carries a method out.
pub(super) fn perform(
    state: &mut State,
    request: &Request,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    let params = &request.params;
    match request.method.as_str() {
        start::METHOD => start::perform(state, params, now),
        list::METHOD => list::perform(state, params),
        method => {
            let method = control::Method::named(method).ok_or_else(ApiError::method_not_found)?;
            control::perform(state, method, params, now)
        }
    }
}
