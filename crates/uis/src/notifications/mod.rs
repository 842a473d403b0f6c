//! HTTP notifications of UIS.
//!
//! The customer writes the body of a notification in the UIS cabinet, so nothing about its shape is
//! sure: JSON, a form or a query string; numbers as text; `null`, empty or missing; JSON that the
//! substitution broke. Everything that is unmistakable is read; what is not gets a reason that names
//! what to change in UIS.

pub mod bodies;

mod call;
mod dedup;
mod event;
mod lenient;
mod unreadable;
mod variables;

use std::collections::BTreeMap;

use domain::calls::CallNotice;
use jiff::tz::TimeZone;

pub use event::Event;
pub use unreadable::Unreadable;

/// A notification that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// About a call.
    Call(Box<CallNotice>),
    /// A lead (`"event":"lead"`): columns of `get.offline_messages_report` by their names, as text;
    /// empty and null ones left out.
    Lead(BTreeMap<String, String>),
}

impl Received {
    /// Which notification it is.
    pub fn event(&self) -> Event {
        match self {
            Self::Call(notice) => Event::Call(notice.kind),
            Self::Lead(_) => Event::Lead,
        }
    }

    /// A key that is the same for the same notification however often and by whichever way it comes
    /// (GET, form, JSON, any order of members), and differs for any other.
    pub fn dedup_key(&self) -> String {
        match self {
            Self::Call(notice) => {
                let event = Event::Call(notice.kind).key();
                dedup::key(&[event, &notice.session.to_string()], &notice.variables)
            }
            Self::Lead(columns) => dedup::key(&[Event::Lead.key()], columns),
        }
    }
}

/// Reads a notification.
///
/// `query` are the decoded pairs of the address, `timezone` is the connection's: UIS writes times
/// without one.
///
/// # Errors
/// What is wrong with it, and what to change in UIS. The raw body is the caller's to keep.
pub fn read(
    query: &[(String, String)],
    content_type: Option<&str>,
    body: &[u8],
    timezone: &TimeZone,
) -> Result<Received, Unreadable> {
    let mut variables = variables::collect(query, content_type, body)?;
    match event::of(&mut variables)? {
        Event::Call(kind) => {
            call::notice(kind, variables, timezone).map(Box::new).map(Received::Call)
        }
        Event::Lead => Ok(Received::Lead(variables.into_texts())),
    }
}
