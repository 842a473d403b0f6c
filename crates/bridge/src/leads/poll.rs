//! Reading UIS's report of leads from time to time.

use std::sync::Arc;

use ambient::Clock;
use async_trait::async_trait;
use cabinet::Connections;
use domain::Failure;
use engine::Engine;
use engine::model::{Accepted, ConnectionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uis::data_api::LeadRow;

use super::seen::Seen;
use super::{event, kept, pace, window};
use crate::accounts::Account;
use crate::draft::json;
use crate::duties::Duty;
use crate::reconcile::is_short_of_points;
use crate::stored::{no_cabinet, not_stored};

/// The cursor's name.
const CURSOR: &str = "leads";

/// How far the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    /// When the first reading was: older leads are not ours.
    begun: Timestamp,
    /// When the last reading was.
    read: Timestamp,
}

/// Reads the report.
pub(crate) struct LeadPoll {
    engine: Arc<Engine>,
    connections: Connections,
    clock: Arc<dyn Clock>,
    seen: Seen,
}

#[async_trait]
impl Duty for LeadPoll {
    fn name(&self) -> &'static str {
        CURSOR
    }

    /// While leads are switched off there is one thing to do: to forget how far the reading had come, so
    /// that leads of that time are not made up for when they are switched on again.
    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let limits = account.uis.as_ref().and_then(|uis| uis.limits());
        let pause = pace::pause(limits.as_ref(), now);
        if wants(account) {
            Some(last.map_or(now, |last| last + pause))
        } else {
            last.map(|last| last + pause)
        }
    }

    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure> {
        let mark = self.mark(account.id).await?;
        if !wants(account) {
            return if mark.is_some() { self.forget(account.id).await } else { Ok(()) };
        }
        if mark.is_none() {
            let kept = kept::work_off(&self.engine, account.id).await?;
            if kept > 0 {
                tracing::info!(connection = %account.settings.name, kept, "kept leads are worked off");
            }
        }
        self.read(account, mark).await
    }
}

fn wants(account: &Account) -> bool {
    account.settings.text.lead_rules().is_some() && account.uis.is_some()
}

impl LeadPoll {
    pub(crate) fn new(
        engine: Arc<Engine>,
        connections: Connections,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { engine, connections, clock, seen: Seen::default() }
    }

    /// Takes in what the report shows. When it can't be read, the next reading begins where this one did.
    async fn read(&self, account: &Account, mark: Option<Mark>) -> Result<(), Failure> {
        let now = self.clock.now();
        let Some(uis) = account.uis.as_ref().filter(|uis| !is_short_of_points(uis, now)) else {
            return Ok(());
        };
        let window = window::of(mark.map(|mark| mark.read), mark.map(|mark| mark.begun), now);
        let zone = account.settings.timezone.zone();
        let rows = uis.leads(window.from, window.till, zone).await?;
        for row in &rows {
            if !self.seen.knows(account.id, row.communication) {
                self.take(account.id, row.clone(), now).await?;
            }
        }
        self.seen.remember(account.id, &rows);
        let begun = mark.map_or(now, |mark| mark.begun);
        self.remember(account.id, Mark { begun, read: now }).await
    }

    async fn take(
        &self,
        connection: ConnectionId,
        row: LeadRow,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let lead = row.communication;
        let event = event::reported(connection, row, now)?;
        let accepted = self.engine.accept(event).await.map_err(not_stored)?;
        if matches!(accepted, Accepted::New(_)) {
            tracing::debug!(%lead, "a lead came from the report");
        }
        Ok(())
    }

    async fn mark(&self, connection: ConnectionId) -> Result<Option<Mark>, Failure> {
        let stored =
            self.connections.store().cursor(connection, CURSOR).await.map_err(no_cabinet)?;
        Ok(stored.and_then(|text| serde_json::from_str(&text).ok()))
    }

    async fn remember(&self, connection: ConnectionId, mark: Mark) -> Result<(), Failure> {
        let text = json(&mark)?.to_string();
        let saved = self.connections.store().set_cursor(connection, CURSOR, &text).await;
        saved.map_err(no_cabinet)
    }

    async fn forget(&self, connection: ConnectionId) -> Result<(), Failure> {
        let saved = self.connections.store().set_cursor(connection, CURSOR, "off").await;
        saved.map_err(no_cabinet)
    }
}
