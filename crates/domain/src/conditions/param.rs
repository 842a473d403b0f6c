//! What a condition can look at.

use serde::{Deserialize, Serialize};

use crate::flow::Flow;
use crate::text::Lang;

/// A parameter of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Param {
    /// «Виртуальный номер».
    VirtualNumber,
    /// «Название сценария».
    Scenario,
    /// «Сайт».
    Site,
    /// «Источник».
    Source,
    /// «Рекламная кампания».
    Campaign,
    /// «Сотрудник».
    Employee,
    /// «Тег».
    Tag,
    /// «Форма».
    Form,
    /// «Канал».
    Channel,
}

impl Param {
    /// The parameters that conditions on the kind of communication may use.
    pub fn of(flow: Flow) -> &'static [Self] {
        match flow {
            Flow::Call => &[
                Self::VirtualNumber,
                Self::Scenario,
                Self::Site,
                Self::Source,
                Self::Campaign,
                Self::Employee,
                Self::Tag,
            ],
            Flow::Lead => &[Self::Site, Self::Source, Self::Campaign, Self::Form],
            Flow::Chat => &[Self::Site, Self::Channel, Self::Tag, Self::Campaign, Self::Source],
        }
    }

    /// The word of the settings file.
    pub fn name(self) -> &'static str {
        match self {
            Self::VirtualNumber => "virtual_number",
            Self::Scenario => "scenario",
            Self::Site => "site",
            Self::Source => "source",
            Self::Campaign => "campaign",
            Self::Employee => "employee",
            Self::Tag => "tag",
            Self::Form => "form",
            Self::Channel => "channel",
        }
    }

    /// The variables of a communication that name the thing: people write the one they know.
    pub fn variables(self) -> &'static [&'static str] {
        match self {
            Self::VirtualNumber => &["virtual_phone_number"],
            Self::Scenario => &["scenario_name", "scenario_id"],
            Self::Site => &["site_domain_name", "site_id", "site_name"],
            Self::Source => &["source_name", "source_new", "source_id", "source"],
            Self::Campaign => &["campaign_name", "campaign_id"],
            Self::Employee => &["employee_full_name", "employee_id"],
            Self::Tag => &["tags"],
            Self::Form => &["form_name", "form_type"],
            Self::Channel => &["chat_channel_name", "chat_channel_type", "chat_channel_id"],
        }
    }

    /// What people call it.
    pub fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::VirtualNumber, Lang::Ru) => "Виртуальный номер",
            (Self::VirtualNumber, Lang::En) => "Virtual number",
            (Self::Scenario, Lang::Ru) => "Сценарий",
            (Self::Scenario, Lang::En) => "Scenario",
            (Self::Site, Lang::Ru) => "Сайт",
            (Self::Site, Lang::En) => "Site",
            (Self::Source, Lang::Ru) => "Источник",
            (Self::Source, Lang::En) => "Source",
            (Self::Campaign, Lang::Ru) => "Рекламная кампания",
            (Self::Campaign, Lang::En) => "Campaign",
            (Self::Employee, Lang::Ru) => "Сотрудник",
            (Self::Employee, Lang::En) => "Employee",
            (Self::Tag, Lang::Ru) => "Тег",
            (Self::Tag, Lang::En) => "Tag",
            (Self::Form, Lang::Ru) => "Форма",
            (Self::Form, Lang::En) => "Form",
            (Self::Channel, Lang::Ru) => "Канал",
            (Self::Channel, Lang::En) => "Channel",
        }
    }
}
