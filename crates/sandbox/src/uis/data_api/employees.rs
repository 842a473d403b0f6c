//! `create.employees` and `update.employees`.

use serde_json::{Map, Value, json};

use crate::uis::company::{Company, Employee, EmployeeId, EmployeePhone};
use crate::uis::rpc::{Answer, ApiError, Param, Request, Shape, check};

/// The methods of this file.
pub(super) const METHODS: [&str; 2] = ["create.employees", "update.employees"];

const RECORDINGS: [&str; 4] = ["all", "in", "out", "off"];
const CALL_TYPES: Shape = Shape::SomeOf(&["internal", "external"]);
const DIRECTIONS: Shape = Shape::SomeOf(&["in", "out"]);
const STATUSES: [&str; 7] = [
    "available",
    "break",
    "do_not_disturb",
    "not_at_workplace",
    "not_at_work",
    "auto_out_call",
    "unknown",
];
/// Most phones an employee may have.
const PHONES: usize = 10;
/// The longest short number, in characters.
const EXTENSION: usize = 5;

const PHONE: &[Param] = &[
    Param::optional("phone_id", Shape::Number),
    Param::required("phone_number", Shape::Text),
    Param::optional("channels_count", Shape::UpTo(150)),
    Param::optional("dial_time", Shape::UpTo(100)),
    Param::optional("status", Shape::OneOf(&["active", "inactive"])),
];
const EXTENSION_OBJECT: &[Param] = &[
    Param::required("extension_phone_number", Shape::Text),
    Param::optional("extension_voice_mail_enabled", Shape::Truth),
    Param::optional("extension_queue_enabled", Shape::Truth),
];

/// What both methods take; for `create.employees` only the last name is a must.
macro_rules! employee_params {
    ($($first:expr),* $(,)?) => {
        &[
            $($first,)*
            Param::optional("first_name", Shape::AnyText),
            Param::required("last_name", Shape::Text),
            Param::optional("patronymic", Shape::AnyText),
            Param::optional("status", Shape::OneOf(&STATUSES)),
            Param::optional("calls_available", Shape::Truth),
            Param::optional("allowed_in_call_types", CALL_TYPES),
            Param::optional("in_external_allowed_call_directions", DIRECTIONS),
            Param::optional("in_internal_allowed_call_directions", DIRECTIONS),
            Param::optional("allowed_out_call_types", CALL_TYPES),
            Param::optional("out_external_allowed_call_directions", DIRECTIONS),
            Param::optional("out_internal_allowed_call_directions", DIRECTIONS),
            Param::optional("email", Shape::AnyText),
            Param::optional("call_recording", Shape::OneOf(&RECORDINGS)),
            Param::optional("schedule_id", Shape::Number),
            Param::optional("groups", Shape::Numbers),
            Param::optional("extension", Shape::Object(EXTENSION_OBJECT)),
        ]
    };
}

const CREATE: &[Param] =
    employee_params![Param::optional("phone_numbers", Shape::Objects(PHONE, PHONES))];
const UPDATE: &[Param] = employee_params![
    Param::required("id", Shape::Number),
    Param::required("phone_numbers", Shape::Objects(PHONE, PHONES)),
    Param::optional("status_id", Shape::Number),
];

/// `create.employees "Белова Мария" belova@romashka.ru`
pub(super) fn describe(request: &Request) -> Option<String> {
    if !METHODS.contains(&request.method.as_str()) {
        return None;
    }
    let text = |name| request.params.get(name).and_then(Value::as_str);
    let id = request.params.get("id").and_then(Value::as_u64);
    let names: Vec<&str> = ["last_name", "first_name"].into_iter().filter_map(text).collect();
    let mut words = vec![request.method.clone()];
    words.extend(id.map(|id| id.to_string()));
    words.push(format!("\"{}\"", names.join(" ")));
    words.extend(text("email").map(str::to_owned));
    Some(words.join(" "))
}

/// Hires somebody.
pub(super) fn create(
    company: &mut Company,
    params: &Map<String, Value>,
) -> Result<Answer, ApiError> {
    check(params, CREATE)?;
    let id = company.employees.iter().map(|employee| employee.id).max().unwrap_or_default() + 1;
    let blank = Employee { id, call_recording: "all", ..Employee::default() };
    let employee = written(blank, params, company)?;
    company.employees.push(employee);
    Ok(Answer::data(json!({ "id": id })).with_effect(format!("employee {id}")))
}

/// Changes somebody: lists are replaced whole, `null` empties, what is left out stays.
pub(super) fn update(
    company: &mut Company,
    params: &Map<String, Value>,
) -> Result<Answer, ApiError> {
    check(params, UPDATE)?;
    let id = params.get("id").and_then(Value::as_u64).unwrap_or_default();
    let before = company.employee_by_id(id).cloned();
    let before = before.ok_or_else(|| ApiError::entity_not_found("id", &json!(id)))?;
    let after = written(before, params, company)?;
    if let Some(employee) = company.employees.iter_mut().find(|employee| employee.id == id) {
        *employee = after;
    }
    Ok(Answer::data(json!({ "id": id })).with_effect(format!("employee {id} changed")))
}

fn written(
    mut employee: Employee,
    params: &Map<String, Value>,
    company: &Company,
) -> Result<Employee, ApiError> {
    let text = |name| params.get(name).map(|value| value.as_str().unwrap_or_default().to_owned());
    for (name, place) in [
        ("first_name", &mut employee.first_name),
        ("last_name", &mut employee.last_name),
        ("patronymic", &mut employee.patronymic),
        ("email", &mut employee.email),
    ] {
        if let Some(value) = text(name) {
            *place = value;
        }
    }
    if let Some(mode) =
        RECORDINGS.into_iter().find(|mode| text("call_recording").as_deref() == Some(mode))
    {
        employee.call_recording = mode;
    }
    let status = STATUSES.into_iter().find(|status| text("status").as_deref() == Some(status));
    employee.status = status.or(employee.status);
    if let Some(extension) = params.get("extension") {
        employee.extension =
            extension.get("extension_phone_number").and_then(Value::as_str).map(str::to_owned);
    }
    if let Some(Value::Array(phones)) = params.get("phone_numbers") {
        employee.phones = phones.iter().map(phone).collect();
    }
    refuse_impossible(&employee, company)?;
    Ok(employee)
}

fn phone(given: &Value) -> EmployeePhone {
    let text = |name: &str| given.get(name).and_then(Value::as_str);
    let is_active = text("status") != Some("inactive");
    EmployeePhone { number: text("phone_number").unwrap_or_default().to_owned(), is_active }
}

/// What must be right about an e-mail and a short number: well-formed, and nobody else's.
fn refuse_impossible(employee: &Employee, company: &Company) -> Result<(), ApiError> {
    let of_another = |same: &dyn Fn(&Employee) -> bool| {
        company.employees.iter().any(|other| other.id != employee.id && same(other))
    };
    let email = &employee.email;
    if !email.is_empty() {
        if !email.contains('@') {
            return Err(ApiError::wrong_value("email", &json!(email)));
        }
        if of_another(&|other| other.email.eq_ignore_ascii_case(email)) {
            return Err(ApiError::duplicate_entity("email", &json!(email)));
        }
    }
    let field = "extension.extension_phone_number";
    if let Some(extension) = &employee.extension {
        let digits = extension.chars().all(|character| character.is_ascii_digit());
        if extension.len() > EXTENSION || !digits {
            return Err(ApiError::wrong_value(field, &json!(extension)));
        }
        if of_another(&|other| other.extension.as_ref() == Some(extension)) {
            return Err(ApiError::duplicate_entity(field, &json!(extension)));
        }
    }
    if let Some(number) = taken_phone(employee, company) {
        return Err(ApiError::duplicate_entity("phone_numbers.phone_number", &json!(number)));
    }
    Ok(())
}

fn taken_phone(employee: &Employee, company: &Company) -> Option<String> {
    let of_another = |number: &&str| {
        company
            .owner_of(number)
            .map(|owner: &Employee| -> EmployeeId { owner.id })
            .is_some_and(|owner| owner != employee.id)
    };
    let mut numbers = employee.phones.iter().map(|phone| phone.number.as_str());
    numbers.find(of_another).map(str::to_owned)
}
