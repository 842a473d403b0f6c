//! `GET /api/errors/{code}`

use axum::Json;
use axum::extract::Path;
use cures::Cure;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// What to do about a code. Texts are Markdown of one paragraph: `` `code` ``, `**bold**`, `[links](to)`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorCure {
    /// The code.
    #[schema(example = "PF-TOKEN")]
    code: String,
    /// What it means, in a few words (Russian).
    title: String,
    /// What happened, paragraph by paragraph (Russian).
    happened: Vec<String>,
    /// What to check, step by step (Russian).
    check: Vec<String>,
    /// How to mend it, step by step (Russian).
    mend: Vec<String>,
    /// All of it in English, paragraph by paragraph.
    english: Vec<String>,
}

/// What to do about a code of an error.
#[utoipa::path(get, path = "/api/errors/{code}", tag = "overview", security(("token" = []), ("session" = [])),
    params(("code" = String, Path, description = "The code", example = "PF-TOKEN")),
    responses(
        (status = 200, description = "What to do", body = ErrorCure),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such code", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Viewer>,
    Path(code): Path<String>,
) -> Result<Json<ErrorCure>, Problem> {
    let cure = cures::of(&code).ok_or_else(|| Problem::not_found("Такого кода нет"))?;
    let Cure { title, happened, check, mend, english } = cure;
    Ok(Json(ErrorCure { code, title, happened, check, mend, english }))
}
