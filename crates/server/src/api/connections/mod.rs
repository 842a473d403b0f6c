//! Connections.

pub(crate) mod check;
pub(crate) mod choices;
pub(crate) mod create;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod rehearse;
mod saved;
pub(crate) mod show;
pub(crate) mod state;
pub(crate) mod update;
pub(crate) mod urls;
pub(crate) mod versions;

use cabinet::alerts::NotUsable;
use cabinet::connections::Complaint;
use domain::ids::ConnectionName;
use domain::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use super::text::Text;
use crate::problem::Problem;

/// Something to mend in settings before they can be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct SettingsProblem {
    /// Where in the settings.
    #[schema(example = "telephony.responsibles.incoming.default")]
    path: String,
    /// A stable word for the kind.
    #[schema(example = "required")]
    code: &'static str,
    /// What is wrong, in Russian.
    ru: String,
    /// What is wrong, in English.
    en: String,
}

impl SettingsProblem {
    pub(crate) fn of(complaint: &Complaint) -> Self {
        let Text { ru, en } = Text::of(|lang: Lang| complaint.text(lang));
        Self { path: complaint.path().to_owned(), code: complaint.code(), ru, en }
    }

    /// Of the settings of alerts.
    pub(crate) fn of_alerts(wrong: NotUsable) -> Self {
        let NotUsable { place, russian, english } = wrong;
        Self { path: place.to_owned(), code: "not_usable", ru: russian, en: english }
    }
}

/// The name in an address.
fn name(text: &str) -> Result<ConnectionName, Problem> {
    ConnectionName::parse(text).map_err(|_| Problem::not_found("Такого соединения нет"))
}
