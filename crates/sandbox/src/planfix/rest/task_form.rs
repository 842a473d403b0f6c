//! A task's form: what may be written into it and what can be read from it.

use serde_json::{Value, json};

use super::answer::Refusal;
use super::contact_card::read_people;
use super::custom;
use super::dates::{civil_point, read_point};
use super::operations::Call;
use crate::planfix::company::{Company, FieldOwner, People, Person, Status, Task};
use crate::planfix::rest::point;

/// Plain fields that are only kept.
const KEPT: [&str; 12] = [
    "resultChecking",
    "processId",
    "duration",
    "durationUnit",
    "durationType",
    "inFavorites",
    "isSummary",
    "isSequential",
    "isDeleted",
    "files",
    "sourceObjectId",
    "sourceDataVersion",
];
/// Moments that are only kept.
const MOMENTS: [&str; 3] = ["startDateTime", "endDateTime", "delayedTillDate"];

/// Writes what the call's body brings; what it does not bring stays.
///
/// Lists of people replace what was there, custom fields merge.
pub(super) fn fill(
    company: &Company,
    task: &mut Task,
    call: &mut Call,
) -> Result<Vec<String>, Refusal> {
    fill_own(company, task, &call.body)?;
    fill_people(company, task, &call.body)?;
    fill_kept(company, task, &call.body)?;
    let Some(written) = call.body.get("customFieldData") else { return Ok(Vec::new()) };
    let form = task.object.or(task.template);
    custom::merge(company, FieldOwner::Task, form, &mut task.custom, written).map_err(|wrong| {
        call.violations.push(format!("/customFieldData: {wrong}"));
        Refusal::invalid(format!("Invalid parameter value: {wrong}"))
    })
}

fn fill_own(company: &Company, task: &mut Task, body: &Value) -> Result<(), Refusal> {
    let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Some(name) = text("name") {
        task.name = name;
    }
    if let Some(description) = text("description") {
        task.description = description;
    }
    if let Some(priority) = text("priority") {
        // an unknown priority silently becomes the lower one
        task.priority = if priority == "Urgent" { priority } else { "NotUrgent".to_owned() };
    }
    if let Some(id) = body.pointer("/status/id").and_then(Value::as_u64) {
        if !company.statuses(task.object).iter().any(|status| status.id == id) {
            return Err(Refusal::invalid(format!("Status not find by id {id}")));
        }
        task.status = id;
    }
    Ok(())
}

fn fill_people(company: &Company, task: &mut Task, body: &Value) -> Result<(), Refusal> {
    let person = |key: &str, bare: fn(u64) -> Person| -> Result<Option<Person>, Refusal> {
        let Some(id) = body.pointer(&format!("/{key}/id")) else { return Ok(None) };
        let person = Person::from_value(id, bare).filter(|person| company.knows(*person));
        person.map(Some).ok_or_else(|| Refusal::invalid(format!("Invalid parameter value: {id}")))
    };
    let people = |key: &str| -> Result<Option<People>, Refusal> {
        body.get(key).map(|written| read_people(company, written)).transpose()
    };
    if let Some(assigner) = person("assigner", Person::User)? {
        task.assigner = assigner;
    }
    if let Some(counterparty) = person("counterparty", Person::Contact)? {
        task.counterparty = Some(counterparty);
    }
    if let Some(assignees) = people("assignees")? {
        task.assignees = assignees;
    }
    if let Some(participants) = people("participants")? {
        task.participants = participants;
    }
    if let Some(auditors) = people("auditors")? {
        task.auditors = auditors;
    }
    Ok(())
}

fn fill_kept(company: &Company, task: &mut Task, body: &Value) -> Result<(), Refusal> {
    for key in KEPT {
        if let Some(value) = body.get(key) {
            task.other.insert(key.to_owned(), value.clone());
        }
    }
    for key in MOMENTS {
        let Some(written) = body.get(key) else { continue };
        let local = read_point(written);
        let local =
            local.ok_or_else(|| Refusal::invalid(format!("Invalid parameter value: {key}")))?;
        task.other.insert(key.to_owned(), civil_point(local, &company.timezone()));
    }
    for (flag, moment) in [("hasStartDate", "startDateTime"), ("hasEndDate", "endDateTime")] {
        if body.get(flag) == Some(&Value::Bool(false)) {
            task.other.shift_remove(moment);
        }
    }
    Ok(())
}

/// A system field of a task; unset and unknown ones are absent.
pub(super) fn system_field(task: &Task, name: &str, company: &Company) -> Option<Value> {
    let filled = |text: &str| (!text.is_empty()).then(|| json!(text));
    let person = |person: Person| json!({"id": person, "name": company.name_of(person)});
    let people = |people: &People| people.to_value(|person| company.name_of(person));
    let zone = company.timezone();
    match name {
        "name" => filled(&task.name),
        "description" => filled(&task.description),
        "priority" => Some(json!(task.priority)),
        "status" => status(task, company).map(status_value),
        "type" => Some(json!("Task")),
        "object" => task.object.map(|id| {
            let found = company.objects.iter().find(|object| object.id == id);
            json!({"id": id, "name": found.map(|object| object.name.as_str())})
        }),
        "template" => task.template.map(|id| json!({"id": id})),
        "assigner" => Some(person(task.assigner)),
        "counterparty" => task.counterparty.map(person),
        "assignees" => people(&task.assignees),
        "participants" => people(&task.participants),
        "auditors" => people(&task.auditors),
        "dateTime" => Some(point(task.created, &zone)),
        "dateOfLastUpdate" => Some(point(task.changed, &zone)),
        "hasStartDate" => Some(json!(task.other.contains_key("startDateTime"))),
        "hasEndDate" => Some(json!(task.other.contains_key("endDateTime"))),
        _ => task.other.get(name).cloned(),
    }
}

fn status<'a>(task: &Task, company: &'a Company) -> Option<&'a Status> {
    company.statuses(task.object).iter().find(|status| status.id == task.status)
}

/// A status as it stands on a task: always whole.
pub(super) fn status_value(status: &Status) -> Value {
    json!({
        "id": status.id,
        "name": status.name,
        "color": status.color,
        "isActive": status.is_active,
        "hasDeadline": status.is_active,
        "isAppliedIndividually": false,
        "texts": [{"lang": "Ru", "name": status.name}],
    })
}
