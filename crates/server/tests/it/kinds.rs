//! What counts as a communication, in the journal and in the overview.

use ambient::Clock as _;
use axum::http::StatusCode;
use cabinet::Role;
use domain::Failure;
use domain::failure::Code;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent, Work};
use engine::store::Claim;
use jiff::SignedDuration;
use serde_json::json;

use crate::house::{Caller, House};

/// Something of each sort happens in the connection.
async fn busy() -> House {
    let house = House::open().await;
    for lane in ["call/1", "chat/2", "deal/2001", "click/c1", "channel/7", "uis_account/1103"] {
        let (kind, thing) = lane.split_once('/').unwrap();
        let event = NewEvent {
            connection: ConnectionId(1),
            lane: LaneKey::new(kind, thing),
            kind: "told".to_owned(),
            dedup: DedupKey::new(lane),
            payload: json!({}),
            received_at: house.clock.now(),
        };
        house.database.engine().accept(event).await.unwrap();
    }
    house
}

async fn keys(viewer: &Caller<'_>, filter: &str) -> Vec<String> {
    let page = viewer.get(&format!("/api/journal{filter}")).await.json();
    let items = page["items"].as_array().unwrap();
    items.iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn housekeeping_is_listed_only_when_it_is_asked_for() {
    let house = busy().await;
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(keys(&viewer, "").await, ["click/c1", "deal/2001", "chat/2", "call/1"]);
    assert_eq!(keys(&viewer, "?kind=communication").await, ["chat/2", "call/1"]);
    assert_eq!(keys(&viewer, "?kind=deal").await, ["deal/2001"]);
    assert_eq!(keys(&viewer, "?kind=service").await, ["uis_account/1103", "channel/7"]);
    let unknown = viewer.get("/api/journal?kind=fax").await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_went_wrong_in_housekeeping_is_in_nobodys_way_and_out_of_nobodys_sight() {
    let house = busy().await;
    let store = house.database.engine();
    let (now, until) = (house.clock.now(), house.clock.now() + SignedDuration::from_secs(25));
    loop {
        let claim = Claim { owner: "test".to_owned(), now, until, live_only: false };
        let lease = store.claim(claim).await.unwrap().unwrap();
        if lease.key.kind() != "channel" {
            continue;
        }
        let Work::Step { input, .. } = store.next_work(&lease, now, false).await.unwrap() else {
            panic!("no event");
        };
        let failure = Failure::permanent(Code::new("TEST-NO"), "никогда");
        store.give_up(&lease, input.reference(), &failure, now).await.unwrap();
        break;
    }
    let viewer = house.caller(Role::Viewer).await;
    assert_eq!(keys(&viewer, "?state=dead").await, ["channel/7"]);
    assert!(!keys(&viewer, "").await.contains(&"channel/7".to_owned()));
    let told = viewer.get("/api/overview").await.json();
    assert_eq!(
        (&told["troubles"][0]["code"], &told["troubles"][0]["count"]),
        (&json!("TEST-NO"), &json!(1))
    );
}

#[tokio::test]
async fn the_overview_counts_communications_and_deals_apart() {
    let house = busy().await;
    let told = house.caller(Role::Viewer).await.get("/api/overview").await.json();
    let hour = &told["hours"][23];
    assert_eq!((&hour["waiting"], &hour["deals"]), (&json!(2), &json!(1)), "{hour}");
    assert_eq!(hour["kinds"], json!({ "calls": 1, "chats": 1, "leads": 0, "unreadable": 0 }));
}
