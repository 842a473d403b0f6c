//! The armed faults of the Data API.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::envelope::{self, Request};
use super::error::ApiError;
use super::reply;
use crate::Door;
use crate::faults::Fault;
use crate::uis::Uis;

/// What a struck request gets instead of its answer; `None` = it is served as usual. The path by
/// which a fault picks its requests is the JSON-RPC method.
pub(super) async fn strike(uis: &Uis, request: &Request) -> Option<Response> {
    let fault = uis.faults.strike(Door::DataApi, "POST", &request.method)?;
    let response = match &fault {
        Fault::Delay { millis } => {
            uis.clock.sleep(SignedDuration::from_millis(*millis)).await;
            return None;
        }
        Fault::Queued { .. } => return None,
        Fault::Hang { .. } => {
            uis.faults.released().await;
            cut()
        }
        Fault::Cut { .. } => cut(),
        Fault::ServerError { .. } => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Fault::Throttle { .. } => {
            let limit = uis.settings().limits.minute;
            refusal(request, &ApiError::limit_exceeded("minute", limit))
        }
        Fault::RevokedToken => refusal(request, &ApiError::token_invalid()),
        Fault::HtmlPage => {
            axum::response::Html("<html><body>Вход в UIS</body></html>").into_response()
        }
        Fault::EmptyReply => StatusCode::OK.into_response(),
        Fault::Redirect { status, to } => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::PERMANENT_REDIRECT);
            (status, [(header::LOCATION, format!("{to}/v2.0"))]).into_response()
        }
    };
    let now = uis.clock.now();
    uis.change(|state| state.note(request, now, None, Some(fault.to_string())));
    Some(response)
}

fn refusal(request: &Request, error: &ApiError) -> Response {
    let metadata = if error.knows_limits() { json!({}) } else { Value::Null };
    reply(&envelope::failure(&request.id, error, &metadata))
}

/// An answer whose connection breaks in the middle.
fn cut() -> Response {
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(futures::stream::iter([Err::<axum::body::Bytes, _>(broken)])).into_response()
}
