//! Employees, fields, templates, objects, statuses, comments and analytics.

use domain::ids::{ContactId, ContactTemplateId, FieldId, PlanfixUserId, TaskId, TaskObjectId};
use domain::phone::ShortNumber;
use domain::tasks::FieldKind;
use planfix::rest::{CommentId, DataTagId, NewComment, ProcessId};
use serde_json::{Value, json};
use upstream::Priority::{AfterCall, OperatorAction};

use crate::stage::{Stage, answer, ok};

fn users(rows: Vec<Value>) -> Value {
    json!({ "result": "success", "users": rows })
}

#[tokio::test]
async fn all_pages_of_employees_are_read() {
    let first = (1..=100).map(|id| json!({ "id": id })).collect();
    let last = json!({
        "id": "user:101", "name": "Пётр", "midname": "Петрович", "lastname": "Петров", "email": "p@romashka.ru",
        "secondaryEmails": ["p2@romashka.ru"], "role": "Robot", "status": "Active", "extensionNumber": 103,
    });
    let stage = Stage::answering([
        ok(users(first)),
        ok(users(vec![last, json!({ "name": "без номера" })])),
    ])
    .await;
    let all = stage.rest.users(true, OperatorAction).await.unwrap();
    assert_eq!(all.len(), 101);
    let pyotr = &all[100];
    assert_eq!(pyotr.id, PlanfixUserId(101));
    assert_eq!(pyotr.name, "Пётр Петрович Петров");
    assert_eq!(pyotr.emails, ["p@romashka.ru", "p2@romashka.ru"]);
    assert!(pyotr.is_robot());
    assert_eq!(pyotr.short_number, ShortNumber::parse("103"));
    let offsets: Vec<Value> =
        stage.asked().iter().map(|asked| asked.json()["offset"].clone()).collect();
    assert_eq!(offsets, [json!(0), json!(100)]);
    assert_eq!(stage.asked()[0].json()["onlyActive"], json!(true));
}

#[tokio::test]
async fn a_list_that_ignores_the_offset_is_not_read_for_ever() {
    let page = (1..=100).map(|id| json!({ "id": id })).collect();
    let stage = Stage::answering([ok(users(page))]).await;
    assert_eq!(stage.rest.users(false, OperatorAction).await.unwrap().len(), 100);
    assert_eq!(stage.asked().len(), 2);
}

#[tokio::test]
async fn an_employee_is_found_by_the_whole_short_number() {
    let number = ShortNumber::parse("10").unwrap();
    let by_number = async |rows: Vec<Value>| {
        let stage = Stage::answering([ok(users(rows))]).await;
        let found = stage.rest.users_by_short_number(&number, AfterCall).await;
        found.map(|users| users.iter().map(|user| user.id.0).collect::<Vec<_>>())
    };
    let shown = |id: i64, number: &str| json!({ "id": id, "extensionNumber": number });
    assert_eq!(by_number(vec![shown(1, "101"), shown(2, "10")]).await.unwrap(), [2]);
    assert_eq!(by_number(vec![shown(1, "101")]).await.unwrap(), [0; 0]);
    assert_eq!(by_number(vec![json!({ "id": 1 }), json!({ "id": 2 })]).await.unwrap(), [1, 2]);
    let failure = by_number(vec![shown(1, "555"), shown(2, "10")]).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-FILTER");
}

#[tokio::test]
async fn fields_come_with_their_types_and_labels() {
    let rows = json!({ "result": "success", "customfields": [
        { "id": 201, "name": "utm_source", "type": 0 },
        { "id": 210, "name": "Сумма", "type": 1 },
        { "id": 211, "name": "Канал", "type": "8", "enumValues": ["Сайт", "Звонок"] },
        { "id": 212, "name": "Без типа" },
    ] });
    let stage = Stage::answering([ok(rows)]).await;
    let fields = stage.rest.task_fields(OperatorAction).await.unwrap();
    let kinds: Vec<_> = fields.iter().map(|field| (field.id, field.kind)).collect();
    assert_eq!(
        kinds,
        [
            (FieldId(201), FieldKind::Line),
            (FieldId(210), FieldKind::Number),
            (FieldId(211), FieldKind::List)
        ]
    );
    assert_eq!(fields[2].labels, ["Сайт", "Звонок"]);
    assert_eq!(stage.only_asked().path, "/rest/customfield/task");

    let stage = Stage::answering([ok(json!({ "result": "success", "customfields": [] }))]).await;
    assert_eq!(stage.rest.contact_fields(OperatorAction).await.unwrap(), []);
    assert_eq!(stage.only_asked().path, "/rest/customfield/contact");
}

#[tokio::test]
async fn templates_and_processes_have_names() {
    let stage = Stage::answering([ok(
        json!({ "result": "success", "templates": [{ "id": 1, "name": "Клиент" }] }),
    )])
    .await;
    let people = stage.rest.contact_templates(false, OperatorAction).await.unwrap();
    assert_eq!((people[0].id, people[0].name.as_str()), (ContactTemplateId(1), "Клиент"));
    stage.rest.task_templates(OperatorAction).await.unwrap();
    let asked = stage.asked();
    assert_eq!(asked[0].query, "fields=id%2Cname&isCompany=false&offset=0&pageSize=100");
    assert_eq!(asked[1].path, "/rest/task/templates");

    let stage = Stage::answering([ok(
        json!({ "result": "success", "processes": [{ "id": 3, "name": "Продажи" }] }),
    )])
    .await;
    let processes = stage.rest.processes(OperatorAction).await.unwrap();
    assert_eq!((processes[0].id, processes[0].name.as_str()), (ProcessId(3), "Продажи"));
}

#[tokio::test]
async fn objects_that_come_without_names_are_asked_for_them_once() {
    let list = json!({ "result": "success", "objects": [{ "id": 12, "name": "Обращение" }, { "id": 13 }] });
    let one = json!({ "result": "success", "object": { "id": 13, "name": "Сделка" } });
    let stage = Stage::answering([ok(list), ok(one)]).await;
    for _ in 0..2 {
        let objects = stage.rest.objects(OperatorAction).await.unwrap();
        let names: Vec<_> =
            objects.iter().map(|object| (object.id.0, object.name.as_str())).collect();
        assert_eq!(names, [(12, "Обращение"), (13, "Сделка")]);
    }
    let paths: Vec<String> = stage.asked().iter().map(|asked| asked.path.clone()).collect();
    assert_eq!(paths, ["/rest/object/list", "/rest/object/13"]);
}

#[tokio::test]
async fn an_object_that_is_not_there_is_none() {
    let stage =
        Stage::answering([answer(400, r#"{"result":"fail","code":0,"error":"Rest API error"}"#)])
            .await;
    assert_eq!(stage.rest.object(TaskObjectId(99), OperatorAction).await.unwrap(), None);
}

#[tokio::test]
async fn statuses_come_by_object_and_by_process() {
    let list = json!({ "result": "success", "statuses": [{ "id": 5, "name": "Успех", "isActive": false }, { "id": 6 }] });
    let stage = Stage::answering([ok(list)]).await;
    let statuses = stage.rest.object_statuses(TaskObjectId(12), OperatorAction).await.unwrap();
    let activity: Vec<_> = statuses.iter().map(|status| status.is_active).collect();
    assert_eq!(activity, [Some(false), None]);
    stage.rest.process_statuses(ProcessId(3), OperatorAction).await.unwrap();
    let paths: Vec<String> = stage.asked().iter().map(|asked| asked.path.clone()).collect();
    assert_eq!(paths, ["/rest/object/12/statuses", "/rest/process/task/3/statuses"]);
}

#[tokio::test]
async fn comments_are_written_with_our_mark_and_read_back() {
    let stage = Stage::answering([answer(201, r#"{"result":"success","id":9}"#)]).await;
    let comment =
        NewComment { html: "<p>Запись</p>".to_owned(), source_object_id: "mark".to_owned() };
    assert_eq!(
        stage.rest.add_task_comment(TaskId(7), &comment, AfterCall).await.unwrap(),
        CommentId(9)
    );
    assert_eq!(
        stage.rest.add_contact_comment(ContactId(5), &comment, AfterCall).await.unwrap(),
        CommentId(9)
    );
    let asked = stage.asked();
    assert_eq!(
        (asked[0].path.as_str(), asked[1].path.as_str()),
        ("/rest/task/7/comments/", "/rest/contact/5/comments/")
    );
    assert_eq!(
        asked[0].json(),
        json!({ "description": "<p>Запись</p>", "sourceObjectId": "mark" })
    );

    let rows = json!({ "result": "success", "comments": [{ "id": 9, "description": "<p>Запись</p>", "sourceObjectId": "mark" }] });
    let stage = Stage::answering([ok(rows)]).await;
    let comments = stage.rest.task_comments(TaskId(7), AfterCall).await.unwrap();
    assert_eq!(
        (comments[0].id, comments[0].source_object_id.as_deref()),
        (CommentId(9), Some("mark"))
    );
    stage.rest.contact_comments(ContactId(5), AfterCall).await.unwrap();
    assert_eq!(stage.asked()[1].path, "/rest/contact/5/comments/list");
}

#[tokio::test]
async fn new_comments_may_be_forbidden_by_the_process() {
    let stage = Stage::answering([answer(
        400,
        r#"{"result":"fail","code":6,"error":"New comments not allowed in this process"}"#,
    )])
    .await;
    let comment = NewComment { html: "…".to_owned(), source_object_id: "mark".to_owned() };
    let failure = stage.rest.add_task_comment(TaskId(7), &comment, AfterCall).await.unwrap_err();
    assert_eq!(failure.code.as_str(), "PF-ACCESS");
}

#[tokio::test]
async fn the_calls_in_a_contacts_card_are_entries_of_analytics() {
    let tags = json!({ "result": "success", "dataTags": [
        { "id": 31, "name": "Звонок", "fields": [{ "id": 900, "name": "Номер контакта", "type": 0 }] },
    ] });
    let stage = Stage::answering([ok(tags)]).await;
    let tags = stage.rest.data_tags(AfterCall).await.unwrap();
    assert_eq!((tags[0].id, tags[0].name.as_str()), (DataTagId(31), "Звонок"));
    assert_eq!(tags[0].fields[0].id, FieldId(900));

    let number = json!([{ "field": { "id": 900 }, "value": "79031234567" }]);
    let rows = json!({ "result": "success", "dataTagEntries": [
        { "key": 1, "commentId": 44, "contact": { "id": 5 }, "customFieldData": number },
        { "key": 2, "contact": { "id": "contact:6" } },
        { "key": 3 },
    ] });
    let stage = Stage::answering([ok(rows)]).await;
    let entries = stage
        .rest
        .contact_data_tag_entries(DataTagId(31), ContactId(5), &[FieldId(900)], AfterCall)
        .await
        .unwrap();
    let keys: Vec<_> = entries.iter().map(|entry| (entry.key, entry.comment)).collect();
    assert_eq!(keys, [(1, Some(CommentId(44))), (3, None)]);
    assert_eq!(entries[0].fields.get(FieldId(900)), Some(&json!("79031234567")));
    let asked = stage.only_asked();
    assert_eq!(asked.path, "/rest/datatag/31/entry/list");
    assert_eq!(asked.json()["contactId"], json!("contact:5"));
    assert_eq!(asked.json()["fields"], json!("key,commentId,contact,900"));
}
