//! The cases in which the program is asked something, with a stand-in for the program that passes
//! clicks on to UIS and knows one personal manager.

use std::sync::Arc;

use ambient::ManualClock;
use axum::Router;
use axum::body::Body;
use axum::extract::Form;
use axum::http::{Request, StatusCode};
use axum::routing::post;
use sandbox::Sandbox;
use sandbox::scenarios::{INTERPLAYS, find_interplay};
use sandbox::uis::{Agenda, Verdict};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::uis_client::TOKEN;

/// A sandbox with a program between its sides, which rings Vera for everybody Planfix knows.
async fn joined() -> Sandbox {
    let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
    let sandbox = Sandbox::new(clock);
    let uis = sandbox.clone();
    let make_call = async move |Form(form): Form<Vec<(String, String)>>| {
        let to = form.iter().find(|(name, _)| name == "to").unwrap().1.clone();
        let digits: String = to.chars().filter(char::is_ascii_digit).collect();
        let params = json!({"access_token": TOKEN, "first_call": "employee", "contact": digits,
            "virtual_phone_number": "74950236854", "employee": {"id": 4501}});
        let body = json!({"jsonrpc": "2.0", "id": 1, "method": "start.employee_call",
            "params": params});
        let request = Request::post("/uis/v4.0").body(Body::from(body.to_string())).unwrap();
        uis.router().oneshot(request).await.unwrap();
        StatusCode::OK
    };
    let planfix = sandbox.planfix().clone();
    let manager = async move |Form(form): Form<Vec<(String, String)>>| {
        let caller = form.iter().find(|(name, _)| name == "numa").unwrap().1.clone();
        let silent = !planfix.faults().armed().is_empty();
        let known = planfix.contacts().iter().any(|contact| contact.has_phone(&caller));
        if known && !silent { r#"{"phones":["74951004503"]}"# } else { "{}" }
    };
    let router = Router::new().route("/pbx", post(make_call)).route("/manager", post(manager));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    sandbox.planfix().configure(|settings| settings.pbx_url = format!("http://{address}/pbx"));
    sandbox.uis().set_personal_manager(format!("http://{address}/manager").parse().unwrap());
    sandbox.uis().queue_started();
    sandbox
}

/// Lets a case happen step by step; who talked at last.
async fn talker(sandbox: &Sandbox, id: &str) -> Value {
    let interplay = find_interplay(id).unwrap();
    let mut agenda = Agenda::of(interplay.begin(sandbox, None).await.unwrap());
    while let Some(step) = agenda.next() {
        agenda.add(sandbox.uis().perform(step).await);
    }
    interplay.mend(sandbox);
    sandbox.uis().finished_calls().pop().unwrap().row["last_talked_employee_full_name"].clone()
}

#[tokio::test]
async fn clicks_become_calls() {
    let sandbox = joined().await;
    assert_eq!(talker(&sandbox, "click-answered").await, "Анна Смирнова");
    assert_eq!(talker(&sandbox, "click-busy").await, Value::Null);
    assert_eq!(talker(&sandbox, "click-silent").await, Value::Null);
    let reasons: Vec<_> = sandbox
        .uis()
        .finished_calls()
        .iter()
        .map(|call| call.row["finish_reason"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(reasons, ["operator_disconnects", "subscriber_busy", "operator_not_responsible"]);
    assert_eq!(sandbox.planfix().tasks()[0].name, "Уточнить адрес доставки");
}

#[tokio::test]
async fn questions_lead_to_the_manager_or_to_the_sales_department() {
    let sandbox = joined().await;
    assert_eq!(talker(&sandbox, "personal-manager").await, "Вера Орлова");
    assert_eq!(talker(&sandbox, "personal-manager-silent").await, "Анна Смирнова");
    assert_eq!(talker(&sandbox, "personal-manager-none").await, "Анна Смирнова");
    assert_eq!(talker(&sandbox, "personal-manager-slow").await, "Анна Смирнова");
    let verdicts: Vec<_> =
        sandbox.uis().questions().into_iter().map(|asked| asked.verdict).collect();
    assert_eq!(verdicts[2..], [Verdict::NotAssigned, Verdict::NotAssigned]);
    assert!(sandbox.planfix().faults().armed().is_empty(), "nothing stays out of order");
}

#[tokio::test]
async fn new_employees_come_once() {
    let sandbox = joined().await;
    let before = sandbox.planfix().users().len();
    for _ in 0..2 {
        let interplay = find_interplay("employees").unwrap();
        assert_eq!(interplay.begin(&sandbox, None).await, Ok(Vec::new()));
    }
    assert_eq!(sandbox.planfix().users().len(), before + 2);
}

#[tokio::test]
async fn a_refused_click_does_not_begin_and_says_why() {
    let sandbox = joined().await;
    sandbox.planfix().configure(|settings| settings.pbx_url.clear());
    let play = Request::post("/control/scenarios/click-busy/play").body(Body::empty()).unwrap();

    let response = sandbox.router().oneshot(play).await.unwrap();

    assert_eq!(response.status(), StatusCode::CONFLICT);
    let why = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert_eq!(String::from_utf8(why.to_vec()).unwrap(), "Не указан адрес АТС");
}

#[tokio::test]
async fn each_interplay_explains_itself_in_both_languages() {
    for interplay in INTERPLAYS {
        let (title, sees) = (interplay.title, interplay.sees);
        assert!(title.ru != title.en && sees.ru != sees.en, "{}", interplay.id);
    }
}
