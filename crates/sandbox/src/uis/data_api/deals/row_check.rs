//! What must be right about one row of `upload.deals_history`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::uis::calls::Row;
use crate::uis::deals::{Deals, text as cell};
use crate::uis::moment;
use crate::uis::rpc::{ApiError, Param, Shape};

const USER_FIELD: &[Param] =
    &[Param::required("ext_id", Shape::Text), Param::required("value", Shape::AnyText)];
const TAG: &[Param] =
    &[Param::required("ext_id", Shape::Text), Param::required("name", Shape::Text)];

/// The members of a row.
pub(super) const ROW: &[Param] = &[
    Param::required("ext_id", Shape::Text),
    Param::required("name", Shape::Text),
    Param::required("created_date_time", Shape::Text),
    Param::optional("modified_date_time", Shape::Text),
    Param::required("modified_stage_date_time", Shape::Text),
    Param::optional("closed_date_time", Shape::Text),
    Param::optional("contact_ext_ids", Shape::Texts),
    Param::optional("main_contact_ext_id", Shape::Text),
    Param::optional("employee_ext_id", Shape::Text),
    Param::optional("lead_ext_id", Shape::Text),
    Param::optional("company_ext_id", Shape::Text),
    Param::optional("revenue", Shape::Decimal),
    Param::required("sales_funnel_ext_id", Shape::Text),
    Param::required("stage_ext_id", Shape::Text),
    Param::optional("comments", Shape::AnyText),
    Param::optional("source", Shape::AnyText),
    Param::optional("communication_id", Shape::Number),
    Param::optional(
        "communication_type",
        Shape::OneOf(&["chat", "offline_message", "call", "goal", "email"]),
    ),
    Param::optional("user_fields", Shape::Objects(USER_FIELD, 100)),
    Param::optional("tags", Shape::Objects(TAG, 100)),
    Param::optional("child_customer_id", Shape::Number),
];

/// The check of a row whose members have the right shapes.
pub(super) struct RowCheck<'a> {
    pub(super) deals: &'a Deals,
    pub(super) zone: &'a TimeZone,
    pub(super) now: Timestamp,
}

impl RowCheck<'_> {
    /// Refuses a row that can't follow the deal's `last` one.
    pub(super) fn check(&self, row: &Row, last: Option<&Row>) -> Result<(), ApiError> {
        self.times(row, last)?;
        self.references(row)?;
        together(row, "contact_ext_ids", "main_contact_ext_id")?;
        together(row, "communication_id", "communication_type")
    }

    fn times(&self, row: &Row, last: Option<&Row>) -> Result<(), ApiError> {
        let here = self.now.to_zoned_datetime(self.zone.clone()).datetime();
        let created = time(row, "created_date_time")?.unwrap_or(here);
        let stage = time(row, "modified_stage_date_time")?.unwrap_or(here);
        for (name, at) in [("created_date_time", created), ("modified_stage_date_time", stage)] {
            if at > here {
                return Err(invalid(row, name));
            }
        }
        let changed = time(row, "modified_date_time")?;
        let closed = time(row, "closed_date_time")?;
        let before = last.and_then(|last| moment::parse(cell(last, "modified_stage_date_time")));
        if stage < created || before.is_some_and(|before| stage < before) {
            return Err(invalid(row, "modified_stage_date_time"));
        }
        if changed.is_some_and(|changed| changed < created) {
            return Err(invalid(row, "modified_date_time"));
        }
        if closed.is_some_and(|closed| closed < created) {
            return Err(invalid(row, "closed_date_time"));
        }
        Ok(())
    }

    fn references(&self, row: &Row) -> Result<(), ApiError> {
        let funnel = self.deals.funnels.get(cell(row, "sales_funnel_ext_id"));
        let funnel = funnel.ok_or_else(|| missing(row, "sales_funnel_ext_id"))?;
        if funnel.stage(cell(row, "stage_ext_id")).is_none() {
            return Err(missing(row, "stage_ext_id"));
        }
        let employee = cell(row, "employee_ext_id");
        if !employee.is_empty() && !self.deals.employees.contains_key(employee) {
            return Err(missing(row, "employee_ext_id"));
        }
        let contacts = row.get("contact_ext_ids").and_then(Value::as_array);
        let mut contacts = contacts.into_iter().flatten().filter_map(Value::as_str);
        if contacts.any(|contact| !self.deals.contacts.contains_key(contact)) {
            return Err(missing(row, "contact_ext_ids"));
        }
        let main = cell(row, "main_contact_ext_id");
        if !main.is_empty() && !self.deals.contacts.contains_key(main) {
            return Err(missing(row, "main_contact_ext_id"));
        }
        Ok(())
    }
}

fn time(row: &Row, name: &str) -> Result<Option<DateTime>, ApiError> {
    match cell(row, name) {
        "" => Ok(None),
        text => moment::parse(text).map(Some).ok_or_else(|| invalid(row, name)),
    }
}

/// Both or none.
fn together(row: &Row, one: &str, other: &str) -> Result<(), ApiError> {
    let given = |name: &str| match row.get(name) {
        None | Some(Value::Null) => false,
        Some(Value::Array(items)) => !items.is_empty(),
        Some(_) => true,
    };
    if given(one) == given(other) {
        return Ok(());
    }
    let message = format!("{one} and {other} must be given together");
    let error = ApiError::new(-32602, "invalid_parameters_combination", message);
    Err(error.about(format!("deals.{one}"), json!(null)))
}

fn invalid(row: &Row, name: &str) -> ApiError {
    ApiError::invalid_date_time(&format!("deals.{name}"), cell(row, name))
}

fn missing(row: &Row, name: &str) -> ApiError {
    let value = row.get(name).cloned().unwrap_or_default();
    ApiError::entity_not_found(&format!("deals.{name}"), &value)
}
