//! End-to-end analytics: sales funnels, the people of deals, and the deals themselves.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use super::calls::Row;

/// What a stage of a funnel stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StageStatus {
    /// The deal goes on.
    InProcess,
    /// The deal was won.
    Success,
    /// The deal was lost.
    Failed,
}

/// A stage of a funnel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// The customer's own id.
    pub ext_id: String,
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub status: StageStatus,
    /// Its place among those that go on.
    pub order: u64,
}

/// A sales funnel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Funnel {
    /// The customer's own id.
    pub ext_id: String,
    /// Its name.
    pub name: String,
    /// Its stages.
    pub stages: Vec<Stage>,
}

impl Funnel {
    /// The stage of this id.
    pub fn stage(&self, ext_id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.ext_id == ext_id)
    }
}

/// A contact of deals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DealContact {
    /// Name.
    pub name: String,
    /// E.164 digits.
    pub phones: Vec<String>,
    /// E-mails.
    pub emails: Vec<String>,
    /// When it was made over there.
    pub created: Option<String>,
}

/// Everything that analytics knows of deals.
#[derive(Debug, Clone, Default)]
pub struct Deals {
    /// Funnels by id.
    pub funnels: BTreeMap<String, Funnel>,
    /// Names of employees by id.
    pub employees: BTreeMap<String, String>,
    /// Contacts by id.
    pub contacts: BTreeMap<String, DealContact>,
    /// Rows that were processed, oldest first: one for every stage or change of a deal.
    pub history: Vec<Row>,
    /// Uploaded rows and when they will have been processed.
    pub(super) processing: Vec<(Timestamp, Row)>,
}

impl Deals {
    /// Uploads whose time has come enter the history.
    pub(super) fn settle(&mut self, now: Timestamp) {
        let waiting = std::mem::take(&mut self.processing);
        let (done, later) = waiting.into_iter().partition(|(due, _)| *due <= now);
        self.processing = later;
        let done: Vec<(Timestamp, Row)> = done;
        self.history.extend(done.into_iter().map(|(_, row)| row));
    }

    /// Everything uploaded for a deal so far, processed or not, oldest first.
    pub(super) fn uploaded<'a>(&'a self, ext_id: &'a str) -> impl Iterator<Item = &'a Row> {
        let waiting = self.processing.iter().map(|(_, row)| row);
        self.history.iter().chain(waiting).filter(move |row| text(row, "ext_id") == ext_id)
    }

    /// The deals as they stand, each by its newest row, in the order in which they came.
    pub fn current(&self) -> Vec<&Row> {
        let mut order: Vec<&str> = Vec::new();
        let mut newest: BTreeMap<&str, &Row> = BTreeMap::new();
        for row in &self.history {
            let ext_id = text(row, "ext_id");
            if newest.insert(ext_id, row).is_none() {
                order.push(ext_id);
            }
        }
        order.into_iter().filter_map(|ext_id| newest.get(ext_id).copied()).collect()
    }

    /// What the page shows.
    pub(super) fn shown(&self) -> Value {
        let row = |row: &&Row| {
            let funnel = self.funnels.get(text(row, "sales_funnel_ext_id"));
            let stage = funnel.and_then(|funnel| funnel.stage(text(row, "stage_ext_id")));
            let contact = self.contacts.get(text(row, "main_contact_ext_id"));
            json!({
                "ext_id": row.get("ext_id"),
                "name": row.get("name"),
                "funnel": funnel.map(|funnel| funnel.name.as_str()),
                "stage": stage.map(|stage| stage.name.as_str()),
                "status": stage.map(|stage| stage.status),
                "revenue": row.get("revenue"),
                "created": row.get("created_date_time"),
                "stage_at": row.get("modified_stage_date_time"),
                "contact": contact.map(|contact| contact.name.as_str()),
                "employee": self.employees.get(text(row, "employee_ext_id")),
                "communication_id": row.get("communication_id"),
                "communication_type": row.get("communication_type"),
                "rows": self.history.iter().filter(|one| one.get("ext_id") == row.get("ext_id")).count(),
            })
        };
        let funnels: Vec<&Funnel> = self.funnels.values().collect();
        let deals: Vec<Value> = self.current().iter().map(row).collect();
        json!({ "funnels": funnels, "deals": deals, "processing": self.processing.len() })
    }
}

pub(super) fn text<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}
