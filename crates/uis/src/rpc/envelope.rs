//! The answer's envelope: `result` or `error`, under any HTTP status.

use domain::failure::{Class, Failure};
use jiff::Timestamp;
use serde_json::Value;
use upstream::{Effect, Response};

use super::classify::{A_MINUTE, codes, unsure};
use super::fault::{Fault, RpcError};
use super::limits::Limits;
use super::service::Service;

/// The `result` of a method.
#[derive(Debug)]
pub(crate) struct Answer {
    /// `result.data`; `null` where the method gives none.
    pub(crate) data: Value,
    /// `metadata.total_items`: rows there are in all.
    pub(crate) total: Option<u64>,
}

impl Answer {
    /// `data` of a method that gives a list; methods with one row have been seen to give it bare.
    pub(crate) fn items(self, method: &str) -> Result<Vec<Value>, Fault> {
        match self.data {
            Value::Array(items) => Ok(items),
            Value::Object(row) => Ok(vec![Value::Object(row)]),
            Value::Null => Ok(Vec::new()),
            _ => Err(Fault::odd_answer(Effect::Read, format!("{method}: data не список"))),
        }
    }
}

/// The request an answer belongs to.
pub(super) struct Asked {
    pub(super) id: u64,
    /// What it was to do.
    pub(super) effect: Effect,
    /// Of whom.
    pub(super) service: Service,
    /// When the answer came.
    pub(super) at: Timestamp,
}

/// What was read, and the limits told with it, answer or error.
pub(super) struct Read {
    pub(super) outcome: Result<Answer, Fault>,
    pub(super) limits: Option<Limits>,
}

/// Reads the answer to the request.
///
/// UIS documents no HTTP status for its errors, so the body decides; the status is looked at only when
/// the body is no JSON-RPC.
pub(super) fn read(response: &Response, asked: &Asked) -> Read {
    let mut body = serde_json::from_slice::<Value>(&response.body).unwrap_or_default();
    if is_foreign(&body, asked.id) {
        let fault = Fault::odd_answer(asked.effect, "Пришёл ответ UIS на чужой запрос");
        return Read { outcome: Err(fault), limits: None };
    }
    match (take(&mut body, "error"), take(&mut body, "result")) {
        (error, _) if error.is_object() => {
            let error = rpc_error(error, asked);
            Read { limits: error.limits.clone(), outcome: Err(Fault::Rpc(Box::new(error))) }
        }
        (_, result) if result.is_object() => answer(result, asked.at),
        _ => Read { outcome: Err(by_status(response, asked).into()), limits: None },
    }
}

/// Takes a member out of an object; `null` when there is none, or no object.
fn take(value: &mut Value, name: &str) -> Value {
    value.get_mut(name).map(Value::take).unwrap_or_default()
}

/// Errors may come with `id: null`; any other id than ours belongs to somebody else's request.
fn is_foreign(body: &Value, id: u64) -> bool {
    match body.get("id") {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => *text != id.to_string(),
        Some(other) => other.as_u64() != Some(id),
    }
}

fn answer(mut result: Value, now: Timestamp) -> Read {
    let metadata = take(&mut result, "metadata");
    let total = metadata.get("total_items").and_then(Value::as_u64);
    let data = take(&mut result, "data");
    Read { outcome: Ok(Answer { data, total }), limits: Limits::read(&metadata, now) }
}

fn rpc_error(mut error: Value, asked: &Asked) -> RpcError {
    let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let mut data = take(&mut error, "data");
    RpcError {
        effect: asked.effect,
        code: take(&mut error, "code").as_i64().unwrap_or_default(),
        message: text(take(&mut error, "message")),
        mnemonic: text(take(&mut data, "mnemonic")),
        field: Some(text(take(&mut data, "field"))).filter(|field| !field.is_empty()),
        value: take(&mut data, "value"),
        params: take(&mut data, "params"),
        limits: Limits::read(&take(&mut data, "metadata"), asked.at),
    }
}

/// What an answer that is no JSON-RPC means: a proxy's page, a sign-in page, a wrong address.
fn by_status(response: &Response, asked: &Asked) -> Failure {
    let (name, version) = (asked.service.name(), asked.service.version());
    let status = response.status.as_u16();
    let what = if response.looks_like_html() { "страница HTML" } else { "не JSON-RPC" };
    let location = response.header("location").unwrap_or("-");
    match status {
        429 => {
            let wait = response.retry_after(asked.at).unwrap_or(A_MINUTE);
            Failure::new(Class::Throttled { wait }, codes::LIMIT, "UIS просит подождать (HTTP 429)")
        }
        300..=399 => Failure::permanent(
            codes::ADDRESS,
            format!("Адрес {name} переехал (HTTP {status}): впишите {location}"),
        ),
        401 => Failure::new(
            Class::AuthBroken,
            codes::TOKEN,
            "UIS не принимает доступ (HTTP 401)".to_owned(),
        ),
        404 | 405 | 410 => Failure::permanent(
            codes::ADDRESS,
            format!(
                "По этому адресу нет {name} (HTTP {status}): проверьте адрес и версию, {version}"
            ),
        ),
        _ => Failure::new(
            unsure(asked.effect),
            codes::INTERNAL,
            format!("Вместо ответа UIS пришло другое: {what}, HTTP {status}"),
        ),
    }
}
