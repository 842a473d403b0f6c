//! A contact's card: what may be written into it and what can be read from it.

use serde_json::{Value, json};

use super::answer::Refusal;
use super::custom;
use super::operations::Call;
use crate::planfix::company::{Company, Contact, FieldOwner, People, Phone};
use crate::planfix::rest::point;

/// Plain fields that are only kept.
const KEPT: [&str; 17] = [
    "gender",
    "description",
    "address",
    "site",
    "skype",
    "telegramId",
    "telegram",
    "facebook",
    "instagram",
    "vk",
    "position",
    "birthDate",
    "companies",
    "contacts",
    "files",
    "sourceObjectId",
    "sourceDataVersion",
];

/// Writes what the call's body brings; what it does not bring stays.
///
/// Phones and people replace what was there, custom fields merge.
pub(super) fn fill(
    company: &Company,
    contact: &mut Contact,
    call: &mut Call,
) -> Result<Vec<String>, Refusal> {
    let body = &call.body;
    let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Some(name) = text("name") {
        contact.name = name;
    }
    if let Some(midname) = text("midname") {
        contact.midname = midname;
    }
    if let Some(lastname) = text("lastname") {
        contact.lastname = lastname;
    }
    if let Some(email) = text("email") {
        if !email.is_empty() && company.email_taken(&email, Some(contact.id)) {
            return Err(Refusal::new(400, 2005, format!("Email {email} is not unique")));
        }
        contact.email = Some(email).filter(|email| !email.is_empty());
    }
    if let Some(phones) = body.get("phones").and_then(Value::as_array) {
        contact.phones = phones.iter().filter_map(read_phone).collect();
    }
    if let Some(written) = body.get("supervisors") {
        contact.supervisors = read_people(company, written)?;
    }
    if let Some(deleted) = body.get("isDeleted").and_then(Value::as_bool) {
        contact.is_deleted = deleted;
    }
    for key in KEPT {
        if let Some(value) = body.get(key) {
            contact.other.insert(key.to_owned(), value.clone());
        }
    }
    if let Some(id) = body.pointer("/group/id").and_then(Value::as_u64) {
        let name = company.contact_groups.get(&id);
        let name = name.ok_or_else(|| Refusal::invalid(format!("Group not found by id {id}")))?;
        contact.other.insert("group".to_owned(), json!({"id": id, "name": name}));
    }
    let Some(written) = body.get("customFieldData") else { return Ok(Vec::new()) };
    let form = Some(contact.template);
    custom::merge(company, FieldOwner::Contact, form, &mut contact.custom, written).map_err(
        |wrong| {
            call.violations.push(format!("/customFieldData: {wrong}"));
            Refusal::invalid(format!("Invalid parameter value: {wrong}"))
        },
    )
}

/// People who must all exist.
pub(super) fn read_people(company: &Company, written: &Value) -> Result<People, Refusal> {
    let wrong =
        |reference: String| Refusal::invalid(format!("Invalid parameter value: {reference}"));
    let people = People::from_value(written).map_err(wrong)?;
    match people.users.iter().find(|person| !company.knows(**person)) {
        Some(stranger) => Err(wrong(stranger.to_string())),
        None => Ok(people),
    }
}

fn read_phone(value: &Value) -> Option<Phone> {
    let number = value.get("number")?.as_str()?.to_owned();
    let kind = value.get("type").and_then(Value::as_u64).unwrap_or(1);
    Some(Phone { number, kind })
}

/// A system field of a card; unset and unknown ones are absent.
pub(super) fn system_field(contact: &Contact, name: &str, company: &Company) -> Option<Value> {
    let filled = |text: &str| (!text.is_empty()).then(|| json!(text));
    let zone = company.timezone();
    match name {
        "template" => Some(json!({"id": contact.template})),
        "name" => filled(&contact.name),
        "midname" => filled(&contact.midname),
        "lastname" => filled(&contact.lastname),
        "email" => filled(contact.email.as_deref().unwrap_or_default()),
        "isCompany" => Some(json!(contact.is_company)),
        "isDeleted" => Some(json!(contact.is_deleted)),
        "phones" if contact.phones.is_empty() => None,
        "phones" => Some(contact.phones.iter().map(phone_value).collect()),
        "supervisors" => contact.supervisors.to_value(|person| company.name_of(person)),
        "createdDate" => Some(point(contact.created, &zone)),
        "dateOfLastUpdate" => Some(point(contact.changed, &zone)),
        "dataTags" => data_tags(contact, company),
        _ => contact.other.get(name).cloned(),
    }
}

fn phone_value(phone: &Phone) -> Value {
    json!({"number": phone.number, "maskedNumber": masked(&phone.number), "type": phone.kind})
}

/// `+7 (903) 123-45-67`; a number of another length as it is.
fn masked(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    if digits.len() != 11 {
        return number.to_owned();
    }
    let (country, area) = (part(0, 1), part(1, 4));
    format!("+{country} ({area}) {}-{}-{}", part(4, 7), part(7, 9), part(9, 11))
}

fn data_tags(contact: &Contact, company: &Company) -> Option<Value> {
    let own = company.entries.values().filter(|entry| entry.contact == Some(contact.id));
    let tags: Vec<Value> = own
        .map(|entry| {
            let name = company.data_tags.iter().find(|tag| tag.id == entry.tag);
            let name = name.map(|tag| tag.name.as_str()).unwrap_or_default();
            json!({"dataTag": {"id": entry.tag, "name": name}, "key": entry.key})
        })
        .collect();
    (!tags.is_empty()).then_some(Value::Array(tags))
}
