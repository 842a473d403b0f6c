//! How the engine's values are written in a store: moments as microseconds, JSON and words as text.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::StoreError;

/// Microseconds since 1970.
pub fn micros(moment: Timestamp) -> i64 {
    moment.as_microsecond()
}

/// A moment of microseconds since 1970.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn moment(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// An optional moment.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn maybe_moment(micros: Option<i64>) -> Result<Option<Timestamp>, StoreError> {
    micros.map(moment).transpose()
}

/// JSON text.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// A value of JSON text.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// A value of JSON.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn from_json_value<T: DeserializeOwned>(value: &serde_json::Value) -> Result<T, StoreError> {
    T::deserialize(value).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// The bare word of a value that serialises as one (`pending`, `in`).
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn word<T: Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(StoreError::Corrupt(format!("not a word: {other:?}"))),
    }
}

/// The value of a bare word.
///
/// # Errors
/// [`StoreError::Corrupt`] when it can't be.
pub fn from_word<T: DeserializeOwned>(word: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// A count that fits a `u32`, as all of ours do.
pub fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
