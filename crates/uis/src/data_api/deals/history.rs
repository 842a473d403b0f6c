//! `upload.deals_history`, `get.deals_history`

use domain::Failure;
use domain::deals::{DealRow, contact_id, employee_id};
use domain::ids::TaskId;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::{DataApi, members};
use crate::rpc::{Params, Row};

/// Most rows of one upload (Data API documentation).
pub const UPLOAD_ROWS: usize = 1000;

/// How UIS writes times.
const FORMAT: &str = "%Y-%m-%d %H:%M:%S";

impl DataApi {
    /// Uploads rows, at most [`UPLOAD_ROWS`]; UIS takes all of them or none, and processes them later.
    ///
    /// # Errors
    /// UIS refuses or can't be reached; class Unknown when they may have been taken.
    pub async fn upload_deals(&self, rows: &[DealRow]) -> Result<(), Failure> {
        let deals: Vec<Value> = rows.iter().map(wire).collect();
        self.write("upload.deals_history", json!({ "deals": deals })).await?;
        Ok(())
    }

    /// Whether UIS has processed the row.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn has_processed(&self, row: &DealRow) -> Result<bool, Failure> {
        Ok(self.processed(std::slice::from_ref(row)).await? == [true])
    }

    /// Whether UIS has processed each of the rows.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn processed(&self, rows: &[DealRow]) -> Result<Vec<bool>, Failure> {
        let of = |row: &DealRow| json!({ "field": "ext_id", "operator": "=", "value": row.task.to_string() });
        let params = json!({
            "filter": { "filters": rows.iter().map(of).collect::<Vec<_>>(), "condition": "or" },
            "fields": ["ext_id", "stage_ext_id", "modified_stage_date_time", "revenue"],
        });
        let there = self.read("get.deals_history", members(params)).await?;
        let is_there = |row: &DealRow| there.iter().map(Row).any(|there| is(there, row));
        Ok(rows.iter().map(is_there).collect())
    }

    /// Whether a row of the deal waits to be processed.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn is_processing(&self, task: TaskId) -> Result<bool, Failure> {
        let rows = self.read("get.deals_in_processing", Params::new()).await?;
        let mut ids = rows.iter().filter_map(|row| Row(row).text("ext_id"));
        Ok(ids.any(|id| id == task.to_string()))
    }
}

/// Whether a row of the history is this one.
fn is(there: Row<'_>, row: &DealRow) -> bool {
    let hundredths = |text: String| {
        let (whole, part) = text.split_once('.').unwrap_or((text.as_str(), ""));
        format!("{whole}{part:0<2.2}").parse::<i64>().ok()
    };
    let revenue = there.text("revenue").and_then(hundredths).unwrap_or_default();
    there.text("ext_id").as_deref() == Some(&row.task.to_string())
        && there.text("stage_ext_id").as_deref() == Some(&row.stage)
        && there.text("modified_stage_date_time") == Some(time(row.stage_since))
        && revenue == row.revenue.in_hundredths()
}

fn wire(row: &DealRow) -> Value {
    let mut params = Params::new();
    let mut put = |name: &str, value: Value| {
        params.insert(name.to_owned(), value);
    };
    put("ext_id", row.task.to_string().into());
    put("name", row.name.as_str().into());
    put("created_date_time", time(row.created).into());
    put("modified_date_time", time(row.changed).into());
    put("modified_stage_date_time", time(row.stage_since).into());
    if let Some(closed) = row.closed() {
        put("closed_date_time", time(closed).into());
    }
    put("sales_funnel_ext_id", row.funnel.as_str().into());
    put("stage_ext_id", row.stage.as_str().into());
    put("revenue", row.revenue.to_json());
    if let Some(contact) = row.contact {
        put("contact_ext_ids", json!([contact_id(contact)]));
        put("main_contact_ext_id", contact_id(contact).into());
    }
    if let Some(employee) = row.employee {
        put("employee_ext_id", employee_id(employee).into());
    }
    if let Some(communication) = row.communication {
        put("communication_id", communication.id.0.into());
        put("communication_type", communication.kind.as_str().into());
    }
    if let Some(comment) = &row.comment {
        put("comments", comment.as_str().into());
    }
    Value::Object(params)
}

fn time(at: DateTime) -> String {
    at.strftime(FORMAT).to_string()
}
