//! The JSON-RPC 2.0 envelope.

use serde_json::{Map, Value, json};

use super::error::ApiError;

/// A request taken out of its envelope.
#[derive(Debug)]
pub(in crate::uis) struct Request {
    pub(super) id: Value,
    pub(in crate::uis) method: String,
    pub(in crate::uis) params: Map<String, Value>,
}

/// An envelope that could not be opened.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// The id to answer to, `null` when unknown.
    pub(super) id: Value,
    pub(super) error: ApiError,
}

impl Request {
    /// Opens the envelope.
    pub(super) fn parse(body: &[u8]) -> Result<Self, Box<Unreadable>> {
        let unreadable = |id: Value, error| Box::new(Unreadable { id, error });
        let refuse = |error| Err(unreadable(Value::Null, error));
        let mut fields = match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(fields)) => fields,
            Ok(Value::Array(_)) => return refuse(ApiError::batch()),
            Ok(_) => return refuse(ApiError::invalid_request()),
            Err(_) => return refuse(ApiError::parse_error()),
        };
        let id = match fields.remove("id") {
            None => return refuse(ApiError::without_id()),
            Some(id @ (Value::String(_) | Value::Number(_))) => id,
            Some(_) => return refuse(ApiError::invalid_request()),
        };
        let version = fields.get("jsonrpc").and_then(Value::as_str);
        let (Some("2.0"), Some(Value::String(method))) = (version, fields.get("method")) else {
            return Err(unreadable(id, ApiError::invalid_request()));
        };
        let method = method.clone();
        match fields.remove("params") {
            None => Ok(Self { id, method, params: Map::new() }),
            Some(Value::Object(params)) => Ok(Self { id, method, params }),
            Some(_) => Err(unreadable(id, ApiError::invalid_request())),
        }
    }
}

/// A good answer.
pub(super) fn success(id: &Value, data: &Value, metadata: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": { "data": data, "metadata": metadata } })
}

/// A bad answer; `metadata` is `null` when the account is not known.
pub(super) fn failure(id: &Value, error: &ApiError, metadata: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": error.to_json(metadata) })
}
