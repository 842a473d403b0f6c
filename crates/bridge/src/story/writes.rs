//! What was written to the outside systems, in words.

use domain::calls::{CardStage, Direction};
use domain::deals::StageKind;
use domain::text::Lang;
use serde::Deserialize as _;
use serde_json::Value;

use super::{choose, failure_of};
use crate::calls::CallEffect;
use crate::deals::DealEffect;

/// A note of the engine about a write, as a sentence.
pub(super) fn write_text(kind: &str, data: &Value, lang: Lang) -> Option<String> {
    let (who, place, what) = described(data.get("what")?, lang)?;
    let outcome = data.get("outcome").unwrap_or(&Value::Null);
    let failure = failure_of(outcome).map(|failure| failure.to_string()).unwrap_or_default();
    Some(match (kind, lang) {
        ("sent", Lang::Ru) => format!("{who} принял: {what}"),
        ("sent", Lang::En) => format!("{who} accepted: {what}"),
        ("found", Lang::Ru) => format!("Проверено, {place} есть: {what}"),
        ("found", Lang::En) => format!("Looked up, {who} has it: {what}"),
        ("not_found", Lang::Ru) => format!("Проверено, {place} нет, отправится снова: {what}"),
        ("not_found", Lang::En) => format!("Looked up, not in {who}, will be sent again: {what}"),
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

/// To whom a write goes, where it is then, and what it is.
fn described(what: &Value, lang: Lang) -> Option<(String, &'static str, String)> {
    if let Ok(effect) = CallEffect::deserialize(what) {
        return Some((
            choose(lang, "Планфикс", "Planfix"),
            "в Планфиксе",
            effect_text(&effect, lang),
        ));
    }
    let effect = DealEffect::deserialize(what).ok()?;
    Some(("UIS".to_owned(), "в UIS", deal_text(&effect, lang)))
}

fn deal_text(effect: &DealEffect, lang: Lang) -> String {
    let ru = lang == Lang::Ru;
    match effect {
        DealEffect::Funnel { funnel } => {
            let open = funnel.stages.iter().filter(|stage| stage.kind == StageKind::InProcess);
            let (name, open) = (&funnel.name, open.count());
            if ru {
                format!("воронка «{name}», этапов в работе: {open}")
            } else {
                format!("funnel “{name}”, stages in process: {open}")
            }
        }
        DealEffect::Contact { contact } if ru => format!("контакт сделки «{}»", contact.name),
        DealEffect::Contact { contact } => format!("the deal's contact “{}”", contact.name),
        DealEffect::Employee { employee } if ru => {
            format!("сотрудник сделки «{}»", employee.name)
        }
        DealEffect::Employee { employee } => format!("the deal's employee “{}”", employee.name),
        DealEffect::Row { row, .. } => {
            let (stage, revenue, at) = (&row.stage_name, row.revenue, row.stage_since);
            if ru {
                format!("сделка: этап «{stage}» с {at}, сумма {revenue}")
            } else {
                format!("the deal: stage “{stage}” since {at}, amount {revenue}")
            }
        }
        DealEffect::Superseded { .. } => choose(
            lang,
            "прежняя строка сделки заменена новой",
            "an older row of the deal, which a newer one stands for",
        ),
    }
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
        CallEffect::Task { task } if ru => format!("задача «{}»", task.name),
        CallEffect::Task { task } => format!("task “{}”", task.name),
        CallEffect::TaskPatch { task, .. } if ru => format!("изменение задачи {task}"),
        CallEffect::TaskPatch { task, .. } => format!("a change to task {task}"),
        CallEffect::ContactFields { contact, .. } if ru => format!("поля контакта {contact}"),
        CallEffect::ContactFields { contact, .. } => format!("fields of contact {contact}"),
    }
}
