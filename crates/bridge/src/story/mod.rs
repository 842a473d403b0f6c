//! The journal in words.

mod deals;
mod events;

use domain::Failure;
use domain::calls::{CallNote, CardStage, Direction};
use domain::chats::ChatNote;
use domain::deals::DealNote;
use domain::leads::LeadNote;
use domain::text::Lang;
use engine::journal::Note;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::calls::CallEffect;
use crate::chats::{ChatEffect, MirrorEffect};
use crate::click_to_call::ClickNote;
use crate::deals::DealEffect;
use crate::draft::REPORT_FAILED;
use crate::entities::EntityEffect;
use crate::personal_manager::ManagerNote;
use crate::reconcile::ReconcileNote;

/// A note as a sentence.
pub fn note_text(note: &Note, lang: Lang) -> String {
    let data = &note.data;
    let text = match note.kind.as_str() {
        "call" => call_text(data, lang),
        "lead" => parsed::<LeadNote>(data).map(|note| note.text(lang)),
        "chat" => parsed::<ChatNote>(data).map(|note| note.text(lang)),
        "deal" => parsed::<DealNote>(data).map(|note| note.text(lang)),
        "click" => parsed::<ClickNote>(data).map(|note| note.text(lang)),
        "reconcile" => parsed::<ReconcileNote>(data).map(|note| note.text(lang)),
        "manager" => parsed::<ManagerNote>(data).map(|note| note.text(lang)),
        "received" => Some(received(data, lang)),
        "sent" | "found" | "again" | "not_found" | "unknown" | "dead" => {
            write_text(&note.kind, data, lang)
        }
        REPORT_FAILED => failure_text(
            data,
            lang,
            "Отчёт UIS прочитать не удалось",
            "The UIS report could not be read",
        ),
        "step_again" => failure_text(data, lang, "Обработка отложена", "The step is put off"),
        "event_dead" => failure_text(data, lang, "Событие не обработано", "The event was given up"),
        "replayed" => Some(by_whom(data, lang, "Обработано заново", "Worked off once more")),
        "filter_set_aside" => Some(by_whom(
            data,
            lang,
            "Обработано без учёта фильтра",
            "Worked off with the filter set aside",
        )),
        "retried" => Some(by_whom(data, lang, "Невыполненное повторено", "Tried again")),
        "sent_anyway" => Some(by_whom(
            data,
            lang,
            "Отправлено без проверки, нет ли уже такого",
            "Sent without looking whether it is there already",
        )),
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
            "Заявка сохранена прежней версией и ждёт очереди; если раздел «Заявки» включён, она будет обработана",
            "The lead was kept by an older version and waits for its turn; it will be handled if leads are switched on",
        )),
        _ => call_text(reason, lang)
            .or_else(|| parsed::<LeadNote>(reason).map(|note| note.text(lang)))
            .or_else(|| parsed::<ChatNote>(reason).map(|note| note.text(lang)))
            .or_else(|| parsed::<DealNote>(reason).map(|note| note.text(lang)))
            .or_else(|| parsed::<ClickNote>(reason).map(|note| note.text(lang))),
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
    match events::told(event) {
        Some((ru, en)) => format!("{}{again}", choose(lang, ru, en)),
        None => format!("{event}{again}"),
    }
}

/// What somebody had done, and who.
fn by_whom(data: &Value, lang: Lang, ru: &str, en: &str) -> String {
    let done = choose(lang, ru, en);
    match data.get("by").and_then(Value::as_str).filter(|by| !by.is_empty()) {
        Some(by) => format!("{done}: {by}"),
        None => done,
    }
}

/// «раза» or «раз» after the number.
fn times(number: i64) -> &'static str {
    let few = (2..=4).contains(&(number % 10)) && !(12..=14).contains(&(number % 100));
    if few { "раза" } else { "раз" }
}

fn write_text(kind: &str, data: &Value, lang: Lang) -> Option<String> {
    let what = data.get("what")?;
    let (system, what) = if let Some(effect) = parsed::<CallEffect>(what) {
        (choose(lang, "Планфикс", "Planfix"), effect_text(&effect, lang))
    } else if let Some(effect) = parsed::<DealEffect>(what) {
        ("UIS".to_owned(), deals::deal_text(&effect, lang))
    } else {
        let effect = parsed::<ChatEffect>(what)?;
        let is_planfixs = matches!(effect, ChatEffect::Mirror(_));
        let system = if is_planfixs {
            choose(lang, "Планфикс", "Planfix")
        } else {
            "UIS".to_owned()
        };
        (system, chat_effect_text(&effect, lang))
    };
    let outcome = data.get("outcome").unwrap_or(&Value::Null);
    let failure = failure_of(outcome).map(|failure| failure.to_string()).unwrap_or_default();
    Some(match (kind, lang) {
        ("sent", Lang::Ru) => format!("{system} принял: {what}"),
        ("sent", Lang::En) => format!("{system} accepted: {what}"),
        ("found", Lang::Ru) => format!("Проверено, в Планфиксе есть: {what}"),
        ("found", Lang::En) => format!("Looked up, Planfix has it: {what}"),
        ("not_found", Lang::Ru) => format!("Проверено, в Планфиксе нет, отправится снова: {what}"),
        ("not_found", Lang::En) => format!("Looked up, not in Planfix, will be sent again: {what}"),
        ("again", Lang::Ru) => format!("Не удалось, будет повторено: {what}. {failure}"),
        ("again", Lang::En) => format!("Failed, will be repeated: {what}. {failure}"),
        ("unknown", Lang::Ru) => {
            format!("Неизвестно, принято ли, будет проверено: {what}. {failure}")
        }
        ("unknown", Lang::En) => {
            format!("Unknown whether accepted, will be looked up: {what}. {failure}")
        }
        (_, Lang::Ru) => format!("Отправить не удалось: {what}. {failure}"),
        (_, Lang::En) => format!("Given up: {what}. {failure}"),
    })
}

fn effect_text(effect: &CallEffect, lang: Lang) -> String {
    let ru = lang == Lang::Ru;
    match effect {
        CallEffect::Card { card } => {
            let number = &card.short_number;
            let stage = match (&card.stage, card.direction) {
                (CardStage::Ringing, Direction::In) => "INCOMING".to_owned(),
                (CardStage::Ringing, Direction::Out) => "OUTGOING".to_owned(),
                (CardStage::Accepted, _) => "ACCEPTED".to_owned(),
                (CardStage::Talked { seconds, .. }, _) if ru => {
                    format!("COMPLETED/Success, {seconds} с")
                }
                (CardStage::Talked { seconds, .. }, _) => format!("COMPLETED/Success, {seconds} s"),
                (CardStage::Cancelled, _) => "COMPLETED/Cancelled".to_owned(),
                (CardStage::NotTalked { reason }, _) => {
                    format!("COMPLETED/{}", reason.status())
                }
            };
            if ru {
                format!("карточка {number}: {stage}")
            } else {
                format!("card {number}: {stage}")
            }
        }
        CallEffect::Record { .. } => choose(lang, "запись разговора", "the recording"),
        CallEffect::Entity(effect) => entity_text(effect, ru),
    }
}

fn chat_effect_text(effect: &ChatEffect, lang: Lang) -> String {
    match effect {
        ChatEffect::Say { .. } => choose(lang, "сообщение посетителю", "a message to the visitor"),
        ChatEffect::Transfer { .. } => choose(lang, "передача чата", "handing the chat over"),
        ChatEffect::Close { .. } => choose(lang, "закрытие чата", "closing the chat"),
        ChatEffect::Mirror(effect) => mirror_text(effect, lang),
        ChatEffect::Entity(effect) => entity_text(effect, lang == Lang::Ru),
    }
}

fn mirror_text(effect: &MirrorEffect, lang: Lang) -> String {
    match effect {
        MirrorEffect::MirrorMessage { .. } => {
            choose(lang, "сообщение в задачу чата", "a message for the chat's task")
        }
        MirrorEffect::MirrorContact { .. } => {
            choose(lang, "данные посетителя для Планфикса", "the visitor's data for Planfix")
        }
        MirrorEffect::MirrorStatus { .. } => {
            choose(lang, "статус сообщения для Планфикса", "a message's status for Planfix")
        }
    }
}

fn entity_text(effect: &EntityEffect, ru: bool) -> String {
    match effect {
        EntityEffect::Contact { contact } if ru => format!("контакт «{}»", contact.name),
        EntityEffect::Contact { contact } => format!("contact “{}”", contact.name),
        EntityEffect::ContactFields { contact, .. } if ru => format!("поля контакта {contact}"),
        EntityEffect::ContactFields { contact, .. } => format!("fields of contact {contact}"),
        EntityEffect::Task { task } if ru => format!("задача «{}»", task.name),
        EntityEffect::Task { task } => format!("task “{}”", task.name),
        EntityEffect::TaskPatch { task, .. } if ru => format!("изменение задачи {task}"),
        EntityEffect::TaskPatch { task, .. } => format!("a change to task {task}"),
        EntityEffect::TaskComment { task, .. } if ru => format!("комментарий к задаче {task}"),
        EntityEffect::TaskComment { task, .. } => format!("a comment to task {task}"),
    }
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
