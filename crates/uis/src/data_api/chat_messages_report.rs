//! `get.chat_messages_report`: what was said in chats.

use std::collections::BTreeSet;

use domain::Failure;
use domain::calls::EmployeeRef;
use domain::chats::{AttachmentKind, ChatId, MessageId, MessageSource, VisitorId};
use domain::ids::UisEmployeeId;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use url::Url;

use super::DataApi;
use super::report_time::ReportTime;
use crate::record_link;
use crate::rpc::{Params, Row};

/// Chats in one request: keeps it small, and its rows within what UIS gives.
const CHATS_AT_ONCE: usize = 50;

/// A message as the report has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatMessageRow {
    /// The message.
    pub id: MessageId,
    /// The chat.
    pub chat: ChatId,
    /// When it was written.
    pub at: Option<ReportTime>,
    /// Who wrote it.
    pub source: Option<MessageSource>,
    /// The employee who wrote it.
    pub employee: Option<EmployeeRef>,
    /// The visitor.
    pub visitor: Option<VisitorId>,
    /// Its text, as written.
    pub text: Option<String>,
    /// Its file.
    pub file: Option<ChatFileLink>,
}

/// A file of a message, by its address; the Chat API hands the same file over by id and token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatFileLink {
    /// Where it is (`file_url`).
    pub url: Url,
    /// What it is.
    pub kind: Option<AttachmentKind>,
    /// Its name.
    pub name: Option<String>,
    /// Its size, bytes.
    pub size: Option<u64>,
    /// Its MIME type.
    pub mime: Option<String>,
}

impl DataApi {
    /// Everything that was said in the chats, each message once, the earliest first. `timezone` is the
    /// account's.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn chat_messages(
        &self,
        chats: &[ChatId],
        timezone: &TimeZone,
    ) -> Result<Vec<ChatMessageRow>, Failure> {
        let mut messages: Vec<ChatMessageRow> = Vec::new();
        let mut seen = BTreeSet::new();
        for some in chats.chunks(CHATS_AT_ONCE) {
            let rows = self.rows("get.chat_messages_report", params(some)).await?;
            let read = rows.iter().filter_map(|row| ChatMessageRow::read(Row(row), timezone));
            messages.extend(read.filter(|message| seen.insert(message.id.clone())));
        }
        messages.sort_by_key(|message| message.at.map(|time| time.at));
        Ok(messages)
    }
}

/// By `chat_id` or `chat_ids`, without dates (Data API documentation).
fn params(chats: &[ChatId]) -> Params {
    let (name, value) = match chats {
        [chat] => ("chat_id", chat.0.into()),
        chats => ("chat_ids", json!(chats.iter().map(|chat| chat.0).collect::<Vec<_>>())),
    };
    Params::from_iter([(name.to_owned(), value)])
}

impl ChatMessageRow {
    fn read(row: Row<'_>, timezone: &TimeZone) -> Option<Self> {
        let text = row.0.get("text").and_then(Value::as_str).filter(|text| !text.is_empty());
        let employee = row.whole("employee_id").map(|id| EmployeeRef {
            id: UisEmployeeId(id),
            full_name: row.text("employee_full_name"),
        });
        Some(Self {
            id: MessageId(row.text("id")?),
            chat: ChatId(row.whole("chat_id")?),
            at: row.text("date_time").and_then(|time| ReportTime::parse(&time, timezone)),
            source: row.text("source").map(MessageSource::from),
            employee,
            visitor: row.whole("visitor_id").map(VisitorId),
            text: text.map(str::to_owned),
            file: row.row("resource").and_then(ChatFileLink::read),
        })
    }
}

impl ChatFileLink {
    fn read(resource: Row<'_>) -> Option<Self> {
        Some(Self {
            url: record_link::web(&resource.text("file_url")?)?,
            kind: resource.text("type").map(AttachmentKind::from),
            name: resource.text("file_name"),
            size: resource.whole("size").and_then(|size| u64::try_from(size).ok()),
            mime: resource.text("mime_type"),
        })
    }
}
