//! The calls that go on.

use domain::calls::Direction;
use domain::phone::Phone;
use serde_json::{Value, json};
use uis::call_api::{LegState, LiveCallsFilter};

use crate::server::{Uis, data};

/// The example of the documentation, with a state for the second leg.
fn live(state: &str) -> Value {
    json!([{
        "call_session_id": 206_597_836, "direction": "in", "start_time": "2016-10-19T12:26:48.418",
        "virtual_phone_number": "74951045771", "contact_phone_number": "74959268686",
        "external_id": null, "tags": [{ "tag_id": 456, "tag_name": "Целевой" }],
        "legs": [
            { "leg_id": 287_866_245, "calling_phone_number": "74951045771",
              "called_phone_number": "74959268686...9.2.3.3", "is_operator": false,
              "employee_id": null, "employee_full_name": null, "record_call_enabled": true,
              "state": "Разговор" },
            { "leg_id": 287_866_221, "calling_phone_number": "74959268686",
              "called_phone_number": "79262444393", "is_operator": "true", "employee_id": 2345,
              "employee_full_name": "Тест", "record_call_enabled": false, "state": state }
        ]
    }])
}

#[tokio::test]
async fn a_live_call_has_its_parties_and_legs() {
    let uis = Uis::start(|_, _| data(live("Разговор"))).await;
    let call = uis.calls.list_calls(&LiveCallsFilter::default()).await.unwrap().remove(0);
    assert_eq!(call.session.0, 206_597_836);
    assert_eq!(call.direction, Some(Direction::In));
    assert_eq!(call.start, Some("2016-10-19T12:26:48.418".parse().unwrap()));
    assert_eq!(call.virtual_number.unwrap().digits(), "74951045771");
    assert_eq!(call.contact.unwrap().digits(), "74959268686");
    assert_eq!(call.external_id, None);
    assert_eq!((call.tags[0].id, call.tags[0].name.as_str()), (Some(456), "Целевой"));

    let [client, employee] = &call.legs[..] else { panic!("two legs") };
    assert_eq!(client.called.as_deref(), Some("74959268686...9.2.3.3"));
    assert_eq!((client.of_employee, client.employee), (Some(false), None));
    assert_eq!(employee.employee.unwrap().0, 2345);
    assert_eq!(employee.employee_full_name.as_deref(), Some("Тест"));
    assert_eq!((employee.of_employee, employee.recorded), (Some(true), Some(false)));
    assert_eq!(employee.state, Some(LegState::Talk));
}

#[tokio::test]
async fn each_state_has_its_russian_name() {
    let states = [
        ("Дозвон", LegState::Dialing),
        ("Разговор", LegState::Talk),
        ("На очереди", LegState::Queued),
        ("На удержании", LegState::OnHold),
        ("Разговор операторов", LegState::OperatorTalk),
        ("Перевод вызова", LegState::Transfer),
        ("Отправка dtmf", LegState::SendingTones),
        ("Разъединено", LegState::Disconnected),
        ("Получение факса", LegState::Other("Получение факса".to_owned())),
    ];
    for (text, state) in states {
        let uis = Uis::start(move |_, _| data(live(text))).await;
        let calls = uis.calls.list_calls(&LiveCallsFilter::default()).await.unwrap();
        assert_eq!(calls[0].legs[1].state, Some(state));
    }
}

#[tokio::test]
async fn only_the_calls_of_a_direction_and_a_number_can_be_asked_for() {
    let uis = Uis::start(|_, _| data(json!([]))).await;
    uis.calls.list_calls(&LiveCallsFilter::default()).await.unwrap();
    let filter = LiveCallsFilter {
        direction: Some(Direction::Out),
        virtual_number: Phone::parse("+7 495 104-57-71"),
    };
    assert_eq!(uis.calls.list_calls(&filter).await.unwrap(), []);

    let asked = uis.asked();
    assert_eq!(asked[0]["method"], "list.calls");
    assert_eq!(asked[0]["params"], json!({ "access_token": "key" }));
    let expected = json!({ "access_token": "key", "direction": "out",
        "virtual_phone_number": "74951045771" });
    assert_eq!(asked[1]["params"], expected);
}

#[tokio::test]
async fn odd_rows_are_left_out_and_odd_columns_empty() {
    let rows = json!([
        { "direction": "in" },
        "not a row",
        { "call_session_id": "5", "direction": "sideways", "start_time": "soon", "legs": [
            { "state": "Разговор" }, { "leg_id": 6, "state": null }
        ] }
    ]);
    let uis = Uis::start(move |_, _| data(rows.clone())).await;
    let calls = uis.calls.list_calls(&LiveCallsFilter::default()).await.unwrap();
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].session.0, calls[0].direction, calls[0].start), (5, None, None));
    assert_eq!(calls[0].legs.len(), 1);
    assert_eq!((calls[0].legs[0].id, &calls[0].legs[0].state), (6, &None));
}
