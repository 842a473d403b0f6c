//! What the refusals mean that UIS has for any method (the documentations of both APIs).

use domain::failure::{Class, Code, Failure};
use jiff::SignedDuration;

use upstream::Effect;

use super::fault::RpcError;

/// The stable codes of UIS's refusals.
pub mod codes {
    use domain::failure::Code;

    /// The token or the password is refused.
    pub const TOKEN: Code = Code::new("UIS-TOKEN");
    /// This server's address is not on the account's list.
    pub const IP: Code = Code::new("UIS-IP");
    /// The allowance of requests is used up.
    pub const LIMIT: Code = Code::new("UIS-LIMIT");
    /// A component or right is missing, or the tariff lacks it.
    pub const COMPONENT: Code = Code::new("UIS-COMPONENT");
    /// A parameter (or the request itself) is refused.
    pub const PARAM: Code = Code::new("UIS-PARAM");
    /// UIS has something of the kind already.
    pub const DUPLICATE: Code = Code::new("UIS-DUPLICATE");
    /// The account is switched off.
    pub const INACTIVE: Code = Code::new("UIS-INACTIVE");
    /// UIS failed, or its answer makes no sense.
    pub const INTERNAL: Code = Code::new("UIS-INTERNAL");
    /// Something else than UIS's API answers at the address.
    pub const ADDRESS: Code = Code::new("UIS-ADDRESS");
}

/// How long to wait when UIS does not say: its shorter period.
pub(super) const A_MINUTE: SignedDuration = SignedDuration::from_secs(60);

/// The failure that a refusal is.
pub(super) fn failure(error: &RpcError) -> Failure {
    let (class, code, words) = verdict(error);
    Failure::new(class, code, format!("{words}. Ответ UIS: {}", told(error)))
}

/// Its class, its code, and what to say of it.
pub(crate) fn verdict(error: &RpcError) -> (Class, Code, &'static str) {
    match (error.mnemonic.as_str(), error.code) {
        ("auth_error", _) => {
            (Class::AuthBroken, codes::TOKEN, "UIS не принимает логин и пароль пользователя API")
        }
        ("access_token_expired", _) => (
            Class::AuthBroken,
            codes::TOKEN,
            "Срок токена UIS истёк: выпустите новый в кабинете UIS",
        ),
        ("access_token_blocked", _) => (
            Class::AuthBroken,
            codes::TOKEN,
            "Токен UIS заблокирован: проверьте пользователя API в кабинете UIS",
        ),
        ("access_token_invalid", _) | ("", -32001) => (
            Class::AuthBroken,
            codes::TOKEN,
            "UIS не знает такого токена: проверьте токен и что адрес API от того же кабинета \
             (uiscom или comagic)",
        ),
        ("ip_not_whitelisted", _) => (
            Class::AuthBroken,
            codes::IP,
            "UIS не пускает с адреса этого сервера: добавьте его в список разрешённых IP-адресов в \
             кабинете UIS",
        ),
        ("limit_exceeded", _) | ("", -32029) => {
            (Class::Throttled { wait: wait(error) }, codes::LIMIT, "Исчерпан предел запросов UIS")
        }
        ("account_inactive", _) | ("", -32009) => (
            Class::AuthBroken,
            codes::INACTIVE,
            "Аккаунт UIS отключён: проверьте баланс и состояние аккаунта",
        ),
        (
            "method_component_disabled"
            | "parameter_component_disabled"
            | "component_disabled"
            | "tariff_restrictions",
            _,
        )
        | ("", -32008) => (
            Class::Permanent,
            codes::COMPONENT,
            "В UIS не подключена услуга, к которой относится запрос",
        ),
        ("forbidden", _) | ("", -32003) => {
            (Class::Permanent, codes::COMPONENT, "У пользователя API в UIS нет прав на этот запрос")
        }
        ("date_interval_limit_reached", _) => (
            Class::Permanent,
            codes::PARAM,
            "UIS отдаёт отчёты не больше чем за три месяца: сократите период",
        ),
        ("duplicate_entity" | "already_in_use", _) => {
            (Class::Permanent, codes::DUPLICATE, "В UIS такое уже есть")
        }
        ("data_limit_exceeded", _) => {
            (Class::Permanent, codes::COMPONENT, "Больше не помещается на тарифе UIS")
        }
        ("internal_error", _) | (_, -32603) => {
            (unsure(error.effect), codes::INTERNAL, "Внутренняя ошибка UIS")
        }
        (_, -32001) => (Class::AuthBroken, codes::TOKEN, "UIS не принимает доступ"),
        _ => (Class::Permanent, codes::PARAM, "UIS не принимает запрос"),
    }
}

/// The class of trouble that may have come before or after the deed.
pub(super) fn unsure(effect: Effect) -> Class {
    match effect {
        Effect::Read => Class::Retry,
        Effect::Write => Class::Unknown,
    }
}

/// UIS's own words. Not its `value`: it may echo a secret.
fn told(error: &RpcError) -> String {
    let name =
        if error.mnemonic.is_empty() { "без мнемоники" } else { &error.mnemonic };
    let field = error.field.as_ref().map(|field| format!(", параметр {field}")).unwrap_or_default();
    format!("{} ({name}, {}{field})", error.message, error.code)
}

/// `Limit per day has been exceeded…` tells the period; the metadata tells when it ends.
fn wait(error: &RpcError) -> SignedDuration {
    let by_day = match error.message.to_ascii_lowercase() {
        text if text.contains("per day") => Some(true),
        text if text.contains("per minute") => Some(false),
        _ => None,
    };
    let told = error.limits.as_ref().and_then(|limits| limits.wait(by_day));
    told.unwrap_or(A_MINUTE).max(SignedDuration::from_secs(1))
}
