//! Calls whose notifications never came: UIS's report is compared with the inbox, and what is missing
//! is worked on from the report.
//!
//! Cards can't be back-dated, so only the task and the fields are made, and the journal says why.

mod note;
mod window;

use std::sync::Arc;

use ambient::Clock;
use async_trait::async_trait;
use cabinet::Connections;
use domain::Failure;
use domain::calls::CallReport;
use engine::Engine;
use engine::model::{Accepted, ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uis::data_api::{CallRow, CallsQuery, DataApi};

use crate::accounts::Account;
use crate::calls;
use crate::duties::Duty;
use crate::stored::{EVENT, no_cabinet, not_stored};

pub use note::ReconcileNote;

/// The cursor's name.
const CURSOR: &str = "reconcile";
/// How often the report is compared.
const EVERY: SignedDuration = SignedDuration::from_mins(5);
/// So many points of UIS's minute and day are left to calls that are going on.
const POINTS_LEFT: i64 = 20;

/// A call as the report told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReportedCall {
    /// When it began.
    pub(crate) began_at: Timestamp,
    /// Its row.
    pub(crate) report: CallReport,
}

/// What a comparison came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reconciled {
    /// Calls of the report.
    pub seen: usize,
    /// Those of them that had never been told.
    pub recovered: usize,
}

/// Compares the report with the inbox.
pub struct Reconcile {
    engine: Arc<Engine>,
    connections: Connections,
    clock: Arc<dyn Clock>,
}

#[async_trait]
impl Duty for Reconcile {
    fn name(&self) -> &'static str {
        CURSOR
    }

    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let wanted = account.settings.telephony.enabled && account.uis.is_some();
        wanted.then(|| last.map_or(now, |last| last + EVERY))
    }

    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure> {
        let done = self.run(account).await?;
        if done.recovered > 0 {
            tracing::warn!(connection = %account.settings.name, ?done, "calls were recovered from the report");
        }
        Ok(())
    }
}

impl Reconcile {
    pub(crate) fn new(
        engine: Arc<Engine>,
        connections: Connections,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { engine, connections, clock }
    }

    /// Compares what has become visible since the last time.
    ///
    /// # Errors
    /// When UIS or the database can't be asked; the next run begins where this one did.
    pub async fn run(&self, account: &Account) -> Result<Reconciled, Failure> {
        let now = self.clock.now();
        let Some(uis) = account.uis.as_ref().filter(|uis| !is_short_of_points(uis, now)) else {
            return Ok(Reconciled::default());
        };
        let window = window::of(self.cursor(account.id).await?, now);
        let query = CallsQuery::between(window.from, window.till);
        let rows = uis.calls(&query, account.settings.timezone.zone()).await?;
        let mut done = Reconciled { seen: rows.len(), recovered: 0 };
        for row in rows {
            if window.is_settled(row.finish.map(|finish| finish.at)) {
                done.recovered += usize::from(self.recover(account.id, row, now).await?);
            }
        }
        self.remember(account.id, window.till).await?;
        Ok(done)
    }

    /// Takes a call in that was never told; `false` when something of it was.
    async fn recover(
        &self,
        connection: ConnectionId,
        row: CallRow,
        now: Timestamp,
    ) -> Result<bool, Failure> {
        let lane = LaneKey::new(calls::LANE, row.id);
        let known = self.engine.store().find_lane(connection, &lane).await.map_err(not_stored)?;
        if known.is_some() {
            return Ok(false);
        }
        let dedup = DedupKey::new(format!("report/{}", row.id));
        let began_at = row.start.map_or(now, |start| start.at);
        let reported = ReportedCall { began_at, report: calls::report_of(row) };
        let payload = serde_json::to_value(reported)
            .map_err(|error| Failure::permanent(EVENT, error.to_string()))?;
        let kind = calls::REPORTED.to_owned();
        let event = NewEvent { connection, lane, kind, dedup, payload, received_at: now };
        let accepted = self.engine.accept(event).await.map_err(not_stored)?;
        Ok(matches!(accepted, Accepted::New(_)))
    }

    async fn cursor(&self, connection: ConnectionId) -> Result<Option<Timestamp>, Failure> {
        let stored =
            self.connections.store().cursor(connection, CURSOR).await.map_err(no_cabinet)?;
        Ok(stored.and_then(|text| text.parse().ok()))
    }

    async fn remember(&self, connection: ConnectionId, till: Timestamp) -> Result<(), Failure> {
        let saved =
            self.connections.store().set_cursor(connection, CURSOR, &till.to_string()).await;
        saved.map_err(no_cabinet)
    }
}

/// Whether what is left of UIS's minute or day belongs to calls that are going on.
pub(crate) fn is_short_of_points(uis: &DataApi, now: Timestamp) -> bool {
    let Some(limits) = uis.limits() else { return false };
    let short = |left: Option<i64>, resets: Option<Timestamp>| {
        left.is_some_and(|left| left < POINTS_LEFT) && resets.is_none_or(|resets| now < resets)
    };
    short(limits.minute_remaining, limits.minute_resets)
        || short(limits.day_remaining, limits.day_resets)
}
