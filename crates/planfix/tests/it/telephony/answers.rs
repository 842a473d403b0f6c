//! What comes back, and what it means.

use std::time::Duration;

use domain::calls::{Card, CardStage, Direction};
use domain::ids::CallSessionId;
use domain::phone::{Phone, ShortNumber};
use domain::{Class, Failure};
use planfix::telephony::Caller;

use crate::stage::{Answer, Stage, answer, silence};

const LONG: Duration = Duration::from_secs(20);
const PAGE: &str = "<!DOCTYPE html><html></html>";

async fn ask(given: Answer) -> Result<Caller, Failure> {
    let stage = Stage::answering([given]).await;
    let phone = Phone::parse("+7 903 123-45-67").unwrap();
    let outcome = stage.telephony.contact(&phone, Some(CallSessionId(42)), LONG).await;
    let asked = stage.only_asked();
    assert_eq!(asked.body, "cmd=contact&phone=79031234567&callid=42&planfix_token=tel-token");
    outcome
}

async fn tell(given: Answer) -> Result<(), Failure> {
    let stage = Stage::answering([given]).await;
    let card = Card {
        call: CallSessionId(42),
        direction: Direction::In,
        phone: "79031234567".to_owned(),
        line: None,
        short_number: ShortNumber::parse("101").unwrap(),
        stage: CardStage::Ringing,
        extra: Vec::new(),
    };
    stage.telephony.event(&card).await
}

#[tokio::test]
async fn a_known_caller_has_a_name_and_perhaps_an_owner() {
    let owned = |responsible: &str| {
        format!(r#"{{"contact_name":"Иванов Иван","responsible":{responsible}}}"#)
    };
    for spelling in ["103", r#""103""#, r#"" 103 ""#] {
        let caller = ask(answer(200, owned(spelling))).await.unwrap();
        assert!(caller.is_known());
        assert_eq!(caller.name.as_deref(), Some("Иванов Иван"));
        assert_eq!(caller.responsible, ShortNumber::parse("103"), "{spelling}");
    }
    for nobody in ["null", r#""""#, "[]"] {
        assert_eq!(ask(answer(200, owned(nobody))).await.unwrap().responsible, None, "{nobody}");
    }
}

#[tokio::test]
async fn an_unknown_caller_comes_in_many_shapes() {
    let shapes = [
        answer(200, "{}"),
        answer(200, ""),
        answer(200, " \n"),
        answer(200, "[]"),
        answer(200, r#"{"contact_name":""}"#),
        answer(200, r#"{"contact_name":null}"#),
        answer(204, ""),
        answer(404, ""),
        answer(404, r#"{"error":"Contact not found"}"#),
    ];
    for shape in shapes {
        assert_eq!(ask(shape.clone()).await.unwrap(), Caller::default(), "{shape:?}");
    }
}

#[tokio::test]
async fn each_refusal_has_its_class_and_code() {
    use Class::{AuthBroken, Permanent, Retry, Unknown};
    let parameters = r#"{"error":"Invalid parameters"}"#;
    let token = r#"{"error":"Invalid token"}"#;
    let table = [
        (answer(400, parameters), "PF-TEL-PARAMETERS", Permanent, Permanent),
        (
            answer(400, "{ error: \"Invalid parameters\" }"),
            "PF-TEL-PARAMETERS",
            Permanent,
            Permanent,
        ),
        (answer(200, parameters), "PF-TEL-PARAMETERS", Permanent, Permanent),
        (answer(401, token), "PF-TEL-TOKEN", AuthBroken, AuthBroken),
        (answer(401, ""), "PF-TEL-TOKEN", AuthBroken, AuthBroken),
        (answer(200, token), "PF-TEL-TOKEN", AuthBroken, AuthBroken),
        (answer(500, ""), "PF-TEL-SERVER", Retry, Unknown),
        (answer(503, PAGE), "PF-TEL-HTML", Retry, Unknown),
        (answer(200, PAGE), "PF-TEL-HTML", Retry, Unknown),
        (answer(404, PAGE), "PF-TEL-HTML", Retry, Retry),
        (answer(408, ""), "PF-TEL-SERVER", Retry, Unknown),
        (answer(429, ""), "PF-TEL-LIMIT", Retry, Retry),
        (answer(304, ""), "PF-TEL-ANSWER", Retry, Unknown),
    ];
    for (given, code, of_read, of_write) in table {
        let read = ask(given.clone()).await.unwrap_err();
        assert_eq!((read.code.as_str(), read.class), (code, of_read), "asking, {given:?}");
        let write = tell(given.clone()).await.unwrap_err();
        assert_eq!((write.code.as_str(), write.class), (code, of_write), "telling, {given:?}");
        assert!(!write.message.contains("tel-token"), "{}", write.message);
    }
}

#[tokio::test]
async fn an_event_is_taken_with_any_success() {
    for given in [answer(200, ""), answer(200, "{}"), answer(200, "OK"), answer(204, "")] {
        tell(given).await.unwrap();
    }
}

#[tokio::test]
async fn a_question_ends_with_its_own_deadline() {
    let stage = Stage::answering([silence()]).await;
    let phone = Phone::parse("79031234567").unwrap();
    let failure =
        stage.telephony.contact(&phone, None, Duration::from_millis(50)).await.unwrap_err();
    assert_eq!((failure.code.as_str(), failure.class), ("NET-TIMEOUT", Class::Retry));
}

#[tokio::test]
async fn an_account_that_moved_elsewhere_names_its_new_address() {
    let moved = answer(301, "").header("location", "https://crm.romashka.ru/tel/api");
    let failure = tell(moved).await.unwrap_err();
    assert_eq!((failure.code.as_str(), failure.class), ("PF-MOVED", Class::AuthBroken));
    assert!(failure.message.ends_with("https://crm.romashka.ru/tel/api"), "{}", failure.message);
}
