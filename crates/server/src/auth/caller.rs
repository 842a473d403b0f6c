//! The caller of an endpoint.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use cabinet::Role;
use cabinet::people::{Actor, Person, Session, page_key};
use cabinet::tokens::ApiToken;
use subtle::ConstantTimeEq as _;

use super::cookie;
use crate::app::App;
use crate::problem::Problem;

/// The header in which a page shows its key with every change.
const PAGE_KEY: &str = "x-page-key";

/// The weakest role an endpoint is open to.
pub(crate) trait Needs {
    /// That role.
    const ROLE: Role;
}

/// Open to whoever may look.
pub(crate) struct Viewer;

impl Needs for Viewer {
    const ROLE: Role = Role::Viewer;
}

/// Open to whoever answers chats.
pub(crate) struct Operator;

impl Needs for Operator {
    const ROLE: Role = Role::Operator;
}

/// Open to whoever may change.
pub(crate) struct Admin;

impl Needs for Admin {
    const ROLE: Role = Role::Admin;
}

/// Open to whoever manages accounts.
pub(crate) struct Owner;

impl Needs for Owner {
    const ROLE: Role = Role::Owner;
}

/// Who somebody is.
pub(crate) enum Identity {
    /// He signed in.
    Person {
        /// Who he is.
        person: Person,
        /// By which session.
        session: Session,
        /// What his page shows with every change.
        page_key: String,
    },
    /// He holds a token.
    Token(ApiToken),
}

/// A caller who was recognised and whose role suffices. An endpoint that takes none is public.
pub(crate) struct Caller<N> {
    /// Who he is.
    pub(crate) identity: Identity,
    needs: PhantomData<N>,
}

impl<N> Caller<N> {
    /// As the audit names him.
    pub(crate) fn actor(&self) -> Actor {
        match &self.identity {
            Identity::Person { person, .. } => Actor::person(person),
            Identity::Token(token) => Actor::token(token),
        }
    }

    /// What he may do.
    pub(crate) fn role(&self) -> Role {
        match &self.identity {
            Identity::Person { person, .. } => person.role,
            Identity::Token(token) => token.role,
        }
    }

    /// Whether he may do what the role may.
    pub(crate) fn may(&self, needed: Role) -> bool {
        self.role().may(needed)
    }

    /// As versions of settings name him.
    pub(crate) fn author(&self) -> String {
        self.actor().name
    }

    /// The person and his session.
    ///
    /// # Errors
    /// A token has neither.
    pub(crate) fn person(&self) -> Result<(&Person, &Session), Problem> {
        match &self.identity {
            Identity::Person { person, session, .. } => Ok((person, session)),
            Identity::Token(_) => Err(Problem::people_only()),
        }
    }
}

impl<N: Needs> FromRequestParts<App> for Caller<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (identity, role) = match bearer(parts) {
            Some(token) => by_token(app, token).await?,
            None => by_cookie(app, parts).await?,
        };
        if role.may(N::ROLE) {
            Ok(Self { identity, needs: PhantomData })
        } else {
            Err(Problem::forbidden(N::ROLE))
        }
    }
}

/// A token of the API, or the session of a page in a frame, where browsers keep cookies back. What a page
/// shows by itself needs no page key besides.
async fn by_token(app: &App, shown: &str) -> Result<(Identity, Role), Problem> {
    if let Some(token) = app.tokens.recognise(shown).await? {
        let role = token.role;
        return Ok((Identity::Token(token), role));
    }
    let found = app.people.session(shown).await?;
    let (session, person) = found.ok_or_else(Problem::unauthorized)?;
    let (role, page_key) = (person.role, page_key(shown));
    Ok((Identity::Person { person, session, page_key }, role))
}

/// A browser sends its cookie whoever made it do so; only our own page knows the page's key, which is
/// asked for wherever something is changed.
async fn by_cookie(app: &App, parts: &Parts) -> Result<(Identity, Role), Problem> {
    let token = cookie::token(parts).ok_or_else(Problem::unauthorized)?;
    let found = app.people.session(token).await?;
    let (session, person) = found.ok_or_else(Problem::unauthorized)?;
    let page_key = page_key(token);
    if !parts.method.is_safe() {
        let shown = parts.headers.get(PAGE_KEY).map(axum::http::HeaderValue::as_bytes);
        let right: bool = shown.unwrap_or_default().ct_eq(page_key.as_bytes()).into();
        if !right {
            return Err(Problem::foreign_page());
        }
    }
    let role = person.role;
    Ok((Identity::Person { person, session, page_key }, role))
}

fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
