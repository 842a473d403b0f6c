//! Answers as they go over the wire, the broken ones too.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde_json::{Value, json};

use crate::faults::Throttling;

/// A page such as a proxy or a sign-in form gives where JSON was expected.
const HTML_PAGE: &str = "<!DOCTYPE html><html><head><title>Планфикс</title></head>\
    <body><form action=\"/login\"><input name=\"login\"></form></body></html>";

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// JSON.
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::empty(status)
            .header("Content-Type", "application/json;charset=UTF-8".to_owned())
            .body(body.to_string())
    }

    /// No body.
    pub(crate) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// A page where JSON was expected.
    pub(crate) fn html() -> Self {
        Self::empty(200)
            .header("Content-Type", "text/html;charset=UTF-8".to_owned())
            .body(HTML_PAGE.to_owned())
    }

    /// The answer of an account that moved.
    pub(crate) fn redirect(status: u16, location: String) -> Self {
        Self::empty(status).header("Location", location)
    }

    /// The same with one more header.
    pub(crate) fn header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    fn body(mut self, body: String) -> Self {
        self.body = body.into_bytes();
        self
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) =
                (header::HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value))
            {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

/// "Too often", in one of its three shapes.
pub(crate) fn throttled(shape: Throttling, seconds: u32) -> Reply {
    let body = json!({"result": "fail", "code": 22, "error": "Daily REST limit is spent"});
    match shape {
        Throttling::Forbidden => {
            let mut body = body;
            if let Some(map) = body.as_object_mut() {
                map.insert("timeToReset".to_owned(), json!(seconds));
            }
            Reply::json(403, &body)
        }
        Throttling::TooManyRequests => Reply::empty(429).header("Retry-After", seconds.to_string()),
        Throttling::QuietFailure => Reply::json(200, &body),
    }
}

/// Not an answer at all: the connection breaks before the caller gets a word.
///
/// The server has not yet written the head when the body fails, so it just drops the connection.
pub(crate) fn cut() -> Response {
    let broken: Result<Bytes, io::Error> = Err(io::Error::from(io::ErrorKind::ConnectionReset));
    Response::new(Body::from_stream(stream::iter([broken])))
}
