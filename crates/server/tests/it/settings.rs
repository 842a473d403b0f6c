//! Settings over the API, as the cabinet's page and a script use them.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cabinet::Role;
use serde_json::{Value, json};

use crate::house::{Answer, Caller, House};

const PATH: &str = "/api/connections/romashka";

async fn settings(caller: &Caller<'_>) -> Value {
    caller.get(PATH).await.json()["settings"].clone()
}

async fn put(caller: &Caller<'_>, over: &str, settings: &Value) -> Answer {
    let request = Request::put(PATH).header("content-type", "application/json");
    let body = json!({ "settings": settings }).to_string();
    caller.send_body(request.header("if-match", over), Body::from(body)).await
}

fn code(answer: &Answer) -> String {
    answer.json()["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn settings_come_without_secrets_and_tell_which_are_there() {
    let house = House::open().await;
    let answer = house.caller(Role::Viewer).await.get(PATH).await;
    assert!(!answer.text.contains("tel-secret"), "{}", answer.text);
    assert_eq!(
        answer.json()["secrets"],
        json!(["credentials.planfix_telephony.token", "credentials.planfix_telephony.pbx_token"])
    );
    assert_eq!(answer.json()["version"], 1);
}

#[tokio::test]
async fn what_was_read_and_sent_back_changes_nothing() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let answer = put(&admin, "\"1\"", &settings(&admin).await).await;
    assert_eq!(answer.json(), json!({"name": "romashka", "version": 1, "outcome": "unchanged"}));
}

#[tokio::test]
async fn a_change_is_saved_and_keeps_the_secrets_it_leaves_out() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut changed = settings(&admin).await;
    changed["title"] = json!("Лютик");

    let answer = put(&admin, "\"1\"", &changed).await;

    assert_eq!(answer.json()["outcome"], "updated", "{answer:?}");
    let now = admin.get(PATH).await.json();
    assert_eq!((&now["version"], &now["settings"]["title"]), (&json!(2), &json!("Лютик")));
    assert_eq!(now["secrets"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn whoever_saves_over_somebody_elses_change_is_told_so() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut changed = settings(&admin).await;
    changed["title"] = json!("Первый");
    put(&admin, "\"1\"", &changed).await;
    changed["title"] = json!("Второй");

    let answer = put(&admin, "\"1\"", &changed).await;

    assert_eq!((answer.status, code(&answer).as_str()), (StatusCode::CONFLICT, "version_conflict"));
    assert_eq!(answer.json()["current"], 2);
    assert_eq!(settings(&admin).await["title"], "Первый");
}

#[tokio::test]
async fn a_change_must_tell_what_it_is_built_upon() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let answer = admin.send_json("PUT", PATH, &json!({ "settings": settings(&admin).await })).await;
    assert_eq!(answer.status, StatusCode::PRECONDITION_REQUIRED);
    assert_eq!(code(&answer), "version_needed");
}

#[tokio::test]
async fn every_mistake_comes_back_with_its_path() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut wrong = settings(&admin).await;
    wrong["timezone"] = json!("Europe/Moskow");
    wrong["telephony"]["templates"]["incoming"] = json!("{{contact_phone}}");

    let answer = put(&admin, "\"1\"", &wrong).await;

    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = answer.json()["problems"].clone();
    let paths: Vec<_> =
        problems.as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["timezone", "telephony.templates.incoming"]);
    assert!(problems[1]["ru"].as_str().unwrap().contains("contact_phone"), "{problems}");
}

#[tokio::test]
async fn a_secret_does_not_follow_an_address_to_another_server() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut changed = settings(&admin).await;
    changed["credentials"]["planfix_telephony"]["url"] = json!("https://evil.example/tel/api");

    put(&admin, "\"1\"", &changed).await;

    let secrets = admin.get(PATH).await.json()["secrets"].clone();
    assert_eq!(
        secrets,
        json!(["credentials.planfix_telephony.pbx_token"]),
        "a new one, made by us"
    );
}

#[tokio::test]
async fn a_former_version_is_looked_at_and_brought_back() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut changed = settings(&admin).await;
    changed["title"] = json!("Лютик");
    put(&admin, "\"1\"", &changed).await;

    let former = admin.get(&format!("{PATH}/versions/1")).await.json();
    assert_eq!(former["settings"]["title"], "ООО «Ромашка»");
    let request = Request::post(format!("{PATH}/versions/1/restore")).header("if-match", "\"2\"");
    let answer = admin.send_body(request, Body::empty()).await;

    assert_eq!(answer.json()["version"], 3, "{answer:?}");
    assert_eq!(settings(&admin).await["title"], "ООО «Ромашка»");
    let versions = admin.get(&format!("{PATH}/versions")).await.json();
    assert_eq!(versions["items"].as_array().unwrap().len(), 3);
    assert_eq!(admin.get(&format!("{PATH}/versions/9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_connection_is_made_once() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let new = json!({ "settings": { "name": "lyutik", "title": "Лютик" } });

    assert_eq!(admin.send_json("POST", "/api/connections", &new).await.status, StatusCode::CREATED);
    let again = admin.send_json("POST", "/api/connections", &new).await;

    assert_eq!((again.status, code(&again).as_str()), (StatusCode::CONFLICT, "name_taken"));
}

#[tokio::test]
async fn credentials_of_another_connection_are_used_again_at_the_same_address_only() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let telephony = settings(&admin).await["credentials"]["planfix_telephony"].clone();
    let connect = async |name: &str, from: &str, url: &Value| {
        let mut telephony = telephony.clone();
        telephony["url"] = url.clone();
        telephony["token"] = json!({ "reuse": from });
        let credentials = json!({ "planfix_telephony": telephony });
        let new = json!({"settings": {"name": name, "title": name, "credentials": credentials}});
        admin.send_json("POST", "/api/connections", &new).await
    };

    let elsewhere =
        connect("elsewhere", "romashka", &json!("https://other.planfix.ru/tel/api")).await;
    assert_eq!(elsewhere.json()["problems"][0]["code"], "required", "{elsewhere:?}");
    let nobody = connect("nobody", "rosa", &telephony["url"]).await;
    assert_eq!(nobody.json()["problems"][0]["path"], "credentials.planfix_telephony.token");
    let answer = connect("lyutik", "romashka", &telephony["url"]).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");

    let made = admin.get("/api/connections/lyutik").await;
    assert!(!made.text.contains("tel-secret") && !made.text.contains("reuse"), "{}", made.text);
    assert_eq!(made.json()["secrets"][0], "credentials.planfix_telephony.token");
}

#[tokio::test]
async fn an_exported_file_is_taken_back_as_it_is() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let file = admin.get(&format!("{PATH}/export")).await.text;
    assert!(file.contains("name: romashka") && !file.contains("tel-secret"), "{file}");
    let import = async |file: &str| {
        let request =
            Request::post("/api/connections/import").header("content-type", "application/yaml");
        admin.send_body(request, Body::from(file.to_owned())).await
    };

    assert_eq!(import(&file).await.json()["outcome"], "unchanged");
    assert_eq!(import(&file.replace("ООО", "ЗАО")).await.json()["outcome"], "updated");
    assert_eq!(import("name: [").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(code(&import("name: romashka\ntimezone: Moscow").await), "invalid_settings");
}

#[tokio::test]
async fn a_reissued_address_is_another_one() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let before = admin.get(&format!("{PATH}/urls")).await.json();

    let after = admin.post(&format!("{PATH}/urls/uis_chat/reissue")).await.json();

    let differ: Vec<_> = (0..5).filter(|at| before["items"][at] != after["items"][at]).collect();
    assert_eq!(differ.len(), 1);
    assert!(after["items"][0]["url"].as_str().unwrap().starts_with("https://svyazka.example.ru/"));
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(viewer.get(&format!("{PATH}/urls")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_audit_tells_what_changed_and_only_that_a_secret_did() {
    let house = House::open().await;
    let admin = house.caller(Role::Admin).await;
    let mut changed = settings(&admin).await;
    changed["title"] = json!("Лютик");
    changed["credentials"]["planfix_telephony"]["token"] = json!("new-tel-secret");
    put(&admin, "\"1\"", &changed).await;

    let audit = admin.get("/api/audit?subject=romashka").await;

    let entry = audit.json()["items"][0].clone();
    assert_eq!(entry["action"], "connection_changed");
    assert_eq!(entry["actor_kind"], "token");
    let secret = "credentials.planfix_telephony.token";
    assert_eq!(entry["before"], json!({ "title": "ООО «Ромашка»", secret: "***" }));
    assert_eq!(entry["after"], json!({ "title": "Лютик", secret: "***" }));
    assert!(!audit.text.contains("tel-secret"));
}

#[tokio::test]
async fn a_viewer_changes_no_settings() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    let answer = put(&viewer, "\"1\"", &settings(&viewer).await).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_list_of_a_system_without_credentials_says_what_is_missing() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;

    let choices = viewer.get(&format!("{PATH}/choices/task_objects")).await.json();

    assert_eq!(choices["items"], json!([]));
    assert_eq!(choices["failure"]["code"], "SVZ-NO-CREDENTIALS");
    let unknown = viewer.get(&format!("{PATH}/choices/flowers")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let without = viewer.get(&format!("{PATH}/choices/statuses")).await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_template_is_tried_on_examples_and_a_wrong_one_is_told_where() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    let preview = async |source: &str| {
        let body = json!({ "flow": "call", "source": source });
        viewer.send_json("POST", "/api/templates/preview", &body).await.json()
    };

    let good = preview("Звонок от {{contact_phone_number}}").await;
    assert!(good["text"].as_str().unwrap().starts_with("Звонок от 7"), "{good}");
    assert!(good["problem"].is_null());
    let wrong = preview("От {{contact_phone}}").await;
    assert_eq!(wrong["problem"]["column"], 6);
    assert!(wrong["problem"]["text"]["ru"].as_str().unwrap().contains("contact_phone_number"));
}

#[tokio::test]
async fn variables_and_bodies_are_there_to_be_looked_up() {
    let house = House::open().await;
    let viewer = house.caller(Role::Viewer).await;
    let variables = viewer.get("/api/variables").await.json();
    let known = variables["items"].as_array().unwrap().iter();
    assert!(known.clone().any(|one| one["name"] == "contact_phone_number" && one["call"] == true));
    let bodies = viewer.get("/api/notification-bodies").await.json();
    assert_eq!(bodies["items"][0]["event"], "call_incoming");
}
