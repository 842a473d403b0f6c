//! `get.chats_report`, `get.chat_messages_report`, `get.chat_channels`

use domain::chats::{
    ChannelId, ChatChannelKind, ChatChannelStatus, ChatId, CloseReason, MessageSource, VisitorId,
};
use domain::ids::{CommunicationId, UisEmployeeId};
use jiff::tz::TimeZone;
use serde_json::json;
use uis::data_api::{ChatStatus, ChatsQuery};

use crate::server::{Uis, error_with, rows};

fn query() -> ChatsQuery {
    let at = |text: &str| text.parse().unwrap();
    ChatsQuery::between(at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z"))
}

fn moscow() -> TimeZone {
    TimeZone::get("Europe/Moscow").unwrap()
}

#[tokio::test]
async fn a_chat_is_read_with_its_tags_and_where_it_came_from() {
    let uis = Uis::start(|_, _| {
        rows([json!({
            "id": "55", "status": "succeed", "initiator": "visitor",
            "date_time": "2026-03-01 12:00:00", "chat_channel_id": 7, "chat_channel_type": "waba",
            "release_cause": "closed_by_operator", "employee_id": 3,
            "employee_full_name": "Петрова Анна", "visitor_id": 900,
            "visitor_phone_number": 79_031_234_567_i64, "communication_id": 12,
            "communication_number": 1, "site_domain_name": "romashka.ru",
            "tags": [{ "tag_id": 1, "tag_name": "Целевой" }], "utm_source": "yandex",
        })])
    })
    .await;
    let chats = uis.api.chats(&query().only([ChatId(55)]), &moscow()).await.unwrap();
    let [chat] = chats.as_slice() else { panic!("{chats:?}") };
    assert_eq!((chat.id, &chat.status), (ChatId(55), &Some(ChatStatus::Succeeded)));
    assert_eq!(chat.close_reason, Some(CloseReason::Operator));
    assert_eq!(chat.start.unwrap().at, "2026-03-01T09:00:00Z".parse().unwrap());
    assert_eq!(chat.channel, Some(ChannelId(7)));
    assert_eq!(chat.channel_kind, Some(ChatChannelKind::Waba));
    assert_eq!(chat.employee.as_ref().unwrap().id, UisEmployeeId(3));
    assert_eq!(chat.visitor, Some(VisitorId(900)));
    assert_eq!(chat.visitor_phone.as_ref().unwrap().digits(), "79031234567");
    assert_eq!(chat.communication, Some(CommunicationId(12)));
    assert_eq!(chat.is_primary(), Some(true));
    assert_eq!(chat.tags[0].name, "Целевой");
    assert_eq!(chat.site.as_ref().unwrap().name, "romashka.ru");
    assert_eq!(chat.columns["utm_source"], "yandex");
    let asked = &uis.asked()[0]["params"];
    assert_eq!(asked["date_from"], "2026-03-01 03:00:00");
    assert_eq!(asked["filter"], json!({ "field": "id", "operator": "=", "value": 55 }));
}

#[tokio::test]
async fn a_column_that_the_account_does_not_have_is_left_out() {
    let uis = Uis::start(|_, params| {
        let asked = params["fields"].as_array().unwrap().contains(&json!("segments"));
        if asked {
            let data = json!({ "mnemonic": "unexpected_parameters", "field": "fields", "value": "segments" });
            return error_with(-32602, "no", data);
        }
        rows([json!({ "id": 55 })])
    })
    .await;
    assert_eq!(uis.api.chats(&query(), &moscow()).await.unwrap().len(), 1);
    uis.api.chats(&query(), &moscow()).await.unwrap();
    assert_eq!(uis.methods().len(), 3, "it is remembered");
}

#[tokio::test]
async fn the_messages_of_chats_come_in_order_with_their_files() {
    let uis = Uis::start(|_, _| {
        rows([
            json!({
                "id": 2, "chat_id": 55, "date_time": "2026-03-01 12:00:05", "source": "operator",
                "employee_id": 3, "employee_full_name": "Петрова Анна", "text": "null",
            }),
            json!({
                "id": 1, "chat_id": 55, "date_time": "2026-03-01 12:00:00", "source": "visitor",
                "resource": { "file_url": "https://media.uiscom.ru/f", "file_name": "f.png", "size": 9 },
            }),
        ])
    })
    .await;
    let messages = uis.api.chat_messages(&[ChatId(55)], &moscow()).await.unwrap();
    let [first, second] = messages.as_slice() else { panic!("{messages:?}") };
    assert_eq!(first.source, Some(MessageSource::Visitor));
    let file = first.file.as_ref().unwrap();
    assert_eq!((file.url.as_str(), file.size), ("https://media.uiscom.ru/f", Some(9)));
    assert_eq!(second.text.as_deref(), Some("null"));
    assert_eq!(second.employee.as_ref().unwrap().id, UisEmployeeId(3));
    assert_eq!(uis.asked()[0]["params"]["chat_id"], 55);

    uis.api.chat_messages(&[ChatId(1), ChatId(2)], &moscow()).await.unwrap();
    assert_eq!(uis.asked()[1]["params"]["chat_ids"], json!([1, 2]));
}

#[tokio::test]
async fn no_chats_have_no_messages_and_cost_nothing() {
    let uis = Uis::start(|_, _| rows([])).await;
    assert!(uis.api.chat_messages(&[], &moscow()).await.unwrap().is_empty());
    assert!(uis.methods().is_empty());
}

#[tokio::test]
async fn channels_of_any_kind_are_read() {
    let uis = Uis::start(|_, _| {
        rows([
            json!({ "id": 7, "name": "Сайт", "type": "comagic", "status": "active" }),
            json!({ "id": 8, "name": "Озон", "type": "ozon", "status": "error" }),
        ])
    })
    .await;
    let channels = uis.api.chat_channels().await.unwrap();
    assert_eq!(channels[0].kind, Some(ChatChannelKind::Site));
    assert_eq!(channels[1].kind, Some(ChatChannelKind::Other("ozon".to_owned())));
    assert_eq!(channels[1].status, Some(ChatChannelStatus::Error));
}
