//! Tasks as they are written.

use domain::Failure;
use domain::ids::TaskId;
use domain::tasks::{NewTask, TaskPatch};
use serde_json::{Value, json};
use upstream::Priority;

use super::values::custom_field_data;
use super::wire::Call;
use super::{Applied, Rest};

impl Rest {
    /// Makes a task. `source_object_id` is our mark in it (a UUID): Planfix has no idempotency key,
    /// so a create of unknown outcome is looked for by the mark ([`Rest::find_task`]).
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when the task may have been made.
    pub async fn create_task(
        &self,
        task: &NewTask,
        source_object_id: &str,
        priority: Priority,
    ) -> Result<TaskId, Failure> {
        let answer =
            self.call(Call::write("task/", body_of(task, source_object_id)), priority).await?;
        answer.created("POST task/").map(TaskId)
    }

    /// Changes a task, silently: no log entry, no notifications. A field that the task's object does
    /// not have is accepted by Planfix and stored nowhere.
    ///
    /// # Errors
    /// The failures of an exchange; [`crate::codes::MISSING`] when the task is gone.
    pub async fn update_task(
        &self,
        id: TaskId,
        patch: &TaskPatch,
        priority: Priority,
    ) -> Result<Applied, Failure> {
        let mut body = json!({});
        if let Some(description) = &patch.description {
            set(&mut body, "description", json!(description));
        }
        if !patch.fields.is_empty() {
            set(&mut body, "customFieldData", custom_field_data(&patch.fields));
        }
        let call = Call::write(format!("task/{id}"), body).silent();
        self.call(call, priority).await.map(|answer| answer.applied())
    }
}

fn body_of(task: &NewTask, source_object_id: &str) -> Value {
    let mut body = json!({
        "name": task.name,
        "description": task.description,
        "assignees": { "users": [{ "id": task.assignee.to_string() }], "groups": [] },
        "sourceObjectId": source_object_id,
    });
    if let Some(object) = task.object {
        set(&mut body, "object", json!({ "id": object.0 }));
    }
    if let Some(contact) = task.counterparty {
        set(&mut body, "counterparty", json!({ "id": format!("contact:{contact}") }));
    }
    if !task.fields.is_empty() {
        set(&mut body, "customFieldData", custom_field_data(&task.fields));
    }
    body
}

fn set(body: &mut Value, key: &str, value: Value) {
    if let Value::Object(body) = body {
        body.insert(key.to_owned(), value);
    }
}
