//! What an answer of the telephony API means: 200, `400 {"error":"Invalid parameters"}` or
//! `401 {"error":"Invalid token"}` (Planfix help); the rest is not documented and judged with care.

use domain::{Class, Failure};
use serde_json::Value;
use upstream::{Effect, Response, StatusCode};

use crate::codes;
use crate::row::Row;

/// Tells success from refusal.
pub(super) fn understand(answer: &Response, cmd: &str, effect: Effect) -> Result<(), Failure> {
    let status = answer.status;
    let unsure = match effect {
        Effect::Read => Class::Retry,
        Effect::Write => Class::Unknown,
    };
    let (class, code, meaning) = match status {
        StatusCode::UNAUTHORIZED => {
            (Class::AuthBroken, codes::TEL_TOKEN, "Планфикс не принимает ключ телефонии")
        }
        StatusCode::TOO_MANY_REQUESTS => {
            (Class::Retry, codes::TEL_LIMIT, "Телефония Планфикса просит слать запросы реже")
        }
        _ if status.is_success() && !answer.looks_like_html() => match refusal(answer) {
            None => return Ok(()),
            Some(Word::Token) => {
                (Class::AuthBroken, codes::TEL_TOKEN, "Планфикс не принимает ключ телефонии")
            }
            Some(Word::Other) => {
                (Class::Permanent, codes::TEL_PARAMETERS, "Телефония Планфикса не приняла запрос")
            }
        },
        StatusCode::REQUEST_TIMEOUT => {
            (unsure, codes::TEL_SERVER, "Телефония Планфикса не успела ответить")
        }
        _ if answer.looks_like_html() && status.is_client_error() => {
            (Class::Retry, codes::TEL_HTML, "Вместо телефонии Планфикса ответила HTML-страница")
        }
        _ if answer.looks_like_html() => {
            (unsure, codes::TEL_HTML, "Вместо телефонии Планфикса ответила HTML-страница")
        }
        _ if status.is_server_error() => {
            (unsure, codes::TEL_SERVER, "Внутренняя ошибка телефонии Планфикса")
        }
        _ if status.is_client_error() => {
            (Class::Permanent, codes::TEL_PARAMETERS, "Телефония Планфикса не приняла запрос")
        }
        _ => (unsure, codes::TEL_ANSWER, "Телефония Планфикса ответила непонятно"),
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

fn words_of(answer: &Response) -> Option<String> {
    let body: Value = serde_json::from_slice(&answer.body).ok()?;
    Some(Row::new(&body).text("error")?.chars().take(300).collect())
}
