//! Definitions of custom fields.

use domain::Failure;
use domain::ids::FieldId;
use domain::tasks::FieldKind;
use upstream::Priority;

use super::Rest;
use super::caches::Paged;
use super::wire::Call;
use crate::row::Row;

/// A custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Number.
    pub id: FieldId,
    /// Name.
    pub name: String,
    /// Type.
    pub kind: FieldKind,
    /// The labels of a list or set of values. Planfix checks none of them on writing.
    pub labels: Vec<String>,
}

impl Field {
    pub(super) fn of(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: FieldId(row.id("id")?),
            name: row.text("name").unwrap_or_default(),
            kind: row.id("type")?.into(),
            labels: row.texts("enumValues"),
        })
    }
}

impl Rest {
    /// The custom fields of tasks. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn task_fields(&self, priority: Priority) -> Result<Vec<Field>, Failure> {
        self.fields("customfield/task", priority).await
    }

    /// The custom fields of contacts. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn contact_fields(&self, priority: Priority) -> Result<Vec<Field>, Failure> {
        self.fields("customfield/contact", priority).await
    }

    /// The list is not paged, and its key is spelled in lower case.
    async fn fields(&self, path: &str, priority: Priority) -> Result<Vec<Field>, Failure> {
        let call = Call::get(path).query("fields", "id,name,type,objectType,enumValues");
        let rows = self.known(call, "customfields", Paged::No, priority).await?;
        Ok(rows.iter().filter_map(|row| Field::of(Row::new(row))).collect())
    }
}
