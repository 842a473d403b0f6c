//! Deals into end-to-end analytics.

use domain::deals::{
    Communication, CommunicationKind, DealContact, DealRow, FAILED, Funnel, FunnelChange, Money,
    SUCCESS, Stage, StageKind,
};
use domain::failure::Class;
use domain::ids::{CommunicationId, ContactId, PlanfixUserId, TaskId};
use domain::phone::Phone;
use serde_json::{Value, json};

use crate::server::{Uis, assert_failure, data, error, rows};

fn row() -> DealRow {
    DealRow {
        task: TaskId(2001),
        name: "Заказ".to_owned(),
        created: "2026-03-01T10:00:00".parse().unwrap(),
        changed: "2026-03-01T12:30:05".parse().unwrap(),
        funnel: "planfix-12".to_owned(),
        stage: SUCCESS.to_owned(),
        stage_name: "Доставлен".to_owned(),
        stage_since: "2026-03-01T12:00:00".parse().unwrap(),
        revenue: Money::hundredths(1_500_050),
        contact: Some(ContactId(501)),
        employee: Some(PlanfixUserId(2)),
        communication: Some(Communication {
            id: CommunicationId(77),
            kind: CommunicationKind::Call,
        }),
        comment: None,
    }
}

#[tokio::test]
async fn a_row_is_written_as_the_documentation_wants_it() {
    let uis = Uis::start(|_, _| data(json!({}))).await;
    uis.api.upload_deals(&[row()]).await.unwrap();
    let mut deal = uis.asked()[0]["params"]["deals"][0].clone();
    assert_eq!(deal["contact_ext_ids"], json!(["501"]));
    deal.as_object_mut().unwrap().remove("contact_ext_ids");
    assert_eq!(
        deal,
        json!({
            "ext_id": "2001",
            "name": "Заказ",
            "created_date_time": "2026-03-01 10:00:00",
            "modified_date_time": "2026-03-01 12:30:05",
            "modified_stage_date_time": "2026-03-01 12:00:00",
            "closed_date_time": "2026-03-01 12:00:00",
            "sales_funnel_ext_id": "planfix-12",
            "stage_ext_id": "success",
            "revenue": 15000.5,
            "main_contact_ext_id": "501",
            "employee_ext_id": "2",
            "communication_id": 77,
            "communication_type": "call",
        })
    );
}

#[tokio::test]
async fn what_uis_has_already_is_changed_instead() {
    let uis = Uis::start(|method, _| match method {
        "create.deal_contacts" => error(-32602, "duplicate_entity"),
        _ => data(json!({ "ext_id": "501" })),
    })
    .await;
    let contact = DealContact {
        id: ContactId(501),
        name: "Пётр".to_owned(),
        phones: vec![Phone::parse("+7 903 555-00-01").unwrap()],
        emails: vec!["petr@example.ru".to_owned(), "нет".to_owned()],
    };
    uis.api.put_deal_contact(&contact).await.unwrap();
    assert_eq!(uis.methods(), ["create.deal_contacts", "update.deal_contacts"]);
    let params = &uis.asked()[1]["params"];
    assert_eq!(params["phone_numbers"], json!(["79035550001"]));
    assert_eq!(params["emails"], json!(["petr@example.ru"]));
}

#[tokio::test]
async fn a_row_counts_as_processed_by_stage_time_and_revenue() {
    let there = |stage: &str, at: &str, revenue: Value| json!({ "ext_id": "2001", "stage_ext_id": stage, "modified_stage_date_time": at, "revenue": revenue });
    for (history, expected) in [
        (vec![there("success", "2026-03-01 12:00:00", json!(15000.5))], true),
        (vec![there("success", "2026-03-01 12:00:00", json!("15000.50"))], true),
        (vec![there("success", "2026-03-01 12:00:00", json!(15000))], false),
        (vec![there("success", "2026-03-01 11:59:59", json!(15000.5))], false),
        (vec![there("4", "2026-03-01 12:00:00", json!(15000.5))], false),
        (vec![], false),
    ] {
        let shown = history.clone();
        let uis = Uis::start(move |_, _| rows(history.clone())).await;
        assert_eq!(uis.api.has_processed(&row()).await, Ok(expected), "{shown:?}");
    }
}

#[tokio::test]
async fn a_funnel_is_read_and_changed_stage_by_stage() {
    let uis = Uis::start(|method, _| match method {
        "get.sales_funnel" => rows(vec![json!({
            "ext_id": "planfix-12",
            "name": "Заявка",
            "stages": [
                { "stage_ext_id": "success", "stage_name": "Доставлен", "stage_status": "success", "stage_order": 0 },
                { "stage_ext_id": "4", "stage_name": "Счёт", "stage_status": "in_process", "stage_order": 3 },
            ],
        })]),
        _ => data(json!({ "ext_id": "planfix-12" })),
    })
    .await;
    let funnel = uis.api.funnel("planfix-12").await.unwrap().unwrap();
    let stage =
        |id: &str, kind, order| Stage {
            id: id.to_owned(), name: "Счёт".to_owned(), kind, order
        };
    assert_eq!(funnel.stages[1], stage("4", StageKind::InProcess, 3));

    let changed = FunnelChange::Change(stage(FAILED, StageKind::Failed, 0));
    uis.api.change_funnel("planfix-12", &changed).await.unwrap();
    let params = &uis.asked()[1]["params"];
    assert_eq!((params["ext_id"].as_str(), params.get("order")), (Some("failed"), None));

    let new = Funnel {
        id: "planfix-12".to_owned(),
        name: "Заявка".to_owned(),
        stages: vec![stage("4", StageKind::InProcess, 1)],
    };
    uis.api.change_funnel("planfix-12", &FunnelChange::Create(new)).await.unwrap();
    let stages = &uis.asked()[2]["params"]["stages"];
    assert_eq!(stages["in_process"], json!([{ "ext_id": "4", "name": "Счёт", "order": 1 }]));
}

#[tokio::test]
async fn a_refused_row_is_refused_for_good_and_an_unheard_one_is_unknown() {
    let uis = Uis::start(|_, _| error(-32602, "invalid_date_time")).await;
    let refused = uis.api.upload_deals(&[row()]).await.unwrap_err();
    assert_failure(&refused, &Class::Permanent, "UIS-PARAM", "invalid_date_time");
    let uis = Uis::start(|_, _| error(-32603, "internal_error")).await;
    let unheard = uis.api.upload_deals(&[row()]).await.unwrap_err();
    assert_eq!(unheard.class, Class::Unknown);
}
