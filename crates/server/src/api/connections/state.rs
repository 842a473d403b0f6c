//! How a connection stands, for the list.

use bridge::health::ConnectionHealth;
use domain::Failure;
use domain::settings::Settings;
use engine::model::{Door, Pause};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// Which sections are switched on.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Sections {
    /// «Синхронизация сотрудников».
    employees: bool,
    /// «Телефония».
    telephony: bool,
    /// «Текстовые коммуникации».
    text: bool,
    /// «Сделки».
    deals: bool,
}

/// A way out that is shut: what should leave by it waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShutDoor {
    /// Which.
    #[schema(example = "planfix.rest")]
    door: String,
    /// Till when.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// A stable code, as in the pages of errors.
    #[schema(example = "PF-TOKEN")]
    code: String,
    /// What happened, in Russian.
    message: String,
}

/// How a connection stands.
pub(super) struct Standings {
    pub(super) sections: Sections,
    pub(super) doors: Vec<ShutDoor>,
    pub(super) dead: bool,
    pub(super) last_event_at: Option<Timestamp>,
}

/// How a connection stands, by what is known of it.
pub(super) fn of(health: &ConnectionHealth, now: Timestamp) -> Standings {
    let mut doors: Vec<_> = health.shut_now(now).map(ShutDoor::of).collect();
    let sections = match &health.settings {
        Ok(connection) => Sections::of(&connection.settings),
        Err(failure) => {
            let connection = &health.listed.head.name;
            tracing::error!(%connection, %failure, "the settings can't be read");
            doors.insert(0, ShutDoor::of_settings(now, failure));
            Sections::default()
        }
    };
    let (dead, last_event_at) = (health.news.dead, health.news.last_at);
    Standings { sections, doors, dead, last_event_at }
}

impl Sections {
    fn of(settings: &Settings) -> Self {
        Self {
            employees: settings.employees.enabled,
            telephony: settings.telephony.enabled,
            text: settings.text.enabled,
            deals: settings.deals.enabled,
        }
    }
}

impl ShutDoor {
    fn of((door, pause): &(Door, Pause)) -> Self {
        Self {
            door: door.0.clone(),
            until: pause.until,
            code: pause.failure.code.to_string(),
            message: pause.failure.message.clone(),
        }
    }

    fn of_settings(until: Timestamp, failure: &Failure) -> Self {
        let (door, code) = ("settings".to_owned(), failure.code.to_string());
        Self { door, until, code, message: failure.message.clone() }
    }
}
