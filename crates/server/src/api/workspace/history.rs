//! `GET /api/workspace/{connection}/cards/{id}/history`

use axum::Json;
use axum::extract::{Path, State};
use domain::LaneKind;
use engine::board::{BoardQuery, Cards};
use engine::journal::JournalQuery;
use engine::model::LaneId;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::at_work;
use crate::app::App;
use crate::auth::{Caller, Operator};
use crate::problem::Problem;

/// How many of each are shown.
const SHOWN: u32 = 50;

/// What there was with a client.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClientHistory {
    /// Chats, leads and calls together, the newest first; this one is not among them.
    items: Vec<PastTalk>,
}

/// A former chat, lead or call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PastTalk {
    /// Its number in the journal; of a chat or lead, the card's number.
    id: i64,
    /// Kind and number in UIS.
    #[schema(example = "call/1001")]
    key: String,
    /// `chat`, `lead` or `call`.
    #[schema(example = "call")]
    kind: String,
    /// A few words.
    title: String,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// The task in Planfix.
    task: Option<i64>,
}

/// What there was with this client before and besides, by his phone and by his number in UIS.
#[utoipa::path(get, path = "/api/workspace/{connection}/cards/{id}/history", tag = "workspace", security(("session" = [])),
    params(
        ("connection" = String, Path, description = "The connection's name"),
        ("id" = i64, Path, description = "The card's number"),
    ),
    responses(
        (status = 200, description = "The history", body = ClientHistory),
        (status = 401, description = "Nobody is signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`no_operator`: he is no employee of UIS in this connection; `people_only`: a token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, chat or lead", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS or Planfix refused or failed; `detail` says what", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn history(
    caller: Caller<Operator>,
    State(app): State<App>,
    Path((connection, id)): Path<(String, i64)>,
) -> Result<Json<ClientHistory>, Problem> {
    let work = at_work(&app, &caller, &connection).await?;
    let store = app.bridge.engine.store();
    let listed = store.card(LaneId(id), &work.reader).await?;
    let listed = listed.filter(|card| card.connection == work.connection);
    let listed = listed.ok_or_else(|| Problem::not_found("Такого обращения нет"))?;
    let mut items = Vec::new();
    let phone = listed.card.data.get("phone").and_then(|phone| phone.as_str());
    if let Some(phone) = phone {
        let query = JournalQuery {
            connection: Some(work.connection),
            phone: Some(phone.to_owned()),
            kinds: Some(LaneKind::listed()),
            limit: SHOWN,
            ..JournalQuery::default()
        };
        let found = store.journal(query).await?.items.into_iter();
        items.extend(found.map(|one| PastTalk {
            id: one.id.0,
            kind: one.key.kind().to_owned(),
            key: one.key.to_string(),
            title: work.shown(one.title),
            started_at: one.started_at,
            task: one.task,
        }));
    }
    if let Some(client) = &listed.card.client {
        let query = BoardQuery {
            connection: work.connection,
            cards: Cards::Of(client),
            reader: &work.reader,
            after: None,
            limit: SHOWN,
        };
        for one in store.board(query).await? {
            let text = |name: &str| one.card.data.get(name).and_then(|text| text.as_str());
            items.push(PastTalk {
                id: one.lane.0,
                kind: one.key.kind().to_owned(),
                key: one.key.to_string(),
                title: work.shown(text("client").unwrap_or_default().to_owned()),
                started_at: text("began_at")
                    .and_then(|at| at.parse().ok())
                    .unwrap_or(one.card.last_at),
                task: one.card.data.get("task").and_then(serde_json::Value::as_i64),
            });
        }
    }
    items.retain(|one| one.id != id && matches!(one.kind.as_str(), "chat" | "lead" | "call"));
    items.sort_by_key(|one| (std::cmp::Reverse(one.started_at), one.id));
    items.dedup_by_key(|one| one.id);
    Ok(Json(ClientHistory { items }))
}
