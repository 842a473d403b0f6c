//! «Аналитика» of a connection.

pub(crate) mod file;
pub(crate) mod show;

use bridge::analytics::Question;
use domain::analytics::{Dimension, Table};
use domain::ids::ConnectionName;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};
use serde::Deserialize;

use crate::app::App;
use crate::problem::Problem;

/// Longest period, days.
const LONGEST: i32 = 366;

/// What is asked.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnalyticsQuery {
    /// The first day, where the connection is.
    #[param(value_type = String, format = Date)]
    from: Date,
    /// The last day.
    #[param(value_type = String, format = Date)]
    till: Date,
    /// By what communications are counted: `source`, `campaign`, `site`, `employee`.
    #[param(value_type = String)]
    by: Dimension,
}

/// The numbers asked for.
async fn table(app: &App, name: &str, query: &AnalyticsQuery) -> Result<Table, Problem> {
    let name =
        ConnectionName::parse(name).map_err(|_| Problem::not_found("Такого соединения нет"))?;
    let connection = app.connections.get(&name).await?;
    if query.till < query.from || (query.till - query.from).get_days() >= LONGEST {
        return Err(Problem::bad_request("период: от одного дня до года, конец не раньше начала"));
    }
    let zone = connection.settings.timezone.zone();
    let begin = |day: Date| -> Option<Timestamp> {
        let midnight = day.to_datetime(Time::midnight());
        midnight.to_zoned_datetime(zone.clone()).ok().map(|begin| begin.timestamp())
    };
    let after = query.till.checked_add(1.day()).ok().and_then(begin);
    let (Some(from), Some(till)) = (begin(query.from), after) else {
        return Err(Problem::bad_request("таких дней нет"));
    };
    let asked = Question { connection: connection.id, from, till, by: query.by };
    app.bridge.analytics.table(&asked).await.map_err(|failure| {
        tracing::error!(%failure, "the analytics can't be counted");
        Problem::unavailable()
    })
}
