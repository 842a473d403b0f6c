//! The way in: addresses, the token, and what is done when it is refused.

use std::sync::Arc;
use std::time::Duration;

use ambient::Clock;
use domain::Failure;
use jiff::Timestamp;
use serde_json::{Map, Value};
use upstream::{Effect, Http, Incoming, Request, Response, StatusCode};
use url::Url;

use super::refusal;
use super::session::Session;
use super::{AdapterLogin, members};

/// A file may take this long on a slow line.
pub(super) const FILE_DEADLINE: Duration = Duration::from_mins(5);

/// The Chat API's door for one adapter.
pub(super) struct Door {
    pub(super) http: Http,
    url: Url,
    session: Session,
    clock: Arc<dyn Clock>,
}

impl Door {
    pub(super) fn new(http: Http, url: Url, login: AdapterLogin, clock: Arc<dyn Clock>) -> Self {
        Self { http, url, session: Session::new(login), clock }
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Makes sure that there is a token.
    pub(super) async fn sign_in(&self) -> Result<(), Failure> {
        self.session.ticket(self, None).await.map(|_| ())
    }

    /// An address under `/v1/adapter/`.
    pub(super) fn address(&self, segments: &[&str]) -> Result<Url, Failure> {
        let mut url = self.url.clone();
        let extended = url.path_segments_mut().map(|mut path| {
            path.pop_if_empty().extend(["v1", "adapter"]).extend(segments);
        });
        extended.map(|()| url).map_err(|()| refusal::no_address())
    }

    /// Sends a command and reads what it brought: an object, or nothing.
    pub(super) async fn command(
        &self,
        segments: &[&str],
        body: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Failure> {
        let request = Request::post(self.address(segments)?, Effect::Write)
            .json(body)
            .map_err(|error| refusal::not_written(&error))?;
        self.write(request).await
    }

    /// Sends a request that does something.
    pub(super) async fn write(&self, request: Request) -> Result<Map<String, Value>, Failure> {
        let response = self.send(request).await?.whole().await?;
        object(&response)
    }

    /// Sends a request with the token. A token that UIS does not know any longer is renewed, once; a
    /// write may be repeated then too, for what was refused was not carried out.
    pub(super) async fn send(&self, request: Request) -> Result<Incoming, Failure> {
        let effect = request.effect;
        let ticket = self.session.ticket(self, None).await?;
        let mut answer = self.http.open(authorised(request.clone(), &ticket.token)?).await?;
        if answer.status == StatusCode::UNAUTHORIZED {
            let fresh = self.session.ticket(self, Some(&ticket)).await?;
            answer = self.http.open(authorised(request, &fresh.token)?).await?;
        }
        if answer.status.is_success() {
            return Ok(answer);
        }
        let response = refusal::read(answer).await?;
        Err(refusal::of(effect, &response, self.now()))
    }
}

fn authorised(request: Request, token: &secrecy::SecretString) -> Result<Request, Failure> {
    request.bearer(token).map_err(|_| refusal::bad_token())
}

/// A command's answer. Commands that return nothing may answer with nothing; a list of one object
/// counts as the object.
fn object(response: &Response) -> Result<Map<String, Value>, Failure> {
    if response.is_blank() {
        return Ok(members([]));
    }
    match serde_json::from_slice(&response.body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(Value::Null | Value::Bool(_) | Value::String(_)) => Ok(members([])),
        _ => Err(refusal::odd_answer(Effect::Write, response, "это не объект JSON")),
    }
}
