//! `GET /api/variables`

use axum::Json;
use domain::variables::{self, Variable as Known};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::text::Text;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// The catalogue of variables.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VariableList {
    /// In the order people look for them.
    items: Vec<Variable>,
}

/// What templates may say and additional fields be filled from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Variable {
    /// UIS's own name, as in `{{name}}`.
    #[schema(example = "contact_phone_number")]
    name: &'static str,
    /// What people call it.
    title: Text,
    /// A likely value.
    #[schema(example = "79031234567")]
    example: &'static str,
    /// Whether calls have it.
    call: bool,
    /// Whether leads have it.
    lead: bool,
    /// Whether chats have it.
    chat: bool,
}

/// The catalogue of variables, with examples.
#[utoipa::path(get, path = "/api/variables", tag = "templates", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The variables", body = VariableList),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(_: Caller<Viewer>) -> Json<VariableList> {
    Json(VariableList { items: variables::all().iter().map(Variable::of).collect() })
}

impl Variable {
    fn of(known: &Known) -> Self {
        Self {
            name: known.name,
            title: Text::of(|lang| known.title(lang).to_owned()),
            example: known.example,
            call: known.call.is_some(),
            lead: known.lead.is_some(),
            chat: known.chat.is_some(),
        }
    }
}
