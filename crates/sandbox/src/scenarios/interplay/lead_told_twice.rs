//! A lead is told of by the site itself and by the report.

use super::{Group, Interplay, Text};
use crate::uis::Lead;
use crate::uis::notify::{Kind, Template};

pub(super) const INTERPLAY: Interplay = Interplay {
    id: "lead-told-twice",
    group: Group::Leads,
    title: Text {
        ru: "Заявка с сайта и из отчёта",
        en: "A lead from the site and from the report",
    },
    sees: Text {
        ru: "Сайт сам прислал заявку сразу, а потом её показал отчёт UIS: это одна заявка и одна задача, отчёт лишь дополняет её. С этого сценария сайт присылает и следующие заявки.",
        en: "The site sends the lead at once, then the report of UIS shows it: one lead and one task, to which the report only adds. From this scenario on the site sends further leads too.",
    },
    phone: "79031000046",
    begins: |sandbox, phone| {
        Box::pin(async move {
            sandbox.uis().configure(|settings| {
                settings.templates.entry(Kind::Lead).or_insert(Template::usual(Kind::Lead));
            });
            let lead = Lead::of("Яна Крылова").phone(&phone).says("Доставка в Химки есть?");
            Ok(sandbox.uis().lead_steps(&lead))
        })
    },
    fault: None,
};
