//! The Call API's own refusals.

use serde_json::{Value, json};

use crate::uis::rpc::ApiError;

impl ApiError {
    pub(super) fn component_disabled(component: &str) -> Self {
        let message = format!("Component \"{component}\" is disabled");
        Self::new(-32008, "component_disabled", message)
    }

    pub(super) fn invalid_combination(fields: &str) -> Self {
        let message = format!("Invalid combination of parameters: {fields}");
        Self::new(-32602, "invalid_parameters_combination", message).about(fields, Value::Null)
    }

    pub(super) fn employee_not_found(id: u64) -> Self {
        let message = format!("Employee {id} not found");
        Self::new(-32602, "employee_not_found", message).about("employee.id", json!(id))
    }

    pub(super) fn no_active_phone_number(field: &str, value: &Value) -> Self {
        let message = "Employee has no active phone number";
        Self::new(-32602, "no_active_phone_number", message).about(field, value.clone())
    }

    pub(super) fn virtual_number_not_found(number: &str) -> Self {
        let message = format!("Virtual phone number {number} not found");
        Self::new(-32007, "virtual_phone_number_not_found", message)
            .about("virtual_phone_number", json!(number))
    }

    pub(super) fn own_virtual_number(contact: &str) -> Self {
        let message = "Calls to own virtual phone numbers are not allowed";
        Self::new(-32602, "own_virtual_phone_number_not_allowed", message)
            .about("contact", json!(contact))
    }

    pub(super) fn contact_in_blacklist(contact: &str) -> Self {
        let message = format!("Contact {contact} is in the blacklist");
        Self::new(-32002, "contact_in_blacklist", message).about("contact", json!(contact))
    }

    pub(super) fn media_file_not_found(field: &str, value: &Value) -> Self {
        let message = format!("Media file {value} not found");
        Self::new(-32602, "media_file_not_found", message).about(field, value.clone())
    }

    pub(super) fn tts_text_exceeded(field: &str) -> Self {
        let message = "The text is too long to be read aloud";
        Self::new(-32602, "tts_text_exceeded", message).about(field, Value::Null)
    }

    pub(super) fn call_session_not_found(session: u64) -> Self {
        let message = format!("Call session {session} not found");
        Self::new(-32602, "call_session_not_found", message)
            .about("call_session_id", json!(session))
    }

    pub(super) fn leg_not_found(leg: u64) -> Self {
        let message = format!("Leg {leg} not found");
        Self::new(-32602, "leg_not_found", message).about("leg_id", json!(leg))
    }

    pub(super) fn tag_not_found(tag: u64) -> Self {
        let message = format!("Tag {tag} not found");
        Self::new(-32602, "tag_not_found", message).about("tag_id", json!(tag))
    }

    pub(super) fn invalid_state(method: &str) -> Self {
        let message = format!("The call is in a state in which {method} is impossible");
        Self::new(-32004, "invalid_state", message)
    }
}
