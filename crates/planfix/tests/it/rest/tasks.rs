//! Tasks: made, changed, read and found again.

use domain::ids::{ContactId, FieldId, PlanfixUserId, StatusId, TaskId, TaskObjectId};
use domain::tasks::{FieldValue, NewTask, TaskPatch};
use planfix::rest::{Applied, TaskTrace};
use serde_json::{Value, json};
use upstream::Priority::AfterCall;

use crate::stage::{Stage, answer, ok, start};

fn tasks(rows: Vec<Value>) -> Value {
    json!({ "result": "success", "tasks": rows })
}

fn new_task() -> NewTask {
    NewTask {
        name: "Входящий звонок от 79031234567".to_owned(),
        description: "<p>Звонок</p>".to_owned(),
        object: Some(TaskObjectId(12)),
        assignee: PlanfixUserId(2),
        counterparty: Some(ContactId(5)),
        fields: vec![FieldValue { field: FieldId(201), value: json!("yandex") }],
    }
}

#[tokio::test]
async fn a_task_is_made_with_everything_and_our_mark() {
    let stage = Stage::answering([answer(201, r#"{"result":"success","id":77}"#)]).await;
    let id = stage
        .rest
        .create_task(&new_task(), "0c091b1f-a735-44e9-a56c-43435e7a40b6", AfterCall)
        .await;
    assert_eq!(id.unwrap(), TaskId(77));
    let asked = stage.only_asked();
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/rest/task/"));
    assert_eq!(
        asked.json(),
        json!({
            "name": "Входящий звонок от 79031234567",
            "description": "<p>Звонок</p>",
            "assignees": { "users": [{ "id": "user:2" }], "groups": [] },
            "sourceObjectId": "0c091b1f-a735-44e9-a56c-43435e7a40b6",
            "object": { "id": 12 },
            "counterparty": { "id": "contact:5" },
            "customFieldData": [{ "field": { "id": 201 }, "value": "yandex" }],
        })
    );
}

#[tokio::test]
async fn what_a_task_does_not_have_is_not_sent() {
    let stage = Stage::answering([answer(201, r#"{"result":"success","id":78}"#)]).await;
    let bare = NewTask { object: None, counterparty: None, fields: Vec::new(), ..new_task() };
    stage.rest.create_task(&bare, "mark", AfterCall).await.unwrap();
    let body = stage.only_asked().json();
    let keys: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["name", "description", "assignees", "sourceObjectId"]);
}

#[tokio::test]
async fn an_update_changes_only_what_the_patch_names() {
    let stage = Stage::answering([ok(json!({ "result": "success" }))]).await;
    let patch =
        TaskPatch { description: Some("<p>Запись</p>".to_owned()), fields: Vec::new() };
    assert_eq!(stage.rest.update_task(TaskId(77), &patch, AfterCall).await.unwrap(), Applied::Now);
    let asked = stage.only_asked();
    assert_eq!((asked.path.as_str(), asked.query.as_str()), ("/rest/task/77", "silent=true"));
    assert_eq!(asked.json(), json!({ "description": "<p>Запись</p>" }));
}

#[tokio::test]
async fn a_task_is_read_with_its_status_object_and_dates() {
    let row = json!({
        "id": 77, "name": "Звонок", "status": { "id": 3, "name": "Done", "isActive": false,
            "texts": [{ "lang": "En", "name": "Done" }, { "lang": "Ru", "name": "Завершённая" }] },
        "object": { "id": 12 }, "counterparty": { "id": "contact:5", "name": "Иван" },
        "assignees": { "users": [{ "id": "user:2" }, { "id": "contact:9" }] },
        "dateTime": { "date": "24-11-2026", "time": "13:05", "datetime": "2026-11-24T10:05Z" },
        "sourceObjectId": "mark", "customFieldData": [{ "field": { "id": 201 }, "value": 0 }],
    });
    let stage = Stage::answering([ok(json!({ "result": "success", "task": row }))]).await;
    let task = stage.rest.task(TaskId(77), &[FieldId(201)], AfterCall).await.unwrap().unwrap();
    let status = task.status.clone().unwrap();
    assert_eq!((status.id, status.name.as_str()), (StatusId(3), "Завершённая"));
    assert!(!task.is_open());
    assert_eq!((task.object, task.counterparty), (Some(TaskObjectId(12)), Some(ContactId(5))));
    assert_eq!(task.assignees, [PlanfixUserId(2)]);
    assert!(task.fields.is_filled(FieldId(201)), "a zero is a value");
    let created = task.created.unwrap();
    assert_eq!(created.date.unwrap().to_string(), "2026-11-24");
    assert_eq!(created.time.unwrap().to_string(), "13:05:00");
    assert_eq!(created.instant.unwrap().to_string(), "2026-11-24T10:05:00Z");
    assert!(stage.only_asked().query.ends_with("%2C201"), "{}", stage.only_asked().query);
}

#[tokio::test]
async fn a_missing_task_is_none_in_either_of_planfixs_ways() {
    for (status, code) in [(400, 0), (404, 1000), (500, 1000)] {
        let body = json!({ "result": "fail", "code": code, "error": "Rest API error" });
        let stage = Stage::answering([answer(status, body.to_string())]).await;
        assert_eq!(
            stage.rest.task(TaskId(1), &[], AfterCall).await.unwrap(),
            None,
            "{status} {code}"
        );
    }
}

fn of_contact(id: i64, contact: &str, object: i64, active: Value) -> Value {
    json!({ "id": id, "counterparty": { "id": contact }, "object": { "id": object }, "status": { "id": 1, "isActive": active } })
}

#[tokio::test]
async fn open_tasks_are_the_contacts_own_and_open_ones() {
    let rows = vec![
        of_contact(1, "contact:5", 12, json!(false)),
        of_contact(2, "contact:5", 12, json!(true)),
        of_contact(3, "contact:6", 12, json!(true)),
        of_contact(4, "contact:5", 13, json!(true)),
        of_contact(5, "contact:5", 12, Value::Null),
        json!({ "id": 6, "counterparty": { "id": 5 }, "template": { "id": 12 } }),
        json!({ "id": 7, "counterparty": { "id": "user:5" }, "object": { "id": 12 } }),
    ];
    let stage = Stage::answering([ok(tasks(rows))]).await;
    let open =
        stage.rest.open_tasks(ContactId(5), Some(TaskObjectId(12)), &[], AfterCall).await.unwrap();
    let numbers: Vec<i64> = open.iter().map(|task| task.id.0).collect();
    assert_eq!(numbers, [2, 5, 6]);
    assert_eq!(
        stage.only_asked().json()["filters"],
        json!([
            { "type": 7, "operator": "equal", "value": 5 },
            { "type": 51, "operator": "equal", "value": 12 },
        ])
    );
}

#[tokio::test]
async fn a_full_page_of_other_contacts_tasks_shows_that_the_filter_was_ignored() {
    let foreign = (1..=100).map(|id| of_contact(id, "contact:6", 12, json!(true))).collect();
    let stage = Stage::answering([ok(tasks(foreign))]).await;
    let failure = stage.rest.open_tasks(ContactId(5), None, &[], AfterCall).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-FILTER");
}

fn marked(id: i64, mark: &str) -> Value {
    json!({ "id": id, "sourceObjectId": mark })
}

fn trace(counterparty: Option<ContactId>) -> TaskTrace<'static> {
    TaskTrace {
        source_object_id: "mark-7", counterparty, name: "Звонок", tried_since: start()
    }
}

#[tokio::test]
async fn a_task_of_unknown_outcome_is_found_by_our_mark() {
    let first: Vec<Value> = (1..=100).map(|id| marked(id, "other")).collect();
    let second = vec![json!({ "id": 101 }), marked(102, "MARK-7")];
    let stage = Stage::answering([ok(tasks(first)), ok(tasks(second))]).await;
    let found = stage.rest.find_task(&trace(Some(ContactId(5))), AfterCall).await.unwrap();
    assert_eq!(found, Some(TaskId(102)));
    let day =
        json!({ "dateType": "otherDate", "dateValue": "23-11-2026", "dateFrom": "23-11-2026" });
    assert_eq!(
        stage.asked()[0].json()["filters"],
        json!([
            { "type": 7, "operator": "equal", "value": 5 },
            { "type": 12, "operator": "gtAndEqual", "value": day },
        ])
    );
}

#[tokio::test]
async fn a_task_without_a_contact_is_looked_for_by_its_name() {
    let stage = Stage::answering([ok(tasks(vec![marked(1, "other")]))]).await;
    assert_eq!(stage.rest.find_task(&trace(None), AfterCall).await.unwrap(), None);
    let filters = &stage.only_asked().json()["filters"];
    assert_eq!(filters[0], json!({ "type": 8, "operator": "equal", "value": "Звонок" }));
}

#[tokio::test]
async fn a_list_too_long_to_read_is_never_taken_for_absence() {
    let rows = (1..=100).map(|id| marked(id, "other")).collect();
    let stage = Stage::answering([ok(tasks(rows))]).await;
    let failure = stage.rest.find_task(&trace(None), AfterCall).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-WIDE");
}
