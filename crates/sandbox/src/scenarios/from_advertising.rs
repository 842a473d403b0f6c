//! An advertising campaign brought the caller.

use super::{Group, Scenario, Text};
use crate::uis::Script;
use crate::uis::romashka::BOUQUETS_CAMPAIGN;

pub(super) const SCENARIO: Scenario = Scenario {
    id: "from-advertising",
    group: Group::Incoming,
    title: Text { ru: "Звонок с рекламы", en: "A call from advertising" },
    sees: Text {
        ru: "В задаче видны кампания «Яндекс.Директ: букеты», utm-метки и сайт: они приходят из отчёта UIS после звонка.",
        en: "The task shows the campaign, the utm marks and the site: they come from the report of UIS after the call.",
    },
    phone: "79031000005",
    calls: |phone| {
        let call = Script::incoming(phone).rings("102").answered_by("102").talks_secs(51);
        vec![(0, call.from_campaign(BOUQUETS_CAMPAIGN).tagged("Целевой").recorded())]
    },
    tricks: None,
};
