//! What the reports of the Data API tell of chats.

use sandbox::uis::ReportLag;
use sandbox::uis::chat::{Act, File};
use sandbox::uis::romashka::BOUQUETS_CAMPAIGN;
use serde_json::{Value, json};

use crate::uis_client::{Api, day};

struct Desk {
    api: Api,
}

impl Desk {
    fn new() -> Self {
        let api = Api::new();
        api.uis().chats().configure(|settings| settings.report_lag = ReportLag::Secs(0));
        Self { api }
    }

    async fn acts(&self, visitor: &str, kind: &str, acts: impl IntoIterator<Item = Act>) {
        let chats = self.api.uis().chats();
        let channel = chats.channel(kind).unwrap();
        let who = sandbox::uis::chat::Who { visitor: visitor.to_owned(), channel };
        for act in acts {
            chats.perform(&who, act).await.unwrap();
        }
    }

    async fn rows(&self, fields: Value) -> Vec<Value> {
        let mut params = day();
        params["fields"] = fields;
        let answer = self.api.ask("get.chats_report", params).await;
        answer["result"]["data"].as_array().unwrap().clone()
    }
}

fn writes() -> Act {
    Act::Writes("Здравствуйте".to_owned())
}

fn taken() -> Act {
    Act::IsTakenBy("101".to_owned())
}

fn answered() -> Act {
    Act::IsAnswered("Добрый день".to_owned())
}

#[tokio::test]
async fn the_status_follows_from_what_happened() {
    let desk = Desk::new();
    desk.acts("1", "comagic", [writes()]).await;
    desk.acts("2", "comagic", [writes(), taken()]).await;
    desk.acts("3", "comagic", [writes(), Act::Ends("closed_by_timeout")]).await;
    desk.acts("4", "comagic", [writes(), taken(), Act::Ends("visitor_disconnected")]).await;
    desk.acts("5", "comagic", [writes(), taken(), answered(), Act::Ends("closed_by_visitor")])
        .await;
    let rows = desk.rows(json!(["status", "release_cause"])).await;
    let told: Vec<_> = rows.iter().map(|row| (&row["status"], &row["release_cause"])).collect();
    assert_eq!(
        told,
        [
            (&json!("new"), &Value::Null),
            (&json!("active"), &Value::Null),
            (&json!("lost"), &json!("closed_by_timeout")),
            (&json!("lost"), &json!("visitor_disconnected")),
            (&json!("succeed"), &json!("closed_by_visitor")),
        ]
    );
}

#[tokio::test]
async fn tags_the_campaign_and_the_phone_are_told_by_the_report() {
    let desk = Desk::new();
    let phone = Some("79031234567".to_owned());
    let introduces = Act::Introduces { name: None, phone, email: None };
    let acts = [Act::CameBy(BOUQUETS_CAMPAIGN), writes(), Act::IsTagged("Заказ"), introduces];
    desk.acts("1", "comagic", acts).await;
    let fields = json!([
        "tags",
        "campaign_name",
        "utm_source",
        "visitor_phone_number",
        "chat_channel_type",
        "site_domain_name",
        "communication_number",
        "attributes"
    ]);
    let row = &desk.rows(fields).await[0];
    assert_eq!(row["tags"][0]["tag_name"], "Заказ");
    assert_eq!(row["campaign_name"], BOUQUETS_CAMPAIGN);
    assert_eq!(row["utm_source"], "yandex");
    assert_eq!(row["visitor_phone_number"], 79_031_234_567_u64);
    assert_eq!(
        (&row["chat_channel_type"], &row["communication_number"]),
        (&json!("comagic"), &json!(1))
    );
}

#[tokio::test]
async fn a_chat_appears_after_the_lag_or_never() {
    let desk = Desk::new();
    let chats = desk.api.uis().chats();
    chats.configure(|settings| settings.report_lag = ReportLag::Secs(60));
    desk.acts("1", "comagic", [writes()]).await;
    assert!(desk.rows(json!(["id"])).await.is_empty());
    desk.api.clock.advance(jiff::SignedDuration::from_secs(60));
    assert_eq!(desk.rows(json!(["id"])).await.len(), 1);
    chats.configure(|settings| settings.report_lag = ReportLag::Never);
    assert!(desk.rows(json!(["id"])).await.is_empty());
}

#[tokio::test]
async fn messages_are_asked_for_by_chats_or_by_a_month() {
    let desk = Desk::new();
    let content = b"roses".to_vec();
    let mime = "text/plain".to_owned();
    let file = File { name: "list.txt".to_owned(), mime, content };
    desk.acts("1", "comagic", [writes(), Act::SendsFile(file)]).await;
    desk.acts("2", "comagic", [writes()]).await;
    let chats: Vec<u64> = desk.api.uis().chats().all().iter().map(|chat| chat.id).collect();
    let ask = async |params: Value| {
        let answer = desk.api.ask("get.chat_messages_report", params).await;
        answer["result"]["data"].as_array().cloned().unwrap_or_default()
    };
    let one = ask(json!({ "chat_id": chats[0] })).await;
    assert_eq!(one.len(), 3, "what UIS wrote, a text and a file");
    assert_eq!(one[2]["resource"]["file_name"], "list.txt");
    assert_eq!(ask(json!({ "chat_ids": chats })).await.len(), 5);
    assert_eq!(ask(day()).await.len(), 5);
    let long = json!({ "date_from": "2026-01-01 00:00:00", "date_till": "2026-03-02 00:00:00" });
    assert_eq!(
        desk.api.refusal("get.chat_messages_report", long).await,
        "date_interval_limit_reached"
    );
}

#[tokio::test]
async fn channels_of_every_kind_are_listed() {
    let desk = Desk::new();
    let answer = desk.api.ask("get.chat_channels", json!({})).await;
    let kinds: Vec<_> =
        answer["result"]["data"].as_array().unwrap().iter().map(|row| &row["type"]).collect();
    for kind in ["comagic", "waba", "telegram_private", "email", "ozon_seller"] {
        assert!(kinds.contains(&&json!(kind)), "{kind}");
    }
}
