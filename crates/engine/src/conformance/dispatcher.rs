//! Many lanes at once, on the store. Nothing here depends on speed: the clock stands still, and the
//! cases wait for what the flow sees.

use std::sync::Arc;
use std::time::Duration;

use ambient::{Clock, SeededEntropy};
use jiff::SignedDuration;
use serde_json::json;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::clock::HandClock;
use super::desk::{Desk, HERE, at, live_write, plan, write};
use super::flows::{Fake, Seen};
use crate::LEASE;
use crate::engine::Engine;
use crate::flow::Place;
use crate::model::{DedupKey, Input, LaneKey, NewEvent, Step};

/// A running engine on the desk's store.
struct Running {
    engine: Arc<Engine>,
    clock: Arc<HandClock>,
    fake: Arc<Fake>,
    stop: watch::Sender<bool>,
    run: JoinHandle<()>,
}

impl Running {
    fn start(desk: &Desk, fake: Fake) -> Self {
        let (fake, clock) = (Arc::new(fake), Arc::new(HandClock::at(at(0))));
        let (flow, time) = (Arc::clone(&fake), Arc::clone(&clock));
        let entropy = Arc::new(SeededEntropy::new(1));
        let store = Arc::clone(&desk.store);
        let engine = Arc::new(Engine::new(store, flow, time, entropy, "running".to_owned()));
        let (stop, stopped) = watch::channel(false);
        let run = tokio::spawn(Arc::clone(&engine).run(stopped));
        Self { engine, clock, fake, stop, run }
    }

    async fn accept(&self, lane: &str) {
        self.accept_another(lane, "begin").await;
    }

    async fn accept_another(&self, lane: &str, kind: &str) {
        let event = NewEvent {
            connection: HERE,
            lane: LaneKey::new("call", lane),
            kind: kind.to_owned(),
            dedup: DedupKey::new(format!("{lane}/{kind}")),
            payload: json!({}),
            received_at: self.clock.now(),
        };
        self.engine.accept(event).await.unwrap();
    }

    /// Gives every calm slot a calm write that is not answered.
    async fn fill_calm_slots(&self) {
        const MORE_THAN_SLOTS: usize = 40;
        self.fake.shut_gate();
        for lane in 0..MORE_THAN_SLOTS {
            self.accept(&format!("calm-{lane}")).await;
        }
        // all have been stepped, so that the slots for live work are free again
        self.fake
            .until(|seen| count(seen, |seen| matches!(seen, Seen::Step(_))) == MORE_THAN_SLOTS)
            .await;
        self.fake.until(|seen| count(seen, |seen| matches!(seen, Seen::Send(_))) == 32).await;
    }

    async fn stop(self) {
        self.fake.open_gate();
        self.fake.let_timers_on();
        self.stop.send_replace(true);
        let ended = tokio::time::timeout(Duration::from_mins(1), self.run).await;
        ended.expect("it does not stop").unwrap();
    }
}

fn count(seen: &[Seen], what: impl Fn(&Seen) -> bool) -> usize {
    seen.iter().filter(|seen| what(seen)).count()
}

/// Calm lanes plan a calm write, the others a live one.
fn by_name(place: &Place) -> Step {
    if place.key.thing().starts_with("calm") {
        plan([write(place, "task")])
    } else {
        plan([live_write(place, "card")])
    }
}

fn sent(name: &str) -> Seen {
    Seen::Sent(name.to_owned())
}

pub async fn live_work_is_done_while_every_calm_slot_waits(desk: Desk) {
    let running = Running::start(&desk, Fake::stepping(|place, _, _| Ok(by_name(place))));
    running.fill_calm_slots().await;
    running.accept("live").await;
    running.fake.until(|seen| seen.contains(&sent("card"))).await;
    assert_eq!(running.fake.count(&sent("task")), 0);
    running.stop().await;
}

pub async fn a_live_write_behind_a_due_timer_is_sent_while_every_calm_slot_waits(desk: Desk) {
    let fake = Fake::stepping(|place, input, _| match input {
        Input::Event(_) => Ok(Step { wake_at: Some(place.now), ..by_name(place) }),
        Input::Result(_) | Input::Timer => Ok(Step::default()),
    });
    let running = Running::start(&desk, fake);
    running.fake.shut_gate();
    // calm lanes have a timer, too: only events are counted in filling the slots
    for lane in 0..32 {
        running.accept(&format!("calm-{lane}")).await;
    }
    let begun = |seen: &[Seen]| count(seen, |seen| matches!(seen, Seen::Send(_))) == 32;
    running.fake.until(begun).await;
    running.accept("live").await;
    running.fake.until(|seen| seen.contains(&sent("card"))).await;
    running.stop().await;
}

/// A calm write for the first event of a lane and a live one for others; the timer is asked for at once.
fn first_calm(place: &Place, input: &Input, nth: usize) -> Step {
    let wake_at = Some(place.now);
    match input {
        Input::Event(event) if event.kind == "begin" => plan([write(place, "task")]),
        Input::Event(event) if event.kind == "wait" => Step { wake_at, ..Step::default() },
        Input::Event(_) => Step { wake_at, ..plan([live_write(place, &format!("card-{nth}"))]) },
        Input::Result(_) | Input::Timer => Step::default(),
    }
}

pub async fn what_comes_in_is_worked_off_beside_a_calm_write_of_its_lane(desk: Desk) {
    let fake = Fake::stepping(|place, input, nth| Ok(first_calm(place, input, nth)));
    let running = Running::start(&desk, fake);
    running.fake.shut_gate();
    running.accept("1").await;
    running.fake.until(|seen| seen.contains(&Seen::Send("task".to_owned()))).await;
    for (nth, kind) in [(2, "word"), (3, "another")] {
        running.accept_another("1", kind).await;
        running.fake.until(|seen| seen.contains(&sent(&format!("card-{nth}")))).await;
    }
    assert_eq!(running.fake.count(&sent("task")), 0);
    running.fake.open_gate();
    running.fake.until(|seen| seen.contains(&sent("task"))).await;
    let fake = Arc::clone(&running.fake);
    running.stop().await;
    assert_eq!(fake.count(&Seen::Send("task".to_owned())), 1);
    assert_eq!(desk.store.next_due(false).await.unwrap(), None);
}

pub async fn a_step_by_the_timer_gives_way_to_what_comes_in_and_is_taken_later(desk: Desk) {
    let fake = Fake::stepping(|place, input, nth| Ok(first_calm(place, input, nth)));
    let running = Running::start(&desk, fake);
    running.fake.stop_timers();
    running.accept_another("1", "wait").await;
    let steps = |wanted: usize| {
        move |seen: &[Seen]| count(seen, |seen| matches!(seen, Seen::Step(_))) == wanted
    };
    // the event's, and the timer's
    running.fake.until(steps(2)).await;
    running.accept_another("1", "word").await;
    running.fake.until(|seen| seen.contains(&sent("card-3"))).await;
    running.fake.until(steps(4)).await;
    running.fake.let_timers_on();
    running.stop().await;
    assert_eq!(desk.store.next_due(false).await.unwrap(), None);
}

pub async fn an_accepted_event_is_worked_on_without_being_polled_for(desk: Desk) {
    let running = Running::start(&desk, Fake::stepping(|place, _, _| Ok(by_name(place))));
    for lane in ["1", "2", "3"] {
        // the clock stands still, so nothing but the acceptance itself can wake the engine
        running.accept(lane).await;
        let step = Seen::Step(lane.to_owned());
        running.fake.until(|seen| seen.contains(&step)).await;
    }
    running.stop().await;
}

pub async fn a_long_write_keeps_its_lease(desk: Desk) {
    let running = Running::start(&desk, Fake::planning(|place: &Place| [write(place, "task")]));
    running.fake.shut_gate();
    running.accept("1").await;
    running.fake.until(|seen| seen.contains(&Seen::Send("task".to_owned()))).await;
    for _ in 0..6 {
        // only who keeps the lease waits longer than the second between two polls
        running.clock.until_somebody_waits_longer_than(SignedDuration::from_secs(2)).await;
        assert!(desk.claim(running.clock.now().as_second() - at(0).as_second()).await.is_none());
        running.clock.advance(LEASE / 2);
    }
    running.fake.open_gate();
    running.fake.until(|seen| seen.contains(&sent("task"))).await;
    let fake = Arc::clone(&running.fake);
    running.stop().await;
    assert_eq!(fake.count(&Seen::Send("task".to_owned())), 1);
    assert_eq!(desk.store.next_due(false).await.unwrap(), None);
}

pub async fn a_write_is_let_go_when_its_lane_is_replayed(desk: Desk) {
    let running = Running::start(&desk, Fake::planning(|place: &Place| [write(place, "task")]));
    running.fake.shut_gate();
    running.accept("1").await;
    running.fake.until(|seen| seen.contains(&Seen::Send("task".to_owned()))).await;
    let page = crate::journal::JournalQuery { limit: 1, ..Default::default() };
    let lane = desk.store.journal(page).await.unwrap().items.first().unwrap().id;
    assert!(running.engine.replay(lane).await.unwrap());
    running.clock.until_somebody_waits_longer_than(SignedDuration::from_secs(2)).await;
    running.clock.advance(LEASE / 2);
    running.fake.until(|seen| seen.contains(&Seen::LetGo("task".to_owned()))).await;

    running.fake.open_gate();
    running.clock.advance(LEASE / 2 + SignedDuration::from_secs(1));
    running.fake.until(|seen| seen.contains(&sent("task"))).await;
    let order: Vec<_> =
        running.fake.seen().into_iter().filter(|seen| !matches!(seen, Seen::Step(_))).collect();
    let task = |what: fn(String) -> Seen| what("task".to_owned());
    let expected = [Seen::Send, Seen::LetGo, Seen::Look, Seen::Send, Seen::Sent].map(task);
    assert_eq!(order, expected);
    running.stop().await;
}

pub async fn stopping_waits_for_the_pieces_at_hand(desk: Desk) {
    let running = Running::start(&desk, Fake::planning(|place: &Place| [write(place, "task")]));
    running.fake.shut_gate();
    running.accept("1").await;
    running.fake.until(|seen| seen.contains(&Seen::Send("task".to_owned()))).await;
    running.stop.send_replace(true);
    let fake = Arc::clone(&running.fake);
    running.stop().await;
    assert_eq!(fake.count(&sent("task")), 1);
    assert_eq!(desk.store.next_due(false).await.unwrap(), None);
}
