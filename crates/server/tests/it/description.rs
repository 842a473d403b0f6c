//! The API's description is a file of the repository, so that a change of the API shows in a review.

use std::path::Path;

use crate::house::House;

#[test]
fn the_committed_description_is_the_servers_own() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    let own = format!("{}\n", server::openapi().to_pretty_json().unwrap());
    assert!(committed == own, "docs/openapi.json is out of date: run `cargo xtask gen`");
}

#[tokio::test]
async fn the_description_is_served_and_names_every_route() {
    let house = House::open().await;
    let description = house.get("/api/openapi.json").await.json();
    let paths: Vec<_> = description["paths"].as_object().unwrap().keys().collect();
    assert_eq!(
        paths,
        [
            "/api/alerts",
            "/api/alerts/test",
            "/api/audit",
            "/api/check",
            "/api/connections",
            "/api/connections/import",
            "/api/connections/{name}",
            "/api/connections/{name}/analytics",
            "/api/connections/{name}/analytics.csv",
            "/api/connections/{name}/check",
            "/api/connections/{name}/choices/{list}",
            "/api/connections/{name}/deals",
            "/api/connections/{name}/deals/backfill",
            "/api/connections/{name}/deals/backfill/pause",
            "/api/connections/{name}/deals/backfill/resume",
            "/api/connections/{name}/deals/backfill/stop",
            "/api/connections/{name}/employees",
            "/api/connections/{name}/employees/sync",
            "/api/connections/{name}/export",
            "/api/connections/{name}/operators",
            "/api/connections/{name}/rehearse",
            "/api/connections/{name}/urls",
            "/api/connections/{name}/urls/{hook}/reissue",
            "/api/connections/{name}/versions",
            "/api/connections/{name}/versions/{version}",
            "/api/connections/{name}/versions/{version}/restore",
            "/api/errors/{code}",
            "/api/journal",
            "/api/journal/live",
            "/api/journal/mend",
            "/api/journal/{id}",
            "/api/journal/{id}/mend",
            "/api/journal/{id}/replay",
            "/api/journal/{id}/variables",
            "/api/notification-bodies",
            "/api/overview",
            "/api/people",
            "/api/people/{id}",
            "/api/privacy",
            "/api/session",
            "/api/session/password",
            "/api/sessions",
            "/api/sessions/{id}",
            "/api/setup",
            "/api/templates/preview",
            "/api/tokens",
            "/api/tokens/{id}",
            "/api/variables",
            "/api/workspace/entry",
            "/api/workspace/entry/session",
            "/api/workspace/{connection}",
            "/api/workspace/{connection}/calls",
            "/api/workspace/{connection}/cards",
            "/api/workspace/{connection}/cards/{id}",
            "/api/workspace/{connection}/cards/{id}/client",
            "/api/workspace/{connection}/cards/{id}/close",
            "/api/workspace/{connection}/cards/{id}/files",
            "/api/workspace/{connection}/cards/{id}/files/{line}",
            "/api/workspace/{connection}/cards/{id}/history",
            "/api/workspace/{connection}/cards/{id}/messages",
            "/api/workspace/{connection}/cards/{id}/read",
            "/api/workspace/{connection}/cards/{id}/take",
            "/api/workspace/{connection}/cards/{id}/task",
            "/api/workspace/{connection}/cards/{id}/thread",
            "/api/workspace/{connection}/cards/{id}/transfer",
            "/api/workspace/{connection}/channels",
            "/api/workspace/{connection}/chats",
            "/api/workspace/{connection}/colleagues",
            "/api/workspace/{connection}/counts",
            "/api/workspace/{connection}/live",
            "/api/workspace/{connection}/quick-replies",
            "/api/workspace/{connection}/quick-replies/{id}",
            "/api/workspace/{connection}/status",
            "/chat-files/{connection}/{lane}/{signature}",
            "/healthz",
            "/hooks/{connection}/planfix_chat/{key}",
            "/hooks/{connection}/planfix_deals/{key}",
            "/hooks/{connection}/planfix_telephony/{key}",
            "/hooks/{connection}/uis_chat/{key}/{*callback}",
            "/hooks/{connection}/uis_notifications/{key}",
            "/hooks/{connection}/uis_personal_manager/{key}",
            "/metrics",
            "/readyz",
        ]
    );
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let description = serde_json::to_value(server::openapi()).unwrap();
    let methods = description["paths"].as_object().unwrap().values();
    let operations = methods.flat_map(|methods| methods.as_object().unwrap().values());
    let mut names: Vec<_> =
        operations.map(|one| one["operationId"].as_str().unwrap().to_owned()).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
}
