//! What must hold after a storm.

use std::collections::HashMap;

use jiff::Timestamp;

use super::driver::Driver;
use super::flow::{LANES, has_alarm};
use super::world::Sent;
use crate::journal::{Note, Story};
use crate::model::{LaneId, Standing};
use crate::retry::RetryPolicy;
use crate::store::Backlog;

/// The world is well again and the engine has come to rest.
pub(super) async fn after_the_storm(driver: &Driver) {
    always(driver).await;
    for (number, given) in driver.given.iter().enumerate() {
        let lane = driver.lane(given.lane).await.expect("its lane is in the journal");
        let story = driver.store.story(lane).await.unwrap().unwrap();
        nothing_is_lost(driver, lane, &story, number);
    }
}

/// Every lane was replayed in a world that is well: nothing is given up any more, everything is there.
pub(super) async fn after_the_replay(driver: &Driver) {
    always(driver).await;
    for (number, given) in driver.given.iter().enumerate() {
        let lane = driver.lane(given.lane).await.expect("its lane is in the journal");
        let story = driver.store.story(lane).await.unwrap().unwrap();
        assert_eq!(story.communication.state, Standing::Done, "of {number}");
        for name in writes_of(number) {
            assert_eq!(driver.world.landed(lane, &name), 1, "{name} after a replay");
            let ends = about(&story, &name).filter(|note| is_success(note)).count();
            assert_eq!(ends, 1, "the journal must say once that {name} is done");
        }
    }
}

async fn always(driver: &Driver) {
    nothing_is_doubled(driver);
    attempts_are_bounded(driver);
    nothing_is_leased_or_due(driver).await;
    for lane in 0..LANES.len() {
        let Some(lane) = driver.lane(lane).await else { continue };
        let story = driver.store.story(lane).await.unwrap().unwrap();
        order_is_kept(driver, lane, &story);
        the_story_is_whole(driver, lane, &story);
    }
    every_event_is_told(driver).await;
}

/// All an event leads to.
fn writes_of(number: usize) -> Vec<String> {
    let alarm = has_alarm(number).then_some("alarm");
    let kinds = ["card", "task", "follow"].into_iter().chain(alarm);
    kinds.map(|kind| format!("{kind}/{number}")).collect()
}

/// The notes about a write.
fn about<'s>(story: &'s Story, name: &'s str) -> impl DoubleEndedIterator<Item = &'s Note> {
    story.notes.iter().filter(move |note| note.data["what"]["name"] == name)
}

fn is_success(note: &Note) -> bool {
    matches!(note.kind.as_str(), "sent" | "found")
}

fn is_end(note: &Note) -> bool {
    is_success(note) || note.kind == "dead"
}

fn nothing_is_doubled(driver: &Driver) {
    for (lane, name, times) in driver.world.landings() {
        assert_eq!(times, 1, "{name} of lane {lane} was carried out {times} times");
    }
}

/// Every write of every event was carried out, or the journal says what was given up.
fn nothing_is_lost(driver: &Driver, lane: LaneId, story: &Story, number: usize) {
    let step_given_up = story.notes.iter().any(|note| note.kind == "event_dead");
    for name in writes_of(number) {
        let given_up = about(story, &name).next_back().is_some_and(|note| note.kind == "dead");
        let task_given_up = name.starts_with("follow/") && {
            let task = name.replace("follow", "task");
            about(story, &task).any(|note| note.kind == "dead")
        };
        let landed = driver.world.landed(lane, &name) == 1;
        assert!(landed || given_up || task_given_up || step_given_up, "{name} is lost");
        if given_up {
            assert_eq!(story.communication.state, Standing::Dead, "{name} was given up");
        }
    }
}

/// No write is sent more often than the policy allows, counted from replay to replay.
fn attempts_are_bounded(driver: &Driver) {
    let most = RetryPolicy::default().pauses.len() + 1;
    let mut attempts = HashMap::<_, usize>::new();
    for sent in driver.world.sent().into_iter().filter(|sent| !sent.turned_away) {
        let count = attempts.entry((sent.lane, sent.life, sent.name.clone())).or_default();
        *count += 1;
        assert!(*count <= most, "{} was sent {count} times", sent.name);
    }
}

async fn nothing_is_leased_or_due(driver: &Driver) {
    assert_eq!(driver.store.next_due(false).await.unwrap(), None);
    assert_eq!(driver.store.backlog(Timestamp::MAX).await.unwrap(), Backlog::default());
    assert_eq!(driver.store.free_leases(Timestamp::MAX).await.unwrap(), 0, "a lease is left");
}

/// In one lane and by one door a write leaves only when the one before has ended.
fn order_is_kept(driver: &Driver, lane: LaneId, story: &Story) {
    let mut last = HashMap::<String, Sent>::new();
    for sent in driver.world.sent().into_iter().filter(|sent| sent.lane == lane) {
        if let Some(before) = last.insert(sent.door.clone(), sent.clone())
            && before.life == sent.life
            && before.effect != sent.effect
        {
            assert!(before.effect < sent.effect, "{} left after {}", sent.name, before.name);
            let ended = about(story, &before.name).any(|note| is_end(note) && note.at <= sent.at);
            assert!(ended, "{} did not wait for {}", sent.name, before.name);
        }
    }
}

/// Every write that was ever sent has its end in the story.
fn the_story_is_whole(driver: &Driver, lane: LaneId, story: &Story) {
    for sent in driver.world.sent().iter().filter(|sent| sent.lane == lane) {
        let end = about(story, &sent.name).next_back().map(is_end);
        assert_eq!(end, Some(true), "the end of {} is not told", sent.name);
    }
    assert_eq!(story.communication.pending, 0);
    assert!(story.notes.is_sorted_by_key(|note| note.at));
}

async fn every_event_is_told(driver: &Driver) {
    let mut told = 0;
    for lane in 0..LANES.len() {
        let Some(lane) = driver.lane(lane).await else { continue };
        let story = driver.store.story(lane).await.unwrap().unwrap();
        for note in story.notes.iter().filter(|note| note.kind == "received") {
            let number = note.data["payload"]["number"].as_u64().unwrap();
            let given = &driver.given[usize::try_from(number).unwrap()];
            assert_eq!(note.data["copies"], given.copies, "copies of {number}");
            assert_ne!(note.data["state"], "pending", "{number} was not worked on");
            told += 1;
        }
    }
    assert_eq!(told, driver.given.len());
}
