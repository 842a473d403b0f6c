//! What came back.

use std::borrow::Cow;
use std::fmt;

use jiff::{SignedDuration, Timestamp};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};

/// An answer, its body read in full. `Debug` shows no headers and no body: answers hold secrets too.
#[derive(Clone)]
pub struct Response {
    /// The HTTP status, whatever it is: a 500 is an answer, not a transport error.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The body as text, unreadable bytes replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// A header's value, when it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the body is empty or blank.
    pub fn is_blank(&self) -> bool {
        self.body.iter().all(u8::is_ascii_whitespace)
    }

    /// Whether an HTML page came: an error page of a proxy, a sign-in page, a wrong address.
    pub fn looks_like_html(&self) -> bool {
        let declared = self.header(CONTENT_TYPE.as_str()).is_some_and(|kind| kind.contains("html"));
        let first = self.body.iter().find(|byte| !byte.is_ascii_whitespace());
        first == Some(&b'<') || (declared && !matches!(first, None | Some(b'{' | b'[')))
    }

    /// `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3).
    pub fn retry_after(&self, now: Timestamp) -> Option<SignedDuration> {
        let value = self.header(RETRY_AFTER.as_str())?.trim();
        if let Ok(seconds) = value.parse::<u32>() {
            return Some(SignedDuration::from_secs(i64::from(seconds)));
        }
        let moment = jiff::fmt::rfc2822::parse(value).ok()?.timestamp();
        Some(moment.duration_since(now).max(SignedDuration::ZERO))
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
