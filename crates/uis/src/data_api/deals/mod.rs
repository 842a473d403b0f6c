//! The deal family: funnels, people and the history of deals of end-to-end analytics.
//!
//! What UIS has already, it refuses to create (`UIS-DUPLICATE`), so everything here that makes
//! something is "create, else change": doing it twice changes nothing.

mod funnels;
mod history;
mod people;

use serde_json::{Map, Value};
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params};

pub use history::UPLOAD_ROWS;

impl DataApi {
    /// Writes something of the family.
    async fn write(&self, method: &str, params: Value) -> Result<(), Fault> {
        self.rpc.call(Effect::Write, method, &members(params)).await.map(drop)
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
