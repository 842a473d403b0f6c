//! Long lists come in pages.

use domain::Class;
use serde_json::{Value, json};

use crate::server::{Answer, Uis};

/// The page of `total` tags that the parameters ask for.
fn page(params: &Value, total: u64, tell_total: bool) -> Answer {
    let offset = params["offset"].as_u64().unwrap();
    let till = total.min(offset + params["limit"].as_u64().unwrap());
    let rows: Vec<Value> = (offset..till).map(|id| json!({ "id": id, "name": "т" })).collect();
    let metadata = if tell_total { json!({ "total_items": total }) } else { json!({}) };
    Answer::Rpc(json!({ "result": { "data": rows, "metadata": metadata } }))
}

#[tokio::test]
async fn all_pages_are_fetched_with_or_without_a_total() {
    for (total, tell_total, requests) in
        [(0, true, 1), (999, true, 1), (1000, true, 1), (2500, true, 3), (1000, false, 2)]
    {
        let uis = Uis::start(move |_, params| page(params, total, tell_total)).await;
        let tags = uis.api.tags().await.unwrap();
        let ids: Vec<i64> = tags.iter().map(|tag| tag.id).collect();
        assert_eq!(ids, (0..i64::try_from(total).unwrap()).collect::<Vec<_>>());
        assert_eq!(uis.asked().len(), requests, "{total} {tell_total}");
    }
}

#[tokio::test]
async fn an_empty_page_ends_the_list_whatever_the_total_says() {
    let answer = || json!({ "result": { "data": [], "metadata": { "total_items": 5 } } });
    let uis = Uis::start(move |_, _| Answer::Rpc(answer())).await;
    assert!(uis.api.tags().await.unwrap().is_empty());
    assert_eq!(uis.asked().len(), 1);
}

#[tokio::test]
async fn more_than_uis_ever_gives_is_an_error_not_half_a_list() {
    let uis = Uis::start(|_, params| page(params, 200_000, true)).await;
    let failure = uis.api.tags().await.unwrap_err();
    assert_eq!(failure.class, Class::Permanent);
    assert!(failure.message.contains("сократите период"), "{}", failure.message);
}
