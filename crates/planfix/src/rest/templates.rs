//! Templates of contacts and tasks, and processes.

use domain::Failure;
use domain::ids::ContactTemplateId;
use upstream::Priority;

use super::Rest;
use super::caches::Paged;
use super::statuses::ProcessId;
use super::wire::Call;
use crate::row::Row;

/// A template, with the type of its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<Id> {
    /// Number.
    pub id: Id,
    /// Name; empty where Planfix does not tell it.
    pub name: String,
}

/// A process of tasks. The built-in one is not listed by Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Number.
    pub id: ProcessId,
    /// Name.
    pub name: String,
}

impl Rest {
    /// The templates of people, or of companies. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn contact_templates(
        &self,
        companies: bool,
        priority: Priority,
    ) -> Result<Vec<Template<ContactTemplateId>>, Failure> {
        let call = named("contact/templates").query("isCompany", companies.to_string());
        self.templates(call, ContactTemplateId, priority).await
    }

    /// The templates of tasks, the older construct beside objects. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn task_templates(&self, priority: Priority) -> Result<Vec<Template<i64>>, Failure> {
        self.templates(named("task/templates"), |id| id, priority).await
    }

    async fn templates<Id>(
        &self,
        call: Call,
        id: impl Fn(i64) -> Id,
        priority: Priority,
    ) -> Result<Vec<Template<Id>>, Failure> {
        let rows = self.known(call, "templates", Paged::Yes, priority).await?;
        let rows = rows.iter().map(Row::new);
        Ok(rows
            .filter_map(|row| Some(Template { id: id(row.id("id")?), name: name(row) }))
            .collect())
    }

    /// The account's own processes of tasks. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn processes(&self, priority: Priority) -> Result<Vec<Process>, Failure> {
        let rows = self.known(named("process/task"), "processes", Paged::No, priority).await?;
        let rows = rows.iter().map(Row::new);
        Ok(rows
            .filter_map(|row| Some(Process { id: ProcessId(row.id("id")?), name: name(row) }))
            .collect())
    }
}

fn named(path: &str) -> Call {
    Call::get(path).query("fields", "id,name")
}

fn name(row: Row<'_>) -> String {
    row.text("name").unwrap_or_default()
}
