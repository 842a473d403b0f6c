//! The named scenarios.

use std::collections::BTreeSet;
use std::sync::Arc;

use ambient::ManualClock;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use sandbox::Sandbox;
use sandbox::scenarios::{self, Scenario};
use sandbox::uis::Speed;
use serde_json::{Value, json};
use tower::ServiceExt;

fn sandbox() -> Sandbox {
    Sandbox::new(Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap())))
}

async fn request(sandbox: &Sandbox, request: Request<Body>) -> (StatusCode, Value) {
    let response = sandbox.router().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

async fn control(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let call = Request::builder().method(method).uri(path);
    let call = call.header("content-type", "application/json").body(Body::from(body.to_string()));
    request(sandbox, call.unwrap()).await
}

#[test]
fn every_scenario_has_a_name_and_a_number_of_its_own() {
    let scenarios = scenarios::ALL.iter().map(|scenario| (scenario.id, scenario.phone));
    let interplays = scenarios::INTERPLAYS.iter().map(|interplay| (interplay.id, interplay.phone));
    let (ids, phones): (BTreeSet<_>, BTreeSet<_>) = scenarios.chain(interplays).unzip();

    let all = scenarios::ALL.len() + scenarios::INTERPLAYS.len();
    assert_eq!((ids.len(), phones.len()), (all, all));
}

/// The notifications of a scenario in short: `second event`.
fn told(scenario: &Scenario) -> String {
    let sandbox = sandbox();
    let steps = scenario.steps(sandbox.uis(), None);
    let told = steps.iter().filter_map(|step| {
        let notification = step.notification()?;
        let session = notification.session.0 % 10;
        Some(format!("{} {}#{session}", step.after, notification.kind.event()))
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn scenarios_tell_what_they_promise() {
    let mut all = Vec::new();
    for scenario in scenarios::ALL {
        all.push(format!("{}: {}", scenario.id, told(scenario)));
    }

    insta::assert_snapshot!(all.join("\n"));
}

#[tokio::test]
async fn every_scenario_ends_with_all_phones_at_rest() {
    for scenario in scenarios::ALL {
        let sandbox = sandbox();
        scenario.play(sandbox.uis(), Some("79990001122"), Speed::times(10.0)).await;

        assert!(sandbox.uis().live_calls().is_empty(), "{}", scenario.id);
        assert!(!sandbox.uis().finished_calls().is_empty(), "{}", scenario.id);
    }
}

#[tokio::test]
async fn the_list_explains_each_scenario_in_both_languages() {
    let sandbox = sandbox();
    let list = Request::get("/control/scenarios").body(Body::empty()).unwrap();

    let (_, list) = request(&sandbox, list).await;

    let rows = list["scenarios"].as_array().unwrap();
    let all = scenarios::ALL.len() + scenarios::INTERPLAYS.len() + scenarios::CHATS.len();
    assert_eq!(rows.len(), all);
    for row in rows {
        for text in ["title", "sees"] {
            let (ru, en) = (row[text]["ru"].as_str().unwrap(), row[text]["en"].as_str().unwrap());
            assert!(!ru.is_empty() && !en.is_empty() && ru != en);
        }
    }
}

#[tokio::test]
async fn an_unknown_scenario_is_not_played() {
    let sandbox = sandbox();
    let (status, _) = control(&sandbox, "POST", "/control/scenarios/no-such/play", json!({})).await;

    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_scenario_is_played_in_the_background_with_the_wished_number() {
    let sandbox = sandbox();
    let wish = json!({"phone": "79161112233", "speed": 5});

    let (status, answer) =
        control(&sandbox, "POST", "/control/scenarios/single-ring/play", wish).await;
    assert_eq!((status, answer), (StatusCode::ACCEPTED, json!({"playing": "single-ring"})));

    let mut seen = 0;
    while sandbox.uis().finished_calls().is_empty() {
        seen = sandbox.changes().after(seen).await;
    }
    let calls = sandbox.uis().finished_calls();
    assert_eq!(calls[0].row["contact_phone_number"], "79161112233");
}

#[tokio::test]
async fn a_call_told_from_outside_happens_as_told() {
    let sandbox = sandbox();
    let call = json!({
        "direction": "in", "phone": "79161112244", "number": "74950236855", "speed": 20,
        "campaign": "Тестовая кампания", "tags": ["Спам"],
        "acts": [
            {"ring": {"employees": ["101", "102"], "secs": 4}}, {"answer": {"employee": "102"}}, {"talk": {"secs": 9}},
            {"transfer": {"to": "103", "ring_secs": 2}}, {"answer": {"employee": null}}, {"talk": {"secs": 5}},
        ],
    });

    let (status, _) = control(&sandbox, "POST", "/control/uis/calls", call).await;
    assert_eq!(status, StatusCode::ACCEPTED);

    let mut seen = 0;
    while sandbox.uis().finished_calls().is_empty() {
        seen = sandbox.changes().after(seen).await;
    }
    let row = &sandbox.uis().finished_calls()[0].row;
    assert_eq!(row["virtual_phone_number"], "74950236855");
    assert_eq!(row["campaign_name"], "Тестовая кампания");
    assert_eq!(row["first_answered_employee_full_name"], "Борис Кузнецов");
    assert_eq!(row["last_answered_employee_full_name"], "Вера Орлова");
}

#[tokio::test]
async fn a_call_with_somebody_unknown_does_not_begin() {
    let sandbox = sandbox();
    for wrong in [
        json!({"number": "70000000000"}),
        json!({"campaign": "Нет такой"}),
        json!({"by": "999"}),
        json!({"acts": [{"ring": {"employees": ["999"], "secs": 1}}]}),
    ] {
        let mut call = json!({"direction": "in", "phone": "79161112255"});
        call.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        let (status, _) = control(&sandbox, "POST", "/control/uis/calls", call).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert!(sandbox.uis().live_calls().is_empty());
}

#[tokio::test]
async fn settings_are_patched_and_shown() {
    let sandbox = sandbox();
    let patch = json!({
        "report_lag": "never",
        "webhook": "http://localhost:9/x",
        "templates": {"call_lost": null},
        "tricks": {"duplicate": true, "order": {"shuffled": 3}},
    });

    let (status, settings) = control(&sandbox, "PUT", "/control/uis/settings", patch).await;

    assert_eq!(status, StatusCode::OK);
    assert_eq!(settings["templates"].as_object().unwrap().len(), 7);
    let state = Request::get("/control/uis/state").body(Body::empty()).unwrap();
    let (_, state) = request(&sandbox, state).await;
    assert_eq!(state["settings"]["report_lag"], "never");
    assert_eq!(state["settings"]["tricks"]["order"], json!({"shuffled": 3}));
    assert_eq!(state["company"]["employees"].as_array().unwrap().len(), 4);

    let (status, _) =
        control(&sandbox, "PUT", "/control/uis/settings", json!({"no_such": 1})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}
