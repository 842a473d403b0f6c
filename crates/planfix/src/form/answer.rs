//! What an answer of a form door means: 200, `400 {"error":"Invalid parameters"}` or
//! `401 {"error":"Invalid token"}` (Planfix help); the rest is not documented and judged with care.

use domain::{Class, Failure};
use serde_json::Value;
use upstream::{Effect, Response, StatusCode};

use super::Manner;
use crate::row::Row;

/// Tells success from refusal.
pub(crate) fn understand(
    answer: &Response,
    cmd: &str,
    effect: Effect,
    manner: &Manner,
) -> Result<(), Failure> {
    let status = answer.status;
    let Manner { name, of, key_of, .. } = manner;
    let unsure = match effect {
        Effect::Read => Class::Retry,
        Effect::Write => Class::Unknown,
    };
    let key = || format!("Планфикс не принимает ключ {key_of}");
    let refused = || format!("{name} не приняла запрос");
    let page = || format!("Вместо {of} ответила HTML-страница");
    let (class, code, meaning) = match status {
        StatusCode::UNAUTHORIZED => (Class::AuthBroken, manner.token.clone(), key()),
        StatusCode::TOO_MANY_REQUESTS => {
            (Class::Retry, manner.limit.clone(), format!("{name} просит слать запросы реже"))
        }
        _ if status.is_success() && !answer.looks_like_html() => match refusal(answer) {
            None => return Ok(()),
            Some(Word::Token) => (Class::AuthBroken, manner.token.clone(), key()),
            Some(Word::Other) => (Class::Permanent, manner.parameters.clone(), refused()),
        },
        StatusCode::REQUEST_TIMEOUT => {
            (unsure, manner.server.clone(), format!("{name} не успела ответить"))
        }
        _ if answer.looks_like_html() && status.is_client_error() => {
            (Class::Retry, manner.html.clone(), page())
        }
        _ if answer.looks_like_html() => (unsure, manner.html.clone(), page()),
        _ if status.is_server_error() => {
            (unsure, manner.server.clone(), format!("Внутренняя ошибка {of}"))
        }
        _ if status.is_client_error() => (Class::Permanent, manner.parameters.clone(), refused()),
        _ => (unsure, manner.answer.clone(), format!("{name} ответила непонятно")),
    };
    let words = words_of(answer).map(|words| format!(", «{words}»")).unwrap_or_default();
    Err(Failure::new(
        class,
        code,
        format!("{meaning} (cmd={cmd}: HTTP {}{words})", status.as_u16()),
    ))
}

/// A refusal told in the body.
enum Word {
    Token,
    Other,
}

fn refusal(answer: &Response) -> Option<Word> {
    let words = words_of(answer)?;
    Some(if words.to_ascii_lowercase().contains("token") { Word::Token } else { Word::Other })
}

/// What the body gives as `error`.
pub(crate) fn words_of(answer: &Response) -> Option<String> {
    let body: Value = serde_json::from_slice(&answer.body).ok()?;
    Some(Row::new(&body).text("error")?.chars().take(300).collect())
}
