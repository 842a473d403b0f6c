//! The database's time, so that all nodes agree on it.
//!
//! A lease that one node holds must not have run out by another node's clock, and two requests a second
//! apart must be a second apart whoever sends them. Machines' clocks differ; the nodes have one database.

use std::sync::{Arc, Weak};

use ambient::{Clock, SteadyClock, SystemClock};
use jiff::{SignedDuration, Timestamp};

use crate::PostgresStore;
use crate::error::{OrBroken, Result};
use crate::values::moment;

/// How often it is set anew: a quartz clock strays a few milliseconds meanwhile.
const SET_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// How often the database is asked for the time in one go; the quickest answer counts.
const QUESTIONS: usize = 3;

/// Makes clocks that show the database's time.
#[derive(Debug)]
pub struct DatabaseClock;

impl DatabaseClock {
    /// A clock that is kept at the database's time as long as somebody uses it. While the database can't
    /// be reached it goes on by itself.
    ///
    /// # Errors
    /// When the database can't be asked.
    pub async fn of(store: &PostgresStore) -> Result<Arc<SteadyClock>> {
        let clock = Arc::new(SteadyClock::showing(SystemClock.now()));
        set(store, &clock).await?;
        tokio::spawn(keep(store.clone(), Arc::downgrade(&clock)));
        Ok(clock)
    }
}

async fn keep(store: PostgresStore, clock: Weak<SteadyClock>) {
    loop {
        SystemClock.sleep(SET_EVERY).await;
        let Some(clock) = clock.upgrade() else { return };
        if let Err(error) = set(&store, &clock).await {
            tracing::debug!(%error, "the database does not tell the time");
        }
    }
}

/// Sets the clock by the quickest of a few answers: it is as old as half its way there and back.
async fn set(store: &PostgresStore, clock: &SteadyClock) -> Result<()> {
    let mut best: Option<(SignedDuration, SignedDuration)> = None;
    for _ in 0..QUESTIONS {
        let asked = clock.now();
        let told = ask(store).await?;
        let took = clock.now().duration_since(asked);
        let ahead = told.duration_since(asked + took / 2);
        if best.is_none_or(|(quickest, _)| took < quickest) {
            best = Some((took, ahead));
        }
    }
    if let Some((_, ahead)) = best {
        clock.set(clock.now() + ahead);
    }
    Ok(())
}

async fn ask(store: &PostgresStore) -> Result<Timestamp> {
    let mut session = store.read().await?;
    let told = sqlx::query_scalar!(
        r#"SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS "now!""#
    )
    .fetch_one(&mut session)
    .await
    .or_broken();
    moment(session.finish(told).await?)
}
