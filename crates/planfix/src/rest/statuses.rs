//! Statuses of tasks.

use domain::Failure;
use domain::ids::{StatusId, TaskObjectId};
use upstream::Priority;

use super::Rest;
use super::caches::Paged;
use super::wire::Call;
use crate::row::Row;

/// A process of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProcessId(pub i64);

/// A status of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Number.
    pub id: StatusId,
    /// Name: the Russian one where Planfix gives several.
    pub name: String,
    /// Whether a task in this status is open; `None` when Planfix does not say.
    pub is_active: Option<bool>,
}

impl Status {
    pub(super) fn of(row: Row<'_>) -> Option<Self> {
        let russian =
            row.rows("texts").find(|text| text.text("lang").is_some_and(|lang| lang == "Ru"));
        let name = russian.and_then(|text| text.text("name")).or_else(|| row.text("name"));
        Some(Self {
            id: StatusId(row.id("id")?),
            name: name.unwrap_or_default(),
            is_active: row.flag("isActive"),
        })
    }
}

impl Rest {
    /// The statuses of an object's tasks. Empty on accounts whose objects run on processes: see
    /// [`Rest::process_statuses`]. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn object_statuses(
        &self,
        object: TaskObjectId,
        priority: Priority,
    ) -> Result<Vec<Status>, Failure> {
        self.statuses(format!("object/{object}/statuses"), priority).await
    }

    /// The statuses of a process; empty for a process that is not there. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn process_statuses(
        &self,
        process: ProcessId,
        priority: Priority,
    ) -> Result<Vec<Status>, Failure> {
        self.statuses(format!("process/task/{}/statuses", process.0), priority).await
    }

    async fn statuses(&self, path: String, priority: Priority) -> Result<Vec<Status>, Failure> {
        let call = Call::get(path).query("fields", "id,name,isActive,texts");
        let rows = self.known(call, "statuses", Paged::No, priority).await?;
        Ok(rows.iter().filter_map(|row| Status::of(Row::new(row))).collect())
    }
}
