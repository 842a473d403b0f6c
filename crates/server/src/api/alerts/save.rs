//! `PUT /api/alerts`

use axum::Json;
use axum::extract::State;
use cabinet::alerts::{AlertsError, Draft, MailDraft, WebhookDraft};
use cabinet::people::Action;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AlertsShown;
use crate::api::connections::SettingsProblem;
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Settings of alerts to be saved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlertsBody {
    /// The settings these are built upon.
    version: u64,
    /// By e-mail; left out for none.
    mail: Option<AlertMailBody>,
    /// By a webhook; left out for none.
    webhook: Option<AlertWebhookBody>,
    /// Connections, by name, that nobody wants to be told about.
    #[serde(default)]
    muted: Vec<String>,
    /// After how many minutes something that still waits, or a side that does not answer, is told.
    #[schema(example = 30)]
    stuck_after_minutes: u32,
}

/// E-mail to be saved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AlertMailBody {
    /// Whether it is used.
    enabled: bool,
    /// The server's name or address.
    host: String,
    /// Its port.
    port: u16,
    /// `tls`, `start_tls`, `none`.
    security: String,
    /// The name at the server; empty where it wants none.
    #[serde(default)]
    login: String,
    /// A new password; left out, the known one stays as long as server and login do.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
    /// Whose the letters are.
    from: String,
    /// Whom they are for.
    to: Vec<String>,
}

/// A webhook to be saved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AlertWebhookBody {
    /// Whether it is used.
    enabled: bool,
    /// Where to.
    url: String,
    /// Whether bodies are signed with a new secret from now on.
    #[serde(default)]
    new_secret: bool,
}

/// Settings of alerts that were saved.
#[derive(Serialize, ToSchema)]
pub(crate) struct AlertsSaved {
    /// As they are now.
    settings: AlertsShown,
    /// The new secret by which the webhook's bodies are signed. It is shown this once; `null` when the secret
    /// is the one it was.
    new_secret: Option<String>,
}

impl From<AlertsBody> for Draft {
    fn from(body: AlertsBody) -> Self {
        let mail = body.mail.map(|mail| MailDraft {
            enabled: mail.enabled,
            host: mail.host,
            port: mail.port,
            security: mail.security,
            login: mail.login,
            password: mail.password,
            from: mail.from,
            to: mail.to,
        });
        let webhook = body.webhook.map(|webhook| WebhookDraft {
            enabled: webhook.enabled,
            url: webhook.url,
            new_secret: webhook.new_secret,
        });
        let (muted, stuck_after_minutes) = (body.muted, body.stuck_after_minutes);
        Self { mail, webhook, muted, stuck_after_minutes }
    }
}

/// Saves how alerts are sent. A secret that is left out stays as it is.
#[utoipa::path(put, path = "/api/alerts", tag = "alerts", security(("token" = []), ("session" = [])),
    request_body = AlertsBody,
    responses(
        (status = 200, description = "Saved", body = AlertsSaved),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`version_conflict`: somebody saved meanwhile", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid_settings`: every mistake, with its path", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn save(
    caller: Caller<Admin>,
    State(app): State<App>,
    Body(body): Body<AlertsBody>,
) -> Result<Json<AlertsSaved>, Problem> {
    let book = &app.bridge.alerts.book;
    let over = body.version;
    let saved = match book.save(body.into(), over).await {
        Ok(saved) => saved,
        Err(AlertsError::Cabinet(error)) => return Err(error.into()),
        Err(AlertsError::Conflict) => {
            let current = book.settings().await?.version;
            return Err(Problem::version_conflict(current.cast_signed()));
        }
        Err(AlertsError::NotUsable(wrong)) => {
            let wrong = wrong.into_iter().map(SettingsProblem::of_alerts).collect();
            return Err(Problem::invalid_settings(wrong));
        }
    };
    let settings = AlertsShown::of(&saved.after);
    let before = serde_json::to_value(AlertsShown::of(&saved.before)).unwrap_or_default();
    let after = serde_json::to_value(&settings).unwrap_or_default();
    app.people.record(caller.actor(), Action::AlertsChanged, "alerts", before, after).await?;
    let new_secret = saved.new_secret.map(|secret| secret.expose_secret().to_owned());
    Ok(Json(AlertsSaved { settings, new_secret }))
}
