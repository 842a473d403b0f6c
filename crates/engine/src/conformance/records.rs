//! A record is changed by whoever has read its newest version.

use serde_json::json;

use super::desk::Desk;
use crate::store::Record;

const NAME: &str = "budget/romashka.planfix.ru:443";

pub async fn a_record_is_not_there_before_it_is_written(desk: Desk) {
    assert_eq!(desk.store.record(NAME).await.unwrap(), None);
    assert!(!desk.store.swap_record(NAME, Some(1), &json!({})).await.unwrap());
    assert_eq!(desk.store.record(NAME).await.unwrap(), None);
}

pub async fn a_record_is_written_over_the_version_that_was_read(desk: Desk) {
    assert!(desk.store.swap_record(NAME, None, &json!({ "holder": "one" })).await.unwrap());
    let Record { version, value } = desk.store.record(NAME).await.unwrap().unwrap();
    assert_eq!(value, json!({ "holder": "one" }));

    let next = json!({ "holder": "два\u{0}" });
    assert!(desk.store.swap_record(NAME, Some(version), &next).await.unwrap());
    let written = desk.store.record(NAME).await.unwrap().unwrap();
    assert!(written.version > version);
    assert_eq!(written.value, next);
}

pub async fn a_record_that_somebody_else_has_written_is_not_written_over(desk: Desk) {
    assert!(desk.store.swap_record(NAME, None, &json!(1)).await.unwrap());
    assert!(!desk.store.swap_record(NAME, None, &json!(2)).await.unwrap());
    let read = desk.store.record(NAME).await.unwrap().unwrap();
    assert!(desk.store.swap_record(NAME, Some(read.version), &json!(3)).await.unwrap());
    assert!(!desk.store.swap_record(NAME, Some(read.version), &json!(4)).await.unwrap());
    assert_eq!(desk.store.record(NAME).await.unwrap().unwrap().value, json!(3));
}

pub async fn records_are_found_by_how_their_names_begin(desk: Desk) {
    for (name, value) in [("budget/b", 2), ("budget/a%", 1), ("budget", 3), ("budgets/c", 4)] {
        assert!(desk.store.swap_record(name, None, &json!(value)).await.unwrap());
    }
    let told = desk.store.records("budget/").await.unwrap();
    let told: Vec<_> = told.iter().map(|(name, record)| (name.as_str(), &record.value)).collect();
    assert_eq!(told, [("budget/a%", &json!(1)), ("budget/b", &json!(2))]);
    assert_eq!(desk.store.records("budget/a_").await.unwrap(), []);
}

pub async fn records_of_other_names_are_other_records(desk: Desk) {
    assert!(desk.store.swap_record(NAME, None, &json!(1)).await.unwrap());
    assert!(desk.store.swap_record("leader", None, &json!(2)).await.unwrap());
    assert_eq!(desk.store.record(NAME).await.unwrap().unwrap().value, json!(1));
}
