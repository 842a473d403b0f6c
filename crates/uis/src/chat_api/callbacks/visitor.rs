//! `/visitor/card`

use domain::chats::{ChatEvent, ChatId, VisitorCard, VisitorId};
use domain::phone::Phone;
use serde_json::Value;

use super::{Unreadable, need};
use crate::rpc::Row;
use crate::text;

pub(super) fn card(row: Row<'_>) -> Result<ChatEvent, Unreadable> {
    let visitor = VisitorId(need(row, "visitor_id")?);
    let card = row.row("visitor_card").ok_or(Unreadable::Missing { name: "visitor_card" })?;
    let phones = values(card, "phones").iter().filter_map(|text| Phone::parse(text)).collect();
    let card = VisitorCard {
        name: card.text("name"),
        company: card.text("company"),
        comment: card.text("comment"),
        phones,
        emails: values(card, "emails"),
    };
    Ok(ChatEvent::VisitorCard { chat: row.whole("chat_id").map(ChatId), visitor, card })
}

/// Elements of a list, each once; of an element that is an object, what it is about.
fn values(card: Row<'_>, name: &str) -> Vec<String> {
    let listed = match card.0.get(name) {
        Some(Value::Array(items)) => items.iter().filter_map(value).collect(),
        _ => card.list(name),
    };
    let mut values: Vec<String> = Vec::new();
    for value in listed {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

fn value(item: &Value) -> Option<String> {
    match item {
        Value::Object(members) => ["value", "phone", "number", "email"]
            .iter()
            .find_map(|name| text::of(members.get(*name)?)),
        scalar => text::of(scalar),
    }
}
