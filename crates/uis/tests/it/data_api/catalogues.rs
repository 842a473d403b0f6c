//! Employees, numbers, scenarios, sites, campaigns and tags.

use serde_json::{Value, json};
use uis::data_api::NumberScenario;

use crate::server::{Uis, rows};

async fn uis(found: Value) -> Uis {
    let found: Vec<Value> = serde_json::from_value(found).unwrap();
    Uis::start(move |_, _| rows(found.clone())).await
}

#[tokio::test]
async fn an_employee_has_his_names_extension_and_phones() {
    let uis = uis(json!([{
        "id": 4501, "last_name": "Петров", "first_name": "Пётр", "patronymic": null,
        "full_name": "Петров Пётр", "email": "petrov@romashka.ru", "status": "available",
        "calls_available": true, "extension": { "extension_phone_number": "101" },
        "phone_numbers": [
            { "phone_id": 1, "phone_number": "79990000001", "status": "active" },
            { "phone_id": 2, "phone_number": "74955140578...2345", "status": "inactive" },
            { "phone_id": 3, "phone_number": "0123456", "status": "active" }
        ]
    }]))
    .await;
    let employees = uis.api.employees().await.unwrap();
    let petrov = &employees[0];
    assert_eq!(petrov.id.0, 4501);
    assert_eq!(petrov.full_name, "Петров Пётр");
    assert_eq!(petrov.patronymic, None);
    assert_eq!(petrov.email.as_deref(), Some("petrov@romashka.ru"));
    assert_eq!(petrov.extension.as_ref().unwrap().as_str(), "101");
    assert_eq!(petrov.active_numbers().collect::<Vec<_>>(), ["79990000001", "0123456"]);
    assert_eq!(petrov.calls_available, Some(true));
}

#[tokio::test]
async fn an_employee_may_have_almost_nothing() {
    let uis = uis(json!([
        { "id": "5", "last_name": "Сидоров", "extension": null, "phone_numbers": [] },
        { "id": 6, "last_name": "Иванов", "first_name": "Иван", "full_name": "",
          "extension": { "extension_phone_number": 102 }, "calls_available": "false" },
        { "last_name": "без номера" },
        "not a row"
    ]))
    .await;
    let employees = uis.api.employees().await.unwrap();
    assert_eq!(employees.len(), 2);
    assert_eq!(employees[0].full_name, "Сидоров");
    assert_eq!(employees[0].extension, None);
    assert_eq!(employees[1].full_name, "Иванов Иван");
    assert_eq!(employees[1].extension.as_ref().unwrap().as_str(), "102");
    assert_eq!(employees[1].calls_available, Some(false));
}

#[tokio::test]
async fn a_virtual_number_has_its_scenarios() {
    let uis = uis(json!([
        { "id": 1, "virtual_phone_number": "74950236854", "name": "Сайт", "status": "active",
          "type": "va", "scenarios": [
            { "scenario_id": 3, "scenario_name": "День", "is_active": true },
            { "scenario_id": 4, "scenario_name": "Ночь", "is_active": false }
        ] },
        { "id": 2, "virtual_phone_number": 74_950_236_855_i64, "status": "manual_lock" }
    ]))
    .await;
    let numbers = uis.api.virtual_numbers().await.unwrap();
    assert_eq!(numbers[0].number.digits(), "74950236854");
    assert!(numbers[0].is_active());
    let night = NumberScenario { id: 4, name: Some("Ночь".to_owned()), active: false };
    assert_eq!(numbers[0].scenarios[1], night);
    assert_eq!(numbers[1].number.digits(), "74950236855");
    assert!(!numbers[1].is_active());
}

#[tokio::test]
async fn the_other_catalogues_are_ids_and_names() {
    let uis = uis(json!([{ "id": 9, "name": "Имя", "domain_name": "romashka.ru",
        "status": "inactive", "site_domain_name": "romashka.shop", "is_system": true }]))
    .await;
    let scenario = uis.api.scenarios().await.unwrap().remove(0);
    assert_eq!((scenario.id, scenario.name.as_str()), (9, "Имя"));
    let site = uis.api.sites().await.unwrap().remove(0);
    assert_eq!((site.id, site.domain.as_str()), (9, "romashka.ru"));
    let campaign = uis.api.campaigns().await.unwrap().remove(0);
    assert_eq!((campaign.name.as_str(), campaign.active), ("Имя", false));
    assert_eq!(campaign.site_domain.as_deref(), Some("romashka.shop"));
    let tag = uis.api.tags().await.unwrap().remove(0);
    assert_eq!((tag.name.as_str(), tag.system), ("Имя", true));
    assert_eq!(uis.methods(), ["get.scenarios", "get.sites", "get.campaigns", "get.tags"]);
}
