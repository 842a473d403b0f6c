//! Notifications: what is read, what is refused, and what the ready bodies hold.

mod bodies;
mod broken_json;
mod events;
mod refusals;
mod sturdiness;
mod transports;
mod values;

use domain::calls::CallNotice;
use jiff::tz::TimeZone;
use uis::notifications::{Received, Unreadable, read};

fn moscow() -> TimeZone {
    TimeZone::get("Europe/Moscow").unwrap()
}

fn post(body: &str) -> Result<Received, Unreadable> {
    read(&[], Some("application/json"), body.as_bytes(), &moscow())
}

fn get(query: &str) -> Result<Received, Unreadable> {
    read(&pairs(query), None, b"", &moscow())
}

fn pairs(query: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn call(received: Result<Received, Unreadable>) -> CallNotice {
    match received {
        Ok(Received::Call(notice)) => *notice,
        other => panic!("expected a call, got {other:?}"),
    }
}
