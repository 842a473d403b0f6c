//! Fields are missing, `null`, empty, or numbers are texts.

use super::{Group, Scenario, Text, texts};
use crate::uis::Script;
use crate::uis::notify::Tricks;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "road-odd-fields",
    group: Group::Road,
    title: Text { ru: "Странные поля", en: "Odd fields" },
    sees: Text {
        ru: "Имён сотрудника нет, сценарий null, внешний id пустой, числа строками: результат тот же, что у обычного звонка.",
        en: "No employee names, a null scenario, an empty external id, numbers as texts: the result is that of a plain call.",
    },
    phone: "79031000023",
    calls: |phone| {
        vec![(0, Script::incoming(phone).rings("101").answered_by("101").talks_secs(22).recorded())]
    },
    tricks: Some(|| Tricks {
        omit: texts(&["employee_full_name", "communication_number"]),
        null: texts(&["scenario_name", "tag_names"]),
        empty: texts(&["external_id", "contact_full_name"]),
        numbers_as_texts: true,
        ..Tricks::default()
    }),
};
