//! Errors of the API, as `application/problem+json` (RFC 9457) with a stable code.

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use cabinet::CabinetError;
use cabinet::people::PasswordError;
use engine::StoreError;
use jiff::SignedDuration;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::connections::SettingsProblem;

/// What went wrong with a request to the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// `urn:svyazka:` and the code.
    #[serde(rename = "type")]
    #[schema(example = "urn:svyazka:not_found")]
    #[schema(value_type = String)]
    kind: Box<str>,
    /// A stable word for programs.
    #[schema(example = "not_found")]
    code: &'static str,
    /// The status of the answer.
    #[schema(example = 404)]
    status: u16,
    /// What happened, for people (Russian).
    title: &'static str,
    /// More about this very case.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Of `version_conflict`: the number of the newest settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<i64>,
    /// Of `invalid_settings`: every mistake, in the order of the file.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(value_type = Vec<SettingsProblem>, required = false)]
    problems: Box<[SettingsProblem]>,
    /// The header `Retry-After`, seconds.
    #[serde(skip)]
    retry_after: Option<u32>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        let kind = format!("urn:svyazka:{code}").into();
        Self {
            kind,
            code,
            status: status.as_u16(),
            title,
            detail: None,
            current: None,
            problems: Box::default(),
            retry_after: None,
        }
    }

    /// Nobody is signed in, and no token that we know was shown.
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "Нужно войти или показать токен: заголовок Authorization: Bearer …",
        )
    }

    /// The caller's role is too weak.
    pub(crate) fn forbidden(needed: cabinet::Role) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "Вашей роли для этого недостаточно")
            .with(format!("нужна роль не ниже {needed}"))
    }

    /// Some things only a person who signed in has.
    pub(crate) fn people_only() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "people_only",
            "Это доступно только тем, кто вошёл по паролю",
        )
    }

    /// The request came with the cookie, but not from our page.
    pub(crate) fn foreign_page() -> Self {
        Self::new(StatusCode::FORBIDDEN, "foreign_page", "Обновите страницу и повторите")
            .with("нет заголовка X-Page-Key из GET /api/session")
    }

    /// The e-mail or the password is wrong.
    pub(crate) fn wrong_credentials() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "wrong_credentials", "Почта или пароль указаны неверно")
    }

    /// Somebody guesses.
    pub(crate) fn too_many_attempts(wait: SignedDuration) -> Self {
        let title = "Слишком много попыток входа";
        let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", title)
            .with(format!("попробуйте через {} минут", wait.as_mins()));
        problem.retry_after = u32::try_from(wait.as_secs()).ok();
        problem
    }

    /// The present password is another one.
    pub(crate) fn wrong_password() -> Self {
        Self::unprocessable("wrong_password", "Текущий пароль указан неверно")
    }

    /// The new password is no good.
    pub(crate) fn bad_password(error: PasswordError) -> Self {
        Self::unprocessable("bad_password", "Такой пароль не подходит").with(error.to_string())
    }

    /// The e-mail is none.
    pub(crate) fn bad_email() -> Self {
        Self::unprocessable("bad_email", "Это не адрес электронной почты")
    }

    /// Somebody else saved meanwhile.
    pub(crate) fn version_conflict(current: i64) -> Self {
        let mut problem = Self::conflict(
            "version_conflict",
            "Настройки тем временем изменил кто-то другой, ничего не сохранено",
        );
        problem.current = Some(current);
        problem
    }

    /// Which version a change is built upon was not told.
    pub(crate) fn version_needed() -> Self {
        Self::new(
            StatusCode::PRECONDITION_REQUIRED,
            "version_needed",
            "Нужен заголовок If-Match с версией настроек, которые вы меняли",
        )
    }

    /// Settings with mistakes.
    pub(crate) fn invalid_settings(problems: Vec<SettingsProblem>) -> Self {
        let mut problem = Self::unprocessable(
            "invalid_settings",
            "В настройках есть ошибки, ничего не сохранено",
        );
        problem.problems = problems.into();
        problem
    }

    /// The request is understood, but what it holds is no good.
    fn unprocessable(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, title)
    }

    /// Nothing there.
    pub(crate) fn not_found(title: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", title)
    }

    /// The address is right, the method is not.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "Этот адрес вызывают другим методом",
        )
    }

    /// Nothing was given up, or it is not the filter that keeps it out.
    pub(crate) fn nothing_to_mend() -> Self {
        Self::conflict("nothing_to_mend", "В этом обращении так исправлять нечего")
    }

    /// Who does not see something himself can't say who does.
    pub(crate) fn own_eyes() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "own_eyes",
            "Показ номеров меняет тот, кто видит их сам и будет видеть после",
        )
    }

    /// The request can't be understood.
    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", "Запрос составлен неверно").with(detail)
    }

    /// As things stand it can't be done.
    pub(crate) fn conflict(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    /// He is no employee of UIS, so he can't answer anybody.
    pub(crate) fn no_operator() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "no_operator",
            "В UIS нет сотрудника с вашей почтой: попросите администратора выбрать вас в списке операторов",
        )
    }

    /// Somebody else has it.
    pub(crate) fn taken(detail: impl Into<String>) -> Self {
        Self::conflict("taken", "Это обращение ведёт другой оператор").with(detail)
    }

    /// What was given can't be used.
    pub(crate) fn unfit(detail: impl Into<String>) -> Self {
        Self::unprocessable("unfit", "Так не получится").with(detail)
    }

    /// UIS or Planfix refused or failed.
    pub(crate) fn outside(failure: &domain::Failure) -> Self {
        tracing::info!(%failure, "an outside system refuses a person at the screen");
        if failure.class == domain::Class::Unknown {
            let title = "Ответа не дождались: неизвестно, выполнено ли это. Проверьте, прежде чем повторять";
            return Self::new(StatusCode::GATEWAY_TIMEOUT, "outcome_unknown", title)
                .with(failure.to_string());
        }
        Self::new(StatusCode::BAD_GATEWAY, "outside", "UIS или Планфикс не выполнили запрос")
            .with(failure.to_string())
    }

    /// The database can't be reached.
    pub(crate) fn unavailable() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "База данных недоступна, повторите позже",
        )
    }

    /// The same with more about this very case.
    pub(crate) fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::unavailable()
    }
}

impl From<CabinetError> for Problem {
    fn from(error: CabinetError) -> Self {
        if let CabinetError::UnknownConnection(_) = error {
            return Self::not_found("Такого соединения нет");
        }
        tracing::error!(%error, "the cabinet failed");
        Self::unavailable()
    }
}
