//! `POST /api/templates/preview`

use std::collections::BTreeMap;

use axum::Json;
use domain::templates::{Template, TemplateError, Variables};
use domain::variables;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Flow;
use crate::api::text::Text;
use crate::auth::{Body, Caller, Viewer};
use crate::problem::Problem;

/// A template to try.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreviewBody {
    /// Whose variables it may use.
    flow: Flow,
    /// The template.
    #[schema(example = "Звонок от {{contact_phone_number}}")]
    source: String,
    /// Values in the place of the examples.
    #[serde(default)]
    variables: BTreeMap<String, String>,
}

/// What comes of a template.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Preview {
    /// The name as Planfix would be given it; empty when the template is wrong.
    text: String,
    /// Whether it was longer and was cut.
    cut: bool,
    /// What is wrong with the template; `null` when nothing is.
    problem: Option<TemplateProblem>,
}

/// What is wrong with a template, and where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TemplateProblem {
    /// In words.
    text: Text,
    /// Line, from 1; 0 when it can't be told.
    line: usize,
    /// Character of the line, from 1; 0 when it can't be told.
    column: usize,
}

/// Tries a template on the variables' examples.
#[utoipa::path(post, path = "/api/templates/preview", tag = "templates", security(("token" = []), ("session" = [])),
    request_body = PreviewBody,
    responses(
        (status = 200, description = "What comes of it; what is wrong is part of it", body = Preview),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn preview(
    _: Caller<Viewer>,
    Body(PreviewBody { flow, source, variables: own }): Body<PreviewBody>,
) -> Json<Preview> {
    let flow = flow.into();
    Json(match Template::parse(&source, flow) {
        Ok(template) => {
            let mut values: Variables =
                variables::of_flow(flow).map(|known| (known.name, known.example)).collect();
            values.extend(own);
            let rendered = template.render(&values);
            Preview { text: rendered.text, cut: rendered.cut, problem: None }
        }
        Err(error) => {
            let problem = Some(TemplateProblem::of(&error));
            Preview { text: String::new(), cut: false, problem }
        }
    })
}

impl TemplateProblem {
    fn of(error: &TemplateError) -> Self {
        let text = Text::of(|lang| error.text(lang));
        Self { text, line: error.line, column: error.column }
    }
}
