//! `POST /api/connections/import`

use axum::extract::State;
use axum::response::Response;

use super::saved::{self, Saved};
use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// Takes a settings file: a new connection, or a new version of the one of that name. Secrets that the
/// file leaves out stay as they are.
#[utoipa::path(post, path = "/api/connections/import", tag = "connections", security(("token" = []), ("session" = [])),
    request_body(content = String, content_type = "application/yaml", description = "The settings file"),
    responses(
        (status = 200, description = "Saved, or nothing was to be changed", body = Saved),
        (status = 201, description = "The connection is new", body = Saved),
        (status = 400, description = "The file is not YAML; the detail tells the place", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn import(
    caller: Caller<Admin>,
    State(app): State<App>,
    file: String,
) -> Result<Response, Problem> {
    let draft = app.connections.parse(&file)?;
    let over = match app.connections.get(&draft.name).await {
        Ok(present) => Some(present),
        Err(cabinet::CabinetError::UnknownConnection(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let author = caller.author();
    let replaced = match over {
        None => app.connections.create(&draft.value, &author).await,
        Some(present) => {
            app.connections.replace(&draft.name, present.version, &draft.value, &author).await
        }
    };
    match replaced {
        Ok(replaced) => saved::answer(&app, caller.actor(), replaced).await,
        Err(error) => Err(saved::refusal(&app, &draft.name, error).await),
    }
}
