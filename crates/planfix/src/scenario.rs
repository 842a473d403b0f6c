//! What an automatic scenario of Planfix sends («Послать HTTP-запрос»): a body that a person wrote, with
//! the task's number in `task_id`.
//!
//! Planfix puts values into JSON as they are, so a quotation mark in a name breaks it (help,
//! «HTTP-запросы»). The number alone matters: it is found in whatever is left of the body, as long as
//! nothing else could be meant.

use std::collections::BTreeSet;

use domain::ids::TaskId;
use serde_json::Value;
use url::form_urlencoded;

/// The parameter that holds the number.
const NAME: &str = "task_id";
/// The longest number, digits.
const LONGEST: usize = 15;

/// Why no task could be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no `task_id`.
    Missing,
    /// `task_id` holds no number.
    NoNumber,
    /// Several different numbers could be meant.
    Ambiguous,
}

impl Unreadable {
    /// What to change in Planfix, Russian.
    pub fn russian(self) -> &'static str {
        match self {
            Self::Missing => {
                "В запросе нет параметра task_id: добавьте его в сценарий Планфикса со значением {{Задача.Номер}}"
            }
            Self::NoNumber => {
                "В task_id не номер задачи: значение параметра в сценарии Планфикса должно быть {{Задача.Номер}}"
            }
            Self::Ambiguous => {
                "В запросе несколько разных task_id: оставьте в сценарии Планфикса один, {{Задача.Номер}}"
            }
        }
    }

    /// The same in English.
    pub fn english(self) -> &'static str {
        match self {
            Self::Missing => {
                "there is no task_id; add it to the scenario in Planfix with the value {{Задача.Номер}}"
            }
            Self::NoNumber => {
                "task_id holds no task number; its value in the scenario must be {{Задача.Номер}}"
            }
            Self::Ambiguous => "several different task_id; leave one, {{Задача.Номер}}",
        }
    }
}

/// The task a request tells of: by its JSON, its form or its address; else by what can be made out.
///
/// # Errors
/// When no number can be made out.
pub fn task_of(query: Option<&str>, body: &[u8]) -> Result<TaskId, Unreadable> {
    let text = String::from_utf8_lossy(body);
    let query = query.unwrap_or_default();
    let strict = of_json(&text).or_else(|| of_form(&text)).or_else(|| of_form(query));
    match strict.map(|value| number(&value)) {
        Some(Some(task)) => Ok(task),
        Some(None) => Err(Unreadable::NoNumber),
        None => made_out(&text),
    }
}

fn of_json(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    match value.get(NAME)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        other => Some(other.to_string()),
    }
}

fn of_form(text: &str) -> Option<String> {
    if text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut pairs = form_urlencoded::parse(text.as_bytes());
    pairs.find(|(name, _)| name == NAME).map(|(_, value)| value.into_owned())
}

/// `2001`, `2001.0`; a task's number is never 0.
fn number(text: &str) -> Option<TaskId> {
    let text = text.trim();
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let plain =
        !digits.is_empty() && digits.len() <= LONGEST && digits.chars().all(|c| c.is_ascii_digit());
    let number: i64 = digits.parse().ok().filter(|_| plain)?;
    (number > 0).then_some(TaskId(number))
}

/// The number behind `task_id` in a text that is neither JSON nor a form any more.
fn made_out(text: &str) -> Result<TaskId, Unreadable> {
    let mut found = BTreeSet::new();
    let mut named = false;
    for (at, _) in text.match_indices(NAME) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        named = true;
        let rest = text.get(at + NAME.len()..).unwrap_or_default();
        let value = rest.trim_start_matches(['"', '\'', '\\', ':', '=', ' ', '\t', '\r', '\n']);
        let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
        let joined = rest.len() == value.len();
        let goes_on = value.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if let Some(task) = value.get(..end).filter(|_| !joined && !goes_on).and_then(number) {
            found.insert(task);
        }
    }
    match (found.pop_first(), found.is_empty(), named) {
        (Some(task), true, _) => Ok(task),
        (Some(_), false, _) => Err(Unreadable::Ambiguous),
        (None, _, true) => Err(Unreadable::NoNumber),
        (None, _, false) => Err(Unreadable::Missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<TaskId, Unreadable> {
        task_of(None, body.as_bytes())
    }

    #[test]
    fn json_forms_and_addresses_are_read_with_the_number_as_number_or_text() {
        for body in [
            r#"{"task_id": 2001}"#,
            r#"{"task_id": "2001"}"#,
            r#"{"name": "task_id: 7", "task_id": " 2001 "}"#,
            "task_id=2001",
            "name=%D0%A0%D0%BE%D0%B7%D1%8B&task_id=2001",
        ] {
            assert_eq!(read(body), Ok(TaskId(2001)), "{body}");
        }
        assert_eq!(task_of(Some("task_id=2001"), b""), Ok(TaskId(2001)));
    }

    #[test]
    fn in_a_broken_body_the_number_is_found_when_nothing_else_can_be_meant() {
        for body in [
            r#"{"name":"Букет "Весна"","task_id":"2001"}"#,
            "{\"task_id\":2001,\"name\":\"две\nстроки\"",
            "{'task_id': '2001'}",
            r#"```json {"task_id":"2001"} ```"#,
            r#"{"task_id":"2001","name":"„"","task_id":"2001"}"#,
        ] {
            assert_eq!(read(body), Ok(TaskId(2001)), "{body}");
        }
    }

    #[test]
    fn what_can_not_be_read_says_why() {
        for (body, why) in [
            ("", Unreadable::Missing),
            ("привет", Unreadable::Missing),
            (r#"{"id": 5}"#, Unreadable::Missing),
            (r#"{"my_task_id": 5"#, Unreadable::Missing),
            (r#"{"task_id": null}"#, Unreadable::NoNumber),
            (r#"{"task_id": "{{Задача.Номер}}"}"#, Unreadable::NoNumber),
            (r#"{"task_id": 0}"#, Unreadable::NoNumber),
            (r#"{"task_id": "12a"}"#, Unreadable::NoNumber),
            (r#"{"task_id": 99999999999999999999}"#, Unreadable::NoNumber),
            (r#"{"task_id":"5","name":""x","task_id":"6"}"#, Unreadable::Ambiguous),
        ] {
            assert_eq!(read(body), Err(why), "{body}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_body_makes_it_fall_over(body: Vec<u8>) {
            if let Ok(task) = task_of(None, &body) {
                proptest::prop_assert!(task.0 > 0);
            }
        }
    }
}
