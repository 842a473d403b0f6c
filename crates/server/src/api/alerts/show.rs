//! `GET /api/alerts`

use axum::Json;
use axum::extract::State;
use bridge::alerts::Dispatch;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::{AlertChannel, AlertsShown};
use crate::api::text::Text;
use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

/// The settings of alerts, and what was told lately.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Alerts {
    /// The settings, without secrets.
    settings: AlertsShown,
    /// What there is to be told about.
    connections: Vec<AlertConnection>,
    /// What was sent or is to be sent, the newest first.
    sent: Vec<AlertSent>,
}

/// A connection to be told about.
#[derive(Debug, Serialize, ToSchema)]
struct AlertConnection {
    /// Its name.
    #[schema(example = "romashka")]
    name: String,
    /// The title people know it by.
    title: String,
}

/// An alert.
#[derive(Debug, Serialize, ToSchema)]
struct AlertSent {
    /// Its number.
    id: u64,
    /// By what it goes.
    channel: AlertChannel,
    /// What it is about.
    subject: Text,
    /// The connection, by name.
    connection: String,
    /// The moment it tells of.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// How often it was tried.
    attempts: u32,
    /// When it was taken; `null` when it was not.
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
    /// When it is tried next; `null` when it was sent or given up.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_at: Option<Timestamp>,
    /// Why it was not taken the last time: a stable code, as in the pages of errors.
    code: Option<String>,
    /// What happened then, in Russian.
    message: Option<String>,
}

impl AlertSent {
    fn of(one: Dispatch) -> Self {
        Self {
            id: one.id,
            channel: one.channel.into(),
            subject: Text::of(|lang| one.message.subject(lang)),
            connection: one.message.connection,
            at: one.message.at,
            attempts: one.attempts,
            sent_at: one.sent_at,
            next_at: one.next_at,
            code: one.failure.as_ref().map(|failure| failure.code.to_string()),
            message: one.failure.map(|failure| failure.message),
        }
    }
}

/// The settings of alerts, and what was told lately.
#[utoipa::path(get, path = "/api/alerts", tag = "alerts", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The settings, and what was told", body = Alerts),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn show(
    _: Caller<Admin>,
    State(app): State<App>,
) -> Result<Json<Alerts>, Problem> {
    let alerts = &app.bridge.alerts;
    let settings = AlertsShown::of(&alerts.book.settings().await?);
    let listed = app.connections.list().await?.into_iter();
    let connections = listed
        .map(|one| AlertConnection { name: one.head.name.to_string(), title: one.title })
        .collect();
    let sent = alerts.dispatches().await?.into_iter().map(AlertSent::of).collect();
    Ok(Json(Alerts { settings, connections, sent }))
}
