//! `POST /api/workspace/{connection}/chats`

use axum::Json;
use axum::extract::{Path, State};
use bridge::workspace::NewTalk;
use domain::chats::{ChannelId, VisitorAddress};
use domain::phone::Phone;
use engine::model::LaneId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{at_work, face_of};
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// Whom to write to, and in which channel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewChat {
    /// The channel's number.
    channel: i64,
    /// The client's phone, or …
    phone: Option<String>,
    /// … his e-mail, or …
    email: Option<String>,
    /// … his name in the channel, with its `@`, or …
    username: Option<String>,
    /// … the card whose client is written to: for those who may not see his phone.
    card: Option<i64>,
}

/// A chat that has begun.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BegunChat {
    /// Kind and number in UIS; its card comes a moment later.
    #[schema(example = "chat/774411")]
    key: String,
}

/// Writes to a client first, where the channel lets operators do so.
#[utoipa::path(post, path = "/api/workspace/{connection}/chats", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    request_body = NewChat,
    responses(
        (status = 200, description = "It has begun, and is the caller's", body = BegunChat),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`may_not_begin`: not in this channel", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: it is not said whom to", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn begin(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    Body(new): Body<NewChat>,
) -> Result<Json<BegunChat>, Problem> {
    let channel = ChannelId(new.channel);
    let work = at_work(&app, &caller, &connection).await?;
    let visitor = match new.card {
        Some(card) => {
            phone(face_of(&app, &work, LaneId(card)).await?.phone.as_deref().unwrap_or_default())?
        }
        None => visitor(new)?,
    };
    let talk = NewTalk { channel, visitor };
    let begun = app.bridge.workspace.begin(work.connection, work.operator.person, talk).await?;
    let lane = begun.lane;
    Ok(Json(BegunChat { key: lane.to_string() }))
}

fn visitor(new: NewChat) -> Result<VisitorAddress, Problem> {
    let given = |text: Option<String>| {
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    if let Some(given) = given(new.phone) {
        return phone(&given);
    }
    if let Some(email) = given(new.email) {
        return Ok(VisitorAddress::Email(email));
    }
    let username = given(new.username);
    username
        .map(VisitorAddress::Username)
        .ok_or_else(|| Problem::unfit("Укажите телефон, почту или имя посетителя в канале"))
}

fn phone(text: &str) -> Result<VisitorAddress, Problem> {
    let phone = Phone::parse(text).ok_or_else(|| Problem::unfit("Это не телефон"))?;
    Ok(VisitorAddress::Phone(phone))
}
