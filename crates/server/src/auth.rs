//! Who calls the API, and whether he may.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use cabinet::Role;
use cabinet::tokens::ApiToken;

use crate::app::App;
use crate::problem::Problem;

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

/// Open to whoever may change.
pub(crate) struct Admin;

impl Needs for Admin {
    const ROLE: Role = Role::Admin;
}

/// A caller whose token was recognised and whose role suffices. An endpoint that takes none is public.
pub(crate) struct Caller<N> {
    /// His token.
    pub(crate) token: ApiToken,
    needs: PhantomData<N>,
}

impl<N: Needs> FromRequestParts<App> for Caller<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let shown = bearer(parts).ok_or_else(Problem::unauthorized)?;
        let token = app.tokens.recognise(shown).await?.ok_or_else(Problem::unauthorized)?;
        if token.role.may(N::ROLE) {
            Ok(Self { token, needs: PhantomData })
        } else {
            Err(Problem::forbidden(N::ROLE))
        }
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
