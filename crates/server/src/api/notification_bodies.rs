//! `GET /api/notification-bodies`

use axum::Json;
use bridge::notification_bodies;
use serde::Serialize;
use utoipa::ToSchema;

use super::text::Text;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// The texts to paste into UIS.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationBodies {
    /// In the order of a call's life.
    items: Vec<NotificationBody>,
}

/// A text to paste into UIS.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotificationBody {
    /// Our word for the event.
    #[schema(example = "call_incoming")]
    event: &'static str,
    /// The body of the notification.
    body: String,
    /// Where to paste it.
    place: Text,
}

/// The texts to paste into UIS, one for each notification.
#[utoipa::path(get, path = "/api/notification-bodies", tag = "connections", security(("token" = []), ("session" = [])),
    responses(
        (status = 200, description = "The bodies", body = NotificationBodies),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(_: Caller<Viewer>) -> Json<NotificationBodies> {
    let items = notification_bodies::all()
        .into_iter()
        .map(|one| {
            let place = Text::of(|lang| one.place(lang));
            NotificationBody { event: one.event, body: one.body, place }
        })
        .collect();
    Json(NotificationBodies { items })
}
