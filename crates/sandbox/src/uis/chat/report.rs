//! The rows of the reports on chats.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::office::{Chat, Message};
use crate::uis::calls::Row;
use crate::uis::company::Employee;
use crate::uis::moment;
use crate::uis::settings::ReportLag;
use crate::uis::state::State;

/// The chats that the report shows now, with the moments they began at.
pub(in crate::uis) fn chat_rows(state: &State, now: Timestamp) -> Vec<(Timestamp, Row)> {
    let lag = match state.chat.settings.report_lag {
        ReportLag::Secs(secs) => SignedDuration::from_secs(secs),
        ReportLag::Never => return Vec::new(),
    };
    let shown = |chat: &&Chat| chat.created_at.saturating_add(lag).is_ok_and(|from| from <= now);
    let chats = state.chat.chats.iter().filter(shown);
    chats.map(|chat| (chat.created_at, chat_row(state, chat, now))).collect()
}

fn chat_row(state: &State, chat: &Chat, now: Timestamp) -> Row {
    let of_chat = |message: &&Message| message.chat == chat.id;
    let messages: Vec<&Message> = state.chat.messages.iter().filter(of_chat).collect();
    let written = |source: &str| messages.iter().filter(|message| message.source == source).count();
    let channel = state.chat.channel(chat.channel);
    let visitor = state.chat.visitor(chat.visitor);
    let employee = chat.operator.and_then(|id| state.company.employee_by_id(id));
    let campaign = visitor.and_then(|visitor| visitor.campaign.as_deref());
    let campaign = campaign.and_then(|name| state.company.campaign(name));
    let campaign = campaign.or(state.company.campaigns.first());
    let (closed_at, reason) = chat.closed.clone().unzip();
    let until = closed_at.unwrap_or(now);
    let answered = messages.iter().find(|message| message.source == "operator");
    let phone = visitor.and_then(|visitor| visitor.phones.first());
    let first = chat.communication_number == 1;
    let row = json!({
        "id": chat.id,
        "status": status(chat, written("operator"), written("visitor")),
        "initiator": chat.initiator,
        "date_time": moment::wire(chat.created_at, &state.zone),
        "duration": until.duration_since(chat.created_at).as_secs().to_string(),
        "answer_time": answered.map(|message| message.at.duration_since(chat.created_at).as_secs()),
        "communication_number": chat.communication_number,
        "communication_id": chat.communication,
        "communication_type": "chat",
        "chat_channel_id": chat.channel,
        "chat_channel_type": channel.map(|channel| channel.kind),
        "chat_channel_name": channel.map(|channel| channel.name),
        "chat_user_id": visitor.map(|visitor| &visitor.key),
        "messages_count": written("operator") + written("visitor"),
        "employee_messages_count": written("operator"),
        "is_group_chat": false,
        "is_transfer": chat.transferred,
        "release_cause": reason,
        "employee_id": employee.map(|employee| employee.id),
        "employee_full_name": employee.map(Employee::full_name),
        "tags": chat.tags.iter().map(|(at, tag)| json!({
            "tag_id": tag.id, "tag_name": tag.name, "tag_type": "manual",
            "tag_change_time": moment::wire(*at, &state.zone),
        })).collect::<Vec<_>>(),
        "site_id": campaign.map(|campaign| campaign.site.id),
        "site_domain_name": campaign.map(|campaign| campaign.site.name),
        "campaign_id": campaign.map(|campaign| campaign.id),
        "campaign_name": campaign.map(|campaign| campaign.name),
        "channel": campaign.map(|campaign| campaign.channel),
        "source_id": campaign.map(|campaign| campaign.source.id),
        "source_name": campaign.map(|campaign| campaign.source.name),
        "visitor_phone_number": phone.and_then(|phone| phone.parse::<u64>().ok()),
        "visitor_id": chat.visitor,
        "visitor_ids": [chat.visitor],
        "attributes": if first { json!(["first", "primary"]) } else { json!(["secondary"]) },
    });
    let mut row = row.as_object().cloned().unwrap_or_default();
    if let Some([source, medium, campaign, term, content]) = campaign.and_then(|known| known.utm) {
        let utm = [
            ("utm_source", source),
            ("utm_medium", medium),
            ("utm_campaign", campaign),
            ("utm_term", term),
            ("utm_content", content),
        ];
        row.extend(utm.map(|(name, value)| (name.to_owned(), Value::from(value))));
    }
    row
}

/// The documentation's own words for each status (`get.chats_report`).
fn status(chat: &Chat, by_operators: usize, by_visitor: usize) -> &'static str {
    match (&chat.closed, chat.operator) {
        (None, None) => "new",
        (None, Some(_)) => "active",
        (Some(_), None) => "lost",
        (Some(_), Some(_)) if by_operators == 0 => "lost",
        (Some(_), Some(_)) if by_visitor == 0 => "refused",
        (Some(_), Some(_)) => "succeed",
    }
}

/// Everything that was said, in the order of time, with the moments.
pub(in crate::uis) fn message_rows(state: &State) -> Vec<(Timestamp, Row)> {
    let messages = state.chat.messages.iter();
    messages.map(|message| (message.at, message_row(state, message))).collect()
}

fn message_row(state: &State, message: &Message) -> Row {
    let chat = state.chat.chat(message.chat);
    let channel = chat.and_then(|chat| state.chat.channel(chat.channel));
    let employee = message.operator.and_then(|id| state.company.employee_by_id(id));
    let file = message.resource.and_then(|id| state.chat.resource(id)).map(|file| {
        let media = &state.settings.media;
        json!({
            "size": file.content.len(), "type": file.kind, "file_name": file.name,
            "mime_type": file.mime, "file_url": format!("{media}/chat/{}/{}", file.id, file.token),
        })
    });
    let row = json!({
        "id": message.id,
        "chat_id": message.chat,
        "channel_id": channel.map(|channel| channel.id),
        "channel_type": channel.map(|channel| channel.kind),
        "date_time": moment::wire(message.at, &state.zone),
        "is_group_chat": false,
        "visitor_id": chat.map(|chat| chat.visitor),
        "text": message.text,
        "source": message.source,
        "resource": file,
        "employee_id": employee.map(|employee| employee.id),
        "employee_full_name": employee.map(Employee::full_name),
    });
    row.as_object().cloned().unwrap_or_default()
}

/// The channels.
pub(in crate::uis) fn channel_rows(state: &State) -> Vec<Row> {
    let row = |channel: &super::Channel| {
        json!({
            "id": channel.id, "name": channel.name, "type": channel.kind, "status": channel.status,
            "group_id": 61, "group_name": "Отдел продаж",
        })
    };
    state.chat.channels.iter().filter_map(|channel| row(channel).as_object().cloned()).collect()
}
