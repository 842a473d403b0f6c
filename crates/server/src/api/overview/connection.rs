//! Whether a connection works.

use bridge::health::{ConnectionHealth, needs_hand};
use engine::model::{Door, Pause};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::budget::OverviewBudget;
use super::sides::{self, OverviewSide};

/// A connection, and whether it works.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewConnection {
    /// Its name.
    #[schema(example = "romashka")]
    name: String,
    /// The title people know it by.
    #[schema(example = "ООО «Ромашка»")]
    title: String,
    /// All of it in a word.
    light: Light,
    /// When something last happened to its newest communication; `null` when nothing ever came.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_event_at: Option<Timestamp>,
    /// Communications with writes still to be made.
    waiting: u32,
    /// When the oldest of these writes was planned; `null` when none waits.
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest_waiting: Option<Timestamp>,
    /// Communications with something given up, in the last 24 hours.
    dead: u32,
    /// Ways out that are shut now.
    doors: Vec<OverviewDoor>,
    /// How each side was seen lately, those without credentials too.
    sides: Vec<OverviewSide>,
    /// The requests of its Planfix account; `null` when the settings name none.
    budget: Option<OverviewBudget>,
}

/// Whether a connection works.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Light {
    /// It works.
    Works,
    /// It waits for the other side, and goes on by itself.
    Waits,
    /// Somebody has to do something.
    NeedsHand,
}

/// A way out that is shut: what should leave by it waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewDoor {
    /// Which.
    #[schema(example = "planfix.rest")]
    door: String,
    /// When it is tried again.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// A stable code, as in the pages of errors.
    #[schema(example = "PF-TOKEN")]
    code: String,
    /// What happened, in Russian.
    message: String,
    /// Whether it stays shut until somebody mends the credentials or the address.
    needs_hand: bool,
}

impl OverviewConnection {
    /// What is known of the connection.
    pub(super) fn of(health: &ConnectionHealth, now: Timestamp) -> Self {
        let light = health.light(now).into();
        let mut doors: Vec<_> = health.shut_now(now).map(OverviewDoor::of).collect();
        if let Err(failure) = &health.settings {
            let pause = Pause { until: now, failure: failure.clone() };
            let unopened = OverviewDoor::of(&(Door::new("settings"), pause));
            doors.insert(0, OverviewDoor { needs_hand: true, ..unopened });
        }
        Self {
            name: health.listed.head.name.to_string(),
            title: health.listed.title.clone(),
            light,
            last_event_at: health.news.last_at,
            waiting: health.undone.waiting,
            oldest_waiting: health.undone.oldest,
            dead: health.undone.dead,
            doors,
            sides: sides::of(health),
            budget: health.budget.as_ref().map(OverviewBudget::of),
        }
    }
}

impl From<bridge::health::Light> for Light {
    fn from(light: bridge::health::Light) -> Self {
        match light {
            bridge::health::Light::Works => Self::Works,
            bridge::health::Light::Waits => Self::Waits,
            bridge::health::Light::NeedsHand => Self::NeedsHand,
        }
    }
}

impl OverviewDoor {
    fn of((door, pause): &(Door, Pause)) -> Self {
        Self {
            door: door.0.clone(),
            until: pause.until,
            code: pause.failure.code.to_string(),
            needs_hand: needs_hand(&pause.failure),
            message: pause.failure.message.clone(),
        }
    }
}
