//! `POST /api/workspace/{connection}/calls`

use axum::Json;
use axum::extract::{Path, State};
use domain::phone::Phone;
use engine::model::LaneId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{at_work, face_of};
use crate::app::App;
use crate::auth::{Body, Caller, Operator};
use crate::problem::Problem;

/// Whom to call.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCall {
    /// The client's phone, or …
    #[schema(example = "79031234567")]
    phone: Option<String>,
    /// … the card whose client is called: for those who may not see his phone.
    card: Option<i64>,
}

/// A call that has begun.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BegunCall {
    /// Its call session id in UIS.
    session: i64,
}

/// Calls a client: the caller's own phone rings first.
#[utoipa::path(post, path = "/api/workspace/{connection}/calls", tag = "workspace", security(("session" = [])),
    params(("connection" = String, Path, description = "The connection's name")),
    request_body = NewCall,
    responses(
        (status = 200, description = "The caller's phone rings", body = BegunCall),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unfit`: that is no phone", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn call(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path(connection): Path<String>,
    Body(new): Body<NewCall>,
) -> Result<Json<BegunCall>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let given = match new.card {
        Some(card) => face_of(&app, &work, LaneId(card)).await?.phone,
        None => new.phone,
    };
    let phone = given.as_deref().and_then(Phone::parse);
    let phone = phone.ok_or_else(|| Problem::unfit("Это не телефон"))?;
    let me = &work.operator.person;
    let session = app.bridge.workspace.call(work.connection, me, phone).await?;
    Ok(Json(BegunCall { session: session.0 }))
}
