//! YAML text to a JSON value and back.

use domain::text::Lang;
use serde_json::Value;

/// The text is not YAML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::Ru))]
pub struct YamlError {
    /// Line, from 1; 0 when unknown.
    pub line: u64,
    /// Column, from 1; 0 when unknown.
    pub column: u64,
    /// What is wrong there.
    pub message: String,
}

impl YamlError {
    /// Where and what, for people. What is wrong is always told in the reader's own English.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let Self { line, column, message } = self;
        match (line, lang) {
            (0, _) => message.clone(),
            (_, Lang::Ru) => format!("строка {line}, позиция {column}: {message}"),
            (_, Lang::En) => format!("line {line}, column {column}: {message}"),
        }
    }
}

/// Reads one YAML document. Repeated keys are refused, and so are anchors that would blow up.
pub(super) fn read(text: &str) -> Result<Value, YamlError> {
    serde_saphyr::from_str(text).map_err(|error| {
        let plain = error.without_snippet();
        let (line, column) =
            plain.location().map_or((0, 0), |place| (place.line(), place.column()));
        YamlError { line, column, message: words(&plain.to_string()).to_owned() }
    })
}

/// What the reader says, without the place, which we tell ourselves, and without its advice to programmers.
fn words(message: &str) -> &str {
    let end = [", set DuplicateKeyPolicy", "; use from_str_multiple", " at line "]
        .iter()
        .filter_map(|tail| message.find(tail))
        .min()
        .unwrap_or(message.len());
    message.get(..end).unwrap_or(message)
}

/// Writes a value as YAML.
pub(super) fn write(value: &Value) -> Result<String, YamlError> {
    serde_saphyr::to_string(value).map_err(|error| YamlError {
        line: 0,
        column: 0,
        message: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_written_reads_back_the_same() {
        let value = json!({
            "name": "romashka", "empty": [], "nothing": null, "yes": true, "number": 12,
            "looks_like_a_number": "74950236854", "looks_like_a_flag": "no",
            "template": "Звонок от {{contact_phone_number}}", "nested": [{"any": [{"all": []}]}],
        });
        assert_eq!(read(&write(&value).unwrap()).unwrap(), value);
    }

    #[test]
    fn a_slip_is_reported_with_its_line() {
        let error = read("name: romashka\ntitle: \"не закрыто\nx: 1\n").unwrap_err();
        assert!(error.line >= 2, "{error}");
        assert!(error.to_string().starts_with("строка "), "{error}");
    }

    #[test]
    fn a_slip_is_told_in_english_too() {
        let error = read("name: a\n---\nname: b\n").unwrap_err();
        assert_eq!(error.text(Lang::En), "line 3, column 1: multiple YAML documents detected");
    }

    #[test]
    fn a_repeated_key_is_refused() {
        let error = read("name: a\nname: b\n").unwrap_err();
        assert_eq!(error.to_string(), "строка 2, позиция 1: duplicate mapping key: name");
    }
}
