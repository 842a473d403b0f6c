//! Task objects («Объекты задач»).

use domain::Failure;
use domain::ids::TaskObjectId;
use serde_json::json;
use upstream::Priority;

use super::Rest;
use super::answer::says_missing;
use super::caches::Paged;
use super::wire::Call;
use crate::row::Row;

/// A task object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskObject {
    /// Number.
    pub id: TaskObjectId,
    /// Name.
    pub name: String,
}

impl Rest {
    /// All task objects. Some accounts list bare numbers; then each name costs a request of its own.
    /// Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn objects(&self, priority: Priority) -> Result<Vec<TaskObject>, Failure> {
        let rows = self
            .known(Call::list("object/list", json!({})), "objects", Paged::Yes, priority)
            .await?;
        let mut objects = Vec::with_capacity(rows.len());
        for row in rows.iter().map(Row::new) {
            let Some(id) = row.id("id").map(TaskObjectId) else { continue };
            let name = match row.text("name") {
                Some(name) => name,
                None => {
                    self.object(id, priority).await?.map(|object| object.name).unwrap_or_default()
                }
            };
            objects.push(TaskObject { id, name });
        }
        Ok(objects)
    }

    /// One task object; `None` when there is no such. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn object(
        &self,
        id: TaskObjectId,
        priority: Priority,
    ) -> Result<Option<TaskObject>, Failure> {
        match self.known(Call::get(format!("object/{id}")), "object", Paged::No, priority).await {
            Ok(one) => {
                let row = one.first().map(Row::new);
                Ok(row.map(|row| TaskObject { id, name: row.text("name").unwrap_or_default() }))
            }
            Err(failure) if says_missing(&failure) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}
