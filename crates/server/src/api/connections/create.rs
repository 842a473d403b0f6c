//! `POST /api/connections`

use axum::extract::State;
use axum::response::Response;
use cabinet::CabinetError;
use cabinet::connections::ImportError;
use cabinet::store::StoreError;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::saved::{self, Saved};
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Settings of a connection.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsBody {
    /// The settings, as in the settings file. A secret that is left out stays as it is; `{"reuse": NAME}` in
    /// its place takes it over from the connection of that name, where the address is the same.
    #[schema(value_type = BTreeMap<String, Value>)]
    pub(super) settings: Value,
}

/// Makes a connection.
#[utoipa::path(post, path = "/api/connections", tag = "connections", security(("token" = []), ("session" = [])),
    request_body = SettingsBody,
    responses(
        (status = 201, description = "Made", body = Saved),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`name_taken`: there is a connection of that name", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn create(
    caller: Caller<Admin>,
    State(app): State<App>,
    Body(SettingsBody { settings }): Body<SettingsBody>,
) -> Result<Response, Problem> {
    match app.connections.create(&settings, &caller.author()).await {
        Ok(replaced) => saved::answer(&app, caller.actor(), replaced).await,
        Err(ImportError::Cabinet(CabinetError::Store(StoreError::Conflict))) => {
            Err(Problem::conflict("name_taken", "Соединение с таким именем уже есть"))
        }
        Err(error) => Err(error.into()),
    }
}
