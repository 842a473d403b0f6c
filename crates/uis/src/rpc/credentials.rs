//! Who we are to UIS, and the session of those who sign in.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;
use upstream::Effect;

use super::client::{Client, Params};
use super::fault::Fault;
use super::row::Row;

/// How long a session of `login.user` lives when its answer does not say (both documentations: one hour).
const SESSION: SignedDuration = SignedDuration::from_hours(1);

/// A session is renewed this long before it ends, so that no request meets its end on the way.
const MARGIN: SignedDuration = SignedDuration::from_secs(60);

/// How we prove who we are.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// The permanent key of an API user.
    Token(SecretString),
    /// An API user's name and password; they buy a session of an hour.
    Login {
        /// The user's name.
        login: String,
        /// The password.
        password: SecretString,
    },
}

/// A token to call with.
#[derive(Debug)]
pub(super) struct Ticket {
    pub(super) token: SecretString,
    /// `None` for a permanent one.
    ends: Option<Timestamp>,
}

/// The current ticket. Whoever needs a new one gets it while the others wait for the same one.
pub(super) struct Session {
    credentials: Credentials,
    current: Mutex<Option<Arc<Ticket>>>,
}

impl Session {
    pub(super) fn new(credentials: Credentials) -> Self {
        Self { credentials, current: Mutex::default() }
    }

    /// Whether a refused ticket can be replaced by a new one.
    pub(super) fn can_be_renewed(&self) -> bool {
        matches!(self.credentials, Credentials::Login { .. })
    }

    /// A ticket other than the `refused` one, signing in when there is none.
    pub(super) async fn ticket(
        &self,
        client: &Client,
        refused: Option<&Arc<Ticket>>,
    ) -> Result<Arc<Ticket>, Fault> {
        let mut current = self.current.lock().await;
        if let Some(ticket) = current.as_ref()
            && !refused.is_some_and(|refused| Arc::ptr_eq(refused, ticket))
            && ticket.ends.is_none_or(|ends| client.now() < ends)
        {
            return Ok(Arc::clone(ticket));
        }
        let fresh = Arc::new(self.sign_in(client).await?);
        *current = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    async fn sign_in(&self, client: &Client) -> Result<Ticket, Fault> {
        let (login, password) = match &self.credentials {
            Credentials::Token(token) => return Ok(Ticket { token: token.clone(), ends: None }),
            Credentials::Login { login, password } => (login, password),
        };
        let mut params = Params::new();
        params.insert("login".to_owned(), login.as_str().into());
        params.insert("password".to_owned(), password.expose_secret().into());

        // One session more changes nothing for anybody.
        let answer = client.exchange(Effect::Read, "login.user", &params, None).await?;
        let row = answer.data.as_object().map(Row);
        let token = row.and_then(|row| row.text("access_token"));
        let token = token
            .ok_or_else(|| Fault::odd_answer(Effect::Read, "login.user не вернул access_token"))?;
        let said = row.and_then(|row| Timestamp::from_second(row.whole("expire_at")?).ok());
        let ends = said.or_else(|| client.now().checked_add(SESSION).ok());
        let ends = ends.and_then(|ends| ends.checked_sub(MARGIN).ok());
        Ok(Ticket { token: token.into(), ends })
    }
}
