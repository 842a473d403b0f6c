//! JSON as a notification's template may have broken it.
//!
//! Strict JSON is read strictly. What is not gets a second, tolerant pass that repairs only what can
//! be meant in one way: values without quotes (`"x": +7903…`), empty values (`"x": ,`), superfluous or
//! missing commas between members, raw line breaks and unescaped quotes inside strings, variables left
//! standing (`{{x}}`). A body that breaks off is refused: its last value may be cut.

mod cursor;
mod quoted;
mod tolerant;

use serde_json::Value;

/// Reads JSON.
///
/// # Errors
/// Where strict reading stopped, when the tolerant pass could make no sense of the text either.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text)
        .or_else(|strict| tolerant::parse(text).ok_or_else(|| strict.to_string()))
}
