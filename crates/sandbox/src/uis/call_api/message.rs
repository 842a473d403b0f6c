//! What somebody hears in the course of a call: a sound file or a text read aloud.

use serde_json::{Map, Value};

use crate::uis::company::Company;
use crate::uis::rpc::{ApiError, Param, Shape};

/// The longest text that is read aloud, in characters; depends on the tariff.
const LONGEST_TEXT: usize = 500;

/// The members of a message.
pub(super) const MESSAGE: Shape = Shape::Object(&[
    Param::required("type", Shape::OneOf(&["media", "tts"])),
    Param::required("value", Shape::Text),
]);

/// Refuses a message that cannot be played; one that is not there is none.
pub(super) fn refuse_unplayable(
    company: &Company,
    params: &Map<String, Value>,
    name: &str,
) -> Result<(), ApiError> {
    let Some(message) = params.get(name).filter(|message| message.is_object()) else {
        return Ok(());
    };
    let text = |member: &str| message.get(member).and_then(Value::as_str).unwrap_or_default();
    let (field, value) = (format!("{name}.value"), text("value"));
    match text("type") {
        "tts" if value.chars().count() > LONGEST_TEXT => Err(ApiError::tts_text_exceeded(&field)),
        "tts" => Ok(()),
        _ if value.parse().is_ok_and(|id| company.media_files.contains(&id)) => Ok(()),
        _ => Err(ApiError::media_file_not_found(&field, &Value::from(value))),
    }
}
