//! Conditions of a search. Several are joined by AND; there is no OR.
//! Sources: Planfix help «Комплексные фильтры» and the OpenAPI schemas `Complex…Filter`.

use domain::ids::{ContactId, TaskObjectId};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::time_point::written;

/// 4003: the phone contains.
pub(super) fn contact_phone(digits: &str) -> Value {
    equal(4003, digits)
}

/// 4026: the e-mail is.
pub(super) fn contact_email(email: &str) -> Value {
    equal(4026, email)
}

/// 4005: the e-mail contains.
pub(super) fn contact_email_part(part: &str) -> Value {
    equal(4005, part)
}

/// 4001: the name contains.
pub(super) fn contact_name(part: &str) -> Value {
    equal(4001, part)
}

/// 9004: the extension («Короткий номер») contains.
pub(super) fn user_extension(number: &str) -> Value {
    equal(9004, number)
}

/// 7: the counterparty is.
pub(super) fn task_counterparty(contact: ContactId) -> Value {
    equal(7, contact.0)
}

/// 8: the name contains.
pub(super) fn task_name(part: &str) -> Value {
    equal(8, part)
}

/// 51: the object or template is.
pub(super) fn task_object(object: TaskObjectId) -> Value {
    equal(51, object.0)
}

/// 12, of tasks and contacts: created on the day or later. The help puts the day into `dateFrom`, its worked examples into
/// `dateValue`; both are sent.
pub(super) fn created_since(day: Date) -> Value {
    let day = written(day);
    let value = json!({ "dateType": "otherDate", "dateValue": day, "dateFrom": day });
    json!({ "type": 12, "operator": "gtAndEqual", "value": value })
}

fn equal(kind: u16, value: impl Into<Value>) -> Value {
    json!({ "type": kind, "operator": "equal", "value": value.into() })
}
