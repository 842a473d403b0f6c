//! `POST /api/connections/{name}/check` and `POST /api/check`: «Проверить».

use axum::Json;
use axum::extract::{Path, State};
use bridge::Account;
use bridge::check::{Finding, Ourselves, Subject, Trouble, Verdict};
use cabinet::{CabinetError, HookKind};
use domain::ids::ConnectionName;
use serde::Serialize;
use utoipa::ToSchema;

use super::create::SettingsBody;
use crate::api::text::Text;
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// What a check found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckReport {
    /// Whether nothing needs mending.
    good: bool,
    /// One for each thing that the settings name.
    items: Vec<CheckItem>,
}

/// What was found out about one thing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckItem {
    /// Where the settings name it.
    #[schema(example = "telephony.incoming.task_object")]
    path: String,
    /// How it stands.
    verdict: CheckVerdict,
    /// What it is.
    title: Text,
    /// How it stands, and where to mend it.
    text: Text,
    /// The code of the failure, as in the pages of errors; `null` when there was none.
    #[schema(example = "PF-TOKEN")]
    code: Option<String>,
}

/// How a thing stands.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckVerdict {
    /// It is there.
    Good,
    /// It needs mending.
    Wrong,
    /// The other side did not let itself be asked.
    Unasked,
    /// Nothing uses it in this version.
    NotUsed,
}

/// Asks both outside systems whether everything that the saved settings name really exists.
#[utoipa::path(post, path = "/api/connections/{name}/check", tag = "connections", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "What was found; what is wrong is part of it", body = CheckReport),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn saved(
    _: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<CheckReport>, Problem> {
    let name = super::name(&name)?;
    let id = app.connections.get(&name).await?.id;
    let account = app.bridge.accounts.get(id).await.map_err(|failure| {
        tracing::error!(%failure, "the settings can't be read");
        Problem::unavailable()
    })?;
    Ok(Json(ask(&app, &account, &name).await?))
}

/// The same for settings that are not saved yet. A secret that is left out is the stored one of the
/// connection of that name.
#[utoipa::path(post, path = "/api/check", tag = "connections", security(("token" = []), ("session" = [])),
    request_body = SettingsBody,
    responses(
        (status = 200, description = "What was found; what is wrong is part of it", body = CheckReport),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn draft(
    _: Caller<Admin>,
    State(app): State<App>,
    Body(SettingsBody { settings }): Body<SettingsBody>,
) -> Result<Json<CheckReport>, Problem> {
    let settings = app.connections.draft(&settings).await?;
    let name = settings.name.clone();
    let account = app.bridge.accounts.draft(settings);
    Ok(Json(ask(&app, &account, &name).await?))
}

async fn ask(app: &App, account: &Account, name: &ConnectionName) -> Result<CheckReport, Problem> {
    let urls = match app.hooks.urls(name, &app.public_url).await {
        Ok(urls) => urls,
        Err(CabinetError::UnknownConnection(_)) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let pbx_url = urls.into_iter().find(|(hook, _)| *hook == HookKind::PlanfixTelephony);
    // before the first save there is no address that Planfix could have been told
    let known = pbx_url.is_some();
    let ourselves = Ourselves { pbx_url: pbx_url.map(|(_, url)| url).unwrap_or_default() };
    let mut report = bridge::check::check(account, &ourselves).await;
    report.findings.retain(|finding| known || finding.subject != Subject::Pbx);
    let good = report.is_good();
    Ok(CheckReport { good, items: report.findings.iter().map(CheckItem::of).collect() })
}

impl CheckItem {
    fn of(finding: &Finding) -> Self {
        let (verdict, failure) = match &finding.verdict {
            Verdict::Good { .. } => (CheckVerdict::Good, None),
            Verdict::NotUsedYet => (CheckVerdict::NotUsed, None),
            Verdict::Unasked(failure) => (CheckVerdict::Unasked, Some(failure)),
            Verdict::Wrong(Trouble::Refused(failure)) => (CheckVerdict::Wrong, Some(failure)),
            Verdict::Wrong(_) => (CheckVerdict::Wrong, None),
        };
        Self {
            path: finding.path.clone(),
            verdict,
            title: Text::of(|lang| finding.title(lang)),
            text: Text::of(|lang| finding.text(lang)),
            code: failure.map(|failure| failure.code.to_string()),
        }
    }
}
