//! What the administrator made: objects, statuses, templates, groups, processes, custom fields.

#![expect(clippy::unnecessary_wraps, reason = "all operations have one signature")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answer::{Done, Refusal};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use super::task_form::status_value;
use crate::planfix::company::{Company, Field, FieldOwner, TaskObject, Template};

/// `GET /contact/templates`: of people, unless `isCompany` is true.
pub(super) fn contact_templates(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let companies = call.query.get("isCompany").is_some_and(|value| value == "true");
    let fitting = company.contact_templates.iter().filter(|t| t.is_company == companies);
    Ok(templates(company, call, fitting))
}

/// `GET /task/templates`.
pub(super) fn task_templates(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    Ok(templates(company, call, company.task_templates.iter()))
}

fn templates<'a>(company: &Company, call: &Call, rows: impl Iterator<Item = &'a Template>) -> Done {
    let rows = Page::of_query(&call.query).cut(rows);
    let rows = rows.map(|template| named_row(call, company, template.id, &template.name));
    Done::rows("templates", rows.collect())
}

/// `GET /contact/groups`.
pub(super) fn contact_groups(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    Ok(Done::rows("groups", named_rows(call, company, &company.contact_groups)))
}

/// `POST /object/list`: it takes no `fields`, and gives ids and names.
pub(super) fn objects(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let rows = Page::of_body(&call.body).cut(company.objects.iter());
    let rows = rows.map(|object| json!({"id": object.id, "name": object.name}));
    Ok(Done::rows("objects", rows.collect()))
}

/// `GET /object/{id}`, with the definitions of the fields on its form.
pub(super) fn object(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let object = find_object(company, &call.id)?;
    let on_form = company
        .fields
        .values()
        .filter(|field| field.owner == FieldOwner::Task && field.attached_to.contains(&object.id));
    let definitions: Vec<Value> = on_form.map(definition).collect();
    let value = json!({
        "id": object.id,
        "name": object.name,
        "status": object.statuses.first().map(status_value),
        "customFieldData": definitions,
    });
    Ok(Done::one("object", value))
}

fn definition(field: &Field) -> Value {
    json!({"field": {"id": field.id, "name": field.name, "type": field.kind, "objectType": field.owner}})
}

/// `GET /object/{id}/statuses`.
pub(super) fn object_statuses(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let object = find_object(company, &call.id)?;
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    let rows = object.statuses.iter().map(|status| {
        let whole = status_value(status);
        let system = |name: &str| whole.get(name).cloned();
        selection.row(("id", json!(status.id)), system, &BTreeMap::new(), company)
    });
    Ok(Done::rows("statuses", rows.collect()))
}

fn find_object<'a>(company: &'a Company, id: &str) -> Result<&'a TaskObject, Refusal> {
    let id: Option<u64> = id.parse().ok();
    let found = company.objects.iter().find(|object| Some(object.id) == id);
    found.ok_or_else(|| Refusal::failed(400))
}

/// `GET /process/task`: this account has only the built-in process, which is not listed.
pub(super) fn processes(_: &mut Company, _: &mut Call) -> Result<Done, Refusal> {
    Ok(Done::rows("processes", Vec::new()))
}

/// `GET /process/task/{id}/statuses`: an unknown process gives an empty list.
pub(super) fn process_statuses(_: &mut Company, _: &mut Call) -> Result<Done, Refusal> {
    Ok(Done::rows("statuses", Vec::new()))
}

/// `GET /customfield/task`: all of them on one page.
pub(super) fn task_fields(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    Ok(fields(company, call, FieldOwner::Task))
}

/// `GET /customfield/contact`: all of them on one page.
pub(super) fn contact_fields(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    Ok(fields(company, call, FieldOwner::Contact))
}

fn fields(company: &Company, call: &Call, owner: FieldOwner) -> Done {
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    let row = |field: &Field| {
        let system = |name: &str| match name {
            "name" => Some(json!(field.name)),
            "names" => Some(json!({"ru": field.name})),
            "type" => Some(json!(field.kind)),
            "objectType" => Some(json!(field.owner)),
            "groupId" => Some(json!(1)),
            "enumValues" if !field.enum_values.is_empty() => Some(json!(field.enum_values)),
            _ => None,
        };
        selection.row(("id", json!(field.id)), system, &BTreeMap::new(), company)
    };
    let own = company.fields.values().filter(|field| field.owner == owner);
    Done::rows("customfields", own.map(row).collect())
}

/// Rows of an id and a name.
pub(super) fn named_rows(
    call: &Call,
    company: &Company,
    names: &BTreeMap<u64, String>,
) -> Vec<Value> {
    names.iter().map(|(id, name)| named_row(call, company, *id, name)).collect()
}

fn named_row(call: &Call, company: &Company, id: u64, name: &str) -> Value {
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    let system = |asked: &str| (asked == "name").then(|| json!(name));
    selection.row(("id", json!(id)), system, &BTreeMap::new(), company)
}
