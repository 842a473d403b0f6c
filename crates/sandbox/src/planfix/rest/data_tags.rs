//! Data tags («аналитики») and their entries: read only, the telephony writes them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answer::{Done, Refusal};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use crate::planfix::company::{Company, DataTag, FieldOwner, Person, TagEntry};

/// `POST /datatag/list`.
#[expect(clippy::unnecessary_wraps, reason = "all operations have one signature")]
pub(super) fn list(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let selection = Selection::of_body(&call.body);
    let tags = Page::of_body(&call.body).cut(company.data_tags.iter());
    let row = |tag: &DataTag| {
        let system = |name: &str| match name {
            "name" => Some(json!(tag.name)),
            "fields" => Some(tag_fields(company, tag.id)),
            _ => None,
        };
        selection.row(("id", json!(tag.id)), system, &BTreeMap::new(), company)
    };
    Ok(Done::rows("dataTags", tags.map(row).collect()))
}

/// `POST /datatag/{id}/entry/list`, of one contact, of one task, or all.
pub(super) fn entries(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let error = || Refusal::new(400, 6000, format!("Data tag not found by id {}", call.id));
    let tag: u64 = call.id.parse().map_err(|_| error())?;
    if !company.data_tags.iter().any(|known| known.id == tag) {
        return Err(error());
    }
    let contact = match call.body.get("contactId") {
        None => None,
        Some(id) => match Person::from_value(id, Person::Contact) {
            Some(Person::Contact(id)) => Some(id),
            _ => return Err(Refusal::invalid(format!("Invalid parameter value: {id}"))),
        },
    };
    // 0 is the documented way to say "any task"
    let task = call.body.get("taskId").and_then(Value::as_u64).filter(|id| *id != 0);
    if call.body.get("filters").is_some() {
        call.violations.push("/filters: not simulated for data tags".to_owned());
    }
    let selection = Selection::of_body(&call.body);
    let asked = |entry: &&TagEntry| {
        entry.tag == tag
            && contact.is_none_or(|id| entry.contact == Some(id))
            && task.is_none_or(|id| entry.task == Some(id))
    };
    let found = company.entries.values().filter(asked);
    let rows = Page::of_body(&call.body).cut(found).map(|entry| read(&selection, entry, company));
    Ok(Done::rows("dataTagEntries", rows.collect()))
}

/// `GET /datatag/entry/{key}`.
pub(super) fn entry(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(400, 6000, format!("Entry not found by key - {}", call.id));
    let key: u64 = call.id.parse().map_err(|_| missing())?;
    let entry = company.entries.get(&key).ok_or_else(missing)?;
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    Ok(Done::one("entry", read(&selection, entry, company)))
}

fn read(selection: &Selection, entry: &TagEntry, company: &Company) -> Value {
    let system = |name: &str| match name {
        "dataTag" => {
            let found = company.data_tags.iter().find(|tag| tag.id == entry.tag);
            Some(json!({"id": entry.tag, "name": found.map(|tag| tag.name.as_str())}))
        }
        "commentId" => Some(json!(entry.comment)),
        "task" => entry.task.map(|id| json!({"id": id})),
        "contact" => entry.contact.map(|id| json!({"id": id})),
        _ => None,
    };
    selection.row(("key", json!(entry.key)), system, &entry.custom, company)
}

fn tag_fields(company: &Company, tag: u64) -> Value {
    let own = company
        .fields
        .values()
        .filter(|field| field.owner == FieldOwner::DataTag && field.attached_to.contains(&tag));
    own.map(|field| {
        json!({"id": field.id, "name": field.name, "type": field.kind, "objectType": field.owner})
    })
    .collect()
}
