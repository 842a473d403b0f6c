//! What is sent: names and values exactly as the help has them, nothing empty.

use domain::calls::{Card, CardStage, Direction, MissedReason, Record};
use domain::ids::CallSessionId;
use domain::phone::{Phone, ShortNumber};
use secrecy::ExposeSecret;
use serde_json::json;

use crate::stage::{Stage, answer, ok};

fn card(direction: Direction, stage: CardStage) -> Card {
    Card {
        call: CallSessionId(237_401),
        direction,
        phone: "79031234567".to_owned(),
        line: Phone::parse("74950236854"),
        short_number: ShortNumber::parse("101").unwrap(),
        stage,
        extra: Vec::new(),
    }
}

/// The form Planfix receives for the card, without the part that all events share.
async fn sent(card: &Card) -> String {
    let stage = Stage::answering([answer(200, "")]).await;
    stage.telephony.event(card).await.unwrap();
    let asked = stage.only_asked();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/tel/api"));
    assert_eq!(asked.headers["content-type"], "application/x-www-form-urlencoded");
    let form = asked.body.strip_prefix("cmd=event&").unwrap();
    form.strip_suffix("&planfix_token=tel-token").unwrap().to_owned()
}

const CALL: &str = "phone=79031234567&diversion=74950236854&ext=101&callid=237401";

#[tokio::test]
async fn a_ringing_call_opens_a_card_by_its_direction() {
    let form = sent(&card(Direction::In, CardStage::Ringing)).await;
    assert_eq!(form, format!("type=in&event=INCOMING&{CALL}"));
    let form = sent(&card(Direction::Out, CardStage::Ringing)).await;
    assert_eq!(form, format!("type=out&event=OUTGOING&{CALL}"));
}

#[tokio::test]
async fn a_taken_call_is_accepted() {
    let form = sent(&card(Direction::In, CardStage::Accepted)).await;
    assert_eq!(form, format!("type=in&event=ACCEPTED&{CALL}"));
}

#[tokio::test]
async fn a_talk_is_completed_with_its_length_and_recording() {
    let talked = |recorded, record: Option<&str>| CardStage::Talked {
        seconds: 124,
        recorded,
        record: record.map(|link| link.parse().unwrap()),
    };
    let completed = |direction| format!("type={direction}&event=COMPLETED&{CALL}&duration=124");
    assert_eq!(
        sent(&card(Direction::In, talked(false, None))).await,
        format!("{}&is_recorded=0&status=Success", completed("in"))
    );
    assert_eq!(
        sent(&card(Direction::Out, talked(true, None))).await,
        format!("{}&is_recorded=1&status=Success", completed("out"))
    );
    assert_eq!(
        sent(&card(Direction::In, talked(false, Some("https://uis.ru/r/1?k=a b")))).await,
        format!(
            "{}&is_recorded=1&status=Success&record_link=https%3A%2F%2Fuis.ru%2Fr%2F1%3Fk%3Da%2520b",
            completed("in")
        )
    );
}

#[tokio::test]
async fn a_call_without_a_talk_is_completed_with_the_reason() {
    let completed = |direction: Direction, status| {
        format!("type={direction}&event=COMPLETED&{CALL}&duration=0&is_recorded=0&status={status}")
    };
    assert_eq!(
        sent(&card(Direction::In, CardStage::Cancelled)).await,
        completed(Direction::In, "Cancelled")
    );
    let reasons = [
        (Direction::In, MissedReason::Missed, "Missed"),
        (Direction::Out, MissedReason::Busy, "Busy"),
        (Direction::Out, MissedReason::NoAnswer, "NoAnswer"),
        (Direction::Out, MissedReason::NotAvailable, "NotAvailable"),
        (Direction::Out, MissedReason::NotAllowed, "NotAllowed"),
    ];
    for (direction, reason, status) in reasons {
        let form = sent(&card(direction, CardStage::NotTalked { reason })).await;
        assert_eq!(form, completed(direction, status));
    }
}

#[tokio::test]
async fn what_is_not_known_is_not_sent_and_a_number_of_planfix_comes_back_as_it_was() {
    let card = Card {
        line: None,
        phone: "+7 903 1234567".to_owned(),
        ..card(Direction::Out, CardStage::Ringing)
    };
    let form = sent(&card).await;
    assert_eq!(form, "type=out&event=OUTGOING&phone=%2B7+903+1234567&ext=101&callid=237401");
}

#[tokio::test]
async fn a_recording_follows_the_call() {
    let stage = Stage::answering([answer(200, "")]).await;
    let record =
        Record { call: CallSessionId(237_401), link: "https://uis.ru/r/1".parse().unwrap() };
    stage.telephony.record(&record).await.unwrap();
    let form =
        "cmd=record&callid=237401&record_link=https%3A%2F%2Fuis.ru%2Fr%2F1&planfix_token=tel-token";
    assert_eq!(stage.only_asked().body, form);
}

#[tokio::test]
async fn ping_tells_what_planfix_has_of_us_and_hides_the_key_when_printed() {
    let stage =
        Stage::answering([ok(json!({ "pbxToken": "s3cret", "pbxUrl": "https://svyazka.ru/h/1" }))])
            .await;
    let pbx = stage.telephony.ping().await.unwrap();
    assert_eq!(stage.only_asked().body, "cmd=ping&planfix_token=tel-token");
    assert_eq!(pbx.url.as_deref(), Some("https://svyazka.ru/h/1"));
    assert_eq!(pbx.token.as_ref().unwrap().expose_secret(), "s3cret");
    assert!(!format!("{pbx:?}").contains("s3cret"));
    assert!(!format!("{:?}", stage.telephony).contains("tel-token"));
}
