//! Tasks as they are read.

use domain::Failure;
use domain::ids::{ContactId, FieldId, PlanfixUserId, TaskId, TaskObjectId};
use upstream::Priority;

use super::Rest;
use super::answer::says_missing;
use super::statuses::{ProcessId, Status};
use super::time_point::TimePoint;
use super::values::{FieldValues, asking_for};
use super::wire::Call;
use crate::row::Row;

/// The system fields read of a task.
pub const TASK_FIELDS: &str = "id,name,description,status,processId,object,template,counterparty,\
assigner,assignees,dateTime,dateOfLastUpdate,isDeleted,sourceObjectId";

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Number.
    pub id: TaskId,
    /// Name.
    pub name: String,
    /// Description, HTML.
    pub description: Option<String>,
    /// Status.
    pub status: Option<Status>,
    /// Process.
    pub process: Option<ProcessId>,
    /// «Объект задачи».
    pub object: Option<TaskObjectId>,
    /// Template, the older construct.
    pub template: Option<i64>,
    /// The client's contact.
    pub counterparty: Option<ContactId>,
    /// Assignees, employees only.
    pub assignees: Vec<PlanfixUserId>,
    /// When it was made.
    pub created: Option<TimePoint>,
    /// When it was last changed.
    pub changed: Option<TimePoint>,
    /// Our own mark, given at creation.
    pub source_object_id: Option<String>,
    /// The custom fields that were asked for.
    pub fields: FieldValues,
}

impl Task {
    /// A deleted task is no task.
    pub(super) fn of(row: Row<'_>) -> Option<Self> {
        let id = row.id("id").filter(|_| row.flag("isDeleted") != Some(true))?;
        let number_of = |key| row.inner(key).and_then(|row: Row<'_>| row.id("id"));
        Some(Self {
            id: TaskId(id),
            name: row.text("name").unwrap_or_default(),
            description: row.text("description"),
            status: row.inner("status").and_then(Status::of),
            process: row.id("processId").map(ProcessId),
            object: number_of("object").map(TaskObjectId),
            template: number_of("template"),
            counterparty: row.inner("counterparty").and_then(Row::contact_id),
            assignees: row.employees("assignees"),
            created: TimePoint::of(row, "dateTime"),
            changed: TimePoint::of(row, "dateOfLastUpdate"),
            source_object_id: row.text("sourceObjectId"),
            fields: FieldValues::of(row),
        })
    }

    /// Whether the task is open: its status does not say otherwise.
    pub fn is_open(&self) -> bool {
        self.status.as_ref().and_then(|status| status.is_active) != Some(false)
    }

    /// Whether the task is of the object, or made from the template of that number.
    pub fn is_of(&self, object: TaskObjectId) -> bool {
        self.object == Some(object) || self.template == Some(object.0)
    }
}

impl Rest {
    /// One task with the custom fields asked for; `None` when it is gone. Planfix answers a missing
    /// task with HTTP 400 and the unknown code 0.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn task(
        &self,
        id: TaskId,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Option<Task>, Failure> {
        let call = Call::get(format!("task/{id}")).query("fields", asking_for(TASK_FIELDS, fields));
        match self.call(call, priority).await {
            Ok(answer) => Ok(Row::new(&answer.body).inner("task").and_then(Task::of)),
            Err(failure) if says_missing(&failure) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}
