//! «Звонок по клику» and Planfix's introduction.

use axum::http::StatusCode;
use cabinet::HookKind;
use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use sandbox::planfix::{NewTask, Subject};
use sandbox::uis::Ordered;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_click_in_a_task_rings_the_employee_and_then_the_client_and_comes_back_into_the_task() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "8 (903) 123-45-67", Some(2));
    let task = world.planfix().add_task(&NewTask {
        name: "Заказ",
        object: Some(12),
        counterparty: Some(contact),
        ..NewTask::default()
    });
    let answer = world.planfix().click_to_call(2, "8 (903) 123-45-67", Subject::Task(task)).await;
    assert!(answer.is_accepted(), "{answer}");
    world.play_started().await;
    insta::assert_snapshot!(world.planfix().ledger().telephony().without_reads().to_string());
    assert!(!world.planfix().comments(Subject::Task(task)).is_empty());
    insta::assert_snapshot!(world.told_all().await);
}

#[tokio::test]
async fn a_double_click_starts_one_call() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    let from = Subject::Contact(contact);
    let first = world.planfix().click_to_call(2, "79031234567", from).await;
    let second = world.planfix().click_to_call(2, "79031234567", from).await;
    assert!(first.is_accepted() && second.is_accepted());
    world.play_started().await;
    assert_eq!(world.uis().finished_calls().len(), 1);

    world.pass(10).await;
    world.planfix().click_to_call(2, "79031234567", from).await;
    world.play_started().await;
    assert_eq!(world.uis().finished_calls().len(), 2);
}

#[tokio::test]
async fn what_uis_refuses_is_told_to_the_person_and_the_journal() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    world.uis().set_phones_active("102", false);
    let answer = world.planfix().click_to_call(2, "79031234567", Subject::Contact(contact)).await;
    assert_eq!(answer.status, Some(400));
    insta::assert_snapshot!(answer.shown());
    world.run().await;
    let told = world.told().await;
    assert!(told.contains("UIS-CALL-NO-PHONE"), "{told}");
}

#[tokio::test]
async fn a_click_whose_asker_hung_up_does_not_wait_in_the_journal_for_ever() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    let silence = Injection::new(Door::CallApi, Fault::Hang { when: When::BeforeCommit });
    world.uis().faults().inject(silence);
    {
        let click = world.planfix().click_to_call(2, "79031234567", Subject::Contact(contact));
        tokio::pin!(click);
        while world.journal().await.is_empty() {
            tokio::select! { _ = &mut click => {}, () = tokio::task::yield_now() => {} }
        }
    }
    world.settle().await;
    let told = world.told().await;
    assert!(told.contains("Ответа UIS не дождались"), "{told}");
    world.uis().faults().release();
}

#[tokio::test]
async fn a_short_number_that_uis_does_not_know_is_named() {
    let world = World::start().await;
    world.planfix().set_short_number(2, Some("555"));
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    let answer = world.planfix().click_to_call(2, "79031234567", Subject::Contact(contact)).await;
    assert_eq!(answer.status, Some(400));
    assert_eq!(answer.shown(), "В UIS нет сотрудника с внутренним номером 555");
}

#[tokio::test]
async fn a_wrong_key_and_missing_parameters_are_answered_in_planfixs_own_words() {
    let world = World::start().await;
    let hook = world.hook_url(HookKind::PlanfixTelephony).await;
    let told = async |body: &str| world.post(&hook, FORM, body).await;
    let (status, body) = told("cmd=makeCall&from=101&to=79031234567&token=wrong").await;
    assert_eq!((status, body.as_str()), (StatusCode::UNAUTHORIZED, r#"{"error":"Invalid token"}"#));
    let (status, body) = told("cmd=makeCall&from=101&token=sandbox-pbx-token").await;
    assert_eq!(
        (status, body.as_str()),
        (StatusCode::BAD_REQUEST, r#"{"error":"Invalid parameters"}"#)
    );
}

#[tokio::test]
async fn the_employees_own_number_is_shown_where_uis_has_one() {
    let world = World::with(&[("always_show_number: true", "always_show_number: false")]).await;
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    world.planfix().click_to_call(2, "79031234567", Subject::Contact(contact)).await;
    world.play_started().await;
    let shown = world.planfix().ledger().containing("OUTGOING").to_string();
    assert!(shown.contains("line 74950236855"), "{shown}");
}

#[tokio::test]
async fn a_client_whose_line_is_busy_is_told_so() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "79031234567", Some(2));
    world.uis().configure(|settings| settings.call_api.ordered = Ordered::Busy);
    world.planfix().click_to_call(2, "79031234567", Subject::Contact(contact)).await;
    world.play_started().await;
    let ledger = world.planfix().ledger();
    assert_eq!(ledger.containing("COMPLETED/Busy").len(), 1, "{ledger}");
}

#[tokio::test]
async fn planfix_introduces_itself_and_a_stranger_is_not_believed() {
    let world = World::start().await;
    let hook = world.hook_url(HookKind::PlanfixTelephony).await;
    world.planfix().configure(|settings| settings.telephony_token = "new-token".to_owned());
    let accepted =
        world.planfix().save_telephony_settings(hook.as_str(), "sandbox-pbx-token").await;
    assert!(accepted.is_accepted(), "{accepted}");
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(4);
    world.play(&call).await;
    assert_eq!(world.planfix().history().len(), 1);

    let stranger = "cmd=setup&token=sandbox-pbx-token&planfix_token=x&planfix_url=http%3A%2F%2Fother.example.org%2Ftel%2Fapi";
    let (status, body) = world.post(&hook, FORM, stranger).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(body.contains("другой адрес Планфикса"), "{body}");
}
