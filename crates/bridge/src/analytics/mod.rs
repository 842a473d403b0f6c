//! «Аналитика»: communications, the tasks made of them, and what the deals brought, from our own data.
//!
//! A communication counts in the period in which it began, with whatever has become of it until now.

mod labels;

use std::collections::HashSet;
use std::sync::Arc;

use domain::Failure;
use domain::analytics::{Dimension, Fate, Outcome, Table};
use domain::deals::{DealRow, FAILED, SUCCESS};
use engine::Store;
use engine::journal::{Begun, BegunQuery};
use engine::model::{ConnectionId, LaneId, LaneKey};
use jiff::Timestamp;

use crate::deals::{self, deal_of};
use crate::stored::not_stored;

/// So many lanes are read at once.
const PAGE: u32 = 300;

/// The analytics of the connections.
#[derive(Clone)]
pub struct Analytics {
    store: Arc<dyn Store>,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Whose communications.
    pub connection: ConnectionId,
    /// Begun at this moment or later.
    pub from: Timestamp,
    /// And before this one.
    pub till: Timestamp,
    /// By what they are counted.
    pub by: Dimension,
}

impl Analytics {
    pub(crate) fn new(store: Arc<dyn Store>) -> Self {
        Self { store }
    }

    /// The numbers of a period.
    ///
    /// # Errors
    /// The database can't be read.
    pub async fn table(&self, asked: &Question) -> Result<Table, Failure> {
        let mut table = Table::default();
        // deals whose communication was counted are counted with it
        let mut counted = HashSet::new();
        let mut lonely = Vec::new();
        let mut after = None;
        loop {
            let page = self.page(asked, after).await?;
            after = page.last().map(|begun| begun.id);
            for begun in &page {
                if begun.lane.key.kind() == deals::LANE {
                    lonely.extend(deal_of(&begun.lane));
                } else {
                    self.count(asked, begun, &mut table, &mut counted).await?;
                }
            }
            if page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
                break;
            }
        }
        for deal in lonely {
            if deal.communication.is_none() && !counted.contains(&deal.task.0) {
                table.lonely_deal(outcome(&deal), deal.revenue);
            }
        }
        Ok(table)
    }

    async fn page(&self, asked: &Question, after: Option<LaneId>) -> Result<Vec<Begun>, Failure> {
        let Question { connection, from, till, .. } = *asked;
        let query = BegunQuery { connection, from, till, after, limit: PAGE };
        self.store.begun(query).await.map_err(not_stored)
    }

    async fn count(
        &self,
        asked: &Question,
        begun: &Begun,
        table: &mut Table,
        counted: &mut HashSet<i64>,
    ) -> Result<(), Failure> {
        let Some(visit) = labels::of(begun, asked.by) else { return Ok(()) };
        let fate = match visit.task.filter(|task| counted.insert(*task)) {
            None => Fate::Nothing,
            Some(task) => self.fate(asked.connection, task).await?,
        };
        table.communication(visit.label.as_deref(), fate);
        Ok(())
    }

    /// What became of a task.
    async fn fate(&self, connection: ConnectionId, task: i64) -> Result<Fate, Failure> {
        let key = LaneKey::new(deals::LANE, task);
        let lane = self.store.find_lane(connection, &key).await.map_err(not_stored)?;
        let deal = lane.as_ref().and_then(deal_of);
        Ok(deal.map_or(Fate::Task, |deal| Fate::Deal(outcome(&deal), deal.revenue)))
    }
}

fn outcome(deal: &DealRow) -> Outcome {
    match deal.stage.as_str() {
        SUCCESS => Outcome::Won,
        FAILED => Outcome::Lost,
        _ => Outcome::Open,
    }
}
