//! The API's own description, made of the routes themselves.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::{api, health, hooks};

/// The description, as `GET /api/openapi.json` serves it.
pub fn openapi() -> utoipa::openapi::OpenApi {
    routes().into_openapi()
}

/// Every described route.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .merge(hooks::routes())
        .routes(routes!(health::healthz::healthz))
        .routes(routes!(health::readyz::readyz))
        .routes(routes!(health::metrics::metrics))
        .routes(routes!(api::connections::list::list))
        .routes(routes!(api::employees::last::last))
        .routes(routes!(api::employees::sync::sync))
        .routes(routes!(api::journal::list::list))
        .routes(routes!(api::journal::show::show))
        .routes(routes!(api::journal::replay::replay))
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Связка", description = "Связка соединяет UIS и Планфикс.", license(name = "Apache-2.0")),
    tags(
        (name = "journal", description = "Журнал: что стало с каждым звонком и почему"),
        (name = "connections", description = "Соединения"),
        (name = "employees", description = "Синхронизация сотрудников"),
        (name = "hooks", description = "Адреса, которые вызывают UIS и Планфикс"),
        (name = "health", description = "Состояние сервера"),
    ),
    modifiers(&BearerToken),
)]
struct Description;

/// How a caller shows who he is.
struct BearerToken;

impl Modify for BearerToken {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("svyazka token create LABEL --role viewer"))
            .build();
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}
