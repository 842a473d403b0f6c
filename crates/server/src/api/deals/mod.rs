//! «Сделки» of a connection: whether scenarios tell of tasks, and the load of those that were there before.

mod backfill;
pub(crate) mod load;
pub(crate) mod pause;
pub(crate) mod resume;
pub(crate) mod show;
pub(crate) mod stop;

use bridge::deals::backfill::{Refused, Stage};
use cabinet::people::Action;
use domain::ids::ConnectionName;
use domain::text::Lang;
use engine::model::ConnectionId;
use serde_json::json;

use crate::app::App;
use crate::auth::{Admin, Caller};
use crate::problem::Problem;

use backfill::DealsBackfill;

/// The connection of a name in an address.
async fn connection(app: &App, name: &str) -> Result<ConnectionId, Problem> {
    let name =
        ConnectionName::parse(name).map_err(|_| Problem::not_found("Такого соединения нет"))?;
    Ok(app.connections.get(&name).await?.id)
}

/// Takes a run to another stage, and writes down who did it.
async fn turn(
    caller: &Caller<Admin>,
    app: &App,
    name: String,
    to: Stage,
) -> Result<DealsBackfill, Problem> {
    let id = connection(app, &name).await?;
    let run = app.bridge.backfill.turn(id, to).await?;
    app.people
        .record(caller.actor(), Action::DealsBackfill, name, json!(null), json!({ "stage": to }))
        .await?;
    Ok(DealsBackfill::of(run))
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        let advice = refused.advice(Lang::Ru);
        match refused {
            Refused::Off => Self::conflict("deals_off", "Раздел «Сделки» выключен").with(advice),
            Refused::Busy => {
                Self::conflict("backfill_busy", "Загрузка уже идёт или на паузе").with(advice)
            }
            Refused::None => Self::conflict("backfill_none", "Такой загрузки нет").with(advice),
            Refused::Days => Self::bad_request(advice),
            Refused::Failed(failure) => {
                tracing::error!(%failure, "the load of deals can't be read or written");
                Self::unavailable()
            }
        }
    }
}
