//! `get.sip_lines`

use domain::Failure;
use domain::ids::UisEmployeeId;
use domain::phone::Phone;
use serde_json::json;

use super::DataApi;
use crate::rpc::{Params, Row};

/// What we ask for: real answers also hold the line's password, which must not travel without need.
const COLUMNS: &[&str] =
    &["id", "phone_number", "type", "status", "virtual_phone_number", "employee_id"];

/// A SIP line: a softphone or a desk phone that UIS itself serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SipLine {
    /// Its id.
    pub id: i64,
    /// Its own number (`0123456`), by which an [`EmployeePhone`](super::EmployeePhone) names it.
    pub number: Option<String>,
    /// Whose it is.
    pub employee: Option<UisEmployeeId>,
    /// The number that clients see when it calls out.
    pub virtual_number: Option<Phone>,
    /// Whether it can call out (`in_out`, not `in`).
    pub calls_out: bool,
    /// Whether it is switched on.
    pub active: bool,
}

impl SipLine {
    /// The number that clients see, of a line that can call them.
    pub fn outgoing_number(&self) -> Option<&Phone> {
        self.virtual_number.as_ref().filter(|_| self.active && self.calls_out)
    }

    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: row.whole("id")?,
            number: row.text("phone_number"),
            employee: row.whole("employee_id").map(UisEmployeeId),
            virtual_number: row.phone("virtual_phone_number"),
            calls_out: row.text("type").is_none_or(|kind| kind == "in_out"),
            active: row.text("status").is_none_or(|status| status == "active"),
        })
    }
}

impl DataApi {
    /// All SIP lines.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn sip_lines(&self) -> Result<Vec<SipLine>, Failure> {
        let mut params = Params::new();
        params.insert("fields".to_owned(), json!(COLUMNS));
        let rows = self.rows("get.sip_lines", params).await?;
        Ok(rows.iter().map(Row).filter_map(SipLine::read).collect())
    }
}
