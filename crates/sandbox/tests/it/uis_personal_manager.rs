//! Calls that ask the customer's CRM for the caller's personal manager.

use std::sync::{Arc, Mutex};

use ambient::ManualClock;
use axum::Router;
use axum::body::Bytes;
use axum::http::{Method, StatusCode, Uri};
use sandbox::Sandbox;
use sandbox::uis::notify::{Carrier, Outcome};
use sandbox::uis::script::Event;
use sandbox::uis::{Agenda, Script, Speed, Uis, Verdict};

/// A CRM that always gives the same answer, and what it was asked: method and parameters.
#[derive(Clone, Default)]
struct Crm {
    asked: Arc<Mutex<Vec<(Method, String)>>>,
}

impl Crm {
    async fn answering(&self, status: u16, body: &'static str) -> Uis {
        let crm = self.clone();
        serve(move |method: Method, uri: Uri, form: Bytes| async move {
            let form = String::from_utf8(form.to_vec()).unwrap();
            let query = uri.query().unwrap_or_default().to_owned();
            let parameters = if query.is_empty() { form } else { query };
            crm.asked.lock().unwrap().push((method, parameters));
            (StatusCode::from_u16(status).unwrap(), body)
        })
        .await
    }
}

async fn serve<H, T>(answer: H) -> Uis
where
    H: axum::handler::Handler<T, ()>,
    T: 'static,
{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
    let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
    let uis = Sandbox::new(clock).uis().clone();
    uis.set_personal_manager(format!("http://{address}/hook/secret").parse().unwrap());
    uis
}

/// A call that by either exit rings 101 and 102, of whom the latter picks up.
fn call() -> Script {
    Script::incoming("79031234567")
        .asks_personal_manager()
        .when_not_assigned(|exit| exit.rings_all(["101", "102"]).answered_by("102"))
        .when_failed(|exit| exit.rings("102").answered_by("102"))
        .answered()
        .talks_secs(20)
}

/// `second event employee`, one a line; the steps are taken one by one.
async fn timeline(uis: &Uis, call: &Script) -> String {
    let mut lines = Vec::new();
    let mut agenda = Agenda::of(uis.steps(call));
    while let Some(step) = agenda.next() {
        let after = step.after;
        match &step.event {
            Event::Asks(_) => lines.push(format!("{after:>3} asks")),
            Event::Notifies(told) => {
                let employee = told.variables.get("employee_phone_number");
                let employee = employee.and_then(|phone| phone.as_str()).unwrap_or_default();
                let line = format!("{after:>3} {} {employee}", told.kind.event());
                lines.push(line.trim_end().to_owned());
            }
            _ => {}
        }
        agenda.add(uis.perform(step).await);
    }
    lines.join("\n")
}

#[tokio::test]
async fn the_manager_named_is_rung_on_his_phones_in_turn() {
    let uis =
        Crm::default().answering(200, r#"{"phones":["79990000000","74951004501","04501"]}"#).await;
    insta::assert_snapshot!(timeline(&uis, &call()).await, @r"
      0 call_incoming
      0 asks
      0 call_waiting 74951004501
      5 talk_started 74951004501
     25 talk_finished 74951004501
     25 call_finished 74951004501
    ");
    let operations = &uis.finished_calls()[0].row["scenario_operations"];
    assert_eq!(operations[0]["name"], "Переадресация на персонального менеджера из CRM");
}

#[tokio::test]
async fn a_manager_who_does_not_pick_up_leads_to_the_exit_of_failure() {
    let uis = Crm::default().answering(200, r#"{"phones":["74951004501","04501"]}"#).await;
    insta::assert_snapshot!(timeline(&uis, &call().manager_is_silent()).await, @r"
      0 call_incoming
      0 asks
      0 call_waiting 74951004501
      5 call_waiting 04501
     10 call_waiting 74951004502
     15 talk_started 74951004502
     35 talk_finished 74951004502
     35 call_finished 74951004502
    ");
    let operations = &uis.finished_calls()[0].row["scenario_operations"];
    assert_eq!(operations[1]["name"], "Переадресация не удалась");
}

#[tokio::test]
async fn each_answer_takes_its_exit() {
    let nobody = [(200, "{}"), (200, r#"{"phones":[]}"#), (200, r#"{"returned_code":1}"#)];
    let failed = [
        (200, "Вход в систему"),
        (200, r#"["74951004501"]"#),
        (200, r#"{"phones":[74951004501]}"#),
        (204, ""),
        (503, "{}"),
    ];
    for (status, body) in nobody {
        let uis = Crm::default().answering(status, body).await;
        timeline(&uis, &call()).await;
        assert_eq!(uis.questions()[0].verdict, Verdict::NotAssigned, "{status} {body}");
        assert_eq!(uis.finished_calls()[0].legs.len(), 2);
    }
    for (status, body) in failed {
        let uis = Crm::default().answering(status, body).await;
        timeline(&uis, &call()).await;
        assert_eq!(uis.questions()[0].verdict, Verdict::Failed, "{status} {body}");
        assert_eq!(uis.finished_calls()[0].legs.len(), 1);
    }
}

#[tokio::test]
async fn numbers_that_cannot_ring_are_a_failure() {
    let uis = Crm::default().answering(200, r#"{"phones":["79990000000","74951004503"]}"#).await;
    uis.set_phones_active("103", false);
    timeline(&uis, &call()).await;
    assert_eq!(uis.finished_calls()[0].legs[0]["employee_id"], 4502);
}

#[tokio::test]
async fn an_answer_that_never_comes_is_waited_for_only_so_long() {
    let uis = serve(std::future::pending::<()>).await;
    uis.configure(|settings| settings.personal_manager.patience_ms = 50);
    timeline(&uis, &call()).await;
    let asked = uis.questions().remove(0);
    assert!(matches!(asked.outcome, Outcome::Failed { .. }));
    assert_eq!(asked.verdict, Verdict::Failed);
}

#[tokio::test]
async fn with_no_address_to_ask_nobody_is_assigned() {
    let uis = serve(|| async {}).await;
    uis.configure(|settings| settings.personal_manager.url = None);
    timeline(&uis, &call()).await;
    assert_eq!(uis.questions()[0].verdict, Verdict::NotAssigned);
}

#[tokio::test]
async fn the_question_is_asked_in_any_order_and_by_either_method() {
    let crm = Crm::default();
    let uis = crm.answering(200, "{}").await;
    for carrier in [Carrier::PostForm, Carrier::Get] {
        uis.configure(|settings| settings.personal_manager.carrier = carrier);
        timeline(&uis, &call()).await;
    }
    let asked = crm.asked.lock().unwrap().clone();
    assert_eq!([&asked[0].0, &asked[1].0], [Method::POST, Method::GET]);
    assert_ne!(order_of(&asked[0].1), order_of(&asked[1].1));
    let mut names = order_of(&asked[0].1);
    names.sort_unstable();
    assert_eq!(names, ["call_session_id", "cdr_id", "input_result", "numa", "numb", "start_time"]);
    assert!(asked[0].1.contains("numa=79031234567"), "{}", asked[0].1);
    assert!(asked[0].1.contains("numb=74950236854"), "{}", asked[0].1);
}

fn order_of(parameters: &str) -> Vec<&str> {
    parameters.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)).collect()
}

#[tokio::test]
async fn a_played_call_follows_the_answer_by_itself() {
    let uis = Crm::default().answering(200, r#"{"phones":["74951004503"]}"#).await;
    let tricks = uis.settings().tricks;
    uis.play_steps(uis.steps(&call()), Speed::times(4.0), &tricks).await;
    assert_eq!(uis.finished_calls()[0].row["last_talked_employee_id"], 4503);
}

#[tokio::test]
async fn a_call_hung_up_during_the_question_does_not_go_on() {
    let uis = Crm::default().answering(200, r#"{"phones":["74951004503"]}"#).await;
    let mut steps = uis.steps(&call());
    let question = steps.pop().unwrap();
    for step in steps {
        uis.perform(step).await;
    }
    uis.reset();
    assert!(uis.perform(question).await.is_empty());
}
