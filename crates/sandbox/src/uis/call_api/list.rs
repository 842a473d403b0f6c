//! `list.calls`: the calls going on.

use serde_json::{Map, Value, json};

use crate::uis::calls::LiveCall;
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};
use crate::uis::script::{ClientState, Leg};
use crate::uis::state::State;

pub(super) const METHOD: &str = "list.calls";

const PARAMS: &[Param] = &[
    Param::optional("direction", Shape::OneOf(&["in", "out"])),
    Param::optional("virtual_phone_number", Shape::Text),
];

/// The vendor's sample of `start_time`.
const TIME: &str = "%Y-%m-%dT%H:%M:%S%.3f";

pub(super) fn perform(state: &State, params: &Map<String, Value>) -> Result<Answer, ApiError> {
    check(params, PARAMS)?;
    let wanted = |name: &str, actual: &str| {
        params.get(name).and_then(Value::as_str).is_none_or(|wanted| wanted == actual)
    };
    let calls = state.live.values().filter(|call| {
        wanted("direction", call.direction.wire())
            && wanted("virtual_phone_number", &call.virtual_number)
    });
    let rows: Vec<Value> = calls.map(|call| row(state, call)).collect();
    Ok(Answer::data(json!(rows)))
}

fn row(state: &State, call: &LiveCall) -> Value {
    let start = call.began_at.to_zoned_datetime(state.zone.clone());
    json!({
        "call_session_id": call.session,
        "direction": call.direction.wire(),
        "start_time": start.strftime(TIME).to_string(),
        "virtual_phone_number": call.virtual_number,
        "contact_phone_number": call.contact_phone,
        "external_id": call.external_id,
        "tags": tags(state, call),
        "legs": legs(call),
    })
}

fn tags(state: &State, call: &LiveCall) -> Vec<Value> {
    let put = state.put_tags.get(&call.session).into_iter().flatten();
    put.map(|tag| json!({ "tag_id": tag.id, "tag_name": tag.name })).collect()
}

fn legs(call: &LiveCall) -> Vec<Value> {
    let client = call.client().map(|client| {
        json!({
            "leg_id": call.client_leg(),
            "calling_phone_number": call.contact_phone,
            "called_phone_number": call.virtual_number,
            "is_operator": false,
            "employee_id": null,
            "employee_full_name": null,
            "record_call_enabled": false,
            "state": client_state(client),
        })
    });
    let employees = call.parts.present().map(|leg| {
        json!({
            "leg_id": leg.id,
            "calling_phone_number": call.virtual_number,
            "called_phone_number": leg.phone,
            "is_operator": true,
            "employee_id": leg.employee.id,
            "employee_full_name": leg.employee.full_name(),
            "record_call_enabled": leg.employee.call_recording != "off",
            "state": state_of(call, leg),
        })
    });
    client.into_iter().chain(employees).collect()
}

/// The vendor's words.
fn client_state(client: ClientState) -> &'static str {
    match client {
        ClientState::Queued => "На очереди",
        ClientState::Dialing => "Дозвон",
        ClientState::Talking => "Разговор",
        ClientState::OnHold => "На удержании",
    }
}

fn state_of(call: &LiveCall, leg: &Leg) -> &'static str {
    let parts = &call.parts;
    let rings = parts.ringing.iter().any(|other| other.id == leg.id);
    match (rings, parts.waiting.is_some()) {
        (true, false) if leg.transferred => "Перевод вызова",
        (true, _) => "Дозвон",
        (false, true) if parts.talking.is_some() => "Разговор операторов",
        (false, _) => "Разговор",
    }
}
