//! The telephony commands beside the events of calls, and the refusals.

use sandbox::planfix::{NewContact, UnknownCaller};
use serde_json::json;

use crate::planfix::{PHONE, account};

#[tokio::test]
async fn contact_tells_the_name_and_the_owners_short_number() {
    let account = account();
    let known = NewContact {
        name: "Иван",
        lastname: "Петров",
        phone: Some("+79031234567"),
        owner: Some(2),
        email: None,
        ..NewContact::default()
    };
    account.planfix.add_contact(&known);
    let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
    assert_eq!(answer.json(), json!({"contact_name": "Иван Петров", "responsible": 102}));
    account.planfix.set_short_number(2, None);
    let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
    assert_eq!(answer.json(), json!({"contact_name": "Иван Петров"}));
}

#[tokio::test]
async fn an_unknown_caller_is_answered_in_the_chosen_of_four_ways() {
    for (variant, status, body) in [
        (UnknownCaller::EmptyObject, 200, "{}"),
        (UnknownCaller::EmptyBody, 200, ""),
        (UnknownCaller::EmptyName, 200, r#"{"contact_name":""}"#),
        (UnknownCaller::NotFound, 404, r#"{"error":"Contact not found"}"#),
    ] {
        let account = account();
        account.planfix.configure(|settings| settings.unknown_caller = variant);
        let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
        assert_eq!((answer.status, answer.text.as_str()), (status, body));
    }
}

#[tokio::test]
async fn ping_tells_what_was_entered_about_the_pbx() {
    let account = account();
    account
        .planfix
        .configure(|settings| settings.pbx_url = "https://svyazka.example/hook".to_owned());
    let answer = account.tel(&[("cmd", "ping")]).await;
    assert_eq!(
        answer.json(),
        json!({"pbxToken": "sandbox-pbx-token", "pbxUrl": "https://svyazka.example/hook"})
    );
}

#[tokio::test]
async fn a_wrong_token_is_401_and_a_wrong_parameter_400() {
    let account = account();
    let wrong = account.tel_exactly("cmd=ping&planfix_token=other".to_owned()).await;
    assert_eq!((wrong.status, wrong.json()), (401, json!({"error": "Invalid token"})));
    for parameters in [
        vec![("cmd", "contact")],
        vec![
            ("cmd", "event"),
            ("type", "in"),
            ("event", "OUTGOING"),
            ("phone", PHONE),
            ("ext", "101"),
            ("callid", "1"),
        ],
        vec![
            ("cmd", "event"),
            ("type", "in"),
            ("event", "COMPLETED"),
            ("phone", PHONE),
            ("ext", "101"),
            ("callid", "1"),
            ("status", "Busy"),
            ("duration", "1"),
            ("is_recorded", "0"),
        ],
        vec![("cmd", "record"), ("callid", "1001"), ("record_link", "not a link")],
        vec![("cmd", "history")],
    ] {
        let answer = account.tel(&parameters).await;
        assert_eq!((answer.status, answer.json()), (400, json!({"error": "Invalid parameters"})));
    }
    assert_eq!(account.planfix.ledger().violations().len(), 5);
}
