//! Carrying a write out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ambient::Clock;
use async_trait::async_trait;
use domain::deals::DealRow;
use domain::failure::Code;
use domain::{Class, Failure};
use engine::model::ConnectionId;
use serde_json::{Value, json};
use uis::data_api::{DataApi, UPLOAD_ROWS};

use super::upload::Upload;
use super::{DealEffect, funnel};
use crate::accounts::{Account, Sharing};
use crate::deals::gather::{Gathers, Together};

/// Whoever uploaded the row together with others was broken off.
const BROKEN_OFF: Code = Code::new("DEAL-BROKEN-OFF");

/// How many deals one question about their history names.
const ASKED: usize = 50;

/// Sends the writes of deals; rows of many deals go together.
pub(crate) struct Sending {
    pub(super) sharing: Sharing,
    pub(super) clock: Arc<dyn Clock>,
    takings: AtomicU64,
    pub(super) funnels: tokio::sync::Mutex<()>,
    uploads: Gathers<ConnectionId, DealRow, Result<(), Failure>>,
    questions: Gathers<ConnectionId, DealRow, Result<bool, Failure>>,
}

impl Sending {
    pub(crate) fn new(sharing: Sharing, clock: Arc<dyn Clock>) -> Self {
        let (uploads, questions) = (Gathers::default(), Gathers::default());
        Self {
            sharing,
            clock,
            takings: AtomicU64::new(0),
            funnels: tokio::sync::Mutex::default(),
            uploads,
            questions,
        }
    }

    /// A number that no other taking of an office by this process has.
    pub(super) fn next_taking(&self) -> u64 {
        self.takings.fetch_add(1, Ordering::Relaxed)
    }

    /// Sends the write and returns what is to be remembered of it.
    pub(in crate::deals) async fn send(
        &self,
        account: &Account,
        effect: &DealEffect,
    ) -> Result<Value, Failure> {
        let uis = account.data_api()?;
        match effect {
            DealEffect::Funnel { funnel } => funnel::put(self, account, uis, funnel).await?,
            DealEffect::Contact { contact } => uis.put_deal_contact(contact).await?,
            DealEffect::Employee { employee } => uis.put_deal_employee(employee).await?,
            DealEffect::Superseded { .. } => {}
            DealEffect::Row { row, .. } => {
                let gather = self.uploads.of(&account.id);
                let taken = gather.ask(DealRow::clone(row), UPLOAD_ROWS, &Upload(uis)).await;
                if let Err(failure) = taken.ok_or_else(broken_off)? {
                    if failure.class == Class::Permanent {
                        funnel::forget(self, account, &row.funnel).await?;
                    }
                    return Err(failure);
                }
                return Ok(json!({ "row": row }));
            }
        }
        Ok(Value::Null)
    }

    /// Whether UIS has processed the row.
    pub(in crate::deals) async fn has_processed(
        &self,
        account: &Account,
        row: &DealRow,
    ) -> Result<bool, Failure> {
        let uis = account.data_api()?;
        let gather = self.questions.of(&account.id);
        gather.ask(row.clone(), ASKED, &Question(uis)).await.ok_or_else(broken_off)?
    }
}

/// Whether UIS has processed rows.
struct Question<'a>(&'a DataApi);

#[async_trait]
impl Together<DealRow, Result<bool, Failure>> for Question<'_> {
    async fn all(&self, rows: Vec<DealRow>) -> Vec<Result<bool, Failure>> {
        match self.0.processed(&rows).await {
            Ok(known) => known.into_iter().map(Ok).collect(),
            Err(failure) => rows.iter().map(|_| Err(failure.clone())).collect(),
        }
    }
}

/// The row may have been taken.
fn broken_off() -> Failure {
    Failure::new(Class::Unknown, BROKEN_OFF, "Загрузка сделок прервана, её итог неизвестен")
}
