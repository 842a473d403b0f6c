//! The status of an employee, by `update.employees`.

use domain::Failure;
use domain::ids::UisEmployeeId;
use serde_json::{Value, json};
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params, Row};

/// What of a phone goes back as it came.
const PHONE: [&str; 5] = ["phone_id", "phone_number", "channels_count", "dial_time", "status"];

impl DataApi {
    /// Gives an employee another status (`available`, `break`, `do_not_disturb`, `not_at_workplace`, …). An
    /// update wants the last name and replaces the phones, so both are read first and sent back as they are.
    ///
    /// # Errors
    /// UIS refuses, has no such employee, or can't be reached.
    pub async fn set_employee_status(
        &self,
        employee: UisEmployeeId,
        status: &str,
    ) -> Result<(), Failure> {
        let filter = json!({ "field": "id", "operator": "=", "value": employee.0 });
        let asked = Params::from_iter([("filter".to_owned(), filter)]);
        let rows = self.rows("get.employees", asked).await?;
        let found = rows.iter().map(Row).find(|row| row.whole("id") == Some(employee.0));
        let Some(row) = found else {
            let words = format!("В UIS нет сотрудника {employee}");
            return Err(Fault::odd_answer(Effect::Read, &words).into());
        };
        let params = params(row, employee, status);
        self.rpc.call(Effect::Write, "update.employees", &params).await?;
        Ok(())
    }

    /// The number of the account (`app_id`).
    ///
    /// # Errors
    /// UIS does not tell it or can't be reached.
    pub async fn account_id(&self) -> Result<domain::chats::UisAccountId, Failure> {
        let id = self.account().await?.app_id;
        let id = id.ok_or_else(|| Fault::odd_answer(Effect::Read, "get.account без app_id"))?;
        Ok(domain::chats::UisAccountId(id))
    }
}

fn params(row: Row<'_>, employee: UisEmployeeId, status: &str) -> Params {
    let last_name = row.text("last_name").or_else(|| row.text("full_name")).unwrap_or_default();
    let phones: Vec<Value> = row.rows("phone_numbers").map(phone).collect();
    Params::from_iter([
        ("id".to_owned(), employee.0.into()),
        ("last_name".to_owned(), last_name.into()),
        ("phone_numbers".to_owned(), phones.into()),
        ("status".to_owned(), status.into()),
    ])
}

fn phone(row: Row<'_>) -> Value {
    let kept = PHONE.iter().filter_map(|name| {
        let value = row.0.get(*name).filter(|value| !value.is_null())?;
        Some(((*name).to_owned(), value.clone()))
    });
    Value::Object(kept.collect())
}
