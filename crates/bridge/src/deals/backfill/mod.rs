//! Tasks that were there before deals were switched on.
//!
//! They are told of to their lanes, a page at a time; the next page is fetched when those of the page before are as good
//! as read. Its requests give way to all others, so it goes as fast as the account's budget permits and no call waits for
//! it. Where a run stands is stored, and a lane moves it on ([`flow`]) until it is done or somebody pauses it.

mod duty;
mod flow;
mod page;
mod record;
mod run;

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::failure::Code;
use domain::text::Lang;
use engine::Engine;
use engine::model::ConnectionId;
use jiff::{SignedDuration, Timestamp};

use crate::accounts::Accounts;
use crate::stored::not_stored;

pub use duty::BackfillDuty;
pub(crate) use flow::BackfillFlow;
use record::{stored, swap};
pub use run::{Run, Stage};

/// The furthest back a run may go, days.
pub const MOST_DAYS: u32 = 366;

/// A run that has not moved for so long is looked at.
const SLEEPS: SignedDuration = SignedDuration::from_mins(5);

/// Deals are switched off.
const OFF: Code = Code::new("DEAL-OFF");
/// A run is under way.
const BUSY: Code = Code::new("DEAL-BACKFILL-BUSY");
/// There is no run that could be paused or resumed.
const NONE: Code = Code::new("DEAL-BACKFILL-NONE");
/// The number of days is impossible.
const DAYS: Code = Code::new("DEAL-BACKFILL-DAYS");

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Deals are switched off.
    #[error("{OFF}: {}", self.advice(Lang::Ru))]
    Off,
    /// A run is under way or paused.
    #[error("{BUSY}: {}", self.advice(Lang::Ru))]
    Busy,
    /// There is no run to be paused or resumed.
    #[error("{NONE}: {}", self.advice(Lang::Ru))]
    None,
    /// Not 1 to [`MOST_DAYS`].
    #[error("{DAYS}: {}", self.advice(Lang::Ru))]
    Days,
    /// The database or the cabinet failed.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Refused {
    /// What to tell a person.
    pub fn advice(&self, lang: Lang) -> String {
        let (russian, english) = match self {
            Self::Off => (
                "Раздел «Сделки» выключен: включите его и сохраните настройки",
                "The section «Сделки» is off: switch it on and save the settings",
            ),
            Self::Busy => (
                "Загрузка уже идёт или на паузе: дождитесь конца или остановите её",
                "A load is under way or paused: wait for its end or stop it",
            ),
            Self::None => ("Нет загрузки, с которой это можно сделать", "There is no such load"),
            Self::Days => ("Дней должно быть от 1 до 366", "The days must be 1 to 366"),
            Self::Failed(failure) => return failure.to_string(),
        };
        match lang {
            Lang::Ru => russian.to_owned(),
            Lang::En => english.to_owned(),
        }
    }
}

/// The load of existing tasks.
#[derive(Clone)]
pub struct Backfill {
    pub(super) engine: Arc<Engine>,
    pub(super) accounts: Arc<Accounts>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Backfill {
    pub(crate) fn new(engine: Arc<Engine>, accounts: Arc<Accounts>, clock: Arc<dyn Clock>) -> Self {
        Self { engine, accounts, clock }
    }

    /// How the newest run stands; `None` before the first one.
    ///
    /// # Errors
    /// The database can't be read.
    pub async fn state(&self, connection: ConnectionId) -> Result<Option<Run>, Failure> {
        Ok(stored(&**self.engine.store(), connection).await?.map(|(_, run)| run))
    }

    /// Begins a run over the tasks made within so many days.
    ///
    /// # Errors
    /// When it may not begin, or the database fails.
    pub async fn start(&self, connection: ConnectionId, days: u32) -> Result<Run, Refused> {
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(Refused::Days);
        }
        let account = self.accounts.get(connection).await?;
        let object = account.settings.deals.task_object.filter(|_| account.settings.deals.enabled);
        let object = object.ok_or(Refused::Off)?;
        let known = stored(&**self.engine.store(), connection).await?;
        if known.as_ref().is_some_and(|(_, run)| run.stage.is_open()) {
            return Err(Refused::Busy);
        }
        let now = self.clock.now();
        let back = SignedDuration::from_hours(24 * i64::from(days));
        let since = now.saturating_sub(back).unwrap_or(Timestamp::MIN);
        let run = Run::begin(object, days, since, now);
        let over = known.map(|(version, _)| version);
        if !swap(&**self.engine.store(), connection, over, &run).await? {
            return Err(Refused::Busy);
        }
        self.wake(connection, &run).await?;
        Ok(run)
    }

    /// Pauses the run, or lets it go on.
    ///
    /// # Errors
    /// When there is none, or the database fails.
    pub async fn turn(&self, connection: ConnectionId, to: Stage) -> Result<Run, Refused> {
        loop {
            let Some((version, run)) = stored(&**self.engine.store(), connection).await? else {
                return Err(Refused::None);
            };
            let run = run.turned(to, self.clock.now()).ok_or(Refused::None)?;
            if swap(&**self.engine.store(), connection, Some(version), &run).await? {
                self.wake(connection, &run).await?;
                return Ok(run);
            }
        }
    }

    /// Wakes the lane of a run that should move and has not for a while.
    ///
    /// # Errors
    /// The database fails.
    pub(super) async fn wake_sleeper(&self, connection: ConnectionId) -> Result<(), Failure> {
        let run = self.state(connection).await?.filter(|run| run.stage == Stage::Running);
        let stands = |run: &Run| self.clock.now().duration_since(run.moved_at);
        match run.filter(|run| stands(run) >= SLEEPS) {
            Some(run) => self.wake(connection, &run).await,
            None => Ok(()),
        }
    }

    /// Wakes the run's lane.
    async fn wake(&self, connection: ConnectionId, run: &Run) -> Result<(), Failure> {
        let event = flow::turned_event(connection, run, self.clock.now());
        self.engine.accept(event).await.map(drop).map_err(not_stored)
    }
}
