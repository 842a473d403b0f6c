//! Carries notifications, and questions in the middle of a call, to the customer's server.

use std::time::Duration;

use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use url::Url;

use super::kind::Kind;
use super::log::Outcome;
use super::template::{Carrier, pairs};
use crate::outside::{Answer, Outside};
use crate::uis::calls::SessionId;

/// How much of an answer the log keeps, in characters.
const KEPT_ANSWER: usize = 300;

/// A notification ready to go.
#[derive(Debug, Clone)]
pub(in crate::uis) struct Parcel {
    pub(in crate::uis) kind: Kind,
    pub(in crate::uis) session: SessionId,
    pub(in crate::uis) employee: Option<String>,
    pub(in crate::uis) carrier: Carrier,
    pub(in crate::uis) body: String,
}

/// The HTTP client of the notification service.
#[derive(Debug, Clone)]
pub(in crate::uis) struct Sender {
    outside: Outside,
}

impl Sender {
    pub(in crate::uis) fn new() -> Self {
        Self { outside: Outside::new("UIS-notifications/sandbox") }
    }

    /// Sends one notification and tells what became of it.
    pub(in crate::uis) async fn send(&self, target: &Url, parcel: &Parcel) -> Outcome {
        match self.outside.send(|http| notification(http, target, parcel)).await {
            Ok(Answer { status, body }) => {
                Outcome::Answered { status, body: body.chars().take(KEPT_ANSWER).collect() }
            }
            Err(reason) => Outcome::Failed { reason },
        }
    }

    /// Sends a callback of the Chat API and tells the HTTP status it was answered with.
    pub(in crate::uis) async fn carry(
        &self,
        write: impl FnOnce(&Client) -> RequestBuilder,
    ) -> Result<u16, String> {
        self.outside.send(write).await.map(|answer| answer.status)
    }

    /// Asks something in the middle of a call, with the parameters in this order; the answer is
    /// kept whole.
    pub(in crate::uis) async fn ask(
        &self,
        target: &Url,
        carrier: Carrier,
        parameters: &[(&'static str, String)],
        patience: Duration,
    ) -> Outcome {
        let question =
            |http: &Client| question(http, target, carrier, parameters).timeout(patience);
        match self.outside.send(question).await {
            Ok(Answer { status, body }) => Outcome::Answered { status, body },
            Err(reason) => Outcome::Failed { reason },
        }
    }
}

fn notification(http: &Client, target: &Url, parcel: &Parcel) -> RequestBuilder {
    let fields = || pairs(&serde_json::from_str(&parcel.body).unwrap_or(Value::Null));
    match parcel.carrier {
        Carrier::PostJson => json_to(http, target, parcel.body.clone()),
        Carrier::PostForm => http.post(target.clone()).form(&fields()),
        Carrier::Get => http.get(with_values(target, fields())),
    }
}

fn question(
    http: &Client,
    target: &Url,
    carrier: Carrier,
    parameters: &[(&'static str, String)],
) -> RequestBuilder {
    match carrier {
        Carrier::PostForm => http.post(target.clone()).form(parameters),
        Carrier::Get => http.get(with_values(target, parameters)),
        Carrier::PostJson => {
            let fields = parameters.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
            json_to(http, target, Value::Object(fields.collect()).to_string())
        }
    }
}

fn json_to(http: &Client, target: &Url, body: String) -> RequestBuilder {
    let json = ("content-type", "application/json; charset=UTF-8");
    http.post(target.clone()).header(json.0, json.1).body(body)
}

fn with_values<I, N, V>(target: &Url, values: I) -> Url
where
    I: IntoIterator,
    I::Item: std::borrow::Borrow<(N, V)>,
    N: AsRef<str>,
    V: AsRef<str>,
{
    let mut with_values = target.clone();
    with_values.query_pairs_mut().extend_pairs(values);
    with_values
}
