//! `get.scenarios`

use domain::Failure;

use super::DataApi;
use crate::rpc::{Params, Row};

/// A scenario of the PBX («Сценарий ВАТС»).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
}

impl DataApi {
    /// All scenarios.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn scenarios(&self) -> Result<Vec<Scenario>, Failure> {
        let rows = self.rows("get.scenarios", Params::new()).await?;
        let read = |row: Row<'_>| Some(Scenario { id: row.whole("id")?, name: row.text("name")? });
        Ok(rows.iter().map(Row).filter_map(read).collect())
    }
}
