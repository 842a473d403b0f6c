//! What stays of calls in Planfix: the history and the recordings.

use sandbox::planfix::{CallRecords, NewTask, RepeatedEnd, Subject};
use serde_json::json;

use crate::planfix::{LINK, PHONE, account};

#[tokio::test]
async fn a_missed_call_is_written_as_such_into_the_contacts_card() {
    let account = account();
    account.incoming("101").await;
    account.completed("101", "Missed", "0").await;
    let entry = account.planfix.history().remove(0);
    assert_eq!((entry.tag.as_str(), entry.employee), ("Пропущенный звонок", None));
    let contact = account.planfix.contacts().remove(0);
    assert_eq!(account.planfix.comments(Subject::Contact(contact.id)).len(), 1);
}

#[tokio::test]
async fn an_unreached_client_is_a_missed_call_outwards() {
    let account = account();
    account.event(&[("type", "out"), ("event", "OUTGOING"), ("ext", "103")]).await;
    let end = [("type", "out"), ("event", "COMPLETED"), ("ext", "103"), ("status", "Busy")];
    account.event(&[&end[..], &[("duration", "0"), ("is_recorded", "0")]].concat()).await;
    let entry = account.planfix.history().remove(0);
    assert_eq!(json!([entry.tag, entry.direction]), json!(["Пропущенный звонок", "out"]));
}

#[tokio::test]
async fn the_end_told_twice_is_written_twice_unless_planfix_is_kind() {
    for (variant, times) in [(RepeatedEnd::WrittenAgain, 2), (RepeatedEnd::Ignored, 1)] {
        let account = account();
        account.planfix.configure(|settings| settings.repeated_end = variant);
        account.incoming("101").await;
        for _ in 0..2 {
            account.completed("101", "Success", "42").await;
        }
        assert_eq!(account.planfix.history().len(), times, "{variant:?}");
    }
}

#[tokio::test]
async fn two_talkers_of_one_call_have_an_entry_each() {
    let account = account();
    account.planfix.configure(|settings| settings.repeated_end = RepeatedEnd::Ignored);
    account.incoming("101").await;
    account.incoming("102").await;
    account.completed("101", "Success", "10").await;
    account.completed("102", "Success", "30").await;
    let talks: Vec<u64> = account.planfix.history().iter().map(|entry| entry.duration).collect();
    assert_eq!(talks, [10, 30]);
}

#[tokio::test]
async fn a_promised_recording_is_put_beside_the_talk() {
    let account = account();
    account.incoming("101").await;
    account.talked("101", "1").await;
    assert_eq!(account.record().await, "history 1 recording");
    let entry = account.planfix.history().remove(0);
    assert_eq!(entry.recording.as_deref(), Some(LINK));
    let comments = account.planfix.comments(Subject::Contact(entry.contact));
    assert!(comments[0].description.contains(LINK));
    assert_eq!(account.record().await, "recording as it was");
}

#[tokio::test]
async fn the_second_recording_belongs_to_the_second_talk() {
    let account = account();
    account.incoming("101").await;
    account.incoming("102").await;
    account.talked("101", "1").await;
    account.talked("102", "1").await;
    account.record().await;
    account
        .tel(&[("cmd", "record"), ("callid", "1001"), ("record_link", "https://a.example/2")])
        .await;
    let links: Vec<_> =
        account.planfix.history().into_iter().filter_map(|entry| entry.recording).collect();
    assert_eq!(links, [LINK, "https://a.example/2"]);
}

#[tokio::test]
async fn a_recording_nobody_promised_is_ignored() {
    let account = account();
    account.incoming("101").await;
    account.talked("101", "0").await;
    assert_eq!(account.record().await, "ignored: no recording of call 1001 was promised");
    assert_eq!(account.planfix.history().remove(0).recording, None);
}

#[tokio::test]
async fn a_recording_that_comes_before_the_end_is_lost() {
    let account = account();
    account.incoming("101").await;
    account.record().await;
    account.talked("101", "1").await;
    assert_eq!(account.planfix.history().remove(0).recording, None);
}

#[tokio::test]
async fn a_talk_is_a_data_tag_entry_that_rest_can_read() {
    let account = account();
    account.incoming("101").await;
    let end = [("type", "in"), ("event", "COMPLETED"), ("ext", "101"), ("status", "Success")];
    let facts = [("duration", "42"), ("is_recorded", "1"), ("data_utm_source", "yandex")];
    account.event(&[&end[..], &facts[..]].concat()).await;
    let contact = account.planfix.contacts().remove(0).id;
    let asked =
        json!({"contactId": format!("contact:{contact}"), "fields": "key,dataTag,304,310,308"});
    let entries = account.post("datatag/1/entry/list", asked).await.json();
    let values: Vec<_> = entries["dataTagEntries"][0]["customFieldData"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (item["field"]["name"].as_str().unwrap(), item["stringValue"].as_str().unwrap())
        })
        .collect();
    let expected =
        [("Продолжительность (сек.)", "42"), ("Номер контакта", PHONE), ("utm_source", "yandex")];
    assert_eq!(values, expected);
    let key = &entries["dataTagEntries"][0]["key"];
    let entry = account.get(&format!("datatag/entry/{key}?fields=dataTag")).await.json();
    assert_eq!(entry["entry"]["dataTag"], json!({"id": 1, "name": "Звонок"}));
    let tags = account.post("datatag/list", json!({"fields": "name"})).await.json();
    assert_eq!(tags["dataTags"][1], json!({"id": 2, "name": "Пропущенный звонок"}));
    account.assert_no_violations();
}

#[tokio::test]
async fn a_talk_goes_into_the_last_active_task_when_so_set() {
    let account = account();
    account.planfix.configure(|settings| settings.call_records = CallRecords::LastActiveTask);
    let client = account.person("Иван", PHONE).await;
    let task = |name, status| NewTask {
        name,
        object: Some(12),
        status: Some(status),
        counterparty: Some(client),
        assignee: None,
    };
    let open = account.planfix.add_task(&task("Открытая", 1));
    account.planfix.add_task(&task("Закрытая", 5));
    account.incoming("101").await;
    account.completed("101", "Success", "42").await;
    assert_eq!(account.planfix.comments(Subject::Task(open)).len(), 1);
    assert_eq!(account.planfix.comments(Subject::Contact(client)).len(), 1);
}
