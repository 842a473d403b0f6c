//! The identifiers of the field, each its own type, so that one can't stand where another is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Makes a number newtype.
macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self)
            }
        }
    };
}

pub(crate) use number_id;

number_id!(
    /// A call session of UIS: `call_session_id` in notifications, `id` in `get.calls_report`, and the
    /// `callid` under which Planfix knows the call.
    CallSessionId
);
number_id!(
    /// A communication of UIS (`communication_id`): what end-to-end analytics counts.
    CommunicationId
);
number_id!(
    /// An employee of UIS (`employee_id`).
    UisEmployeeId
);
number_id!(
    /// A contact's number in Planfix: what `{{Контакт.Номер}}` yields.
    ContactId
);
number_id!(
    /// A task's number in Planfix: what `{{Задача.Номер}}` yields and REST calls `id`.
    TaskId
);
number_id!(
    /// A task object in Planfix («Объект задачи»).
    TaskObjectId
);
number_id!(
    /// A contact template in Planfix.
    ContactTemplateId
);
number_id!(
    /// A task status in Planfix.
    StatusId
);
number_id!(
    /// A custom field in Planfix.
    FieldId
);

/// The name of a connection, as used on the command line and in addresses: `a-z`, `0-9`, `-`, `_`,
/// starting with a letter or digit, at most 63 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionName(String);

impl ConnectionName {
    /// Checks and takes the name.
    ///
    /// # Errors
    /// A sentence saying what a name may consist of.
    pub fn parse(text: &str) -> Result<Self, String> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let good = text.starts_with(plain)
            && text.len() <= 63
            && text.chars().all(|c| plain(c) || c == '-' || c == '_');
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err("a name is a-z, 0-9, - and _, starts with a letter or digit, and has at most 63 characters"
                .to_owned())
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConnectionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An employee (or robot) of Planfix, `user:3` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PlanfixUserId(pub i64);

impl fmt::Display for PlanfixUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "user:{}", self.0)
    }
}

impl From<PlanfixUserId> for String {
    fn from(id: PlanfixUserId) -> Self {
        id.to_string()
    }
}

impl std::str::FromStr for PlanfixUserId {
    type Err = String;

    /// Takes `user:3` and the bare `3` that some answers of Planfix hold.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix("user:").unwrap_or(text);
        match digits.parse() {
            Ok(number) if number > 0 => Ok(Self(number)),
            _ => Err(format!("`{text}` is not a Planfix user; write it as \"user:3\"")),
        }
    }
}

impl TryFrom<String> for PlanfixUserId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}
