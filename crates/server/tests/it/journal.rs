use ambient::Clock as _;
use axum::http::StatusCode;
use cabinet::Role;
use domain::Failure;
use domain::failure::Code;
use domain::phone::Phone;
use engine::model::{Lease, NewNote, Standing, Step, Summary, Work};
use engine::store::Claim;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::house::{Answer, Caller, House};

const PHONE: &str = "79031234567";

/// A call as it stands after a step.
async fn call(house: &House, session: u32, client: &str, state: Standing) -> Lease {
    let body = format!(
        r#"{{"event":"call_incoming","call_session_id":{session},"contact_phone_number":"{PHONE}"}}"#
    );
    assert_eq!(house.notify(&body).await.status, StatusCode::OK);
    let now = house.clock.now();
    let (store, until) = (house.database.engine(), now + SignedDuration::from_secs(25));
    let claim = Claim { owner: "test".to_owned(), now, until, live_only: false };
    let lease = store.claim(claim).await.unwrap().unwrap();
    let Work::Step { input, .. } = store.next_work(&lease, now, false).await.unwrap() else {
        unreachable!("no step")
    };
    if state == Standing::Dead {
        let failure = Failure::permanent(Code::new("TEST-NO"), "никогда");
        store.give_up(&lease, input.reference(), &failure, now).await.unwrap();
    } else {
        let notes = vec![NewNote {
            kind: "told".to_owned(),
            data: json!({ "says": "с +7 (903) 123-45-67" }),
        }];
        let summary = Some(Summary {
            direction: None,
            phone: Phone::parse(PHONE),
            client: Some(client.to_owned()),
            title: format!("Звонок {PHONE}"),
            state,
            reason: Value::Null,
            started_at: now,
            task: None,
            contact: None,
        });
        let step = Step { notes, summary, ..Step::default() };
        store.commit(&lease, input.reference(), step, now).await.unwrap();
    }
    store.release(&lease, now).await.unwrap();
    lease
}

async fn keys(caller: &Caller<'_>, path: &str) -> Vec<String> {
    let answer = caller.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let page = answer.json();
    let items = page["items"].as_array().unwrap();
    items.iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

async fn mend(caller: &Caller<'_>, body: Value) -> Answer {
    caller.send_json("POST", "/api/journal/mend", &body).await
}

/// The owner says that phones are for this role and stronger ones.
async fn show_phones_to(house: &House, role: &str) {
    let owner = house.caller(Role::Owner).await;
    let answer = owner.send_json("PUT", "/api/privacy", &json!({ "phones": role })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn the_journal_is_searched_by_name_and_by_date() {
    let house = House::open().await;
    call(&house, 1, "Пётр Алёхин", Standing::Done).await;
    house.clock.advance(SignedDuration::from_hours(24));
    call(&house, 2, "Анна", Standing::Done).await;
    let viewer = house.caller(Role::Viewer).await;

    assert_eq!(
        keys(&viewer, "/api/journal?name=%D0%90%D0%9B%D0%95%D0%A5%D0%98%D0%9D").await,
        ["call/1"]
    );
    assert_eq!(keys(&viewer, "/api/journal?from=2026-03-03T00:00:00Z").await, ["call/2"]);
    assert_eq!(keys(&viewer, "/api/journal?till=2026-03-03T00:00:00Z").await, ["call/1"]);
    let wrong = viewer.get("/api/journal?from=yesterday").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn everybody_sees_phones_until_somebody_says_otherwise() {
    let house = House::open().await;
    call(&house, 1, "", Standing::Done).await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(viewer.get("/api/journal/1").await.json()["communication"]["phone"], PHONE);
    assert_eq!(viewer.get("/api/privacy").await.json(), json!({ "phones": "viewer" }));
}

#[tokio::test]
async fn who_may_not_see_phones_sees_none_anywhere() {
    let house = House::open().await;
    call(&house, 1, "+7 903 123-45-67", Standing::Done).await;
    show_phones_to(&house, "admin").await;
    let viewer = house.caller(Role::Viewer).await;
    for path in ["/api/journal", "/api/journal/1", "/api/journal/1/variables"] {
        let answer = viewer.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.text.contains("903"), "{path}: {}", answer.text);
    }
    let live = viewer.get_after("/api/journal/live", 0).await.text;
    assert!(live.contains("•••4567") && !live.contains("903"), "{live}");
    let story = viewer.get("/api/journal/1").await.text;
    assert!(story.contains("с +• (•••) •••-45-67"), "{story}");
    let admin = house.caller(Role::Admin).await;
    assert_eq!(admin.get("/api/journal/1").await.json()["communication"]["phone"], PHONE);
}

#[tokio::test]
async fn a_hidden_phone_is_found_by_the_whole_of_it_alone() {
    let house = House::open().await;
    call(&house, 1, "Пётр", Standing::Done).await;
    show_phones_to(&house, "admin").await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(keys(&viewer, "/api/journal?phone=8(903)123-45-67").await, ["call/1"]);
    assert_eq!(keys(&viewer, "/api/journal?phone=79031234568").await, [""; 0]);
    for piece in ["phone=9031234", "phone=123", "name=903", "name=%D0%BF%D1%91%D1%82%D1%80%209"] {
        let answer = viewer.get(&format!("/api/journal?{piece}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{piece}");
    }
    let admin = house.caller(Role::Admin).await;
    assert_eq!(keys(&admin, "/api/journal?phone=9031234").await, ["call/1"]);
}

#[tokio::test]
async fn who_sees_phones_says_who_does_and_it_is_written_down() {
    let house = House::open().await;
    let (admin, viewer) = (house.caller(Role::Admin).await, house.caller(Role::Viewer).await);
    assert_eq!(set(&viewer, "admin").await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        set(&admin, "owner").await.json()["code"],
        "own_eyes",
        "he would not see them after"
    );
    assert_eq!(set(&admin, "admin").await.status, StatusCode::OK);
    let audit = admin.get("/api/audit").await.json();
    let last = &audit["items"][0];
    assert_eq!(
        (&last["action"], &last["after"]),
        (&json!("phones_shown"), &json!({ "phones": "admin" }))
    );

    show_phones_to(&house, "owner").await;
    assert_eq!(set(&admin, "viewer").await.json()["code"], "own_eyes", "he does not see them now");
}

async fn set(caller: &Caller<'_>, role: &str) -> Answer {
    caller.send_json("PUT", "/api/privacy", &json!({ "phones": role })).await
}

#[tokio::test]
async fn what_was_given_up_is_tried_again_once() {
    let house = House::open().await;
    call(&house, 1, "", Standing::Dead).await;
    let admin = house.caller(Role::Admin).await;
    let retry = json!({ "how": "retry" });
    let answer = admin.send_json("POST", "/api/journal/1/mend", &retry).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED, "{}", answer.text);
    let again = admin.send_json("POST", "/api/journal/1/mend", &retry).await;
    assert_eq!(
        (again.status, &again.json()["code"]),
        (StatusCode::CONFLICT, &json!("nothing_to_mend"))
    );
    let nobodys = admin.send_json("POST", "/api/journal/99/mend", &retry).await;
    assert_eq!(nobodys.status, StatusCode::NOT_FOUND);
    let audit = admin.get("/api/audit?subject=journal/1").await.json();
    assert_eq!(audit["items"][0]["action"], "retried");
    assert_eq!(audit["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn all_that_is_found_is_counted_and_then_mended_as_one_action() {
    let house = House::open().await;
    for (session, state) in [(1, Standing::Dead), (2, Standing::Done), (3, Standing::Dead)] {
        call(&house, session, "", state).await;
    }
    let admin = house.caller(Role::Admin).await;
    let chosen = json!({ "connection": "romashka", "kind": "call" });
    let count = json!({ "how": "retry", "chosen": chosen, "count_only": true });
    let counted = mend(&admin, count).await.json();
    assert_eq!((&counted["matched"], &counted["newest"]), (&json!(2), &json!(3)));
    assert_eq!(counted["mended"], 0);
    // what comes after the count was not meant
    call(&house, 4, "", Standing::Dead).await;

    let go = json!({ "how": "retry", "chosen": chosen, "newest": counted["newest"] });
    let done = mend(&admin, go).await.json();

    assert_eq!(
        (&done["matched"], &done["mended"], &done["next"]),
        (&json!(2), &json!(2), &Value::Null)
    );
    assert_eq!(keys(&admin, "/api/journal?state=dead").await, ["call/4"]);
    let audit = admin.get("/api/audit?subject=journal").await.json();
    let items = audit["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["after"], json!({ "chosen": chosen, "matched": 2, "mended": 2 }));
}

#[tokio::test]
async fn what_was_picked_is_mended_and_nothing_else() {
    let house = House::open().await;
    for session in 1..=3 {
        call(&house, session, "", Standing::Done).await;
    }
    let admin = house.caller(Role::Admin).await;
    let done =
        mend(&admin, json!({ "how": "replay", "chosen": { "ids": [1, 3, 99] } })).await.json();
    assert_eq!((&done["matched"], &done["mended"]), (&json!(2), &json!(2)));
    let told = |story: Value| story["notes"].to_string().contains("Обработано заново");
    assert!(told(admin.get("/api/journal/1").await.json()));
    assert!(!told(admin.get("/api/journal/2").await.json()));
    // the filter keeps none of them out
    let aside = json!({ "how": "set_filter_aside", "chosen": { "ids": [1, 2] } });
    assert_eq!(mend(&admin, aside).await.json()["matched"], 0);
}

#[tokio::test]
async fn only_an_admin_mends() {
    let house = House::open().await;
    call(&house, 1, "", Standing::Dead).await;
    let operator = house.caller(Role::Operator).await;
    let one = operator.send_json("POST", "/api/journal/1/mend", &json!({ "how": "retry" })).await;
    let many = mend(&operator, json!({ "how": "replay", "chosen": {} })).await;
    assert_eq!((one.status, many.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
}
