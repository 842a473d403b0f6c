//! Analytics («Аналитики», data tags): Planfix's telephony writes «Звонок» and «Пропущенный звонок»
//! into the contact's card, and there a call of unknown outcome can be looked for.

use domain::Failure;
use domain::ids::{ContactId, FieldId};
use serde_json::json;
use upstream::Priority;

use super::Rest;
use super::caches::Paged;
use super::comments::CommentId;
use super::fields::Field;
use super::values::{FieldValues, asking_for};
use super::wire::Call;
use crate::row::Row;

/// A kind of analytics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataTagId(pub i64);

/// A kind of analytics with its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTag {
    /// Number.
    pub id: DataTagId,
    /// Name, e.g. «Звонок».
    pub name: String,
    /// Fields, in their order.
    pub fields: Vec<Field>,
}

/// One entry of analytics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTagEntry {
    /// Key of the entry.
    pub key: i64,
    /// The comment (action) it came with.
    pub comment: Option<CommentId>,
    /// The fields that were asked for.
    pub fields: FieldValues,
}

impl Rest {
    /// All kinds of analytics. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn data_tags(&self, priority: Priority) -> Result<Vec<DataTag>, Failure> {
        let call = Call::list("datatag/list", json!({ "fields": "id,name,fields" }));
        let rows = self.known(call, "dataTags", Paged::Yes, priority).await?;
        Ok(rows.iter().filter_map(|row| data_tag(Row::new(row))).collect())
    }

    /// The entries of one kind in a contact's card, with the fields asked for.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn contact_data_tag_entries(
        &self,
        tag: DataTagId,
        contact: ContactId,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<DataTagEntry>, Failure> {
        let call = Call::list(
            format!("datatag/{}/entry/list", tag.0),
            json!({
                "fields": asking_for("key,commentId,contact", fields),
                "contactId": format!("contact:{contact}"),
            }),
        );
        let rows = self.all_pages(&call, "dataTagEntries", priority).await?;
        let rows = rows.iter().map(Row::new).filter(|row| belongs_to(*row, contact));
        Ok(rows.filter_map(entry).collect())
    }
}

fn data_tag(row: Row<'_>) -> Option<DataTag> {
    Some(DataTag {
        id: DataTagId(row.id("id")?),
        name: row.text("name").unwrap_or_default(),
        fields: row.rows("fields").filter_map(Field::of).collect(),
    })
}

fn entry(row: Row<'_>) -> Option<DataTagEntry> {
    Some(DataTagEntry {
        key: row.id("key")?,
        comment: row.id("commentId").map(CommentId),
        fields: FieldValues::of(row),
    })
}

/// A row that names another contact shows that `contactId` was ignored; one that names none is taken.
fn belongs_to(row: Row<'_>, contact: ContactId) -> bool {
    row.inner("contact").and_then(Row::contact_id).is_none_or(|owner| owner == contact)
}
