//! `get.employees`

use domain::Failure;
use domain::ids::UisEmployeeId;
use domain::phone::Extension;

use super::DataApi;
use crate::rpc::{Params, Row};

/// An employee of UIS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    /// His id.
    pub id: UisEmployeeId,
    /// First, middle and last name in one, as UIS writes it.
    pub full_name: String,
    /// `first_name`.
    pub first_name: Option<String>,
    /// `patronymic`.
    pub patronymic: Option<String>,
    /// `last_name`.
    pub last_name: Option<String>,
    /// His e-mail.
    pub email: Option<String>,
    /// His short number («Внутренний номер»).
    pub extension: Option<Extension>,
    /// His phones, the first to be rung first.
    pub phones: Vec<EmployeePhone>,
    /// `available`, `break`, `do_not_disturb`, `not_at_workplace`, `not_at_work`, `unknown`,
    /// `auto_out_call`, or a status of the customer's own.
    pub status: Option<String>,
    /// Whether calls reach him in his present status.
    pub calls_available: Option<bool>,
    /// `call_recording`: which of his calls are recorded: `all`, `in`, `out` or `off`.
    pub call_recording: Option<String>,
}

/// One phone of an employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployeePhone {
    /// E.164 digits, a SIP line, or digits with post-dial (`74955140578...2345`): as UIS writes it.
    pub number: String,
    /// Whether UIS rings it.
    pub active: bool,
}

impl Employee {
    /// The phones that UIS rings, in its order.
    pub fn active_numbers(&self) -> impl Iterator<Item = &str> {
        self.phones.iter().filter(|phone| phone.active).map(|phone| phone.number.as_str())
    }

    fn read(row: Row<'_>) -> Option<Self> {
        let names = ["last_name", "first_name", "patronymic"].map(|name| row.text(name));
        let joined = names.iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let [last_name, first_name, patronymic] = names;
        Some(Self {
            id: UisEmployeeId(row.whole("id")?),
            full_name: row.text("full_name").unwrap_or(joined),
            first_name,
            patronymic,
            last_name,
            email: row.text("email"),
            extension: row
                .row("extension")
                .and_then(|extension| extension.text("extension_phone_number"))
                .and_then(|number| Extension::parse(&number)),
            phones: row.rows("phone_numbers").filter_map(EmployeePhone::read).collect(),
            status: row.text("status"),
            calls_available: row.truth("calls_available"),
            call_recording: row.text("call_recording"),
        })
    }
}

impl EmployeePhone {
    fn read(row: Row<'_>) -> Option<Self> {
        let active = row.text("status").is_none_or(|status| status == "active");
        Some(Self { number: row.text("phone_number")?, active })
    }
}

impl DataApi {
    /// All employees.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn employees(&self) -> Result<Vec<Employee>, Failure> {
        let rows = self.rows("get.employees", Params::new()).await?;
        Ok(rows.iter().map(Row).filter_map(Employee::read).collect())
    }
}
