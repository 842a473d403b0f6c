//! Every answer that is no success, as a table: what came, and what it means for a read and a write.

use domain::ids::TaskId;
use domain::tasks::TaskPatch;
use domain::{Class, Failure};
use jiff::SignedDuration;
use upstream::{Budget, Priority};

use crate::stage::{Answer, Stage, answer, start};

const PAGE: &str = "<html><body>502 Bad Gateway</body></html>";

fn patch() -> TaskPatch {
    TaskPatch { description: Some("<p>…</p>".to_owned()), fields: Vec::new() }
}

/// What a read and a write make of the answer.
async fn failures(given: Answer) -> (Failure, Failure) {
    let stage = Stage::answering([given]).await;
    let read = stage.rest.users(true, Priority::LiveCall).await.unwrap_err();
    let write = stage.rest.update_task(TaskId(1), &patch(), Priority::LiveCall).await.unwrap_err();
    (read, write)
}

async fn expect(given: Answer, code: &str, read: Class, write: Class) {
    let (of_read, of_write) = failures(given.clone()).await;
    assert_eq!((of_read.code.as_str(), of_read.class), (code, read), "a read after {given:?}");
    assert_eq!((of_write.code.as_str(), of_write.class), (code, write), "a write after {given:?}");
}

fn fail(status: u16, code: i64) -> Answer {
    answer(status, format!(r#"{{"result":"fail","code":{code},"error":"Words of Planfix"}}"#))
}

#[tokio::test]
async fn a_code_means_the_same_with_every_http_status() {
    use Class::{AuthBroken, Permanent};
    let meanings = [
        (1, "PF-TOKEN", AuthBroken),
        (2, "PF-TOKEN", AuthBroken),
        (16, "PF-TOKEN", AuthBroken),
        (5, "PF-SCOPE", Permanent),
        (6, "PF-ACCESS", Permanent),
        (10, "PF-FROZEN", AuthBroken),
        (11, "PF-FROZEN", AuthBroken),
        (20, "PF-FROZEN", AuthBroken),
        (21, "PF-FROZEN", AuthBroken),
        (23, "PF-QUOTA", Permanent),
        (30, "PF-VALUE", Permanent),
        (40, "PF-VALUE", Permanent),
        (41, "PF-VALUE", Permanent),
        (2004, "PF-EMAIL", Permanent),
        (2005, "PF-EMAIL", Permanent),
        (1000, "PF-MISSING", Permanent),
        (2000, "PF-MISSING", Permanent),
        (4000, "PF-MISSING", Permanent),
        (1002, "PF-REFUSED", Permanent),
        (777, "PF-REFUSED", Permanent),
    ];
    for (code, ours, class) in meanings {
        for status in [200, 400, 403, 500] {
            expect(fail(status, code), ours, class.clone(), class.clone()).await;
        }
    }
}

#[tokio::test]
async fn the_unknown_code_is_judged_by_the_status() {
    use Class::{AuthBroken, Permanent, Retry, Unknown};
    expect(fail(400, 0), "PF-REFUSED", Permanent, Permanent).await;
    expect(fail(401, 0), "PF-TOKEN", AuthBroken, AuthBroken).await;
    expect(fail(405, 0), "PF-SCOPE", Permanent, Permanent).await;
    expect(fail(500, 0), "PF-SERVER", Retry, Unknown).await;
    expect(fail(200, 0), "PF-REFUSED", Retry, Unknown).await;
    expect(answer(503, r#"{"error":"busy"}"#), "PF-SERVER", Retry, Unknown).await;
}

#[tokio::test]
async fn what_is_no_json_is_judged_by_the_status_too() {
    use Class::{AuthBroken, Permanent, Retry, Unknown};
    expect(answer(200, PAGE), "PF-HTML", Retry, Unknown).await;
    expect(answer(502, PAGE), "PF-HTML", Retry, Unknown).await;
    expect(answer(403, PAGE), "PF-HTML", Retry, Retry).await;
    expect(answer(404, PAGE), "PF-HTML", Retry, Retry).await;
    expect(answer(408, "slow"), "PF-ANSWER", Retry, Unknown).await;
    expect(answer(401, PAGE), "PF-TOKEN", AuthBroken, AuthBroken).await;
    expect(answer(405, ""), "PF-SCOPE", Permanent, Permanent).await;
    expect(answer(500, ""), "PF-SERVER", Retry, Unknown).await;
    expect(answer(200, r#"{"result":"succ"#), "PF-ANSWER", Retry, Unknown).await;
    expect(answer(200, "[]"), "PF-ANSWER", Retry, Unknown).await;
}

#[tokio::test]
async fn throttling_is_known_in_all_its_shapes_and_says_how_long() {
    let seconds = SignedDuration::from_secs;
    let limit = r#""result":"fail","code":22,"error":"Limit""#;
    let shapes = [
        (answer(429, "").header("retry-after", "17"), seconds(17)),
        (answer(429, PAGE), seconds(2)),
        (answer(429, format!("{{{limit}}}")).header("retry-after", "9"), seconds(9)),
        (answer(403, format!(r#"{{{limit},"timeToReset":45}}"#)), seconds(45)),
        (answer(403, format!(r#"{{{limit},"timeToReset":90000}}"#)), seconds(90)),
        (answer(403, format!(r#"{{{limit},"timeToReset":"0"}}"#)), seconds(1)),
        (answer(200, format!("{{{limit}}}")), seconds(120)),
        (answer(500, format!("{{{limit}}}")), seconds(120)),
        (answer(429, "").header("retry-after", "999999"), SignedDuration::from_hours(24)),
    ];
    for (given, wait) in shapes {
        expect(given, "PF-LIMIT", Class::Throttled { wait }, Class::Throttled { wait }).await;
    }
}

#[tokio::test]
async fn throttling_silences_the_whole_account() {
    let stage = Stage::answering([answer(429, "").header("retry-after", "60")]).await;
    stage.rest.ping(Priority::BackFill).await.unwrap_err();
    let paused = stage.budget.state().await.paused_until;
    assert_eq!(paused, Some(start() + SignedDuration::from_secs(60)));
}

#[tokio::test]
async fn the_keys_may_be_spelled_with_a_capital() {
    let given = answer(400, r#"{"Result":"fail","Code":1,"Error":"Wrong token"}"#);
    expect(given, "PF-TOKEN", Class::AuthBroken, Class::AuthBroken).await;
}

#[tokio::test]
async fn a_failure_tells_what_was_asked_and_what_planfix_said_but_no_secret() {
    let (failure, _) = failures(fail(403, 6)).await;
    for part in ["user/list", "403", "6", "Words of Planfix"] {
        assert!(failure.message.contains(part), "{}", failure.message);
    }
    assert!(!failure.message.contains("rest-token"), "{}", failure.message);
}
