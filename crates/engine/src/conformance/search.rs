//! Communications are found by whom they are with, by when they began, and among chosen ones.

use super::desk::{Desk, HERE, THERE, at};
use super::journal::{all, stands, summary};
use crate::journal::{Counted, JournalQuery};
use crate::model::{LaneId, Standing, Summary};

pub async fn a_phone_is_searched_for_as_it_is(desk: Desk) {
    stands(&desk, HERE, "1", summary(Some("79031234567"), Standing::Done)).await;
    stands(&desk, HERE, "2", summary(Some("79037654321"), Standing::Done)).await;
    stands(&desk, HERE, "3", summary(None, Standing::Done)).await;
    let phone = |digits: &str| JournalQuery { phone: Some(digits.to_owned()), ..all() };
    assert_eq!(desk.list(phone("1234567")).await, ["1"]);
    assert_eq!(desk.list(phone("7903")).await, ["2", "1"]);
    for pattern in ["%", "7903_234567", "*"] {
        assert_eq!(desk.list(phone(pattern)).await, Vec::<String>::new());
    }
}

pub async fn a_whole_phone_is_that_phone_alone(desk: Desk) {
    stands(&desk, HERE, "1", summary(Some("79031234567"), Standing::Done)).await;
    stands(&desk, HERE, "2", summary(Some("79037654321"), Standing::Done)).await;
    let whole = |digits: &str| JournalQuery { whole_phone: Some(digits.to_owned()), ..all() };
    assert_eq!(desk.list(whole("79031234567")).await, ["1"]);
    assert_eq!(desk.list(whole("7903")).await, [""; 0]);
}

pub async fn names_and_titles_are_found_by_their_words_however_they_are_written(desk: Desk) {
    let named = |client: &str, title: &str| Summary {
        client: Some(client.to_owned()),
        title: title.to_owned(),
        ..summary(None, Standing::Done)
    };
    stands(&desk, HERE, "1", named("Пётр Алёхин", "Звонок с сайта")).await;
    stands(&desk, HERE, "2", named("ООО «Алёхин и К»", "")).await;
    stands(&desk, HERE, "3", summary(None, Standing::Done)).await;
    let name = |text: &str| JournalQuery { name: Some(text.to_owned()), ..all() };
    assert_eq!(desk.list(name("АЛЕХИН")).await, ["2", "1"]);
    assert_eq!(desk.list(name(" алёхин  петр ")).await, ["1"]);
    assert_eq!(desk.list(name("сайт")).await, ["1"]);
    assert_eq!(desk.list(name(" ")).await, ["3", "2", "1"]);
    for pattern in ["%", "П_тр", "алехин*"] {
        assert_eq!(desk.list(name(pattern)).await, [""; 0]);
    }
    let told = desk.store.journal(JournalQuery { limit: 9, ..name("пётр") }).await.unwrap();
    assert_eq!(told.items[0].client.as_deref(), Some("Пётр Алёхин"));
}

pub async fn communications_are_found_by_when_they_began(desk: Desk) {
    for (lane, began) in [("1", 10), ("2", 20), ("3", 30)] {
        let summary = Summary { started_at: at(began), ..summary(None, Standing::Done) };
        stands(&desk, HERE, lane, summary).await;
    }
    let between = |from, till| JournalQuery { from: Some(at(from)), till: Some(at(till)), ..all() };
    assert_eq!(desk.list(between(10, 30)).await, ["2", "1"]);
    assert_eq!(desk.list(between(11, 31)).await, ["3", "2"]);
}

pub async fn a_query_asks_among_chosen_ones(desk: Desk) {
    let mut lanes = Vec::new();
    for lane in ["1", "2", "3"] {
        lanes.push(stands(&desk, HERE, lane, summary(None, Standing::Done)).await.lane);
    }
    let among = |lanes| JournalQuery { lanes: Some(lanes), ..all() };
    assert_eq!(desk.list(among(vec![lanes[2], lanes[0], LaneId(99)])).await, ["3", "1"]);
    assert_eq!(desk.list(among(Vec::new())).await, [""; 0]);
}

pub async fn what_a_query_finds_is_counted_whatever_its_limit(desk: Desk) {
    let mut newest = None;
    for lane in ["1", "2", "3"] {
        newest = Some(stands(&desk, HERE, lane, summary(None, Standing::Done)).await.lane);
    }
    stands(&desk, THERE, "4", summary(None, Standing::Filtered)).await;
    let done = JournalQuery { state: Some(Standing::Done), limit: 1, ..all() };
    assert_eq!(desk.store.count(done).await.unwrap(), Counted { number: 3, newest });
    let none = JournalQuery { task: Some(77), ..all() };
    assert_eq!(desk.store.count(none).await.unwrap(), Counted { number: 0, newest: None });
}
