//! What UIS's refusals become.

use domain::failure::{Class, Failure};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::server::{Answer, Uis, error, error_with};

async fn failure(answer: Answer) -> Failure {
    let mut answer = Some(answer);
    let uis = Uis::start(move |_, _| answer.take().expect("asked once")).await;
    uis.api.account().await.unwrap_err()
}

#[tokio::test]
async fn each_mnemonic_has_its_class_and_code() {
    let cases = [
        (-32001, "access_token_invalid", Class::AuthBroken, "UIS-TOKEN"),
        (-32001, "access_token_expired", Class::AuthBroken, "UIS-TOKEN"),
        (-32001, "access_token_blocked", Class::AuthBroken, "UIS-TOKEN"),
        (-32001, "auth_error", Class::AuthBroken, "UIS-TOKEN"),
        (-32003, "ip_not_whitelisted", Class::AuthBroken, "UIS-IP"),
        (-32003, "forbidden", Class::Permanent, "UIS-COMPONENT"),
        (-32008, "method_component_disabled", Class::Permanent, "UIS-COMPONENT"),
        (-32602, "tariff_restrictions", Class::Permanent, "UIS-COMPONENT"),
        (-32602, "invalid_parameter_value", Class::Permanent, "UIS-PARAM"),
        (-32602, "date_interval_limit_reached", Class::Permanent, "UIS-PARAM"),
        (-32601, "method_not_found", Class::Permanent, "UIS-PARAM"),
        (-32009, "account_inactive", Class::AuthBroken, "UIS-INACTIVE"),
        (-32603, "internal_error", Class::Retry, "UIS-INTERNAL"),
        // codes alone, where a mnemonic is missing
        (-32001, "", Class::AuthBroken, "UIS-TOKEN"),
        (-32008, "", Class::Permanent, "UIS-COMPONENT"),
        (-32009, "", Class::AuthBroken, "UIS-INACTIVE"),
        (-32603, "something_new", Class::Retry, "UIS-INTERNAL"),
    ];
    for (code, mnemonic, class, stable) in cases {
        let failure = failure(error(code, mnemonic)).await;
        assert_eq!((&failure.class, failure.code.as_str()), (&class, stable), "{code} {mnemonic}");
    }
}

#[tokio::test]
async fn the_story_holds_uis_words_and_the_parameter_but_not_its_value() {
    let data = json!({ "mnemonic": "invalid_parameter_value", "field": "filter.value",
        "value": "secret" });
    let failure = failure(error_with(-32602, "Invalid parameter value", data)).await;
    for part in ["Invalid parameter value", "invalid_parameter_value", "filter.value"] {
        assert!(failure.message.contains(part), "{}", failure.message);
    }
    assert!(!failure.message.contains("secret"));
}

#[tokio::test]
async fn an_address_not_on_the_list_tells_the_cure() {
    let failure = failure(error(-32003, "ip_not_whitelisted")).await;
    assert!(failure.message.contains("список разрешённых IP-адресов"), "{}", failure.message);
}

/// The limit error of a period, with both remainders told.
fn limit(message: &str, day_left: i64, minute_left: i64) -> Answer {
    let limits = json!({ "day_remaining": day_left, "day_reset": 7200,
        "minute_remaining": minute_left, "minute_reset": 17 });
    let data = json!({ "mnemonic": "limit_exceeded", "metadata": { "limits": limits } });
    error_with(-32029, message, data)
}

#[tokio::test]
async fn a_used_up_allowance_says_how_long_to_wait() {
    let cases = [
        (limit("Limit per minute has been exceeded.", 500, 0), 17),
        (limit("Limit per day has been exceeded.", 0, 250), 7200),
        (limit("Limit has been exceeded.", 0, 250), 7200),
        (limit("Limit has been exceeded.", 500, 0), 17),
        (error(-32029, "limit_exceeded"), 60),
        (error(-32029, ""), 60),
        (Answer::Raw(429, "text/plain", String::new()), 60),
    ];
    for (answer, seconds) in cases {
        let failure = failure(answer).await;
        let wait = SignedDuration::from_secs(seconds);
        assert_eq!(failure.class, Class::Throttled { wait });
        assert_eq!(failure.code.as_str(), "UIS-LIMIT");
    }
}

#[tokio::test]
async fn what_is_no_json_rpc_is_judged_by_its_http_status() {
    let page = "<html>Ведутся работы</html>";
    let cases = [
        (200, page, Class::Retry, "UIS-INTERNAL"),
        (200, "", Class::Retry, "UIS-INTERNAL"),
        (200, "[]", Class::Retry, "UIS-INTERNAL"),
        (200, r#"{"result":5,"error":null}"#, Class::Retry, "UIS-INTERNAL"),
        (500, "", Class::Retry, "UIS-INTERNAL"),
        (502, page, Class::Retry, "UIS-INTERNAL"),
        (403, page, Class::Retry, "UIS-INTERNAL"),
        (401, page, Class::AuthBroken, "UIS-TOKEN"),
        (404, page, Class::Permanent, "UIS-ADDRESS"),
        (301, page, Class::Permanent, "UIS-ADDRESS"),
    ];
    for (status, body, class, stable) in cases {
        let failure = failure(Answer::Raw(status, "text/html", body.to_owned())).await;
        assert_eq!((&failure.class, failure.code.as_str()), (&class, stable), "{status} {body}");
    }
}

#[tokio::test]
async fn odd_members_of_an_error_are_tolerated() {
    for members in [
        json!({ "error": {} }),
        json!({ "error": { "code": "-32602", "message": 5, "data": "text" } }),
        json!({ "error": { "code": -32602, "data": [Value::Null] }, "id": null }),
    ] {
        let failure = failure(Answer::Rpc(members)).await;
        assert_eq!(failure.class, Class::Permanent);
    }
}
