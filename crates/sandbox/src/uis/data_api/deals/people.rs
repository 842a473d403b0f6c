//! Contacts and employees of deals.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{named, text};
use crate::uis::deals::{DealContact, Deals};
use crate::uis::moment;
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};

/// Most contacts of one request.
const MOST: usize = 1000;

const CONTACT: &[Param] = &[
    Param::required("ext_id", Shape::Text),
    Param::required("name", Shape::Text),
    Param::optional("created_date_time", Shape::Text),
    Param::optional("phone_numbers", Shape::Texts),
    Param::optional("emails", Shape::Texts),
];
const CONTACTS: &[Param] = &[Param::required("contacts", Shape::Objects(CONTACT, MOST))];
const CHANGED_CONTACT: &[Param] = &[
    Param::required("ext_id", Shape::Text),
    Param::optional("name", Shape::Text),
    Param::optional("created_date_time", Shape::Text),
    Param::optional("phone_numbers", Shape::Texts),
    Param::optional("emails", Shape::Texts),
];
const NAMED: &[Param] =
    &[Param::required("ext_id", Shape::Text), Param::required("name", Shape::Text)];
const ONE: &[Param] = &[Param::required("ext_id", Shape::Text)];

type Params = Map<String, Value>;

/// New contacts: all of them, or none when one can't be taken.
pub(super) fn create_contacts(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, CONTACTS)?;
    let given = params.get("contacts").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut new: BTreeMap<String, DealContact> = BTreeMap::new();
    for one in given.iter().filter_map(Value::as_object) {
        let ext_id = text(one, "ext_id");
        if deals.contacts.contains_key(&ext_id) || new.contains_key(&ext_id) {
            return Err(ApiError::duplicate_entity("contacts.ext_id", &json!(ext_id)));
        }
        new.insert(ext_id, written(DealContact::default(), one, "contacts.")?);
    }
    let effects = new.keys().map(|ext_id| format!("deal contact {ext_id}")).collect();
    deals.contacts.extend(new);
    Ok(Answer { effects, ..Answer::data(json!({})) })
}

/// Changes a contact: lists are replaced whole, what is left out stays.
pub(super) fn update_contact(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, CHANGED_CONTACT)?;
    let ext_id = text(params, "ext_id");
    let before = deals.contacts.get(&ext_id).cloned();
    let before = before.ok_or_else(|| ApiError::entity_not_found("ext_id", &json!(ext_id)))?;
    deals.contacts.insert(ext_id.clone(), written(before, params, "")?);
    Ok(named(&ext_id, format!("deal contact {ext_id} changed")))
}

fn written(mut contact: DealContact, given: &Params, path: &str) -> Result<DealContact, ApiError> {
    let list = |name: &str| -> Option<Vec<String>> {
        let items = given.get(name)?.as_array()?.iter();
        Some(items.filter_map(Value::as_str).map(str::to_owned).collect())
    };
    if given.contains_key("name") {
        contact.name = text(given, "name");
    }
    if let Some(phones) = list("phone_numbers") {
        let digits = |phone: &String| phone.chars().all(|c| c.is_ascii_digit()) && phone.len() > 5;
        if let Some(odd) = phones.iter().find(|phone| !digits(phone)) {
            return Err(ApiError::wrong_value(&format!("{path}phone_numbers"), &json!(odd)));
        }
        contact.phones = phones;
    }
    if let Some(emails) = list("emails") {
        if let Some(odd) = emails.iter().find(|email| !email.contains('@')) {
            return Err(ApiError::wrong_value(&format!("{path}emails"), &json!(odd)));
        }
        contact.emails = emails;
    }
    if given.contains_key("created_date_time") {
        let at = text(given, "created_date_time");
        if moment::parse(&at).is_none() {
            return Err(ApiError::invalid_date_time(&format!("{path}created_date_time"), &at));
        }
        contact.created = Some(at);
    }
    Ok(contact)
}

/// A contact is forgotten.
pub(super) fn delete_contact(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, ONE)?;
    remove(&mut deals.contacts, params, "deal contact")
}

/// A new employee.
pub(super) fn create_employee(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, NAMED)?;
    let ext_id = text(params, "ext_id");
    if deals.employees.contains_key(&ext_id) {
        return Err(ApiError::duplicate_entity("ext_id", &json!(ext_id)));
    }
    deals.employees.insert(ext_id.clone(), text(params, "name"));
    Ok(named(&ext_id, format!("deal employee {ext_id}")))
}

/// Another name for an employee.
pub(super) fn update_employee(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, NAMED)?;
    let ext_id = text(params, "ext_id");
    let found = deals.employees.get_mut(&ext_id);
    *found.ok_or_else(|| ApiError::entity_not_found("ext_id", &json!(ext_id)))? =
        text(params, "name");
    Ok(named(&ext_id, format!("deal employee {ext_id} changed")))
}

/// An employee is forgotten.
pub(super) fn delete_employee(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, ONE)?;
    remove(&mut deals.employees, params, "deal employee")
}

fn remove<T>(
    from: &mut BTreeMap<String, T>,
    params: &Params,
    what: &str,
) -> Result<Answer, ApiError> {
    let ext_id = text(params, "ext_id");
    if from.remove(&ext_id).is_none() {
        return Err(ApiError::entity_not_found("ext_id", &json!(ext_id)));
    }
    Ok(named(&ext_id, format!("{what} {ext_id} deleted")))
}
