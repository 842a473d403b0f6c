//! The use case the storms are played with: every event leads to a card at once, a task with a
//! follow-up when the task is there, and every third event to an alarm half a minute later.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::world::World;
use crate::conformance::desk;
use crate::flow::{Flow, Found, Place};
use crate::model::{
    ConnectionId, Effect, Event, Input, LaneKey, NewEffect, NewNote, Outcome, Standing, Step,
    Summary,
};

/// The lanes: three of one connection, one of another.
pub(super) const LANES: [(ConnectionId, &str); 4] =
    [(desk::HERE, "a"), (desk::HERE, "b"), (desk::HERE, "c"), (desk::THERE, "a")];

/// The doors of each connection.
pub(super) const DOORS: [&str; 2] = ["telephony", "rest"];

/// Whether the event of this number leads to an alarm.
pub(super) fn has_alarm(number: usize) -> bool {
    number.is_multiple_of(3)
}

/// The use case.
pub(super) struct StormFlow {
    pub(super) world: Arc<World>,
}

/// What a lane knows.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Memory {
    alarms: Vec<(usize, Timestamp)>,
}

#[async_trait]
impl Flow for StormFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        self.world.step(place).await?;
        let mut memory: Memory =
            serde_json::from_value::<Option<Memory>>(state).unwrap().unwrap_or_default();
        let effects = match input {
            Input::Event(event) => on_event(place, &mut memory, &event),
            Input::Result(outcome) => on_result(place, &outcome),
            Input::Timer => on_timer(place, &mut memory),
        };
        Ok(Step {
            wake_at: memory.alarms.iter().map(|(_, at)| *at).min(),
            state: serde_json::to_value(memory).unwrap(),
            effects,
            notes: vec![NewNote { kind: "stepped".to_owned(), data: json!({}) }],
            summary: Some(summary(place)),
            ..Step::default()
        })
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let name = desk::name(effect);
        self.world.send(place, effect, name).await?;
        Ok(json!({ "done": name }))
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let name = desk::name(effect);
        let found = self.world.look(place, name).await?;
        Ok(if found { Found::Done(json!({ "done": name })) } else { Found::NotDone })
    }

    fn rewind(&self, _key: &LaneKey, _state: Value) -> Value {
        Value::Null
    }
}

fn on_event(place: &Place, memory: &mut Memory, event: &Event) -> Vec<NewEffect> {
    let number = usize::try_from(event.payload["number"].as_u64().unwrap()).unwrap();
    if has_alarm(number) {
        memory.alarms.push((number, event.received_at + SignedDuration::from_secs(30)));
    }
    let task = format!("task/{number}");
    vec![
        desk::live_write(place, &format!("card/{number}")),
        NewEffect { kind: task.clone(), report: true, ..desk::write(place, &task) },
    ]
}

fn on_result(place: &Place, outcome: &Outcome) -> Vec<NewEffect> {
    let follow = outcome.kind.replace("task", "follow");
    outcome.result.iter().map(|_| desk::write(place, &follow)).collect()
}

fn on_timer(place: &Place, memory: &mut Memory) -> Vec<NewEffect> {
    let (ringing, later): (Vec<_>, _) =
        memory.alarms.drain(..).partition(|(_, at)| *at <= place.now);
    memory.alarms = later;
    let alarm = |(number, _)| desk::write(place, &format!("alarm/{number}"));
    ringing.into_iter().map(alarm).collect()
}

fn summary(place: &Place) -> Summary {
    Summary {
        direction: None,
        phone: None,
        client: None,
        title: place.key.to_string(),
        state: Standing::Done,
        reason: Value::Null,
        started_at: desk::at(0),
        task: None,
        contact: None,
    }
}
