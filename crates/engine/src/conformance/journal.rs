//! The journal lists every communication and tells its story.

use domain::LaneKind;
use domain::calls::Direction;
use domain::phone::Phone;
use serde_json::json;

use super::desk::{
    Desk, HERE, THERE, again, at, done, hiccup, live_write, plan, refusal, unknown, write,
};
use crate::journal::{BegunQuery, JournalQuery};
use crate::model::{
    ConnectionId, DedupKey, LaneId, LaneKey, Lease, NewEvent, NewNote, Standing, Step, Summary,
    Verdict,
};

pub(super) fn all() -> JournalQuery {
    JournalQuery::default()
}

pub(super) fn summary(phone: Option<&str>, state: Standing) -> Summary {
    Summary {
        direction: None,
        phone: phone.and_then(Phone::parse),
        client: None,
        title: String::new(),
        state,
        reason: json!(null),
        started_at: at(0),
        task: None,
        contact: None,
    }
}

/// A communication that stands as the flow says.
pub(super) async fn stands(
    desk: &Desk,
    connection: ConnectionId,
    lane: &str,
    summary: Summary,
) -> Lease {
    desk.deliver_to(connection, lane, "begin", 0).await;
    let lease = desk.lease(0).await;
    desk.step(&lease, 0, Step { summary: Some(summary), ..Step::default() }).await;
    lease
}

pub async fn the_newest_communication_comes_first(desk: Desk) {
    for lane in ["1", "2", "3"] {
        desk.deliver(lane, "begin", 0).await;
    }
    desk.deliver("1", "more", 9).await;
    assert_eq!(desk.list(all()).await, ["3", "2", "1"]);
    let page = desk.store.journal(JournalQuery { limit: 9, ..all() }).await.unwrap();
    let oldest = page.items.last().unwrap();
    assert_eq!((oldest.started_at, oldest.updated_at), (at(0), at(9)));
    assert_eq!(oldest.state, Standing::Waiting);
}

pub async fn communications_are_found_by_when_they_changed(desk: Desk) {
    for (lane, seconds) in [("1", 1), ("2", 2), ("3", 3)] {
        desk.deliver(lane, "begin", seconds).await;
    }
    desk.deliver("1", "more", 9).await;
    let since = |seconds| JournalQuery { changed_since: Some(at(seconds)), ..all() };
    assert_eq!(desk.list(since(3)).await, ["3", "1"]);
    assert_eq!(desk.list(since(10)).await, [""; 0]);
}

pub async fn pages_follow_each_other_without_gaps(desk: Desk) {
    for lane in 1..=7 {
        desk.deliver(&lane.to_string(), "begin", lane).await;
    }
    let mut pages = Vec::new();
    let mut before = None;
    loop {
        let query = JournalQuery { before, limit: 3, ..all() };
        let page = desk.store.journal(query).await.unwrap();
        pages.push(page.items.iter().map(|item| item.key.thing().to_owned()).collect::<Vec<_>>());
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(pages, [vec!["7", "6", "5"], vec!["4", "3", "2"], vec!["1"]]);
    // a full last page is the last one
    let query = JournalQuery { limit: 7, ..all() };
    assert_eq!(desk.store.journal(query).await.unwrap().next, None);
}

pub async fn a_page_has_its_bounds(desk: Desk) {
    for lane in 1..=201 {
        desk.deliver(&lane.to_string(), "begin", 0).await;
    }
    let page = |limit| desk.store.journal(JournalQuery { limit, ..all() });
    assert_eq!(page(0).await.unwrap().items.len(), 1);
    let most = page(1000).await.unwrap();
    assert_eq!((most.items.len(), most.next.is_some()), (200, true));
}

pub async fn communications_are_found_by_connection_kind_and_task(desk: Desk) {
    let with_task = Summary { task: Some(77), ..summary(None, Standing::Done) };
    stands(&desk, HERE, "1", with_task).await;
    stands(&desk, THERE, "2", summary(None, Standing::Done)).await;
    let lead = NewEvent {
        connection: HERE,
        lane: LaneKey::new("lead", 3),
        kind: "lead".to_owned(),
        dedup: DedupKey::new("lead/3"),
        payload: json!({}),
        received_at: at(0),
    };
    desk.store.accept(lead).await.unwrap();

    assert_eq!(desk.list(JournalQuery { connection: Some(HERE), ..all() }).await, ["3", "1"]);
    let kinds = |kinds: &[LaneKind]| JournalQuery { kinds: Some(kinds.to_vec()), ..all() };
    assert_eq!(desk.list(kinds(&[LaneKind::Call])).await, ["2", "1"]);
    assert_eq!(desk.list(kinds(&[LaneKind::Lead])).await, ["3"]);
    assert_eq!(desk.list(kinds(&[LaneKind::Lead, LaneKind::Call])).await, ["3", "2", "1"]);
    assert_eq!(desk.list(kinds(&[LaneKind::Chat])).await, Vec::<String>::new());
    assert_eq!(desk.list(kinds(&[])).await, Vec::<String>::new());
    let counted = desk.store.count(kinds(&[LaneKind::Call])).await.unwrap();
    assert_eq!(counted.number, 2);
    assert_eq!(desk.list(JournalQuery { task: Some(77), ..all() }).await, ["1"]);
    let both = JournalQuery { connection: Some(THERE), task: Some(77), ..all() };
    assert_eq!(desk.list(both).await, Vec::<String>::new());
}

pub async fn communications_are_found_by_how_they_stand(desk: Desk) {
    let standings = [
        ("waiting", Standing::Waiting),
        ("done", Standing::Done),
        ("filtered", Standing::Filtered),
    ];
    for (lane, state) in standings {
        stands(&desk, HERE, lane, summary(None, state)).await;
    }
    // "done", says the flow; but a write of it was given up
    let lease = stands(&desk, HERE, "dead", summary(None, Standing::Done)).await;
    desk.deliver("dead", "more", 0).await;
    desk.step(&lease, 0, plan([write(&lease, "task")])).await;
    desk.send(&lease, "task", 0, Verdict::Dead(refusal())).await;

    for (lane, state) in standings.into_iter().chain([("dead", Standing::Dead)]) {
        assert_eq!(desk.list(JournalQuery { state: Some(state), ..all() }).await, [lane]);
    }
}

pub async fn a_summary_is_what_the_flow_said_last(desk: Desk) {
    let lease = stands(&desk, HERE, "1", summary(None, Standing::Waiting)).await;
    desk.deliver("1", "end", 5).await;
    let last = Summary {
        direction: Some(Direction::In),
        phone: Phone::parse("79031234567"),
        client: None,
        title: "Звонок с сайта".to_owned(),
        state: Standing::Done,
        reason: json!({ "rule": 1 }),
        started_at: at(-3),
        task: Some(77),
        contact: Some(5),
    };
    desk.step(&lease, 6, Step { summary: Some(last.clone()), ..Step::default() }).await;
    // a step that says nothing leaves it as it is
    desk.deliver("1", "record", 7).await;
    desk.step(&lease, 8, plan([])).await;

    let told = desk.story(lease.lane).await.communication;
    assert_eq!(told.key, LaneKey::new("call", "1"));
    assert_eq!((told.direction, told.phone.as_deref()), (last.direction, Some("79031234567")));
    assert_eq!((told.title, told.state, told.reason), (last.title, last.state, last.reason));
    assert_eq!((told.task, told.contact, told.started_at), (Some(77), Some(5), at(-3)));
}

pub async fn open_and_given_up_writes_are_counted(desk: Desk) {
    let four = |lease: &Lease| ["a", "b", "c", "d"].map(|name| write(lease, name));
    let lease = desk.planned("1", four).await;
    desk.send(&lease, "a", 0, done()).await;
    desk.send(&lease, "b", 0, Verdict::Dead(refusal())).await;
    desk.send(&lease, "c", 0, unknown(60)).await;
    let told = desk.story(lease.lane).await.communication;
    assert_eq!((told.pending, told.dead), (2, 1));
}

pub async fn what_is_done_waits_until_its_last_write_is_sent(desk: Desk) {
    let done_with = |lease: &Lease| Step {
        effects: vec![write(lease, "task")],
        summary: Some(summary(None, Standing::Done)),
        ..Step::default()
    };
    let lease = desk.leased("1", 0).await;
    desk.step(&lease, 0, done_with(&lease)).await;
    let listed = |state| JournalQuery { state: Some(state), limit: 9, ..JournalQuery::default() };
    let count = async |state| desk.store.journal(listed(state)).await.unwrap().items.len();
    assert_eq!((count(Standing::Waiting).await, count(Standing::Done).await), (1, 0));
    desk.send(&lease, "task", 1, done()).await;
    assert_eq!((count(Standing::Waiting).await, count(Standing::Done).await), (0, 1));
}

pub async fn a_story_tells_everything_in_order(desk: Desk) {
    let lease = desk.leased("1", 0).await;
    let notes = vec![NewNote { kind: "decided".to_owned(), data: json!("yes") }];
    let effects = vec![live_write(&lease, "card"), write(&lease, "task")];
    desk.step(&lease, 0, Step { effects, notes, ..Step::default() }).await;
    desk.send(&lease, "card", 1, again(3)).await;
    desk.deliver("1", "end", 2).await;
    desk.store.postpone(&lease, at(4), true, &hiccup(), at(2)).await.unwrap();
    desk.send(&lease, "card", 3, unknown(9)).await;
    desk.step(&lease, 4, plan([])).await;
    desk.send(&lease, "task", 5, done()).await;
    desk.look(&lease, "card", 9, Verdict::Dead(refusal())).await;

    let story = desk.story(lease.lane).await;
    let told: Vec<_> = story.notes.iter().map(|note| (note.at, note.kind.as_str())).collect();
    let expected = [
        (at(0), "received"),
        (at(0), "decided"),
        (at(1), "again"),
        (at(2), "received"),
        (at(2), "step_again"),
        (at(3), "unknown"),
        (at(5), "sent"),
        (at(9), "dead"),
    ];
    assert_eq!(told, expected);
    assert_eq!(story.communication.updated_at, at(9));

    let last = &story.notes[7].data;
    assert_eq!((&last["write"], &last["what"]["name"]), (&json!("write"), &json!("card")));
    assert_eq!(last["outcome"]["failure"]["code"], "TEST-NO");
    assert_eq!(story.notes[2].data["outcome"]["failure"]["code"], "TEST-HICCUP");
    assert_eq!(story.notes[6].data["outcome"], json!({ "id": 7 }));
    assert_eq!(story.notes[3].data["event"], "end");
    assert_eq!(story.notes[3].data["state"], "done");
}

pub async fn a_lane_that_is_not_there_has_no_story(desk: Desk) {
    desk.deliver("1", "begin", 0).await;
    assert_eq!(desk.store.story(LaneId(99)).await.unwrap(), None);
    assert_eq!(desk.store.story(LaneId(0)).await.unwrap(), None);
}

pub async fn lanes_are_read_with_their_states_by_when_they_began(desk: Desk) {
    for (lane, seconds) in [("1", 1), ("2", 2), ("3", 3), ("4", 4)] {
        desk.deliver(lane, "begin", seconds).await;
        let lease = desk.lease(seconds).await;
        let state = json!({ "lane": lane });
        desk.step(&lease, seconds, Step { state, ..Step::default() }).await;
    }
    desk.deliver_to(THERE, "5", "begin", 3).await;
    let read = async |after, limit| {
        let query = BegunQuery { connection: HERE, from: at(2), till: at(4), after, limit };
        desk.store.begun(query).await.unwrap()
    };
    let both = read(None, 9).await;
    let told: Vec<_> = both
        .iter()
        .map(|one| (one.lane.state["lane"].clone(), one.started_at, one.lane.connection))
        .collect();
    assert_eq!(told, [(json!("2"), at(2), HERE), (json!("3"), at(3), HERE)]);
    let first = read(None, 1).await;
    assert_eq!(first, both[..1]);
    assert_eq!(read(Some(first[0].id), 1).await, both[1..]);
    assert_eq!(read(Some(both[1].id), 1).await, []);
}
