//! What UIS is told of a deal, in words.

use domain::deals::StageKind;
use domain::text::Lang;

use super::choose;
use crate::deals::DealEffect;

/// A write of a deal.
pub(super) fn deal_text(effect: &DealEffect, lang: Lang) -> String {
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
            let (stage, revenue) = (&row.stage_name, row.revenue);
            let at = row.stage_since.strftime("%d.%m.%Y %H:%M:%S");
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
