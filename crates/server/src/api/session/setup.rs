//! `GET|POST /api/setup`: the first start.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use cabinet::people::Password;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SessionInfo, user_agent, welcome};
use crate::app::App;
use crate::auth::{Address, Body};
use crate::problem::Problem;

/// Whether the first start is still to come.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SetupState {
    /// Nobody can sign in yet: open the link that the server printed on its console.
    needed: bool,
}

/// The first owner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstOwner {
    /// The key of the link that the server printed.
    #[schema(value_type = String, format = Password)]
    key: SecretString,
    /// His e-mail.
    #[schema(example = "olga@romashka.ru")]
    email: String,
    /// His password, 10 characters at least.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// Whether nobody can sign in yet.
#[utoipa::path(get, path = "/api/setup", tag = "session", security(()),
    responses((status = 200, description = "Whether the first start is still to come", body = SetupState)))]
pub(crate) async fn state(State(app): State<App>) -> Result<Json<SetupState>, Problem> {
    Ok(Json(SetupState { needed: app.people.nobody_yet().await? }))
}

/// Makes the first owner by the link that `svyazka serve` prints while nobody can sign in, and signs him
/// in.
#[utoipa::path(post, path = "/api/setup", tag = "session", security(()), request_body = FirstOwner,
    responses(
        (status = 200, description = "Done; the cookie is set", body = SessionInfo),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`dead_link`: the link does not work (any more)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`bad_email`, `bad_password`", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn set_up(
    State(app): State<App>,
    Address(address): Address,
    headers: HeaderMap,
    Body(FirstOwner { key, email, password }): Body<FirstOwner>,
) -> Result<Response, Problem> {
    let email = email.parse().map_err(|_| Problem::bad_email())?;
    let password = Password::parse(&password).map_err(Problem::bad_password)?;
    let agent = user_agent(&headers);
    let signed = app.people.set_up(key.expose_secret(), email, password, agent).await?;
    tracing::info!(address, "the first owner was made");
    Ok(welcome(&app, &signed))
}
