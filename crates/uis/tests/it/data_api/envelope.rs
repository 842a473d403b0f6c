//! What a request looks like, and what is read off an answer's envelope.

use serde_json::json;

use crate::server::{Answer, Uis, error_with, rows};

#[tokio::test]
async fn a_request_is_json_rpc_with_the_token_among_its_parameters() {
    let uis = Uis::start(|_, _| rows([json!({ "app_id": 7 })])).await;
    uis.api.account().await.unwrap();
    uis.api.account().await.unwrap();

    let asked = uis.asked();
    assert_eq!(asked[0]["jsonrpc"], "2.0");
    assert_eq!(asked[0]["method"], "get.account");
    assert_eq!(asked[0]["params"]["access_token"], "key");
    assert_ne!(asked[0]["id"], asked[1]["id"]);
}

#[tokio::test]
async fn the_account_tells_its_time_zone() {
    let row = json!({ "app_id": "7", "name": "Ромашка", "timezone": "Europe/Moscow" });
    let uis = Uis::start(move |_, _| rows([row.clone()])).await;
    let account = uis.api.account().await.unwrap();
    assert_eq!(account.app_id, Some(7));
    assert_eq!(account.zone().unwrap().iana_name(), Some("Europe/Moscow"));
}

#[tokio::test]
async fn one_row_may_come_without_its_list() {
    let answer = || json!({ "result": { "data": { "app_id": 7 } } });
    let uis = Uis::start(move |_, _| Answer::Rpc(answer())).await;
    assert_eq!(uis.api.account().await.unwrap().app_id, Some(7));
}

#[tokio::test]
async fn the_id_may_come_back_as_text_but_not_as_anothers() {
    let mut ids = [json!("1"), json!(1_000_000)].into_iter();
    let uis = Uis::start(move |_, _| {
        Answer::Rpc(json!({ "id": ids.next().unwrap(), "result": { "data": [{ "app_id": 7 }] } }))
    })
    .await;
    assert_eq!(uis.api.account().await.unwrap().app_id, Some(7));
    let failure = uis.api.account().await.unwrap_err();
    assert_eq!(failure.code.as_str(), "UIS-INTERNAL");
}

#[tokio::test]
async fn a_result_under_a_strange_http_status_is_still_a_result() {
    let body = r#"{"jsonrpc":"2.0","id":1,"result":{"data":[{"app_id":7}]}}"#;
    let uis = Uis::start(move |_, _| Answer::Raw(500, "text/html", body.to_owned())).await;
    assert_eq!(uis.api.account().await.unwrap().app_id, Some(7));
}

#[tokio::test]
async fn the_last_told_limits_are_kept_from_answers_and_errors() {
    let limits = |left: i64| {
        json!({ "limits": { "day_limit": 1000, "day_remaining": left, "day_reset": 3600,
            "minute_limit": 250, "minute_remaining": 249, "minute_reset": 30 } })
    };
    let mut answers = vec![
        Answer::Rpc(json!({ "result": { "data": [{}], "metadata": {} } })),
        error_with(-32602, "", json!({ "mnemonic": "error", "metadata": limits(8) })),
        Answer::Rpc(json!({ "result": { "data": [{}], "metadata": limits(9) } })),
    ];
    let uis = Uis::start(move |_, _| answers.pop().unwrap()).await;

    assert_eq!(uis.api.limits(), None);
    uis.api.account().await.unwrap();
    let told = uis.api.limits().unwrap();
    assert_eq!((told.day_limit, told.day_remaining), (Some(1000), Some(9)));
    assert_eq!(told.day_resets, Some("2026-03-01T10:00:00Z".parse().unwrap()));
    assert_eq!(told.minute_resets, Some("2026-03-01T09:00:30Z".parse().unwrap()));

    uis.api.account().await.unwrap_err();
    assert_eq!(uis.api.limits().unwrap().day_remaining, Some(8));
    uis.api.account().await.unwrap();
    assert_eq!(uis.api.limits().unwrap().day_remaining, Some(8), "an answer without limits");
}
