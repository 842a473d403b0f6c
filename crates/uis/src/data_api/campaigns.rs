//! `get.campaigns`

use domain::Failure;

use super::DataApi;
use crate::rpc::{Params, Row};

/// An advertising campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Whether it runs.
    pub active: bool,
    /// The site it leads to.
    pub site_domain: Option<String>,
}

impl DataApi {
    /// All campaigns.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn campaigns(&self) -> Result<Vec<Campaign>, Failure> {
        let rows = self.rows("get.campaigns", Params::new()).await?;
        let read = |row: Row<'_>| {
            Some(Campaign {
                id: row.whole("id")?,
                name: row.text("name")?,
                active: row.text("status").is_none_or(|status| status == "active"),
                site_domain: row.text("site_domain_name"),
            })
        };
        Ok(rows.iter().map(Row).filter_map(read).collect())
    }
}
