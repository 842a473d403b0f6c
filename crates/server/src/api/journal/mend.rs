//! What people have done about one communication: the same for each way.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use cabinet::people::Action;
use engine::Mended;
use engine::model::LaneId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// What is done about a communication.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mend {
    /// It is worked off once more by the settings of today; what was carried out is not done again.
    Replay,
    /// The same, with the settings' filter set aside for it.
    SetFilterAside,
    /// What was given up is tried again and nothing is decided anew; what may have been carried out is
    /// looked for first.
    Retry,
    /// The same without looking: it may be there twice afterwards.
    SendAnyway,
}

impl From<Mend> for engine::Mend {
    fn from(mend: Mend) -> Self {
        match mend {
            Mend::Replay => Self::Replay,
            Mend::SetFilterAside => Self::SetFilterAside,
            Mend::Retry => Self::Retry,
            Mend::SendAnyway => Self::SendAnyway,
        }
    }
}

impl Mend {
    /// As the audit calls it.
    pub(super) fn action(self) -> Action {
        match self {
            Self::Replay => Action::Replayed,
            Self::SetFilterAside => Action::FilterSetAside,
            Self::Retry => Action::Retried,
            Self::SendAnyway => Action::SentAnyway,
        }
    }
}

/// What to do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MendBody {
    /// Which of the ways.
    how: Mend,
}

/// Has something done about a communication that did not come out as it should.
#[utoipa::path(post, path = "/api/journal/{id}/mend", tag = "journal", security(("token" = []), ("session" = [])),
    params(("id" = i64, Path, description = "The communication's number in the journal")),
    request_body = MendBody,
    responses(
        (status = 202, description = "It is being worked on; look at its story"),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such communication", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "There is nothing of the sort to do", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn mend(
    caller: Caller<Admin>,
    State(app): State<App>,
    id: Result<Path<i64>, PathRejection>,
    Body(MendBody { how }): Body<MendBody>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|error| Problem::bad_request(error.body_text()))?;
    one(&app, &caller, id, how).await
}

/// Has it done, and writes down who wanted it.
pub(super) async fn one(
    app: &App,
    caller: &Caller<Admin>,
    id: i64,
    how: Mend,
) -> Result<StatusCode, Problem> {
    match app.bridge.engine.mend(LaneId(id), how.into(), &caller.actor().name).await? {
        Mended::Begun => {}
        Mended::Nothing => return Err(Problem::nothing_to_mend()),
        Mended::Missing => return Err(Problem::not_found("В журнале такого нет")),
    }
    let subject = format!("journal/{id}");
    app.people.record(caller.actor(), how.action(), subject, Value::Null, Value::Null).await?;
    Ok(StatusCode::ACCEPTED)
}
