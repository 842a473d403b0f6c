//! Employees created and changed over the Data API, and their SIP lines.

use serde_json::{Value, json};

use crate::uis_client::Api;

async fn employees(api: &Api, filter: Value) -> Value {
    api.ask("get.employees", json!({ "filter": filter })).await["result"]["data"].clone()
}

#[tokio::test]
async fn a_last_name_is_enough_to_create_an_employee() {
    let api = Api::new();

    let answer = api.ask("create.employees", json!({"last_name": "Белова"})).await;

    assert_eq!(answer["result"]["data"], json!({"id": 4505}));
    assert_eq!(answer["result"]["metadata"]["total_items"], Value::Null);
    let id = json!({"field": "id", "operator": "=", "value": 4505});
    let row = employees(&api, id).await[0].clone();
    assert_eq!(row["full_name"], "Белова");
    assert_eq!((&row["email"], &row["extension"]), (&Value::Null, &json!({})));
    assert_eq!(row["phone_numbers"], json!([]));
    assert_eq!(
        api.uis().ledger().to_string().lines().next(),
        Some(r#"data create.employees "Белова" => employee 4505"#)
    );
}

#[tokio::test]
async fn impossible_employees_are_refused_by_their_mnemonics() {
    let api = Api::new();
    let extension = |number: &str| json!({"extension_phone_number": number});
    let phones = |count: usize| vec![json!({"phone_number": "74950000000"}); count];
    for (params, mnemonic) in [
        (json!({}), "required_parameter_missed"),
        (json!({"last_name": " "}), "invalid_parameter_value"),
        (json!({"last_name": 7}), "data_type_error"),
        (json!({"last_name": "Белова", "phone": "1"}), "unexpected_parameters"),
        (json!({"last_name": "Белова", "email": "Smirnova@romashka.ru"}), "duplicate_entity"),
        (json!({"last_name": "Белова", "email": "belova"}), "invalid_parameter_value"),
        (json!({"last_name": "Белова", "extension": extension("101")}), "duplicate_entity"),
        (
            json!({"last_name": "Белова", "extension": extension("123456")}),
            "invalid_parameter_value",
        ),
        (json!({"last_name": "Белова", "extension": {}}), "required_parameter_missed"),
        (json!({"last_name": "Белова", "phone_numbers": phones(11)}), "invalid_parameter_value"),
        (
            json!({"last_name": "Белова", "phone_numbers": [{"phone_number": "74951004501"}]}),
            "duplicate_entity",
        ),
        (json!({"last_name": "Белова", "email": null, "extension": null}), "answered"),
    ] {
        assert_eq!(api.refusal("create.employees", params.clone()).await, mnemonic, "{params}");
    }
}

#[tokio::test]
async fn an_update_changes_what_it_names_and_replaces_lists_whole() {
    let api = Api::new();
    let phones = json!([{"phone_number": "74951004503", "status": "inactive"}]);
    let change = json!({"id": 4503, "last_name": "Белова", "phone_numbers": phones});

    assert_eq!(api.refusal("update.employees", change).await, "answered");

    let vera = api.uis().company().employee_by_id(4503).cloned().unwrap();
    assert_eq!(
        (vera.full_name().as_str(), vera.email.as_str()),
        ("Вера Белова", "orlova@romashka.ru")
    );
    assert_eq!(vera.active_phones().count(), 0);
    let nobody = json!({"id": 1, "last_name": "Белова", "phone_numbers": []});
    assert_eq!(api.refusal("update.employees", nobody).await, "entity_not_found");
    let without_phones = json!({"id": 4503, "last_name": "Белова"});
    assert_eq!(api.refusal("update.employees", without_phones).await, "required_parameter_missed");
}

#[tokio::test]
async fn sip_lines_tell_whose_number_customers_see() {
    let api = Api::new();

    let lines = api.ask("get.sip_lines", json!({})).await["result"]["data"].clone();

    let lines: Vec<_> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            json!([
                line["employee_id"],
                line["phone_number"],
                line["virtual_phone_number"],
                line["status"]
            ])
        })
        .collect();
    assert_eq!(
        json!(lines),
        json!(
            [[4501, "04501", "74950236854", "active"], [4502, "04502", "74950236855", "active"],]
        )
    );
    assert_eq!(employees(&api, Value::Null).await[0]["phone_numbers"][1]["phone_number"], "04501");
}
