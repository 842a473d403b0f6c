//! Whether connections work: everything there is to know of each, asked for in a number of queries that does
//! not depend on how many there are.

mod light;

use std::collections::HashMap;
use std::sync::Arc;

use ambient::Clock;
use cabinet::store::Listed;
use cabinet::{CabinetError, Connection, Connections};
use domain::Failure;
use engine::Store;
use engine::model::{ConnectionId, Door, Pause};
use engine::overview::{News, Undone};
use jiff::{SignedDuration, Timestamp};
use upstream::BudgetState;

use crate::accounts::Accounts;
use crate::reach::SeenSides;
use crate::stored::no_cabinet;

pub use light::{Left, Light, needs_hand};

/// What was given up in this time calls for somebody.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

/// Whether the connections of this installation work.
#[derive(Clone)]
pub struct Health {
    connections: Connections,
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
}

/// A connection, and everything that tells whether it works.
#[derive(Debug, Clone)]
pub struct ConnectionHealth {
    /// Which.
    pub listed: Listed,
    /// Its settings, or why they can't be opened.
    pub settings: Result<Arc<Connection>, Failure>,
    /// Doors that were shut and not opened since; one may be tried again by now.
    pub doors: Vec<(Door, Pause)>,
    /// The requests of its Planfix account; `None` when the settings name none.
    pub budget: Option<BudgetState>,
    /// What it has left undone; given up, in the last 24 hours.
    pub undone: Undone,
    /// Its newest communication, and whether anything was ever given up.
    pub news: News,
    /// What was seen of each side.
    pub seen: SeenSides,
}

impl Health {
    pub(crate) fn new(
        connections: Connections,
        accounts: Arc<Accounts>,
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { connections, accounts, store, clock }
    }

    /// All connections, by name.
    ///
    /// # Errors
    /// The store fails.
    pub async fn all(&self) -> Result<Vec<ConnectionHealth>, CabinetError> {
        let now = self.clock.now();
        let listed = self.connections.list().await?;
        let ids: Vec<ConnectionId> = listed.iter().map(|one| one.head.id).collect();
        let since = now.saturating_sub(FRESH).unwrap_or(Timestamp::MIN);
        let undone = self.store.undone(since).await.map_err(broken)?;
        let mut undone: HashMap<_, _> =
            undone.into_iter().map(|one| (one.connection, one)).collect();
        let news = self.store.news(&ids).await.map_err(broken)?;
        let mut news: HashMap<_, _> = news.into_iter().map(|one| (one.connection, one)).collect();
        let mut doors: HashMap<_, Vec<_>> = HashMap::new();
        for (id, door, pause) in self.store.all_pauses().await.map_err(broken)? {
            doors.entry(id).or_default().push((door, pause));
        }
        let mut seen = self.accounts.reach.all().await.map_err(broken)?;
        let budgets = self.accounts.budgets().await.map_err(broken)?;

        let mut all = Vec::with_capacity(listed.len());
        for listed in listed {
            let id = listed.head.id;
            // one that can't be opened must not hide the others
            let settings = self.connections.of_head(&listed.head).await.map_err(no_cabinet);
            let budget = settings
                .as_ref()
                .ok()
                .and_then(|connection| self.accounts.budget_of(connection, &budgets, now));
            let nothing = Undone { connection: id, waiting: 0, oldest: None, dead: 0 };
            let silence = News { connection: id, last_at: None, dead: false };
            all.push(ConnectionHealth {
                settings,
                doors: doors.remove(&id).unwrap_or_default(),
                budget,
                undone: undone.remove(&id).unwrap_or(nothing),
                news: news.remove(&id).unwrap_or(silence),
                seen: seen.remove(&id).unwrap_or_default(),
                listed,
            });
        }
        Ok(all)
    }
}

fn broken(error: engine::StoreError) -> CabinetError {
    cabinet::store::StoreError::from(error).into()
}
