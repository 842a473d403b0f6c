//! The adapter's session: a token of limited life.

use std::sync::Arc;

use domain::Failure;
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::sync::Mutex;
use upstream::{Effect, Request, Response};

use super::AdapterLogin;
use super::door::Door;
use super::refusal;
use crate::rpc::Row;

/// How long a token lives when the answer does not say: short, for signing in costs little.
const SESSION: SignedDuration = SignedDuration::from_mins(10);

/// A token is renewed this long before it ends, so that no request meets its end on the way.
const MARGIN: SignedDuration = SignedDuration::from_secs(60);

/// A token to call with.
#[derive(Debug)]
pub(super) struct Ticket {
    pub(super) token: SecretString,
    ends: Timestamp,
}

/// The current ticket. Whoever needs a new one gets it while the others wait for the same one.
pub(super) struct Session {
    login: AdapterLogin,
    current: Mutex<Option<Arc<Ticket>>>,
}

impl Session {
    pub(super) fn new(login: AdapterLogin) -> Self {
        Self { login, current: Mutex::default() }
    }

    /// A ticket other than the `refused` one, signing in when there is none.
    pub(super) async fn ticket(
        &self,
        door: &Door,
        refused: Option<&Arc<Ticket>>,
    ) -> Result<Arc<Ticket>, Failure> {
        let mut current = self.current.lock().await;
        if let Some(ticket) = current.as_ref()
            && !refused.is_some_and(|refused| Arc::ptr_eq(refused, ticket))
            && door.now() < ticket.ends
        {
            return Ok(Arc::clone(ticket));
        }
        let fresh = Arc::new(self.sign_in(door).await?);
        *current = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// One session more changes nothing for anybody, so a sign-in may always be tried again.
    async fn sign_in(&self, door: &Door) -> Result<Ticket, Failure> {
        let form = [
            ("username", self.login.login.as_str()),
            ("password", self.login.password.expose_secret()),
        ];
        let request = Request::post(door.address(&["login"])?, Effect::Read)
            .form(&form)
            .map_err(|error| refusal::not_written(&error))?;
        let response = door.http.send(request).await?;
        if !response.status.is_success() {
            return Err(refusal::of_sign_in(&response, door.now()));
        }
        read(&response, door.now())
            .ok_or_else(|| refusal::odd_answer(Effect::Read, &response, "в нём нет access_token"))
    }
}

fn read(response: &Response, now: Timestamp) -> Option<Ticket> {
    let answer: Value = serde_json::from_slice(&response.body).ok()?;
    let row = Row(answer.as_object()?);
    let token = row.text("access_token")?;
    let said = row.text("expires_at").and_then(|text| moment(&text));
    let ends = said.or_else(|| now.checked_add(SESSION).ok())?;
    // A token that lives less than the margin is used once and renewed at the next request.
    let ends = ends.checked_sub(MARGIN).ok()?;
    Some(Ticket { token: token.into(), ends })
}

/// `expires_at`: unix seconds, as clients of the API read it; ISO 8601 is taken too.
fn moment(text: &str) -> Option<Timestamp> {
    crate::moment::parse(text, &jiff::tz::TimeZone::UTC)
}
