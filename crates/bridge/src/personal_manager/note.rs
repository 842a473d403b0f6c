//! What the journal says of the personal manager.

use domain::Failure;
use domain::conditions::Explanation;
use domain::flow::Flow;
use domain::phone::ShortNumber;
use domain::text::Lang;
use serde::{Deserialize, Serialize};

/// What UIS was told when it asked whom to ring, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ManagerNote {
    /// The manager's phones.
    Found {
        /// His short number.
        short_number: ShortNumber,
        /// His phones, the first to be rung first.
        phones: Vec<String>,
    },
    /// The feature is off.
    Off,
    /// The filter excludes the call.
    Excluded {
        /// Why.
        explanation: Explanation,
    },
    /// The caller hides his number.
    HiddenNumber,
    /// There is no contact, it has no owner, or Planfix does not tell.
    NoOwner,
    /// The owner has no active phone in UIS.
    NoPhone {
        /// His short number.
        short_number: ShortNumber,
    },
    /// It could not be found out.
    Failed {
        /// Why.
        failure: Failure,
    },
    /// It was not found out in time.
    TooLate,
}

impl ManagerNote {
    /// The phones UIS was told.
    pub fn phones(&self) -> &[String] {
        match self {
            Self::Found { phones, .. } => phones,
            _ => &[],
        }
    }

    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => format!("Персональный менеджер: {}", self.russian()),
            Lang::En => format!("Personal manager: {}", self.english()),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Found { short_number, phones } => {
                format!("сотрудник {short_number}, телефоны {}", phones.join(", "))
            }
            Self::Off => "переадресация выключена".to_owned(),
            Self::Excluded { explanation } => explanation.filter_text(Flow::Call, Lang::Ru),
            Self::HiddenNumber => "номер клиента скрыт".to_owned(),
            Self::NoOwner => "у контакта нет ответственного с коротким номером".to_owned(),
            Self::NoPhone { short_number } => {
                format!("у сотрудника {short_number} нет активного телефона в UIS")
            }
            Self::Failed { failure } => format!("узнать не удалось: {failure}"),
            Self::TooLate => "ответ не успел за отведённое время".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Found { short_number, phones } => {
                format!("employee {short_number}, phones {}", phones.join(", "))
            }
            Self::Off => "the feature is off".to_owned(),
            Self::Excluded { explanation } => explanation.filter_text(Flow::Call, Lang::En),
            Self::HiddenNumber => "the client's number is hidden".to_owned(),
            Self::NoOwner => "the contact has no owner with a short number".to_owned(),
            Self::NoPhone { short_number } => {
                format!("employee {short_number} has no active phone in UIS")
            }
            Self::Failed { failure } => format!("it could not be found out: {failure}"),
            Self::TooLate => "the answer was not ready in time".to_owned(),
        }
    }
}
