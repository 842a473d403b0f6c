//! The synchronisation of employees: users of Planfix who are missing in UIS are created there, and the
//! report tells who is who.
//!
//! What UIS has is never changed. A run reads both systems as they are now and begins from nothing, so
//! one that broke off is simply done again.

mod creation;
mod nightly;
mod people;
mod run;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ambient::Clock;
use cabinet::{CabinetError, Connections, EmployeeRun, RunOutcome};
use domain::Failure;
use domain::failure::Code;
use domain::text::Lang;
use engine::model::ConnectionId;
use engine::{Office, Tenure};
use jiff::SignedDuration;
use upstream::Priority;

use crate::accounts::{Account, Accounts, Sharing};
use crate::stored::not_stored;

pub use nightly::NightlyEmployees;

/// Employees are not synchronised by the settings.
const OFF: Code = Code::new("EMP-OFF");
/// A run is under way.
const BUSY: Code = Code::new("EMP-BUSY");

/// Why a run was not even begun.
#[derive(Debug, thiserror::Error)]
pub enum NotRun {
    /// The section is switched off.
    #[error("{OFF}: {}", Self::off(Lang::Ru))]
    Off,
    /// Another run of the connection is under way.
    #[error("{BUSY}: {}", Self::busy(Lang::Ru))]
    Busy,
    /// The cabinet can't be read or written.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
    /// The settings can't be read now.
    #[error(transparent)]
    Account(#[from] Failure),
}

impl NotRun {
    /// What to tell a person, where it is his to change something.
    pub fn advice(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Off => Some(Self::off(lang)),
            Self::Busy => Some(Self::busy(lang)),
            Self::Cabinet(_) | Self::Account(_) => None,
        }
    }

    fn off(lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => {
                "Синхронизация сотрудников выключена. На ней держатся другие разделы: звонки, задачи \
                 и персональный менеджер узнают сотрудников по её итогам, и без неё новые сотрудники \
                 остаются неизвестными. Включите раздел «Синхронизация сотрудников» и сохраните \
                 настройки"
            }
            Lang::En => {
                "The synchronisation of employees is switched off. Other sections lean on it: calls, \
                 tasks and the personal manager know employees by its results, and without it new \
                 employees stay unknown. Switch «Синхронизация сотрудников» on and save the settings"
            }
        }
    }

    fn busy(lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => "Синхронизация сотрудников этого соединения уже идёт, дождитесь её итогов",
            Lang::En => {
                "The employees of this connection are being synchronised, wait for the result"
            }
        }
    }
}

/// Synchronises employees.
#[derive(Clone)]
pub struct EmployeeSync {
    connections: Connections,
    accounts: Arc<Accounts>,
    sharing: Sharing,
    clock: Arc<dyn Clock>,
    /// How many runs this node has begun.
    begun: Arc<AtomicU64>,
}

/// How long the connection stays taken when a run's process dies. A run renews it as it goes on.
const TERM: SignedDuration = SignedDuration::from_mins(2);

impl EmployeeSync {
    /// The synchronisation of the connections.
    pub fn new(
        connections: Connections,
        accounts: Arc<Accounts>,
        sharing: Sharing,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { connections, accounts, sharing, clock, begun: Arc::default() }
    }

    /// One run now, because a person wants it. Its outcome is kept.
    ///
    /// # Errors
    /// When it could not be begun; what fails later is part of the run.
    pub async fn run(&self, id: ConnectionId, author: &str) -> Result<EmployeeRun, NotRun> {
        let account = self.accounts.get(id).await?;
        self.run_for(&account, author, Priority::OperatorAction).await
    }

    /// The newest run; `None` before the first one.
    ///
    /// # Errors
    /// The cabinet can't be read.
    pub async fn last(&self, id: ConnectionId) -> Result<Option<EmployeeRun>, CabinetError> {
        Ok(self.connections.store().employee_runs(id, 1).await?.pop())
    }

    async fn run_for(
        &self,
        account: &Account,
        author: &str,
        priority: Priority,
    ) -> Result<EmployeeRun, NotRun> {
        if !account.settings.employees.enabled {
            return Err(NotRun::Off);
        }
        let tenure = self.take(account.id).await?.ok_or(NotRun::Busy)?;
        account.forget_people().await;
        let outcome = match run::run(account, priority, &tenure).await {
            Ok(report) => RunOutcome::Report(report),
            Err(failure) => RunOutcome::Failure(failure),
        };
        // whoever was created counts from the next call on
        account.forget_people().await;
        let run = EmployeeRun { ended_at: self.clock.now(), author: author.to_owned(), outcome };
        let kept = self.connections.store().save_employee_run(account.id, run.clone()).await;
        if let Err(error) = tenure.resign().await {
            tracing::warn!(%error, "the connection stays taken until the run's term ends");
        }
        kept.map_err(CabinetError::from)?;
        Ok(run)
    }

    /// Takes the connection for one run, on whichever node: two at once would create everybody twice.
    async fn take(&self, id: ConnectionId) -> Result<Option<Tenure>, Failure> {
        let Sharing { store, node } = &self.sharing;
        let name = format!("employees/{id}");
        let office = Office::new(Arc::clone(store), Arc::clone(&self.clock), &name, TERM);
        let run = self.begun.fetch_add(1, Ordering::Relaxed);
        office.take(&format!("{node}/{run}")).await.map_err(not_stored)
    }
}
