//! What a check found.

use domain::Failure;
use domain::conditions::Param;
use domain::ids::{
    ContactTemplateId, FieldId, PlanfixUserId, StatusId, TaskObjectId, UisEmployeeId,
};
use domain::phone::{Phone, ShortNumber};

/// Everything that was looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// One for each thing, grouped by kind.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing needs mending.
    pub fn is_good(&self) -> bool {
        !self.findings.iter().any(Finding::is_bad)
    }

    pub(super) fn add(&mut self, path: &str, subject: Subject, verdict: Verdict) {
        self.findings.push(Finding { path: path.to_owned(), subject, verdict });
    }
}

/// What was found out about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where the settings name it.
    pub path: String,
    /// What it is.
    pub subject: Subject,
    /// How it stands.
    pub verdict: Verdict,
}

impl Finding {
    /// Whether it needs mending.
    pub fn is_bad(&self) -> bool {
        matches!(self.verdict, Verdict::Wrong(_) | Verdict::Unasked(_))
    }
}

/// A thing that settings name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The credentials of a door.
    Credentials(System),
    /// A task object of Planfix.
    TaskObject(TaskObjectId),
    /// A status of the tasks of Planfix.
    Status(StatusId),
    /// End-to-end analytics of UIS.
    Analytics,
    /// A contact template of Planfix.
    ContactTemplate(ContactTemplateId),
    /// A custom field of contacts.
    ContactField(FieldId),
    /// A custom field of tasks.
    TaskField(FieldId),
    /// An employee of Planfix.
    PlanfixUser(PlanfixUserId),
    /// The short number of an employee of Planfix.
    ShortNumber(PlanfixUserId, ShortNumber),
    /// An employee of UIS.
    UisEmployee(UisEmployeeId),
    /// The time zone of the UIS account.
    Timezone(String),
    /// A virtual number of UIS.
    VirtualNumber(Phone),
    /// A value of a condition.
    Value(Param, String),
    /// «Адрес АТС» and «Ключ авторизации АТС» in Planfix.
    Pbx,
}

/// A door of an outside system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Planfix REST.
    PlanfixRest,
    /// Planfix telephony.
    PlanfixTelephony,
    /// Planfix's chat API.
    PlanfixChat,
    /// UIS Data API.
    DataApi,
    /// UIS Call API.
    CallApi,
    /// UIS Chat API.
    ChatApi,
}

/// How a thing stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is there.
    Good {
        /// What people call it over there.
        name: Option<String>,
    },
    /// It needs mending.
    Wrong(Trouble),
    /// The other side did not let itself be asked.
    Unasked(Failure),
    /// Nothing uses it in this version, so nothing checks it.
    NotUsedYet,
}

impl Verdict {
    /// There, under this name.
    pub(super) fn named(name: impl Into<String>) -> Self {
        Self::Good { name: Some(name.into()).filter(|name: &String| !name.is_empty()) }
    }
}

/// What is wrong with a thing.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// It does not exist.
    Missing {
        /// What is nearest to it.
        nearest: Option<String>,
    },
    /// The credentials are refused, or the address is wrong.
    Refused(Failure),
    /// It works no longer: a dismissed employee, a number switched off.
    Inactive {
        /// What people call it.
        name: String,
    },
    /// A robot can't be responsible for tasks of people.
    Robot {
        /// What people call it.
        name: String,
    },
    /// Planfix computes the field itself, or it holds what text can't fill.
    NotWritable {
        /// What people call it.
        name: String,
        /// Its type's number.
        kind: i64,
    },
    /// An amount needs a field of the type «Число».
    NotNumeric {
        /// What people call it.
        name: String,
        /// Its type's number.
        kind: i64,
    },
    /// Another value stands there.
    Differs {
        /// It.
        theirs: String,
    },
    /// Planfix knows the employee under another short number, or under none.
    OtherShortNumber,
    /// Planfix does not know our address.
    PbxAddress,
    /// Planfix knows another key.
    PbxKey,
}
