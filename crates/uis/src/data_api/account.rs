//! `get.account`

use domain::Failure;
use jiff::tz::TimeZone;
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params, Row};

/// The UIS account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub app_id: Option<i64>,
    /// The company's name.
    pub name: Option<String>,
    /// IANA name of the zone in which reports write times.
    pub timezone: Option<String>,
}

impl Account {
    /// The zone in which reports write times, when its name is known.
    pub fn zone(&self) -> Option<TimeZone> {
        TimeZone::get(self.timezone.as_deref()?).ok()
    }
}

impl DataApi {
    /// The account; also the cheapest way to try the credentials.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn account(&self) -> Result<Account, Failure> {
        let rows = self.rows("get.account", Params::new()).await?;
        let Some(row) = rows.first().map(Row) else {
            return Err(Fault::odd_answer(Effect::Read, "get.account не вернул аккаунт").into());
        };
        Ok(Account {
            app_id: row.whole("app_id"),
            name: row.text("name"),
            timezone: row.text("timezone"),
        })
    }
}
