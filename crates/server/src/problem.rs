//! Errors of the API, as `application/problem+json` (RFC 9457) with a stable code.

use axum::Json;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use cabinet::CabinetError;
use engine::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong with a request to the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// `urn:svyazka:` and the code.
    #[serde(rename = "type")]
    #[schema(example = "urn:svyazka:not_found")]
    kind: String,
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
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        let kind = format!("urn:svyazka:{code}");
        Self { kind, code, status: status.as_u16(), title, detail: None }
    }

    /// No token, or one we do not know.
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "Нужен токен: заголовок Authorization: Bearer … (svyazka token create)",
        )
    }

    /// The token's role is too weak.
    pub(crate) fn forbidden(needed: cabinet::Role) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "Роли этого токена недостаточно")
            .with(format!("нужна роль не ниже {needed}"))
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

    /// The request can't be understood.
    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", "Запрос составлен неверно").with(detail)
    }

    /// As things stand it can't be done.
    pub(crate) fn conflict(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    /// The database can't be reached.
    pub(crate) fn unavailable() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "База данных недоступна, повторите позже",
        )
    }

    fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
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
