//! The errors both services have: code, mnemonic, and what they are about.

use serde_json::{Value, json};

/// An error as the envelope carries it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::uis) struct ApiError {
    code: i32,
    mnemonic: &'static str,
    message: String,
    /// The parameter at fault and its value.
    about: Option<Box<(String, Value)>>,
}

impl ApiError {
    pub(in crate::uis) fn new(
        code: i32,
        mnemonic: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self { code, mnemonic, message: message.into(), about: None }
    }

    pub(in crate::uis) fn about(mut self, field: impl Into<String>, value: Value) -> Self {
        self.about = Some(Box::new((field.into(), value)));
        self
    }

    pub(in crate::uis) fn parse_error() -> Self {
        Self::new(-32700, "parse_error", "Invalid JSON was received by the server.")
    }

    pub(in crate::uis) fn invalid_request() -> Self {
        Self::new(-32600, "invalid_request", "The JSON sent is not a valid Request object.")
    }

    /// The misspelling is the vendor's.
    pub(in crate::uis) fn batch() -> Self {
        let message = "Batch operations not supported";
        Self::new(-32099, "batch_opreations_not_supported", message)
    }

    pub(in crate::uis) fn without_id() -> Self {
        Self::new(-32099, "notifications_not_supported", "Notifications not supported")
    }

    pub(in crate::uis) fn method_not_found() -> Self {
        let message = "The method does not exist / is not available";
        Self::new(-32601, "method_not_found", message)
    }

    pub(in crate::uis) fn token_invalid() -> Self {
        Self::new(-32001, "access_token_invalid", "Access token is invalid")
    }

    pub(in crate::uis) fn token_expired() -> Self {
        Self::new(-32001, "access_token_expired", "Access token has been expired")
    }

    pub(in crate::uis) fn sign_in_failed() -> Self {
        Self::new(-32001, "auth_error", "Login or password is wrong")
    }

    pub(in crate::uis) fn ip_not_whitelisted() -> Self {
        let message = "Your IP address is not whitelisted";
        Self::new(-32003, "ip_not_whitelisted", message)
    }

    /// `per` is `day` or `minute`.
    pub(in crate::uis) fn limit_exceeded(per: &str, limit: u32) -> Self {
        let message = format!(
            "Limit per {per} has been exceeded. Value of current limit per {per} is {limit}"
        );
        Self::new(-32029, "limit_exceeded", message)
    }

    pub(in crate::uis) fn missing(field: &str) -> Self {
        let message = format!("Missed required parameter(s): {field}");
        Self::new(-32602, "required_parameter_missed", message).about(field, Value::Null)
    }

    pub(in crate::uis) fn wrong_type(field: &str, value: &Value) -> Self {
        let message = format!("Wrong data type of parameter {field}");
        Self::new(-32602, "data_type_error", message).about(field, value.clone())
    }

    pub(in crate::uis) fn wrong_value(field: &str, value: &Value) -> Self {
        let message = format!("Invalid value of parameter {field}");
        Self::new(-32602, "invalid_parameter_value", message).about(field, value.clone())
    }

    pub(in crate::uis) fn unexpected(field: &str, value: &Value) -> Self {
        let message = format!("Unexpected parameter(s): {value}");
        Self::new(-32602, "unexpected_parameters", message).about(field, value.clone())
    }

    pub(in crate::uis) fn sort_prohibited(column: &str) -> Self {
        let message = format!("Sort by {column} is prohibited");
        Self::new(-32602, "sort_prohibited", message).about("sort.field", json!(column))
    }

    pub(in crate::uis) fn filter_prohibited(column: &str) -> Self {
        let message = format!("Filter by {column} is prohibited");
        Self::new(-32602, "filter_prohibited", message).about("filter.field", json!(column))
    }

    pub(in crate::uis) fn interval_too_long() -> Self {
        let message = "The interval between date_from and date_till is more than 3 months";
        Self::new(-32602, "date_interval_limit_reached", message)
    }

    pub(in crate::uis) fn entity_not_found(field: &str, value: &Value) -> Self {
        let message = format!("Entity {value} not found");
        Self::new(-32602, "entity_not_found", message).about(field, value.clone())
    }

    pub(in crate::uis) fn invalid_date_time(field: &str, value: &str) -> Self {
        let message = format!("Invalid date and time of parameter {field}");
        Self::new(-32602, "invalid_date_time", message).about(field, json!(value))
    }

    pub(in crate::uis) fn duplicate_entity(field: &str, value: &Value) -> Self {
        let message = format!("Entity with {field} {value} already exists");
        Self::new(-32602, "duplicate_entity", message).about(field, value.clone())
    }

    /// The name by which clients are told to know the error.
    pub(in crate::uis) fn mnemonic(&self) -> &'static str {
        self.mnemonic
    }

    /// Errors that came before the account was known carry no limits.
    pub(in crate::uis) fn knows_limits(&self) -> bool {
        !matches!(self.code, -32700 | -32600 | -32601 | -32001 | -32003 | -32099)
    }

    /// The `error` member of the envelope.
    pub(in crate::uis) fn to_json(&self, metadata: &Value) -> Value {
        let (field, value) = self.about.as_deref().map(|(field, value)| (field, value)).unzip();
        json!({
            "code": self.code,
            "message": self.message,
            "data": {
                "mnemonic": self.mnemonic,
                "field": field,
                "value": value,
                "params": {},
                "extended_helper": null,
                "metadata": metadata,
            }
        })
    }
}
