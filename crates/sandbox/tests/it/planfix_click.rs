//! Clicks on a number in Planfix, and the calls that come of them.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use sandbox::planfix::{NewTask, Subject};

use crate::planfix::{Account, account};

/// How people write it in a card.
const WRITTEN: &str = "+7 (903) 123-45-67";

/// Names and values of a form, in its order.
pub(crate) type Fields = Vec<(String, String)>;

/// A telephony that always gives the same answer, and the forms it got.
#[derive(Clone, Default)]
pub(crate) struct Pbx {
    pub(crate) got: Arc<Mutex<Vec<Fields>>>,
}

impl Pbx {
    pub(crate) async fn answering(&self, status: u16, body: &'static str) -> String {
        let pbx = self.clone();
        let answer = move |Form(form): Form<Fields>| async move {
            pbx.got.lock().unwrap().push(form);
            (StatusCode::from_u16(status).unwrap(), body)
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/hook/secret", axum::routing::post(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        format!("http://{address}/hook/secret")
    }
}

/// The account, a telephony that accepts everything, a customer and his open task.
async fn desk() -> (Account, Pbx, u64) {
    let account = account();
    let pbx = Pbx::default();
    let url = pbx.answering(200, "").await;
    account.planfix.configure(|settings| settings.pbx_url = url);
    let client = account.person("Ольга", WRITTEN).await;
    let new = NewTask { name: "Заказ", counterparty: Some(client), ..NewTask::default() };
    let task = account.planfix.add_task(&new);
    (account, pbx, task)
}

impl Account {
    /// An outgoing call of 101 in which he talks for 42 seconds.
    async fn outgoing(&self, phone: &str, call: &str) {
        let about = [("cmd", "event"), ("type", "out"), ("ext", "101"), ("phone", phone)];
        let end = [("status", "Success"), ("duration", "42"), ("is_recorded", "0")];
        for (event, facts) in [("OUTGOING", &[][..]), ("ACCEPTED", &[]), ("COMPLETED", &end)] {
            let form = [&about[..], &[("callid", call), ("event", event)], facts].concat();
            assert_eq!(self.tel(&form).await.status, 200);
        }
    }
}

#[tokio::test]
async fn a_click_sends_the_short_number_and_the_number_as_it_stands_in_the_card() {
    let (account, pbx, task) = desk().await;

    let outcome = account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;

    assert!(outcome.is_accepted());
    let got = pbx.got.lock().unwrap().concat();
    let got: Vec<_> = got.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let token = ("token", "sandbox-pbx-token");
    assert_eq!(got, [("cmd", "makeCall"), ("from", "101"), ("to", WRITTEN), token]);
    let line = account.planfix.ledger().door(sandbox::Door::Pbx).to_string();
    assert_eq!(line, "pbx  makeCall 101 -> +7 (903) 123-45-67 from task 2001 => accepted");
}

#[tokio::test]
async fn the_call_of_a_click_is_written_into_its_task() {
    let (account, _, task) = desk().await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;

    account.outgoing(WRITTEN, "1001").await;

    let entry = account.planfix.history().remove(0);
    assert_eq!((entry.task, entry.in_card), (Some(task), false));
    assert_eq!(account.planfix.comments(Subject::Task(task)).len(), 1);
    assert_eq!(account.planfix.comments(Subject::Contact(entry.contact)).len(), 0);
}

#[tokio::test]
async fn a_click_is_good_for_one_call_only() {
    let (account, _, task) = desk().await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;

    account.outgoing(WRITTEN, "1001").await;
    account.outgoing(WRITTEN, "1002").await;

    let tasks: Vec<_> = account.planfix.history().into_iter().map(|entry| entry.task).collect();
    assert_eq!(tasks, [Some(task), None]);
}

#[tokio::test]
async fn a_number_that_comes_back_in_another_spelling_is_not_the_calls() {
    let (account, _, task) = desk().await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;

    account.outgoing("79031234567", "1001").await;

    assert_eq!(account.planfix.history().remove(0).task, None);
    let told = account.planfix.ledger().containing("OUTGOING").to_string();
    assert!(
        told.contains(r#"not known as the ordered call: "+7 (903) 123-45-67" was sent"#),
        "{told}"
    );
}

#[tokio::test]
async fn a_click_is_not_remembered_for_ever() {
    let (account, _, task) = desk().await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;
    account.clock.advance(jiff::SignedDuration::from_mins(6));

    account.outgoing(WRITTEN, "1001").await;

    assert_eq!(account.planfix.history().remove(0).task, None);
}

#[tokio::test]
async fn a_call_that_came_to_nothing_is_never_written_into_the_task() {
    let (account, _, task) = desk().await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;
    let about = [("cmd", "event"), ("type", "out"), ("ext", "101"), ("phone", WRITTEN)];
    let end = [("event", "COMPLETED"), ("status", "Busy"), ("duration", "0"), ("is_recorded", "0")];
    for facts in [&[("event", "OUTGOING")][..], &end] {
        account.tel(&[&about[..], &[("callid", "1001")], facts].concat()).await;
    }
    let entry = account.planfix.history().remove(0);
    assert_eq!((entry.tag.as_str(), entry.task, entry.in_card), ("Пропущенный звонок", None, true));
}

#[tokio::test]
async fn of_two_cards_with_one_number_the_clicked_one_gets_the_call() {
    let (account, _, _) = desk().await;
    let twin = account.person("Двойник", WRITTEN).await;
    account.planfix.click_to_call(1, WRITTEN, Subject::Contact(twin)).await;

    account.outgoing(WRITTEN, "1001").await;

    assert_eq!(account.planfix.history().remove(0).contact, twin);
}

#[tokio::test]
async fn the_words_of_a_refusal_are_shown_and_the_click_forgotten() {
    let (account, _, task) = desk().await;
    let busy = Pbx::default();
    let url = busy.answering(400, r#"{"error":"У сотрудника нет активного телефона в UIS"}"#).await;
    account.planfix.configure(|settings| settings.pbx_url = url);

    let outcome = account.planfix.click_to_call(1, WRITTEN, Subject::Task(task)).await;

    assert_eq!(outcome.status, Some(400));
    assert_eq!(outcome.shown(), "У сотрудника нет активного телефона в UIS");
    let line = account.planfix.ledger().door(sandbox::Door::Pbx).to_string();
    assert!(line.ends_with("!! 400 У сотрудника нет активного телефона в UIS"), "{line}");
    account.outgoing(WRITTEN, "1001").await;
    assert_eq!(account.planfix.history().remove(0).task, None);
}

#[tokio::test]
async fn what_cannot_be_sent_is_told_to_the_clicking_employee() {
    let (account, pbx, task) = desk().await;
    let click = async |user, phone: &'static str| {
        account.planfix.click_to_call(user, phone, Subject::Task(task)).await.shown()
    };
    assert_eq!(click(4, WRITTEN).await, "Вам не назначен короткий номер");
    assert_eq!(click(5, WRITTEN).await, "Такого сотрудника нет");
    assert_eq!(click(1, "").await, "У контакта нет номера телефона");
    assert!(pbx.got.lock().unwrap().is_empty());
    account.planfix.configure(|settings| settings.pbx_url.clear());
    assert_eq!(click(1, WRITTEN).await, "Не указан адрес АТС");
    let url = "http://127.0.0.1:1/hook".to_owned();
    account.planfix.configure(|settings| settings.pbx_url = url);
    assert!(click(1, WRITTEN).await.starts_with("АТС не отвечает"));
}

#[tokio::test]
async fn the_page_clicks_through_the_control_door() {
    let (account, _, task) = desk().await;
    let body = serde_json::json!({"user": 1, "phone": WRITTEN, "task": task});

    let answer = account.control("POST", "planfix/click", body.clone()).await.json();
    assert_eq!((&answer["accepted"], &answer["status"]), (&true.into(), &200.into()));

    let mut both = body;
    both["contact"] = 1.into();
    assert_eq!(account.control("POST", "planfix/click", both).await.status, 400);
}
