//! Contacts and companies: list, read, create, update.

use serde_json::{Value, json};

use super::answer::{Done, Refusal};
use super::contact_card::{fill, system_field};
use super::filters::{contact_fits, select};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use crate::planfix::company::{Company, Contact, Person};

/// `POST /contact/list`: people, unless `isCompany` is true.
pub(super) fn list(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let flag = |key: &str| call.body.get(key).and_then(Value::as_bool).unwrap_or(false);
    let (companies, prefixed) = (flag("isCompany"), flag("prefixedId"));
    let selection = Selection::of_body(&call.body);
    let page = Page::of_body(&call.body);
    let listed = |contact: &&Contact| contact.is_company == companies && !contact.is_deleted;
    let rows = company.contacts.values().filter(listed);
    let sample = Contact::new(0, call.now);
    let found = select(company, call, rows, &sample, contact_fits)?;
    let row = |contact: &Contact| {
        let id = if prefixed { json!(Person::Contact(contact.id)) } else { json!(contact.id) };
        read(&selection, contact, id, company)
    };
    Ok(Done::rows("contacts", page.cut(found.into_iter()).map(row).collect()))
}

/// `GET /contact/{id}`.
pub(super) fn get(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(404, 2000, format!("Contact not found by id {}", call.id));
    let contact = find(company, &call.id).ok_or_else(missing)?;
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    Ok(Done::one("contact", read(&selection, contact, json!(contact.id), company)))
}

/// `POST /contact/`. A template is required; the e-mail must be new; phones and names need not be.
pub(super) fn create(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let template = call.body.pointer("/template/id").and_then(Value::as_u64);
    let template = template.ok_or_else(|| Refusal::new(400, 2001, "Contact template required"))?;
    let is_company = company.contact_templates.iter().find(|known| known.id == template);
    let is_company = is_company
        .ok_or_else(|| Refusal::invalid(format!("Template not found by id {template}")))?
        .is_company;
    let mut contact = Contact::new(0, call.now);
    contact.template = template;
    contact.is_company = is_company;
    let mut notes = fill(company, &mut contact, call)?;
    if contact.full_name().is_empty() {
        return Err(Refusal::new(400, 2006, "Contact name is empty"));
    }
    contact.id = company.ids.contact();
    notes.insert(0, format!("contact {}", contact.id));
    let id = contact.id;
    company.contacts.insert(id, contact);
    Ok(Done::created(id, notes))
}

/// `POST /contact/{id}`.
pub(super) fn update(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let error = format!("Contact for update not found by id {}", call.id);
    let found = find(company, &call.id).cloned();
    let mut contact = found.ok_or_else(|| Refusal::new(404, 2000, error))?;
    let before = contact.clone();
    let mut notes = fill(company, &mut contact, call)?;
    let changed = contact != before;
    if changed {
        contact.changed = call.now;
        notes.insert(0, format!("contact {} changed", contact.id));
    }
    if changed && !call.silent {
        contact.log.push("изменён через API".to_owned());
    }
    company.contacts.insert(contact.id, contact);
    Ok(Done::plain().changing(notes))
}

/// A contact by `12` or `contact:12`.
pub(super) fn find<'a>(company: &'a Company, id: &str) -> Option<&'a Contact> {
    let Person::Contact(id) = Person::parse(id, Person::Contact)? else { return None };
    company.contacts.get(&id).filter(|contact| !contact.is_deleted)
}

fn read(selection: &Selection, contact: &Contact, id: Value, company: &Company) -> Value {
    let system = |name: &str| system_field(contact, name, company);
    selection.row(("id", id), system, &contact.custom, company)
}
