//! `get.sites`

use domain::Failure;

use super::DataApi;
use crate::rpc::{Params, Row};

/// A site of the customer's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its id.
    pub id: i64,
    /// Its domain: what reports call `site_domain_name`.
    pub domain: String,
    /// The customer's name for it.
    pub name: Option<String>,
}

impl DataApi {
    /// All sites.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn sites(&self) -> Result<Vec<Site>, Failure> {
        let rows = self.rows("get.sites", Params::new()).await?;
        let read = |row: Row<'_>| {
            Some(Site {
                id: row.whole("id")?,
                domain: row.text("domain_name")?,
                name: row.text("name"),
            })
        };
        Ok(rows.iter().map(Row).filter_map(read).collect())
    }
}
