//! `GET /api/connections/{name}/urls`, and a new key for one of them.

use axum::Json;
use axum::extract::{Path, State};
use cabinet::HookKind;
use cabinet::people::Action;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// The addresses that UIS and Planfix call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookUrls {
    /// In the order of the settings.
    items: Vec<HookUrl>,
}

/// An address. It holds a key and is a secret itself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookUrl {
    /// What it is for.
    #[schema(example = "uis_notifications")]
    hook: &'static str,
    /// The address.
    url: String,
}

/// The addresses that UIS and Planfix call.
#[utoipa::path(get, path = "/api/connections/{name}/urls", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The addresses", body = HookUrls),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn urls(
    _: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<HookUrls>, Problem> {
    listed(&app, &name).await
}

/// Gives an address a new key; the one known so far stops working.
#[utoipa::path(post, path = "/api/connections/{name}/urls/{hook}/reissue", tag = "connections", security(("token" = []), ("session" = [])),
    params(
        ("name" = String, Path, description = "The connection's name"),
        ("hook" = String, Path, description = "Which address", example = "uis_notifications"),
    ),
    responses(
        (status = 200, description = "The addresses as they are now", body = HookUrls),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection or address", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn reissue(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path((name, hook)): Path<(String, String)>,
) -> Result<Json<HookUrls>, Problem> {
    let hook: HookKind = hook.parse().map_err(|_| Problem::not_found("Такого адреса нет"))?;
    app.hooks.reissue(&super::name(&name)?, hook).await?;
    let after = json!({ "hook": hook.as_str() });
    app.people
        .record(caller.actor(), Action::HookReissued, name.as_str(), Value::Null, after)
        .await?;
    listed(&app, &name).await
}

async fn listed(app: &App, name: &str) -> Result<Json<HookUrls>, Problem> {
    let urls = app.hooks.urls(&super::name(name)?, &app.public_url).await?;
    let items = urls.into_iter().map(|(hook, url)| HookUrl { hook: hook.as_str(), url }).collect();
    Ok(Json(HookUrls { items }))
}
