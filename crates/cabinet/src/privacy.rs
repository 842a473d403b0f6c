//! Who sees clients' phones whole.

use engine::Store;
use serde_json::{Value, json};

use crate::error::CabinetError;
use crate::store::StoreError;
use crate::tokens::Role;

/// The record in which it stands.
const RECORD: &str = "privacy";

/// The weakest role that sees phones whole; everybody, until somebody has said otherwise.
///
/// # Errors
/// When the store fails, or what it holds can't be understood.
pub async fn sees_phones(store: &dyn Store) -> Result<Role, CabinetError> {
    let record = store.record(RECORD).await.map_err(StoreError::from)?;
    Ok(record.map_or(Ok(Role::Viewer), |record| read(&record.value))?)
}

/// Sets the weakest role that sees phones whole; returns the one before.
///
/// # Errors
/// When the store fails.
pub async fn let_see_phones(store: &dyn Store, role: Role) -> Result<Role, CabinetError> {
    let value = json!({ "phones": role.as_str() });
    loop {
        let record = store.record(RECORD).await.map_err(StoreError::from)?;
        let before = record.as_ref().map_or(Ok(Role::Viewer), |record| read(&record.value))?;
        let over = record.map(|record| record.version);
        // whoever sets it at the same moment comes before or after
        if store.swap_record(RECORD, over, &value).await.map_err(StoreError::from)? {
            return Ok(before);
        }
    }
}

fn read(value: &Value) -> Result<Role, StoreError> {
    let word = value.get("phones").and_then(Value::as_str).unwrap_or_default();
    word.parse().map_err(StoreError::Corrupt)
}
