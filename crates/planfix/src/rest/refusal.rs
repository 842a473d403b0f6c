//! Refusals: `{"result":"fail","code":41,"error":"…"}` and what each code means.

use domain::failure::Code;
use domain::{Class, Failure};
use jiff::SignedDuration;
use serde_json::Value;
use upstream::{Effect, StatusCode};

use super::wire::Call;
use crate::codes;
use crate::row::Row;

/// The daily limit is spent (Planfix help, error codes).
const LIMIT_CODE: i64 = 22;

/// How much of Planfix's own words an administrator is shown.
const WORDS_SHOWN: usize = 300;

/// A refusal as it came.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    status: StatusCode,
    /// Planfix's code; 0 is "unknown", and stands for none too.
    code: i64,
    words: String,
    pub(super) time_to_reset: Option<SignedDuration>,
}

impl Refusal {
    /// Finds a refusal in a JSON answer: by `result`, whatever the status, or by the status. The help
    /// spells the keys with a capital, live accounts without.
    pub(super) fn of(status: StatusCode, body: Option<&Value>) -> Option<Self> {
        let row = Row::new(body?);
        let result = row.text("result").or_else(|| row.text("Result")).unwrap_or_default();
        let failed =
            ["fail", "failure", "error"].iter().any(|word| result.eq_ignore_ascii_case(word));
        if status.is_success() && !failed {
            return None;
        }
        let words = ["error", "Error", "message"].iter().find_map(|key| row.text(key));
        Some(Self {
            status,
            code: row.id("code").or_else(|| row.id("Code")).unwrap_or(0),
            words: words.unwrap_or_default().chars().take(WORDS_SHOWN).collect(),
            time_to_reset: row.number("timeToReset").map(reset_wait),
        })
    }

    /// Whether it is about the number of requests.
    pub(super) fn is_limit(&self) -> bool {
        self.code == LIMIT_CODE
    }

    /// The failure it is.
    pub(super) fn understood(&self, call: &Call) -> Failure {
        let (class, code, meaning) = self.meaning(call.effect);
        let Self { status, code: number, words, .. } = self;
        let status = status.as_u16();
        Failure::new(
            class,
            code,
            format!("{meaning} ({call}: HTTP {status}, код {number}, «{words}»)"),
        )
    }

    fn meaning(&self, effect: Effect) -> (Class, Code, &'static str) {
        match (self.code, self.status) {
            (1 | 2 | 16, _) | (0, StatusCode::UNAUTHORIZED) => {
                (Class::AuthBroken, codes::TOKEN, "Планфикс не принимает токен REST API")
            }
            (5, _) | (0, StatusCode::METHOD_NOT_ALLOWED) => {
                (Class::Permanent, codes::SCOPE, "Токену REST API не разрешён этот метод")
            }
            (6, _) => (Class::Permanent, codes::ACCESS, "Планфикс не даёт доступа к этому объекту"),
            (10 | 11 | 20 | 21, _) => (
                Class::AuthBroken,
                codes::FROZEN,
                "Аккаунт Планфикса заблокирован, не оплачен или без API",
            ),
            (23 | 24, _) => (Class::Permanent, codes::QUOTA, "Исчерпан лимит тарифа Планфикса"),
            (2004 | 2005, _) => {
                (Class::Permanent, codes::EMAIL, "Планфикс не принял почту контакта")
            }
            (30 | 40 | 41 | 2003 | 2006 | 4003..=4006, _) => {
                (Class::Permanent, codes::VALUE, "Планфикс не принял значение")
            }
            (1000 | 2000 | 3000 | 4000 | 5000 | 6000 | 7000 | 8000 | 9000, _) => {
                (Class::Permanent, codes::MISSING, "Такого в Планфиксе больше нет")
            }
            (0, status) if status.is_server_error() => {
                (unsure(effect), codes::SERVER, "Внутренняя ошибка Планфикса")
            }
            // "Unknown error" with a status of success: nobody can tell what was done.
            (0, status) if status.is_success() => {
                (unsure(effect), codes::REFUSED, "Планфикс ответил отказом без объяснения")
            }
            _ => (Class::Permanent, codes::REFUSED, "Планфикс отказал"),
        }
    }
}

/// The class of trouble that may have come before or after the deed.
fn unsure(effect: Effect) -> Class {
    match effect {
        Effect::Read => Class::Retry,
        Effect::Write => Class::Unknown,
    }
}

/// `timeToReset` has been seen in both units; clients in production take more than 1000 for
/// milliseconds.
fn reset_wait(number: f64) -> SignedDuration {
    let seconds = if number > 1000.0 { number / 1000.0 } else { number };
    SignedDuration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(SignedDuration::MAX)
}
