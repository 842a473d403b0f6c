//! `start.employee_call`: an employee is connected with a customer.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::message::{MESSAGE, refuse_unplayable};
use crate::uis::company::{Company, Employee};
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};
use crate::uis::script::{Direction, Event, Failure, Order, Script};
use crate::uis::settings::Ordered;
use crate::uis::state::State;

pub(super) const METHOD: &str = "start.employee_call";

/// How long a phone rings that nobody picks up, in seconds.
const IN_VAIN: i64 = 20;
/// How soon a busy line or a phone that is off is known, in seconds.
const AT_ONCE: i64 = 2;

const EMPLOYEE: &[Param] =
    &[Param::required("id", Shape::Number), Param::optional("phone_number", Shape::Text)];
const PARAMS: &[Param] = &[
    Param::required("first_call", Shape::OneOf(&["contact", "employee"])),
    Param::optional("switch_at_once", Shape::Truth),
    Param::optional("early_switching", Shape::Truth),
    Param::optional("media_file_id", Shape::Number),
    Param::required("virtual_phone_number", Shape::Text),
    Param::optional("virtual_phone_usage_rule", Shape::AnyText),
    Param::optional("show_virtual_phone_number", Shape::Truth),
    Param::required("contact", Shape::Text),
    Param::optional("external_id", Shape::AnyText),
    Param::optional("dtmf_string", Shape::AnyText),
    Param::optional("direction", Shape::OneOf(&["in", "out"])),
    Param::required("employee", Shape::Object(EMPLOYEE)),
    Param::optional("contact_message", MESSAGE),
    Param::optional("employee_message", MESSAGE),
];

/// Checks the order; the call itself begins when its steps are let happen.
pub(super) fn perform(
    state: &mut State,
    params: &Map<String, Value>,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    let settings = &state.settings.call_api;
    if !settings.basic {
        return Err(ApiError::component_disabled("Базовый набор"));
    }
    check(params, PARAMS)?;
    refuse_combinations(params)?;
    let employee = employee(&state.company, params)?;
    let phones = phones(employee, params)?;
    refuse_numbers(state, params)?;
    for name in ["contact_message", "employee_message"] {
        refuse_unplayable(&state.company, params, name)?;
    }
    let media = params.get("media_file_id").filter(|id| !id.is_null());
    if let Some(id) = media.filter(|id| !plays(&state.company, id)) {
        return Err(ApiError::media_file_not_found("media_file_id", id));
    }
    let script = script(state, employee.id, phones, params);
    let steps = state.compile(&script, now);
    let session = steps.first().map(|step| step.event.session());
    // from here on the call goes on, and can be asked for, even before anything is told of it
    if let Some(Event::Begins(call)) = steps.first().map(|step| &step.event) {
        state.live.insert(call.session, (**call).clone());
    }
    state.begun.push(steps);
    let effect = session.map(|session| format!("call {session}")).unwrap_or_default();
    Ok(Answer::data(json!({ "call_session_id": session })).with_effect(effect))
}

/// `early_switching` only when the employee is rung first and switched at once.
fn refuse_combinations(params: &Map<String, Value>) -> Result<(), ApiError> {
    let on = |name| params.get(name) == Some(&Value::Bool(true));
    let employee_first = text(params, "first_call") == "employee";
    if on("early_switching") && !(employee_first && on("switch_at_once")) {
        let fields = "early_switching, first_call, switch_at_once";
        return Err(ApiError::invalid_combination(fields));
    }
    Ok(())
}

fn employee<'a>(
    company: &'a Company,
    params: &Map<String, Value>,
) -> Result<&'a Employee, ApiError> {
    let id = params.get("employee").and_then(|employee| employee.get("id"));
    let id = id.and_then(Value::as_u64).unwrap_or_default();
    company.employee_by_id(id).ok_or_else(|| ApiError::employee_not_found(id))
}

/// The employee's phones to ring: the one wished for, by number or extension, else all active ones.
fn phones(employee: &Employee, params: &Map<String, Value>) -> Result<Vec<String>, ApiError> {
    let wished = params.get("employee").and_then(|given| given.get("phone_number"));
    let wished = wished.filter(|wished| !wished.is_null());
    let is_meant = |phone: &&str| match wished.and_then(Value::as_str) {
        Some(wished) => *phone == wished || employee.extension.as_deref() == Some(wished),
        None => true,
    };
    let phones: Vec<String> =
        employee.active_phones().filter(is_meant).map(str::to_owned).collect();
    if phones.is_empty() {
        let (field, value) = match wished {
            Some(wished) => ("employee.phone_number", wished.clone()),
            None => ("employee.id", json!(employee.id)),
        };
        return Err(ApiError::no_active_phone_number(field, &value));
    }
    Ok(phones)
}

fn refuse_numbers(state: &State, params: &Map<String, Value>) -> Result<(), ApiError> {
    let (number, contact) = (text(params, "virtual_phone_number"), text(params, "contact"));
    if state.company.number(number).is_none() {
        return Err(ApiError::virtual_number_not_found(number));
    }
    if !can_be_dialled(&state.company, contact) {
        return Err(ApiError::wrong_value("contact", &json!(contact)));
    }
    if state.company.number(contact).is_some() {
        return Err(ApiError::own_virtual_number(contact));
    }
    if state.settings.blacklist.contains(contact) {
        return Err(ApiError::contact_in_blacklist(contact));
    }
    Ok(())
}

/// E.164 digits without a plus, or a SIP line; short numbers are no contacts.
fn can_be_dialled(company: &Company, contact: &str) -> bool {
    let digits = contact.chars().all(|character| character.is_ascii_digit());
    let lines = company.employees.iter().filter_map(|employee| employee.sip_line.as_ref());
    let is_line = lines.into_iter().any(|line| line.number == contact);
    is_line || (digits && (11..=15).contains(&contact.len()))
}

fn plays(company: &Company, id: &Value) -> bool {
    id.as_u64().is_some_and(|id| company.media_files.contains(&id))
}

/// The course of the call, as the settings say.
fn script(
    state: &State,
    employee: u64,
    phones: Vec<String>,
    params: &Map<String, Value>,
) -> Script {
    let settings = &state.settings.call_api;
    let (employee_secs, client_secs) = match settings.ordered {
        Ordered::Answered { after_secs, .. } => (settings.employee_secs, after_secs),
        Ordered::Busy | Ordered::NotAvailable => (settings.employee_secs, AT_ONCE),
        Ordered::NoAnswer => (settings.employee_secs, IN_VAIN),
        Ordered::EmployeeSilent => (IN_VAIN, AT_ONCE),
    };
    let client_first = text(params, "first_call") == "contact";
    let order = Order { phones, employee_secs, client_secs, client_first };
    let mut script = Script::ordered(&employee.to_string(), text(params, "contact"), order)
        .through(text(params, "virtual_phone_number"));
    if let Some(Value::String(id)) = params.get("external_id") {
        script = script.external_id(id);
    }
    if text(params, "direction") == "in" {
        script.direction = Direction::In;
    }
    match settings.ordered {
        Ordered::Answered { talk_secs, .. } => script.answered().talks_secs(talk_secs).recorded(),
        Ordered::Busy => script.fails(Failure::Busy),
        Ordered::NoAnswer => script.fails(Failure::NoAnswer),
        Ordered::NotAvailable => script.fails(Failure::NotAvailable),
        Ordered::EmployeeSilent => script.fails(Failure::EmployeeSilent),
    }
}

fn text<'a>(params: &'a Map<String, Value>, name: &str) -> &'a str {
    params.get(name).and_then(Value::as_str).unwrap_or_default()
}
