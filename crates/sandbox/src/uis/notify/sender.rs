//! Carries notifications to the customer's server.

use std::time::Duration;

use serde_json::{Value, json};
use url::Url;

use super::kind::Kind;
use super::log::Outcome;
use super::template::{Carrier, pairs};
use crate::uis::calls::SessionId;

/// How long UIS waits for an answer; the vendor does not document it.
const PATIENCE: Duration = Duration::from_secs(10);
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
    /// The client, or why there is none.
    http: Result<reqwest::Client, String>,
}

impl Sender {
    #[expect(
        clippy::disallowed_methods,
        reason = "the sandbox is the outside world: it must not share the program's own HTTP port"
    )]
    pub(in crate::uis) fn new() -> Self {
        // whoever comes first in the process installs it; a second attempt changes nothing
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("UIS-notifications/sandbox")
            .build();
        Self { http: http.map_err(|error| innermost(&error)) }
    }

    /// Asks something in the middle of a call, with the parameters in this order.
    pub(in crate::uis) async fn ask(
        &self,
        target: &Url,
        carrier: Carrier,
        parameters: &[(&'static str, String)],
        patience: Duration,
    ) -> Outcome {
        let http = match &self.http {
            Ok(http) => http,
            Err(reason) => return Outcome::Failed { reason: reason.clone() },
        };
        let question = match carrier {
            Carrier::PostForm => http.post(target.clone()).form(parameters),
            Carrier::PostJson => {
                let fields =
                    parameters.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
                let body = Value::Object(fields.collect()).to_string();
                http.post(target.clone()).header("content-type", "application/json").body(body)
            }
            Carrier::Get => {
                let mut with_values = target.clone();
                with_values.query_pairs_mut().extend_pairs(parameters);
                http.get(with_values)
            }
        };
        told(question.timeout(patience).send().await).await
    }

    /// Sends one notification and tells what became of it.
    pub(in crate::uis) async fn send(&self, target: &Url, parcel: &Parcel) -> Outcome {
        let http = match &self.http {
            Ok(http) => http,
            Err(reason) => return Outcome::Failed { reason: reason.clone() },
        };
        told(request(http, target, parcel).send().await).await
    }
}

async fn told(answer: Result<reqwest::Response, reqwest::Error>) -> Outcome {
    match answer {
        Ok(answer) => {
            let status = answer.status().as_u16();
            let body = answer.text().await.unwrap_or_default();
            Outcome::Answered { status, body: body.chars().take(KEPT_ANSWER).collect() }
        }
        Err(error) => Outcome::Failed { reason: innermost(&error) },
    }
}

fn request(http: &reqwest::Client, target: &Url, parcel: &Parcel) -> reqwest::RequestBuilder {
    let fields = || pairs(&serde_json::from_str(&parcel.body).unwrap_or(Value::Null));
    match parcel.carrier {
        Carrier::PostJson => http
            .post(target.clone())
            .header("content-type", "application/json; charset=UTF-8")
            .body(parcel.body.clone()),
        Carrier::PostForm => http.post(target.clone()).form(&fields()),
        Carrier::Get => {
            let mut with_values = target.clone();
            with_values.query_pairs_mut().extend_pairs(fields());
            http.get(with_values)
        }
    }
}

/// The cause at the bottom says most: "connection refused" rather than "error sending request".
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
