//! How a connection stands, for the list.

use cabinet::store::Listed;
use engine::journal::JournalQuery;
use engine::model::{ConnectionId, Door, Pause, Standing};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::Problem;

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

/// Asks the store how a connection stands.
pub(super) async fn of(app: &App, listed: &Listed) -> Result<Standings, Problem> {
    let id = listed.head.id;
    let now = app.clock.now();
    let shut = shut_doors(app, id, now).await?.into_iter();
    let mut doors: Vec<_> = shut.map(ShutDoor::of).collect();
    let sections = match app.connections.get(id).await {
        Ok(connection) => {
            let settings = &connection.settings;
            Sections {
                employees: settings.employees.enabled,
                telephony: settings.telephony.enabled,
                text: settings.text.enabled,
                deals: settings.deals.enabled,
            }
        }
        Err(error) => {
            // one that can't be opened must not hide the others
            tracing::error!(connection = %listed.head.name, %error, "the settings can't be read");
            doors.insert(0, ShutDoor::of_settings(now, &error));
            Sections::default()
        }
    };
    Ok(Standings {
        sections,
        doors,
        dead: newest(app, id, Some(Standing::Dead)).await?.is_some(),
        last_event_at: newest(app, id, None).await?,
    })
}

impl ShutDoor {
    fn of((door, pause): (Door, Pause)) -> Self {
        Self {
            door: door.0,
            until: pause.until,
            code: pause.failure.code.to_string(),
            message: pause.failure.message,
        }
    }

    fn of_settings(until: Timestamp, error: &cabinet::CabinetError) -> Self {
        let (door, code) = ("settings".to_owned(), "SVZ-CABINET".to_owned());
        Self { door, until, code, message: error.to_string() }
    }
}

/// The doors of a connection that are shut at the moment.
pub(in crate::api) async fn shut_doors(
    app: &App,
    id: ConnectionId,
    now: Timestamp,
) -> Result<Vec<(Door, Pause)>, Problem> {
    let mut pauses = app.bridge.engine.store().pauses(id).await?;
    pauses.retain(|(_, pause)| pause.until > now);
    Ok(pauses)
}

/// When something last happened to the newest communication that stands so.
pub(in crate::api) async fn newest(
    app: &App,
    id: ConnectionId,
    state: Option<Standing>,
) -> Result<Option<Timestamp>, Problem> {
    let query = JournalQuery { connection: Some(id), state, limit: 1, ..JournalQuery::default() };
    let page = app.bridge.engine.store().journal(query).await?;
    Ok(page.items.first().map(|newest| newest.updated_at))
}
