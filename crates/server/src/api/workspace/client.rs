//! `GET /api/workspace/{connection}/cards/{id}/client`

use axum::Json;
use axum::extract::{Path, State};
use bridge::workspace::{ClientCard, PlanfixSide};
use engine::model::LaneId;
use serde::Serialize;
use utoipa::ToSchema;

use super::{AtWork, at_work};
use crate::api::text::Text;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// Who the client is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkClient {
    /// His name.
    name: String,
    /// His name in the channel.
    username: Option<String>,
    /// His company.
    company: Option<String>,
    /// An operator's remark in UIS.
    comment: Option<String>,
    /// His phones, digits.
    phones: Vec<String>,
    /// His e-mails.
    emails: Vec<String>,
    /// What UIS tells of the visit: page, source, campaign, utm, …
    visit: Vec<VisitColumn>,
    /// What Planfix knows; `null` when it can't be asked.
    planfix: Option<PlanfixClient>,
    /// Why Planfix can't be asked.
    planfix_error: Option<String>,
}

/// A fact of the visit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitColumn {
    /// Its name in UIS.
    #[schema(example = "utm_source")]
    name: &'static str,
    /// What people call it.
    title: Text,
    /// What it says.
    value: String,
}

/// What Planfix knows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlanfixClient {
    /// His contact; `null` = Planfix does not know him.
    contact: Option<PlanfixPage>,
    /// Who is responsible for him.
    owner: Option<String>,
    /// His open tasks, the newest first.
    tasks: Vec<PlanfixTask>,
}

/// A page of Planfix.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlanfixPage {
    /// Its number.
    id: i64,
    /// Its name.
    name: String,
    /// Its address.
    url: Option<String>,
}

/// A task of Planfix.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlanfixTask {
    /// Its number.
    id: i64,
    /// Its name.
    name: String,
    /// Its status.
    status: Option<String>,
    /// Its address.
    url: Option<String>,
}

/// Who the client is, by UIS and by Planfix.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards/{id}/client", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    responses(
        (status = 200, description = "The client", body = WorkClient),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn client(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<Json<WorkClient>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let card = app.bridge.workspace.client(work.connection, LaneId(id)).await?;
    Ok(Json(WorkClient::of(card, &work)))
}

impl WorkClient {
    fn of(card: ClientCard, work: &AtWork) -> Self {
        let (planfix, planfix_error) = match card.planfix {
            Ok(side) => (Some(PlanfixClient::of(side, work)), None),
            Err(failure) => (None, Some(failure.to_string())),
        };
        let visit = card.columns.into_iter().map(|column| VisitColumn {
            name: column.name,
            title: Text { ru: column.title_ru.to_owned(), en: column.title_en.to_owned() },
            value: work.shown(column.value),
        });
        Self {
            name: work.shown(card.name),
            username: card.username.map(|name| work.shown(name)),
            company: card.card.company.map(|name| work.shown(name)),
            comment: card.card.comment.map(|text| work.shown(text)),
            phones: card
                .card
                .phones
                .iter()
                .map(|phone| work.shown_phone(phone.digits().to_owned()))
                .collect(),
            emails: card.card.emails,
            visit: visit.collect(),
            planfix,
            planfix_error,
        }
    }
}

impl PlanfixClient {
    /// Contacts and tasks are often named by a phone.
    fn of(side: PlanfixSide, work: &AtWork) -> Self {
        Self {
            contact: side.contact.map(|(id, name, url)| PlanfixPage {
                id: id.0,
                name: work.shown(name),
                url: url.map(Into::into),
            }),
            owner: side.owner.map(|(_, name)| name),
            tasks: side
                .tasks
                .into_iter()
                .map(|task| PlanfixTask {
                    id: task.id.0,
                    name: work.shown(task.name),
                    status: task.status,
                    url: task.url.map(Into::into),
                })
                .collect(),
        }
    }
}
