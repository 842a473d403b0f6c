//! `GET /api/workspace/{connection}/channels`

use axum::Json;
use axum::extract::{Path, State};
use domain::chats::{ChatChannelKind, MessageTemplate};
use serde::Serialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// The channels.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Channels {
    /// By their names.
    items: Vec<TalkChannel>,
}

/// A channel that chats come through.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TalkChannel {
    /// Its number.
    id: i64,
    /// What it is, in UIS's words.
    #[schema(example = "waba")]
    kind: Option<String>,
    /// Its name in UIS.
    name: Option<String>,
    /// Whether an operator may write first here.
    may_begin: bool,
    /// The templates it takes (WABA).
    templates: Vec<TalkTemplate>,
}

/// A template of `WhatsApp`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TalkTemplate {
    /// Its id: `template` of a message.
    id: String,
    /// Its text.
    text: String,
    /// What stands above the text.
    header: Option<String>,
    /// What stands below it.
    footer: Option<String>,
    /// The buttons the client gets with it.
    buttons: Vec<String>,
}

/// The channels that chats come through, with what may be sent there.
#[utoipa::path(get, path = "/api/workspace/{connection}/channels", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "The channels", body = Channels),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
) -> Result<Json<Channels>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let known = app.bridge.workspace.channels(work.connection).await?;
    let items = known.into_iter().map(|(channel, templates)| TalkChannel {
        id: channel.id.0,
        may_begin: channel.kind.as_ref().is_some_and(ChatChannelKind::operator_may_begin),
        kind: channel.kind.map(|kind| kind.as_str().to_owned()),
        name: channel.name,
        templates: templates.into_iter().map(TalkTemplate::of).collect(),
    });
    Ok(Json(Channels { items: items.collect() }))
}

impl TalkTemplate {
    fn of(template: MessageTemplate) -> Self {
        Self {
            header: template.part("header").map(str::to_owned),
            footer: template.part("footer").map(str::to_owned),
            buttons: template.buttons().map(str::to_owned).collect(),
            id: template.id,
            text: template.text,
        }
    }
}
