//! The deal family: funnels, people and the history of deals of end-to-end analytics.
//!
//! What UIS has already, it refuses to create (`UIS-DUPLICATE`), so everything here that makes
//! something is "create, else change": doing it twice changes nothing.

mod funnels;
mod history;
mod people;

use domain::Failure;
use domain::failure::Code;
use serde_json::{Map, Value};
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params};

pub use history::UPLOAD_ROWS;

/// End-to-end analytics is not connected in UIS, or the API's user has no right to it.
const ANALYTICS: Code = Code::new("UIS-ANALYTICS");

impl DataApi {
    /// Writes something of the family.
    async fn write(&self, method: &str, params: Value) -> Result<(), Fault> {
        let written = self.rpc.call(Effect::Write, method, &members(params)).await;
        written.map(drop).map_err(of_service)
    }

    /// Reads all rows of the family's method.
    async fn read(&self, method: &str, params: Params) -> Result<Vec<Params>, Fault> {
        self.rows(method, params).await.map_err(of_service)
    }
}

/// Every method of the family belongs to one service: a refusal of UIS that it is not there says which.
fn of_service(fault: Fault) -> Fault {
    let words =
        ["method_component_disabled", "component_disabled", "tariff_restrictions", "forbidden"];
    match &fault {
        Fault::Rpc(error)
            if words.contains(&error.mnemonic.as_str())
                || (error.mnemonic.is_empty() && [-32008, -32003].contains(&error.code)) =>
        {
            let message = format!(
                "В UIS не подключена сквозная аналитика или у пользователя API нет на неё прав. \
                 Ответ UIS: {} ({}, {})",
                error.message, error.mnemonic, error.code
            );
            Failure::permanent(ANALYTICS, message).into()
        }
        _ => fault,
    }
}

fn members(value: Value) -> Params {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Whether UIS refused because it has the thing already.
fn says_duplicate(fault: &Fault) -> bool {
    let words = ["duplicate_entity", "already_in_use"];
    matches!(fault, Fault::Rpc(error) if words.contains(&error.mnemonic.as_str()))
}
