//! Who sees clients' phones whole.

use engine::Store;
use serde_json::{Value, json};

use crate::store::StoreError;
use crate::tokens::Role;

/// The record in which it stands.
const RECORD: &str = "privacy";

/// The weakest role that sees phones whole; everybody, until somebody has said otherwise.
///
/// # Errors
/// When the store fails, or what it holds can't be understood.
pub async fn sees_phones(store: &dyn Store) -> Result<Role, StoreError> {
    let record = store.record(RECORD).await?;
    record.map_or(Ok(Role::Viewer), |record| read(&record.value))
}

/// Sets the weakest role that sees phones whole; returns the one before.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else has just set it, or the store fails.
pub async fn let_see_phones(store: &dyn Store, role: Role) -> Result<Role, StoreError> {
    let record = store.record(RECORD).await?;
    let before = record.as_ref().map_or(Ok(Role::Viewer), |record| read(&record.value))?;
    let over = record.map(|record| record.version);
    let value = json!({ "phones": role.as_str() });
    if store.swap_record(RECORD, over, &value).await? { Ok(before) } else { Err(StoreError::Conflict) }
}

fn read(value: &Value) -> Result<Role, StoreError> {
    let word = value.get("phones").and_then(Value::as_str).unwrap_or_default();
    word.parse().map_err(StoreError::Corrupt)
}
