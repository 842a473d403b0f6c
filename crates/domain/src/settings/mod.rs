//! The settings of a connection: one UIS account joined to one Planfix account.
//!
//! The names are the keys of the settings file. [`Settings::read`] takes what a person wrote and tells
//! every mistake at once; what it lets through needs no further checking.

mod callback_auth;
mod conditions;
mod credentials;
mod deals;
mod employees;
mod fields;
mod handling;
mod needs;
mod problem;
mod reader;
mod responsibles;
mod secret;
mod secrets;
mod telephony;
mod text;
mod timezone;
mod writer;

pub use callback_auth::CallbackAuth;
pub use credentials::{
    ChatApi, Credentials, PlanfixChat, PlanfixRest, PlanfixTelephony, TokenApi, Uis,
};
pub use deals::Deals;
pub use employees::{Employees, Pair};
pub use fields::{FieldRule, Fields};
pub use handling::{
    CallAssign, FirstCallCreate, FirstTextCreate, Handling, RepeatCreate, TextAssign,
};
pub use problem::{Because, Expected, Problem, ProblemKind};
pub use responsibles::{Choice, OpenRule, Responsibles, Rule};
pub use secret::Secret;
pub use secrets::SecretPath;
pub use telephony::{
    CallFieldRule, CallFilter, CallHandling, CallResponsibles, CallTemplates, ClickToCall,
    IncomingCalls, OutgoingCalls, Telephony,
};
pub use text::{
    Chats, CreateOn, Leads, Text, TextFilter, TextHandling, TextResponsibles, TextRules,
    TextTemplates,
};
pub use timezone::Timezone;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::ids::ConnectionName;
use reader::{Cursor, Object, Problems, connection_name, text, timezone};
use writer::section;

/// Everything that can be set for a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The connection's name on the command line and in addresses.
    pub name: ConnectionName,
    /// What people call it; the name when left out.
    pub title: String,
    /// Time zone of the UIS account; Moscow when left out.
    pub timezone: Timezone,
    /// «Учётные данные».
    pub credentials: Credentials,
    /// «Синхронизация сотрудников».
    pub employees: Employees,
    /// «Телефония».
    pub telephony: Telephony,
    /// «Текстовые коммуникации».
    pub text: Text,
    /// «Сделки».
    pub deals: Deals,
}

impl Settings {
    /// Reads settings that a person wrote. A section that is left out is switched off.
    ///
    /// # Errors
    /// Every mistake there is, in the order of the file.
    pub fn read(value: &Value) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let settings = Cursor::root(value, &problems).object(Self::read_sections);
        let mut problems = problems.into_vec();
        match settings {
            None => Err(problems),
            Some(settings) => {
                problems.extend(needs::missing_blocks(&settings, value));
                if problems.is_empty() { Ok(settings) } else { Err(problems) }
            }
        }
    }

    fn read_sections(object: &Object<'_>) -> Option<Self> {
        let name = object.required("name", connection_name);
        let title = object.optional("title", text);
        let timezone = object.or("timezone", timezone, || Some(Timezone::default()));
        let credentials = object.section("credentials", Credentials::read);
        let employees = object.section("employees", Employees::read);
        let telephony = object.optional("telephony", |at| at.object(Telephony::read));
        let text = object.section("text", Text::read);
        let deals = object.section("deals", Deals::read);
        let name = name?;
        Some(Self {
            title: title.unwrap_or_else(|| name.as_str().to_owned()),
            name,
            timezone: timezone?,
            credentials,
            employees,
            telephony: telephony.unwrap_or_default(),
            text,
            deals,
        })
    }

    /// Writes the settings as a person would read them, every key in the order of the example file.
    /// Secrets are left out unless asked for.
    pub fn write(&self, with_secrets: bool) -> Value {
        section()
            .put("name", self.name.as_str())
            .put("title", self.title.as_str())
            .put("timezone", self.timezone.name())
            .put("credentials", self.credentials.write(with_secrets))
            .put("employees", self.employees.write())
            .put("telephony", self.telephony.write())
            .put("text", self.text.write())
            .put("deals", self.deals.write())
            .into()
    }
}

impl Serialize for Settings {
    /// As [`Settings::write`] without secrets: those are stored apart, by [`Settings::secrets`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(false).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Settings {
    /// As [`Settings::read`]; the error names every mistake.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::read(&value).map_err(|problems| {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            serde::de::Error::custom(lines.join("; "))
        })
    }
}
