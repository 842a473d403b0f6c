//! What the Chat API's refusals mean.
//!
//! Its documentation names no errors, so the HTTP status decides; UIS's own words are told along.

use domain::failure::{Class, Failure};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use upstream::{Effect, Incoming, Response, StatusCode, TransportError};

/// The stable codes of the Chat API's refusals.
pub mod codes {
    use domain::failure::Code;

    /// The adapter's login or password is refused.
    pub const LOGIN: Code = Code::new("UIS-CHAT-LOGIN");
    /// The adapter may not do this: the channel or account is not connected to it.
    pub const FORBIDDEN: Code = Code::new("UIS-CHAT-FORBIDDEN");
    /// There is no such chat, message, channel or file (any longer).
    pub const GONE: Code = Code::new("UIS-CHAT-GONE");
    /// The chat is in a state in which this can't be done.
    pub const STATE: Code = Code::new("UIS-CHAT-STATE");
    /// UIS does not take the request.
    pub const REFUSED: Code = Code::new("UIS-CHAT-REFUSED");
    /// The file is larger than we or the channel take.
    pub const TOO_LARGE: Code = Code::new("UIS-CHAT-TOO-LARGE");
    /// Too many requests.
    pub const LIMIT: Code = Code::new("UIS-CHAT-LIMIT");
    /// The Chat API failed, or its answer makes no sense.
    pub const SERVER: Code = Code::new("UIS-CHAT-SERVER");
    /// Something else than the Chat API answers at the address.
    pub const ADDRESS: Code = Code::new("UIS-CHAT-ADDRESS");
}

/// How long to wait when UIS does not say.
const A_MINUTE: SignedDuration = SignedDuration::from_secs(60);

/// How much of UIS's own words is told, characters.
const TOLD: usize = 300;

/// How much of a refusal is read, bytes: a file's cap is not meant for it.
const READ: usize = 64 * 1024;

/// Reads a refusal, as far as it is worth reading.
pub(super) async fn read(mut answer: Incoming) -> Result<Response, TransportError> {
    let mut body = Vec::new();
    while body.len() < READ
        && let Some(piece) = answer.chunk().await?
    {
        body.extend_from_slice(&piece);
    }
    Ok(Response { status: answer.status, headers: answer.headers, body })
}

/// The failure that a refused request is.
pub(super) fn of(effect: Effect, response: &Response, now: Timestamp) -> Failure {
    let (class, code, words) = match response.status {
        StatusCode::UNAUTHORIZED => {
            (Class::AuthBroken, codes::LOGIN, "Chat API UIS не принимает доступ адаптера")
        }
        StatusCode::FORBIDDEN => (
            Class::Permanent,
            codes::FORBIDDEN,
            "Chat API UIS не разрешает это адаптеру: проверьте, что канал подключён к адаптеру",
        ),
        StatusCode::NOT_FOUND if response.looks_like_html() => return elsewhere(response),
        StatusCode::NOT_FOUND | StatusCode::GONE => {
            (Class::Permanent, codes::GONE, "В UIS такого чата, сообщения или файла нет")
        }
        StatusCode::CONFLICT => (Class::Permanent, codes::STATE, "Сейчас это с чатом невозможно"),
        StatusCode::PAYLOAD_TOO_LARGE => {
            (Class::Permanent, codes::TOO_LARGE, "Файл больше, чем принимает UIS")
        }
        StatusCode::TOO_MANY_REQUESTS => {
            let wait = response.retry_after(now).unwrap_or(A_MINUTE);
            let wait = wait.max(SignedDuration::from_secs(1));
            (Class::Throttled { wait }, codes::LIMIT, "Chat API UIS просит обращаться реже")
        }
        StatusCode::SERVICE_UNAVAILABLE if response.retry_after(now).is_some() => {
            (Class::Retry, codes::SERVER, "Chat API UIS временно не работает")
        }
        status if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => {
            (unsure(effect), codes::SERVER, "Внутренняя ошибка Chat API UIS")
        }
        status if status.is_redirection() => return elsewhere(response),
        _ => (Class::Permanent, codes::REFUSED, "Chat API UIS не принимает запрос"),
    };
    Failure::new(class, code, format!("{words}. Ответ UIS: {}", told(response)))
}

/// The failure that a refused sign-in is: any word against the login means the login.
pub(super) fn of_sign_in(response: &Response, now: Timestamp) -> Failure {
    let status = response.status.as_u16();
    if matches!(status, 400 | 401 | 403 | 422) && !response.looks_like_html() {
        let words = "Chat API UIS не принимает логин и пароль адаптера";
        let message = format!("{words}. Ответ UIS: {}", told(response));
        return Failure::new(Class::AuthBroken, codes::LOGIN, message);
    }
    match of(Effect::Read, response, now) {
        failure if failure.class == Class::Permanent => elsewhere(response),
        failure => failure,
    }
}

/// An answer that can't be made sense of, to a request that was to do `effect`.
pub(super) fn odd_answer(effect: Effect, response: &Response, what: &str) -> Failure {
    if effect == Effect::Read && response.looks_like_html() {
        return elsewhere(response);
    }
    let status = response.status.as_u16();
    let message = format!("Ответ Chat API UIS непонятен (HTTP {status}): {what}");
    Failure::new(unsure(effect), codes::SERVER, message)
}

/// An answer that does not say under which id the thing is known now.
pub(super) fn nameless(effect: Effect, of_what: &str) -> Failure {
    let message = format!("Chat API UIS не назвал номер {of_what}");
    Failure::new(unsure(effect), codes::SERVER, message)
}

/// A request that can't be written.
pub(super) fn not_written(error: &dyn std::fmt::Display) -> Failure {
    Failure::permanent(codes::REFUSED, format!("Запрос к Chat API UIS не составить: {error}"))
}

/// An address to which no path can be added.
pub(super) fn no_address() -> Failure {
    Failure::new(Class::AuthBroken, codes::ADDRESS, "Адрес Chat API UIS задан неверно")
}

/// A token that no header may hold.
pub(super) fn bad_token() -> Failure {
    Failure::retry(codes::SERVER, "Chat API UIS выдал токен с недопустимыми символами")
}

fn elsewhere(response: &Response) -> Failure {
    let status = response.status.as_u16();
    let message = format!(
        "По адресу Chat API отвечает не Chat API UIS (HTTP {status}): проверьте адрес в настройках"
    );
    Failure::new(Class::AuthBroken, codes::ADDRESS, message)
}

/// The class of trouble that may have come before or after the deed.
fn unsure(effect: Effect) -> Class {
    match effect {
        Effect::Read => Class::Retry,
        Effect::Write => Class::Unknown,
    }
}

/// UIS's own words, shortened: `detail`, `message` or `error` of the answer. Never the echoed input
/// of a validation error, which may hold what the visitor wrote.
fn told(response: &Response) -> String {
    let status = response.status.as_u16();
    let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
    let words = ["detail", "message", "error"].iter().find_map(|name| words(body.get(*name)?));
    match words {
        Some(words) => format!("{} (HTTP {status})", words.chars().take(TOLD).collect::<String>()),
        None => format!("HTTP {status}"),
    }
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let all: Vec<String> = items.iter().filter_map(words).collect();
            (!all.is_empty()).then(|| all.join("; "))
        }
        Value::Object(members) => {
            let said = ["msg", "message", "mnemonic"]
                .iter()
                .find_map(|name| words(members.get(*name)?))?;
            let place = members
                .get("loc")
                .and_then(Value::as_array)
                .map(|loc| loc.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("."));
            Some(place.map_or(said.clone(), |place| format!("{place}: {said}")))
        }
        _ => None,
    }
}
