//! The administrator saves the telephony's settings in Planfix.

use serde_json::json;

use crate::planfix::account;
use crate::planfix_click::Pbx;

#[tokio::test]
async fn saving_introduces_planfix_to_the_telephony() {
    let account = account();
    let own = "https://test.planfix.ru/tel/api";
    account.planfix.configure(|settings| settings.telephony_url = own.to_owned());
    let pbx = Pbx::default();
    let url = pbx.answering(200, "").await;

    let outcome = account.planfix.save_telephony_settings(&url, "our-key").await;

    assert!(outcome.is_accepted());
    let expected = [
        ("cmd", "setup"),
        ("planfix_token", "sandbox-telephony-token"),
        ("planfix_url", own),
        ("token", "our-key"),
    ];
    let got = pbx.got.lock().unwrap().concat();
    assert_eq!(got, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(account.planfix.ledger().to_string(), "pbx  setup => accepted");
    let ping = account.tel(&[("cmd", "ping")]).await.json();
    assert_eq!(ping, json!({"pbxToken": "our-key", "pbxUrl": url}));
}

#[tokio::test]
async fn any_other_answer_than_200_is_an_error_with_its_words() {
    let account = account();
    let pbx = Pbx::default();
    let url = pbx.answering(202, "Подтвердите в кабинете").await;

    let outcome = account.planfix.save_telephony_settings(&url, "our-key").await;

    assert!(!outcome.is_accepted());
    assert_eq!(outcome.shown(), "Подтвердите в кабинете");
    assert_eq!(account.planfix.ledger().to_string(), "pbx  setup !! 202 Подтвердите в кабинете");
}

#[tokio::test]
async fn the_page_tells_the_address_beside_itself() {
    let account = account();
    let pbx = Pbx::default();
    let url = pbx.answering(200, "").await;
    let request = axum::http::Request::post("/control/planfix/telephony")
        .header("Host", "sandbox.example:8090")
        .header("Content-Type", "application/json");
    let body = json!({"pbx_url": url, "pbx_token": "our-key"}).to_string();

    account.send(request.body(body.into()).unwrap()).await;

    let got = pbx.got.lock().unwrap().concat();
    let own = "http://sandbox.example:8090/planfix/tel/api".to_owned();
    assert_eq!(got[2], ("planfix_url".to_owned(), own));
}
