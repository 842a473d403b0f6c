//! `get.virtual_numbers`

use domain::Failure;
use domain::phone::Phone;

use super::DataApi;
use crate::rpc::{Params, Row};

/// A number of the customer's that clients call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VirtualNumber {
    /// Its id.
    pub id: i64,
    /// The number itself.
    pub number: Phone,
    /// The customer's name for it.
    pub name: Option<String>,
    /// `active`, `waiting`, `cleaning`, `prereserved`, `reserved`, `manual_lock`, `limit_lock`.
    pub status: Option<String>,
    /// `va`, `call_tracking`, `dynamic_call_tracking`.
    pub kind: Option<String>,
    /// The scenarios that meet its calls.
    pub scenarios: Vec<NumberScenario>,
}

/// A scenario that meets the calls of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberScenario {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: Option<String>,
    /// Whether its rule is switched on.
    pub active: bool,
}

impl VirtualNumber {
    /// Whether calls can be made from it and to it.
    pub fn is_active(&self) -> bool {
        self.status.as_deref().is_none_or(|status| status == "active")
    }

    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: row.whole("id")?,
            number: row.phone("virtual_phone_number")?,
            name: row.text("name"),
            status: row.text("status"),
            kind: row.text("type"),
            scenarios: row.rows("scenarios").filter_map(NumberScenario::read).collect(),
        })
    }
}

impl NumberScenario {
    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: row.whole("scenario_id")?,
            name: row.text("scenario_name"),
            active: row.truth("is_active").unwrap_or(true),
        })
    }
}

impl DataApi {
    /// All virtual numbers.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn virtual_numbers(&self) -> Result<Vec<VirtualNumber>, Failure> {
        let rows = self.rows("get.virtual_numbers", Params::new()).await?;
        Ok(rows.iter().map(Row).filter_map(VirtualNumber::read).collect())
    }
}
