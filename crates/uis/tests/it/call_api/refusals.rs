//! What a person reads when UIS does not start his call.

use domain::failure::{Class, Failure};
use jiff::SignedDuration;
use serde_json::json;

use super::start::a_call;
use crate::server::{Answer, Uis, assert_failure, error, error_with};

async fn refused(answer: Answer) -> Failure {
    let mut answer = Some(answer);
    let uis = Uis::start(move |_, _| answer.take().expect("asked once")).await;
    uis.calls.start_employee_call(&a_call()).await.unwrap_err()
}

#[tokio::test]
async fn each_error_of_the_method_has_a_code_and_words_for_people() {
    let cases = [
        (-32602, "no_active_phone_number", "UIS-CALL-NO-PHONE", "нет активного телефона"),
        (-32602, "employee_not_found", "UIS-CALL-EMPLOYEE", "нет такого сотрудника"),
        (-32007, "virtual_phone_number_not_found", "UIS-CALL-NUMBER", "нельзя звонить"),
        (-32602, "own_virtual_phone_number_not_allowed", "UIS-CALL-CONTACT", "собственный номер"),
        (-32002, "contact_in_blacklist", "UIS-CALL-BLACKLIST", "чёрном списке"),
        (-32602, "contact_in_blacklist", "UIS-CALL-BLACKLIST", "чёрном списке"),
        (-32002, "direction_forbidden", "UIS-CALL-DIRECTION", "Правила безопасности"),
        (-32004, "invalid_state", "UIS-CALL-STATE", "в другом состоянии"),
        (-32602, "call_session_not_found", "UIS-CALL-GONE", "звонка уже нет"),
        (-32602, "media_file_not_found", "UIS-PARAM", "звукового файла"),
        (-32602, "tts_text_exceeded", "UIS-PARAM", "длиннее"),
        (-32602, "invalid_parameters_combination", "UIS-PARAM", "сочетание"),
        (-32008, "component_disabled", "UIS-COMPONENT", "«Call API Базовый набор»"),
        (-32003, "forbidden", "UIS-COMPONENT", "нет прав"),
        // codes alone, where a mnemonic is missing
        (-32007, "", "UIS-CALL-NUMBER", "виртуального номера"),
        (-32002, "", "UIS-CALL-DIRECTION", "в этом направлении"),
        (-32004, "", "UIS-CALL-STATE", "в другом состоянии"),
        (-32008, "", "UIS-COMPONENT", "не подключена услуга"),
    ];
    for (code, mnemonic, stable, words) in cases {
        let failure = refused(error(code, mnemonic)).await;
        assert_failure(&failure, &Class::Permanent, stable, words);
    }
}

#[tokio::test]
async fn a_refusal_over_a_number_says_which() {
    let cases = [
        ("invalid_parameter_value", "contact", "UIS-CALL-CONTACT", "на который"),
        ("data_type_error", "virtual_phone_number", "UIS-CALL-NUMBER", "с которого"),
        ("invalid_parameter_value", "employee.phone_number", "UIS-CALL-NO-PHONE", "телефон"),
        ("invalid_parameter_value", "external_id", "UIS-PARAM", "external_id"),
        ("required_parameter_missed", "contact", "UIS-PARAM", "contact"),
    ];
    for (mnemonic, field, stable, words) in cases {
        let data = json!({ "mnemonic": mnemonic, "field": field, "value": "79031234567" });
        let failure = refused(error_with(-32602, "Wrong", data)).await;
        assert_failure(&failure, &Class::Permanent, stable, words);
        assert!(!failure.message.contains("79031234567"));
    }
}

#[tokio::test]
async fn broken_credentials_are_what_they_are_for_the_data_api() {
    for (code, mnemonic, stable) in [
        (-32001, "access_token_blocked", "UIS-TOKEN"),
        (-32003, "ip_not_whitelisted", "UIS-IP"),
        (-32009, "account_inactive", "UIS-INACTIVE"),
    ] {
        let failure = refused(error(code, mnemonic)).await;
        assert_failure(&failure, &Class::AuthBroken, stable, mnemonic);
    }
}

#[tokio::test]
async fn a_used_up_allowance_tells_the_person_how_long_to_wait() {
    for (seconds, minutes) in [(17, "через 1 мин"), (60, "через 1 мин"), (7200, "через 120 мин")]
    {
        let limits = json!({ "minute_remaining": 0, "minute_reset": seconds });
        let data = json!({ "mnemonic": "limit_exceeded", "metadata": { "limits": limits } });
        let failure =
            refused(error_with(-32029, "Limit per minute has been exceeded.", data)).await;
        let wait = SignedDuration::from_secs(seconds);
        assert_failure(&failure, &Class::Throttled { wait }, "UIS-LIMIT", minutes);
    }
}

#[tokio::test]
async fn an_address_without_a_call_api_is_named_as_such() {
    let failure = refused(Answer::Raw(404, "text/html", "<html>".to_owned())).await;
    assert_failure(&failure, &Class::Permanent, "UIS-ADDRESS", "нет Call API");
    assert!(failure.message.contains("/v4.0"), "{}", failure.message);
}
