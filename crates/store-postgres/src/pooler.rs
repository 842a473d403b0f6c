//! Whether a pooler stands between us and the server.

use sqlx::postgres::PgPoolOptions;
use sqlx::{PgPool, Row as _};

use crate::error::{OrBroken as _, Result};

/// A setting that comes with a connection: a server knows it, a pooler refuses it or keeps it to itself.
const SETTING: &str = "svyazka.direct";
const ASK: &str = "SELECT current_setting('svyazka.direct', TRUE)";

/// How `PgBouncer` refuses a setting it does not know: `08P01`, protocol violation.
const REFUSED: &str = "08P01";

/// A connection of its own to the server itself; `None` when a pooler stands before it.
pub(crate) async fn past(pool: &PgPool) -> Result<Option<PgPool>> {
    let options = pool.connect_options().as_ref().clone().options([(SETTING, "yes")]);
    let own = PgPoolOptions::new().max_connections(1).connect_lazy_with(options);
    match sqlx::raw_sql(ASK).fetch_one(&own).await {
        Ok(row) => {
            let known = row.try_get::<Option<&str>, _>(0).or_broken()? == Some("yes");
            Ok(known.then_some(own))
        }
        Err(sqlx::Error::Database(refused)) if refused.code().as_deref() == Some(REFUSED) => {
            Ok(None)
        }
        Err(error) => Err(error).or_broken(),
    }
}
