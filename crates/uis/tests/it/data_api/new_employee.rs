//! An employee created in UIS.

use domain::failure::Class;
use domain::ids::UisEmployeeId;
use domain::phone::Extension;
use serde_json::json;
use uis::data_api::NewEmployee;

use crate::server::{Uis, assert_failure, data, error};

fn ivanova() -> NewEmployee {
    NewEmployee { last_name: "Иванова".to_owned(), ..NewEmployee::default() }
}

#[tokio::test]
async fn a_last_name_is_enough_and_nothing_is_made_up() {
    let uis = Uis::start(|_, _| data(json!({ "id": 4510 }))).await;
    assert_eq!(uis.api.create_employee(&ivanova()).await.unwrap(), UisEmployeeId(4510));
    let asked = uis.asked().remove(0);
    assert_eq!(asked["method"], "create.employees");
    assert_eq!(asked["params"], json!({ "access_token": "key", "last_name": "Иванова" }));
}

#[tokio::test]
async fn all_that_is_known_goes_along() {
    let uis = Uis::start(|_, _| data(json!({ "id": "4510" }))).await;
    let employee = NewEmployee {
        first_name: Some("Анна".to_owned()),
        patronymic: Some("Сергеевна".to_owned()),
        email: Some("ivanova@romashka.ru".to_owned()),
        extension: Extension::parse("104"),
        ..ivanova()
    };
    uis.api.create_employee(&employee).await.unwrap();
    let expected = json!({
        "access_token": "key", "last_name": "Иванова", "first_name": "Анна",
        "patronymic": "Сергеевна", "email": "ivanova@romashka.ru",
        "extension": { "extension_phone_number": "104" },
    });
    assert_eq!(uis.asked()[0]["params"], expected);
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let cases = [
        (-32602, "duplicate_entity", "UIS-DUPLICATE", "уже есть"),
        (-32602, "already_in_use", "UIS-DUPLICATE", "уже есть"),
        (-32602, "data_limit_exceeded", "UIS-COMPONENT", "не помещается"),
        (-32602, "tariff_restrictions", "UIS-COMPONENT", "не подключена"),
        (-32602, "invalid_parameter_value", "UIS-PARAM", "не принимает"),
    ];
    for (code, mnemonic, stable, words) in cases {
        let uis = Uis::start(move |_, _| error(code, mnemonic)).await;
        let failure = uis.api.create_employee(&ivanova()).await.unwrap_err();
        assert_failure(&failure, &Class::Permanent, stable, words);
    }
}

#[tokio::test]
async fn without_his_id_he_may_have_been_created() {
    let uis = Uis::start(|_, _| data(json!({}))).await;
    let failure = uis.api.create_employee(&ivanova()).await.unwrap_err();
    assert_failure(&failure, &Class::Unknown, "UIS-INTERNAL", "не назвал номер сотрудника");
}
