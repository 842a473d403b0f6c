//! `POST /api/session`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use cabinet::people::SignInError;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{SessionInfo, user_agent, welcome};
use crate::app::App;
use crate::auth::{Address, Body};
use crate::problem::Problem;

/// Who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// His e-mail.
    #[schema(example = "olga@romashka.ru")]
    email: String,
    /// His password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// Signs in with e-mail and password. The session is kept in a cookie that scripts can't read.
#[utoipa::path(post, path = "/api/session", tag = "session", security(()), request_body = Credentials,
    responses(
        (status = 200, description = "Signed in; the cookie is set", body = SessionInfo),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "`wrong_credentials`: the e-mail or the password is wrong", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`too_many_attempts`: wait as long as `Retry-After` says", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn sign_in(
    State(app): State<App>,
    Address(address): Address,
    headers: HeaderMap,
    Body(Credentials { email, password }): Body<Credentials>,
) -> Result<Response, Problem> {
    let signed = app.people.sign_in(&email, &password, &address, user_agent(&headers)).await?;
    tracing::info!(person = %signed.person.id, "signed in");
    Ok(welcome(&app, &signed))
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::wrong_credentials(),
            SignInError::TooMany { wait } => Self::too_many_attempts(wait),
            SignInError::People(error) => error.into(),
        }
    }
}
