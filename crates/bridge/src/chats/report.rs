//! The chat's row in UIS's report.

use domain::Failure;
use domain::chats::{ChatFacts, ChatReport};
use jiff::SignedDuration;
use serde_json::Value;
use uis::data_api::{ChatRow, ChatStatus, ChatsQuery};

use crate::accounts::Account;
use crate::stored::unreadable_event;

/// How far around the chat's beginning the report is searched: its clock and ours differ.
const AROUND: SignedDuration = SignedDuration::from_hours(13);

/// Fetches the row, if it is there.
pub(super) async fn fetch(
    account: &Account,
    facts: &ChatFacts,
) -> Result<Option<ChatReport>, Failure> {
    let Some(uis) = &account.uis else { return Ok(None) };
    let (from, till) = (facts.began_at - AROUND, facts.began_at + AROUND);
    let query = ChatsQuery::between(from, till).only([facts.chat]);
    let rows = uis.chats(&query, account.settings.timezone.zone()).await?;
    Ok(rows.into_iter().find(|row| row.id == facts.chat).map(report_of))
}

/// The row in the words of decisions.
pub(super) fn report_of(row: ChatRow) -> ChatReport {
    let tags =
        row.tags.iter().flat_map(|tag| [tag.id.map(|id| id.to_string()), Some(tag.name.clone())]);
    ChatReport {
        tags: tags.flatten().collect(),
        phone: row.visitor_phone.clone(),
        primary: row.is_primary(),
        over: row.status.as_ref().is_some_and(ChatStatus::is_over),
        lost: row.status == Some(ChatStatus::Lost),
        columns: row.columns,
    }
}

/// The event that the report told of a chat's tags.
pub(crate) const REPORTED: &str = "chat_reported";

/// The row of a stored event.
pub(super) fn reported_of(payload: Value) -> Result<ChatReport, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}
