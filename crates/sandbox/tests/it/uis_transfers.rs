//! Transfers over the Call API: hold, a call to a colleague, and what becomes of the customer.

use serde_json::json;

use crate::uis_call_api::api;
use crate::uis_call_control::{does, hold, states, talk, told};

#[tokio::test]
async fn a_blind_transfer_is_hold_make_and_transfer() {
    let api = api();
    let call = talk(&api).await;
    assert_eq!(states(&api).await, "клиент: Разговор, Анна Смирнова: Разговор");
    let sent = api.uis().notifications().len();

    assert_eq!(hold(&api, &call).await, "done");
    assert_eq!(states(&api).await, "клиент: На удержании, Анна Смирнова: Разговор");
    assert_eq!(does(&api, "make.call", &call, json!({"to": "102"})).await, "done");
    assert_eq!(
        states(&api).await,
        "клиент: На удержании, Анна Смирнова: Разговор, Борис Кузнецов: Дозвон"
    );
    assert_eq!(does(&api, "transfer.talk", &call, json!({})).await, "done");
    assert_eq!(states(&api).await, "клиент: На очереди, Борис Кузнецов: Перевод вызова");
    api.goes_on().await;

    assert_eq!(
        told(api.uis(), sent),
        [
            "talk_finished Анна Смирнова",
            "talk_started Борис Кузнецов",
            "talk_finished Борис Кузнецов",
            "call_finished Борис Кузнецов",
            "record_ready Анна Смирнова",
            "record_ready Борис Кузнецов",
        ]
    );
    assert!(api.uis().live_calls().is_empty());
}

#[tokio::test]
async fn an_attended_transfer_has_the_two_employees_talk_first() {
    let api = api();
    let call = talk(&api).await;
    hold(&api, &call).await;
    does(&api, "make.call", &call, json!({"to": "102"})).await;
    api.goes_on_until(|step| step.after > 3).await;
    assert_eq!(
        states(&api).await,
        "клиент: На удержании, Анна Смирнова: Разговор операторов, Борис Кузнецов: Разговор операторов"
    );
    let sent = api.uis().notifications().len();

    assert_eq!(does(&api, "transfer.talk", &call, json!({})).await, "done");
    assert_eq!(states(&api).await, "клиент: Разговор, Борис Кузнецов: Разговор");
    api.goes_on().await;

    assert_eq!(
        told(api.uis(), sent)[..2],
        ["talk_finished Анна Смирнова", "talk_finished Борис Кузнецов"]
    );
    let legs = &api.uis().finished_calls()[0].legs;
    assert_eq!(legs.len(), 2);
    assert_eq!(legs[1]["is_transfered"], true);
}

#[tokio::test]
async fn the_colleague_may_be_sent_away_again() {
    let api = api();
    let call = talk(&api).await;
    hold(&api, &call).await;
    does(&api, "make.call", &call, json!({"to": "102"})).await;

    assert_eq!(does(&api, "restore.talk", &call, json!({})).await, "done");

    assert_eq!(states(&api).await, "клиент: Разговор, Анна Смирнова: Разговор");
}
