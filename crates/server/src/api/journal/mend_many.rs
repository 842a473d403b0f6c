//! `POST /api/journal/mend`

use axum::Json;
use axum::extract::State;
use engine::journal::JournalQuery;
use engine::model::{LaneId, Standing};
use engine::{Mended, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::chosen::Chosen;
use super::mend::Mend;
use super::names::Names;
use crate::app::App;
use crate::auth::{Admin, Body, Caller, Veil};
use crate::problem::Problem;

/// How many communications one request works on: a browser does not wait for ever.
const AT_ONCE: u32 = 200;

/// What to do about many communications.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MendManyBody {
    /// Which of the ways. What was given up is tried again where something was, the filter is set aside
    /// where it keeps out; the others are left alone.
    how: Mend,
    /// About which ones.
    chosen: Chosen,
    /// Only count them.
    #[serde(default)]
    count_only: bool,
    /// Not the ones newer than this: the `newest` of a count, so that what comes meanwhile is left alone.
    newest: Option<i64>,
    /// Older than this: the `next` of the request before.
    before: Option<i64>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MendedMany {
    /// How many communications are meant, by this request and those that follow it.
    matched: u64,
    /// The newest of them.
    newest: Option<i64>,
    /// How many are being worked on now.
    mended: u64,
    /// How many had nothing of the sort to do.
    skipped: u64,
    /// `before` of the request that goes on; `null` when it is done.
    next: Option<i64>,
}

/// Has something done about all communications that are meant, the newest first, 200 a request. Each
/// request is one action of the audit, with what was meant.
#[utoipa::path(post, path = "/api/journal/mend", tag = "journal", security(("token" = []), ("session" = [])),
    request_body = MendManyBody,
    responses(
        (status = 200, description = "How many are meant, and how many are being worked on", body = MendedMany),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn mend_many(
    caller: Caller<Admin>,
    State(app): State<App>,
    Body(body): Body<MendManyBody>,
) -> Result<Json<MendedMany>, Problem> {
    let names = Names::load(&app).await?;
    let query = body.chosen.query(&names, Veil::of(&app, &caller).await?)?;
    let Some(query) = applicable(query, &body) else {
        return Ok(Json(MendedMany {
            matched: 0,
            newest: None,
            mended: 0,
            skipped: 0,
            next: None,
        }));
    };
    let counted = app.bridge.engine.store().count(query.clone()).await?;
    let newest = counted.newest.map(|lane| lane.0);
    let mut many =
        MendedMany { matched: counted.number, newest, mended: 0, skipped: 0, next: newest };
    if body.count_only {
        return Ok(Json(many));
    }
    let done = work(&app, &caller, query, body.how, &mut many).await;
    if many.mended > 0 {
        let what = json!({ "chosen": body.chosen, "matched": many.matched, "mended": many.mended });
        let action = body.how.action();
        app.people.record(caller.actor(), action, "journal", Value::Null, what).await?;
    }
    done?;
    Ok(Json(many))
}

/// The question narrowed to what the way has anything to do with; `None` when that is nothing.
fn applicable(query: JournalQuery, body: &MendManyBody) -> Option<JournalQuery> {
    let needed = match body.how {
        Mend::Replay => None,
        Mend::SetFilterAside => Some(Standing::Filtered),
        Mend::Retry | Mend::SendAnyway => Some(Standing::Dead),
    };
    if query.state.is_some() && needed.is_some() && query.state != needed {
        return None;
    }
    let newest = body.newest.map(|newest| newest.saturating_add(1));
    let before = body.before.into_iter().chain(newest).min().map(LaneId);
    Some(JournalQuery { state: query.state.or(needed), before, limit: AT_ONCE, ..query })
}

/// Works on one page of them.
async fn work(
    app: &App,
    caller: &Caller<Admin>,
    query: JournalQuery,
    how: Mend,
    many: &mut MendedMany,
) -> Result<(), StoreError> {
    let by = caller.actor().name;
    let page = app.bridge.engine.store().journal(query).await?;
    for one in page.items {
        match app.bridge.engine.mend(one.id, how.into(), &by).await? {
            Mended::Begun => many.mended += 1,
            Mended::Nothing | Mended::Missing => many.skipped += 1,
        }
    }
    many.next = page.next.map(|lane| lane.0);
    Ok(())
}
