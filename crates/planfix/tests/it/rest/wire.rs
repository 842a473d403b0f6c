//! How requests leave.

use domain::ids::{ContactId, TaskId};
use domain::{Class, Failure};
use jiff::SignedDuration;
use serde_json::json;
use upstream::{Budget, Priority};

use crate::stage::{Stage, answer, ok, start};

#[tokio::test]
async fn the_token_goes_as_a_bearer_to_the_address_of_the_account() {
    let stage = Stage::answering([ok(json!({ "result": "success" }))]).await;
    stage.rest.ping(Priority::OperatorAction).await.unwrap();
    let asked = stage.only_asked();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("GET", "/rest/ping"));
    assert_eq!(asked.headers["authorization"], "Bearer rest-token");
}

#[tokio::test]
async fn each_request_takes_its_turn_in_the_budget_and_the_remainder_is_told() {
    let success = ok(json!({ "result": "success" })).header("X-RateLimit-Remaining", "19876");
    let stage = Stage::answering([success]).await;
    for _ in 0..3 {
        stage.rest.ping(Priority::LiveCall).await.unwrap();
    }
    assert_eq!(ambient::Clock::now(&*stage.clock), start() + SignedDuration::from_secs(2));
    // The same word twice more is an old word: two requests have gone since.
    assert_eq!(stage.budget.state().await.remaining, Some(19_874));
}

#[tokio::test]
async fn a_move_within_the_owners_domain_is_followed_with_the_post_and_the_token() {
    let rows = json!({ "result": "success", "contacts": [] });
    let moved = answer(301, "").header("location", "/crm/rest/contact/list");
    let stage = Stage::answering([moved, ok(rows)]).await;
    let phone = domain::phone::Phone::parse("79031234567").unwrap();
    stage.rest.contacts_by_phone(&phone, &[], Priority::LiveCall).await.unwrap();

    let [first, second] = <[_; 2]>::try_from(stage.asked()).unwrap();
    assert_eq!((second.method.as_str(), second.path.as_str()), ("POST", "/crm/rest/contact/list"));
    assert_eq!(second.body, first.body);
    assert_eq!(second.headers["authorization"], "Bearer rest-token");
}

#[tokio::test]
async fn a_move_elsewhere_is_refused_and_the_new_address_named() {
    let moved =
        answer(302, "").header("location", "https://crm.romashka.ru/rest/contact/5?fields=id");
    let stage = Stage::answering([moved]).await;
    let failure = stage.rest.contact(ContactId(5), &[], Priority::LiveCall).await.unwrap_err();
    assert_eq!((failure.code.as_str(), &failure.class), ("PF-MOVED", &Class::AuthBroken));
    assert!(failure.message.ends_with("https://crm.romashka.ru/rest/"), "{}", failure.message);
}

#[tokio::test]
async fn a_create_whose_answer_names_nothing_has_an_unknown_outcome() {
    for given in [ok(json!({ "result": "success" })), answer(202, ""), answer(201, "")] {
        let stage = Stage::answering([given]).await;
        let comment = planfix::rest::NewComment {
            html: "…".to_owned(),
            source_object_id: "mark".to_owned(),
        };
        let outcome = stage.rest.add_task_comment(TaskId(1), &comment, Priority::AfterCall).await;
        let Failure { class, code, .. } = outcome.unwrap_err();
        assert_eq!((class, code.as_str()), (Class::Unknown, "PF-ANSWER"));
    }
}
