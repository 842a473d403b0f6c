//! The board: the list that people take their work from.

use jiff::Timestamp;
use serde_json::json;

use super::desk::{Desk, HERE, THERE, at, lines, said, told};
use crate::board::{BoardCounts, BoardQuery, Card, CardPlace, Cards, Listed};
use crate::model::{LaneId, Step};

fn card(place: CardPlace, holder: Option<&str>, last_at: i64) -> Card {
    Card {
        place,
        holder: holder.map(str::to_owned),
        waiting_since: (place == CardPlace::Queue).then(|| at(last_at)),
        last_at: at(last_at),
        client: None,
        data: json!({ "name": "Анна" }),
    }
}

async fn put(desk: &Desk, lane: &str, card: Card) -> LaneId {
    let now = card.last_at.duration_since(at(0)).as_secs();
    let event = format!("{now}/{}", card.holder.as_deref().unwrap_or_default());
    desk.deliver(lane, &event, now).await;
    let lease = desk.lease(now).await;
    let step = Step { card: Some(card), ..Step::default() };
    desk.step(&lease, now, step).await;
    desk.release(&lease, now).await;
    lease.lane
}

fn query(cards: Cards<'_>) -> BoardQuery<'_> {
    BoardQuery { connection: HERE, cards, reader: "olga", after: None, limit: 50 }
}

async fn list(desk: &Desk, query: BoardQuery<'_>) -> Vec<Listed> {
    desk.store.board(query).await.unwrap()
}

async fn names(desk: &Desk, query: BoardQuery<'_>) -> Vec<String> {
    list(desk, query).await.into_iter().map(|one| one.key.thing().to_owned()).collect()
}

/// Two in the queue, two of Olga's, one of Pavel's, one closed.
async fn board(desk: &Desk) {
    put(desk, "q1", card(CardPlace::Queue, None, 20)).await;
    put(desk, "q2", card(CardPlace::Queue, None, 30)).await;
    put(desk, "o1", card(CardPlace::Held, Some("olga"), 40)).await;
    put(desk, "o2", card(CardPlace::Held, Some("olga"), 50)).await;
    put(desk, "p1", card(CardPlace::Held, Some("pavel"), 60)).await;
    put(desk, "c1", card(CardPlace::Closed, Some("olga"), 70)).await;
}

pub async fn a_card_is_what_the_flow_said_last(desk: Desk) {
    let lane = put(&desk, "1", card(CardPlace::Queue, None, 1)).await;
    let last = Card { client: Some("v7".to_owned()), ..card(CardPlace::Held, Some("olga"), 2) };
    put(&desk, "1", last.clone()).await;
    let listed = desk.store.card(lane, "olga").await.unwrap().unwrap();
    assert_eq!(listed.card, last);
    assert_eq!((listed.unread, listed.revision), (0, 0));
}

pub async fn a_lane_without_a_card_is_not_on_the_board(desk: Desk) {
    let lease = desk.take_in("1", "a", 0, lines([said("m1", "Алло")])).await;
    assert_eq!(desk.store.card(lease.lane, "olga").await.unwrap(), None);
    assert_eq!(list(&desk, query(Cards::All)).await, []);
}

pub async fn whoever_has_waited_longest_is_first_in_the_queue(desk: Desk) {
    board(&desk).await;
    assert_eq!(names(&desk, query(Cards::Queue)).await, ["q1", "q2"]);
}

pub async fn what_somebody_holds_is_listed_by_the_last_word(desk: Desk) {
    board(&desk).await;
    assert_eq!(names(&desk, query(Cards::HeldBy("olga"))).await, ["o2", "o1"]);
    assert_eq!(names(&desk, query(Cards::HeldBy("nobody"))).await, Vec::<String>::new());
    assert_eq!(names(&desk, query(Cards::Open)).await, ["p1", "o2", "o1", "q2", "q1"]);
    assert_eq!(names(&desk, query(Cards::All)).await, ["c1", "p1", "o2", "o1", "q2", "q1"]);
}

pub async fn connections_have_boards_of_their_own(desk: Desk) {
    board(&desk).await;
    let there = BoardQuery { connection: THERE, ..query(Cards::All) };
    assert_eq!(names(&desk, there).await, Vec::<String>::new());
}

pub async fn pages_of_the_board_follow_each_other_without_gaps(desk: Desk) {
    board(&desk).await;
    for cards in [Cards::Queue, Cards::Open, Cards::All, Cards::HeldBy("olga")] {
        let whole = names(&desk, query(cards)).await;
        let (mut pages, mut after) = (Vec::new(), None);
        loop {
            let page = list(&desk, BoardQuery { limit: 2, after, ..query(cards) }).await;
            let Some(last) = page.last() else { break };
            let waiting =
                matches!(cards, Cards::Queue).then_some(last.card.waiting_since).flatten();
            after = Some((waiting.unwrap_or(last.card.last_at), last.lane));
            pages.extend(page.into_iter().map(|one| one.key.thing().to_owned()));
        }
        assert_eq!(pages, whole);
    }
}

pub async fn cards_of_one_client_are_found(desk: Desk) {
    let of = |client: &str, place, last_at| Card {
        client: Some(client.to_owned()),
        ..card(place, None, last_at)
    };
    put(&desk, "1", of("v7", CardPlace::Closed, 1)).await;
    put(&desk, "2", of("v8", CardPlace::Queue, 2)).await;
    put(&desk, "3", of("v7", CardPlace::Queue, 3)).await;
    assert_eq!(names(&desk, query(Cards::Of("v7"))).await, ["3", "1"]);
}

pub async fn the_board_is_counted(desk: Desk) {
    board(&desk).await;
    let told_and_said = lines([said("m1", "Алло"), told("m2", "Да"), said("m3", "Это я")]);
    desk.take_in("o1", "more", 80, told_and_said).await;
    desk.take_in("p1", "more", 80, lines([said("m1", "Алло")])).await;
    let counts = desk.store.board_counts(HERE, "olga", "olga").await.unwrap();
    assert_eq!(counts, BoardCounts { queue: 2, mine: 2, open: 5, unread: 2 });
    let nothing = desk.store.board_counts(THERE, "olga", "olga").await.unwrap();
    assert_eq!(nothing, BoardCounts::default());
}

pub async fn what_was_read_is_unread_no_more_for_who_read_it(desk: Desk) {
    let lane = put(&desk, "1", card(CardPlace::Queue, None, 0)).await;
    desk.take_in("1", "a", 1, lines([said("m1", "раз"), said("m2", "два"), told("m3", "да")]))
        .await;
    let unread = async |reader: &str| desk.store.card(lane, reader).await.unwrap().unwrap().unread;
    assert_eq!(unread("olga").await, 2);
    desk.store.mark_read(lane, "olga", 1, at(2)).await.unwrap();
    assert_eq!((unread("olga").await, unread("pavel").await), (1, 2));
    desk.store.mark_read(lane, "olga", 3, at(3)).await.unwrap();
    desk.store.mark_read(lane, "olga", 1, at(4)).await.unwrap();
    assert_eq!(unread("olga").await, 0, "what was read stays read");
    desk.take_in("1", "b", 5, lines([said("m4", "три")])).await;
    assert_eq!(unread("olga").await, 1);
}

pub async fn what_is_not_there_can_not_be_read(desk: Desk) {
    desk.store.mark_read(LaneId(77), "olga", 1, at(0)).await.unwrap();
    assert_eq!(desk.store.card(LaneId(77), "olga").await.unwrap(), None);
}

pub async fn a_card_changes_with_its_thread(desk: Desk) {
    board(&desk).await;
    let since = |moment: Timestamp| query(Cards::ChangedSince(moment));
    assert_eq!(names(&desk, since(at(100))).await, Vec::<String>::new());
    desk.take_in("o1", "more", 100, lines([said("m1", "Алло")])).await;
    let changed = list(&desk, since(at(100))).await;
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].key.thing(), changed[0].revision), ("o1", 1));
    assert_eq!(changed[0].changed_at, at(100));
}
