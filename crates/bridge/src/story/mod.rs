//! The journal in words.

mod writes;

use domain::Failure;
use domain::calls::CallNote;
use domain::deals::DealNote;
use domain::text::Lang;
use engine::journal::Note;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::calls;
use crate::click_to_call::ClickNote;
use crate::personal_manager::ManagerNote;
use crate::reconcile::ReconcileNote;

/// A note as a sentence.
pub fn note_text(note: &Note, lang: Lang) -> String {
    let data = &note.data;
    let text = match note.kind.as_str() {
        "call" => call_text(data, lang),
        "click" => parsed::<ClickNote>(data).map(|note| note.text(lang)),
        "deal" => parsed::<DealNote>(data).map(|note| note.text(lang)),
        "reconcile" => parsed::<ReconcileNote>(data).map(|note| note.text(lang)),
        "manager" => parsed::<ManagerNote>(data).map(|note| note.text(lang)),
        "received" => Some(received(data, lang)),
        "sent" | "found" | "again" | "not_found" | "unknown" | "dead" => {
            writes::write_text(&note.kind, data, lang)
        }
        calls::REPORT_FAILED => failure_text(
            data,
            lang,
            "Отчёт UIS прочитать не удалось",
            "The UIS report could not be read",
        ),
        "step_again" => failure_text(data, lang, "Обработка отложена", "The step is put off"),
        "event_dead" => failure_text(data, lang, "Событие не обработано", "The event was given up"),
        "replayed" => Some(choose(lang, "Обработано заново", "Worked off once more")),
        "unreadable" => reason_text(data.get("reason").unwrap_or(&Value::Null), lang),
        _ => None,
    };
    text.unwrap_or_else(|| format!("{}: {data}", note.kind))
}

/// Why a communication stands as it does; `None` when nothing is to be said.
pub fn reason_text(reason: &Value, lang: Lang) -> Option<String> {
    match reason.get("note").and_then(Value::as_str).unwrap_or_default() {
        "unreadable" => {
            let key = choose(lang, "ru", "en");
            reason.get(key)?.as_str().map(str::to_owned)
        }
        "lead_kept" => Some(choose(
            lang,
            "Заявка сохранена; она будет обработана, когда её раздел будет включён",
            "The lead is kept; it will be handled when its section is there",
        )),
        _ => call_text(reason, lang)
            .or_else(|| parsed::<ClickNote>(reason).map(|note| note.text(lang)))
            .or_else(|| parsed::<DealNote>(reason).map(|note| note.text(lang))),
    }
}

fn call_text(data: &Value, lang: Lang) -> Option<String> {
    parsed::<CallNote>(data).map(|note| note.text(lang))
}

fn parsed<T: DeserializeOwned>(data: &Value) -> Option<T> {
    serde_json::from_value(data.clone()).ok()
}

fn received(data: &Value, lang: Lang) -> String {
    let event = data.get("event").and_then(Value::as_str).unwrap_or_default();
    let copies = data.get("copies").and_then(Value::as_i64).unwrap_or(1);
    let again = match (copies, lang) {
        (..=1, _) => String::new(),
        (_, Lang::Ru) => format!(" (пришло {copies} {}, учтено один)", times(copies)),
        (_, Lang::En) => format!(" (came {copies} times, counted once)"),
    };
    let from = match event {
        "clicked" => "Planfix: makeCall".to_owned(),
        "click_ended" => "UIS: start.employee_call".to_owned(),
        "deal_told" => choose(
            lang,
            "Планфикс: сценарий сообщил о задаче",
            "Planfix: a scenario told of the task",
        ),
        "deal_backfill" => {
            choose(lang, "Загрузка существующих задач", "The load of existing tasks")
        }
        "call_reported" => "UIS: get.calls_report".to_owned(),
        _ => return format!("UIS: {event}{again}"),
    };
    format!("{from}{again}")
}

/// «раза» or «раз» after the number.
fn times(number: i64) -> &'static str {
    let few = (2..=4).contains(&(number % 10)) && !(12..=14).contains(&(number % 100));
    if few { "раза" } else { "раз" }
}

fn failure_text(data: &Value, lang: Lang, ru: &str, en: &str) -> Option<String> {
    failure_of(data).map(|failure| format!("{}: {failure}", choose(lang, ru, en)))
}

fn failure_of(data: &Value) -> Option<Failure> {
    serde_json::from_value(data.get("failure")?.clone()).ok()
}

fn choose(lang: Lang, ru: &str, en: &str) -> String {
    match lang {
        Lang::Ru => ru.to_owned(),
        Lang::En => en.to_owned(),
    }
}
