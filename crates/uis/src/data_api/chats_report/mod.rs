//! `get.chats_report`: what UIS knows of a chat besides what was said in it.

mod columns;
mod query;
mod row;

use std::collections::BTreeSet;

use domain::Failure;
use domain::chats::ChatId;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::DataApi;
use crate::rpc::{Fault, Row};

pub(super) use columns::COLUMNS;
pub use query::ChatsQuery;
pub use row::{ChatRow, ChatStatus};

/// Ids in one filter: keeps the request small.
const IDS_AT_ONCE: usize = 100;

impl DataApi {
    /// The chats asked for, each once, the earliest first. Chats that UIS does not show yet are simply
    /// not there. `timezone` is the account's.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn chats(
        &self,
        query: &ChatsQuery,
        timezone: &TimeZone,
    ) -> Result<Vec<ChatRow>, Failure> {
        let mut rows = Vec::new();
        if query.ids.is_empty() {
            rows = self.chats_of(query, &[], timezone).await?;
        }
        for ids in query.ids.chunks(IDS_AT_ONCE) {
            rows.extend(self.chats_of(query, ids, timezone).await?);
        }
        let mut seen = BTreeSet::new();
        let mut chats: Vec<ChatRow> = rows
            .iter()
            .filter_map(|row| ChatRow::read(Row(row), timezone))
            .filter(|chat| query.ids.is_empty() || query.ids.contains(&chat.id))
            .filter(|chat| seen.insert(chat.id))
            .collect();
        chats.sort_by_key(|chat| (chat.start.map(|start| start.at), chat.id));
        Ok(chats)
    }

    /// The rows of one request.
    async fn chats_of(
        &self,
        query: &ChatsQuery,
        ids: &[ChatId],
        timezone: &TimeZone,
    ) -> Result<Vec<Map<String, Value>>, Fault> {
        let mut form = self.chats_shape.form();
        loop {
            let params = query.params(ids, &form, timezone);
            match self.rows("get.chats_report", params).await {
                Ok(rows) => {
                    self.chats_shape.keep(form);
                    return Ok(rows);
                }
                Err(fault) => form.adapt(fault, ids.len())?,
            }
        }
    }
}
