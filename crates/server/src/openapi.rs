//! The API's own description, made of the routes themselves.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::{api, health, hooks};

/// The description, as `GET /api/openapi.json` serves it.
pub fn openapi() -> utoipa::openapi::OpenApi {
    named(routes().into_openapi())
}

/// The description with a name of its own for every operation (`get_api_journal_id`): generated clients
/// call their functions and types so.
pub(crate) fn named(mut openapi: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    for (path, item) in &mut openapi.paths.paths {
        let words =
            path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let place = words.collect::<Vec<_>>().join("_");
        for (method, operation) in [
            ("get", &mut item.get),
            ("put", &mut item.put),
            ("post", &mut item.post),
            ("delete", &mut item.delete),
            ("patch", &mut item.patch),
        ] {
            if let Some(operation) = operation {
                operation.operation_id = Some(format!("{method}_{place}"));
            }
        }
    }
    openapi
}

/// Every described route.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .merge(hooks::routes())
        .routes(routes!(health::healthz::healthz))
        .routes(routes!(health::readyz::readyz))
        .routes(routes!(health::metrics::metrics))
        .routes(routes!(
            api::session::show::show,
            api::session::sign_in::sign_in,
            api::session::sign_out::sign_out
        ))
        .routes(routes!(api::session::password::change))
        .routes(routes!(api::session::list::list))
        .routes(routes!(api::session::end::end))
        .routes(routes!(api::session::setup::state, api::session::setup::set_up))
        .routes(routes!(api::people::list::list, api::people::add::add))
        .routes(routes!(api::people::change::change, api::people::remove::remove))
        .routes(routes!(api::tokens::list::list, api::tokens::create::create))
        .routes(routes!(api::tokens::revoke::revoke))
        .routes(routes!(api::audit::audit))
        .routes(routes!(api::privacy::show::show, api::privacy::change::change))
        .routes(routes!(api::connections::list::list, api::connections::create::create))
        .routes(routes!(api::connections::import::import))
        .routes(routes!(api::connections::show::show, api::connections::update::update))
        .routes(routes!(api::connections::versions::list))
        .routes(routes!(api::connections::versions::show))
        .routes(routes!(api::connections::versions::restore))
        .routes(routes!(api::connections::export::export))
        .routes(routes!(api::connections::urls::urls))
        .routes(routes!(api::connections::urls::reissue))
        .routes(routes!(api::connections::check::saved))
        .routes(routes!(api::connections::check::draft))
        .routes(routes!(api::connections::choices::choices))
        .routes(routes!(api::connections::rehearse::rehearse))
        .routes(routes!(api::notification_bodies::list))
        .routes(routes!(api::templates::variables::list))
        .routes(routes!(api::templates::preview::preview))
        .routes(routes!(api::employees::last::last))
        .routes(routes!(api::employees::sync::sync))
        .routes(routes!(api::deals::show::show))
        .routes(routes!(api::deals::load::load))
        .routes(routes!(api::deals::pause::pause))
        .routes(routes!(api::deals::resume::resume))
        .routes(routes!(api::deals::stop::stop))
        .routes(routes!(api::analytics::show::show))
        .routes(routes!(api::analytics::file::file))
        .routes(routes!(api::overview::show::show))
        .routes(routes!(api::errors::show))
        .routes(routes!(api::alerts::show::show, api::alerts::save::save))
        .routes(routes!(api::alerts::test::test))
        .routes(routes!(api::journal::list::list))
        .routes(routes!(api::journal::live::live))
        .routes(routes!(api::journal::show::show))
        .routes(routes!(api::journal::replay::replay))
        .routes(routes!(api::journal::mend::mend))
        .routes(routes!(api::journal::mend_many::mend_many))
        .routes(routes!(api::journal::variables::variables))
        .merge(api::workspace::routes())
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Связка", description = "Связка соединяет UIS и Планфикс.", license(name = "Apache-2.0")),
    tags(
        (name = "overview", description = "Обзор: работает ли интеграция"),
        (name = "alerts", description = "Оповещения о поломках"),
        (name = "journal", description = "Журнал: что стало с каждым звонком и почему"),
        (name = "workspace", description = "Рабочее место оператора: чаты и заявки"),
        (name = "connections", description = "Соединения"),
        (name = "templates", description = "Шаблоны и переменные"),
        (name = "employees", description = "Синхронизация сотрудников"),
        (name = "deals", description = "Сделки и аналитика"),
        (name = "session", description = "Вход, выход и свои сеансы"),
        (name = "people", description = "Учётные записи"),
        (name = "tokens", description = "Токены для скриптов"),
        (name = "privacy", description = "Кто видит номера клиентов целиком"),
        (name = "audit", description = "Кто что изменил"),
        (name = "hooks", description = "Адреса, которые вызывают UIS и Планфикс"),
        (name = "health", description = "Состояние сервера"),
    ),
    modifiers(&Security),
)]
struct Description;

/// How a caller shows who he is.
struct Security;

impl Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("svyazka token create LABEL --role viewer"))
            .build();
        let cookie = ApiKeyValue::with_description(
            "svyazka_session",
            "POST /api/session; a request that changes something shows the page's key as X-Page-Key too",
        );
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}
