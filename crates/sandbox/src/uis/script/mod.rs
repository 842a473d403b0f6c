//! A call told as a sentence, and what UIS would do and send in its course.
//!
//! ```
//! use sandbox::uis::Script;
//!
//! let call = Script::incoming("79031234567")
//!     .to("74950236854")
//!     .rings("101")
//!     .answered_by("101")
//!     .talks_secs(42)
//!     .recorded();
//! ```

mod acting;
mod around;
mod builder;
mod course;
mod ending;
mod interactive;
mod manager;
mod opening;
mod parts;
mod row;
mod stage;
mod steering;
mod step;
mod variables;

use serde::{Deserialize, Serialize};

pub use parts::{ClientState, Leg, Parts};
pub use step::{Event, Notification, PhoneState, Question, Step};

pub(in crate::uis) use around::{Ids, Surroundings};
pub(in crate::uis) use manager::{Reply, go_on};
pub(in crate::uis) use stage::compile;
pub(in crate::uis) use steering::{Hand, Pace, steer};

/// Which way the call goes, seen from the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A customer calls.
    In,
    /// An employee calls.
    Out,
}

impl Direction {
    /// The value of `direction` on the wire.
    pub fn wire(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// One thing that happens in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The caller listens to the scenario: a greeting, a menu, music.
    Ivr {
        /// For how long.
        secs: i64,
    },
    /// Phones ring at the same time; phones that rang before stop.
    Ring {
        /// Extensions, ids or full names.
        employees: Vec<String>,
        /// For how long.
        secs: i64,
    },
    /// Somebody picks up.
    Answer {
        /// Who; the one whose phone rings when left out.
        employee: Option<String>,
    },
    /// They talk.
    Talk {
        /// For how long.
        secs: i64,
    },
    /// Blind transfer: the talker leaves and another phone rings.
    Transfer {
        /// Whose phone.
        to: String,
        /// For how long.
        ring_secs: i64,
    },
    /// Attended transfer: another is asked first, while the customer waits, and takes the call over.
    Consult {
        /// Who is asked.
        with: String,
        /// For how long his phone rings.
        ring_secs: i64,
        /// For how long the two employees talk.
        secs: i64,
    },
    /// UIS asks the customer's CRM who the caller's personal manager is and rings him: the operation
    /// «Переадресация на персонального менеджера из CRM».
    AskManager {
        /// How long each of his phones rings.
        secs: i64,
        /// Whether he picks up; if not, the call leaves by `failed`.
        picks_up: bool,
        /// What happens by the exit «Персональный CRM менеджер не назначен».
        not_assigned: Vec<Self>,
        /// What happens by the exit «Переадресация не удалась».
        failed: Vec<Self>,
    },
}

impl Act {
    fn asks(&self) -> bool {
        matches!(self, Self::AskManager { .. })
    }
}

/// Why an outgoing call did not come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The line is busy.
    Busy,
    /// Nobody picks up.
    NoAnswer,
    /// The phone is off or the number does not exist.
    NotAvailable,
    /// The employee may not call there.
    NotAllowed,
    /// The employee who ordered the call does not pick up himself.
    EmployeeSilent,
}

impl Failure {
    /// `finish_reason` of `get.calls_report`.
    pub fn finish_reason(self) -> &'static str {
        match self {
            Self::Busy => "subscriber_busy",
            Self::NoAnswer => "subscriber_not_responsible",
            Self::NotAvailable => "subscriber_number_problems",
            Self::NotAllowed => "out_call_not_allowed",
            Self::EmployeeSilent => "operator_not_responsible",
        }
    }
}

/// A call ordered over the Call API: UIS itself rings the employee and the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The employee's phones, rung one after the other while he does not pick up.
    pub phones: Vec<String>,
    /// How long each of them rings, in seconds.
    pub employee_secs: i64,
    /// How long the customer's phone rings, in seconds.
    pub client_secs: i64,
    /// Whether the customer is rung first.
    pub client_first: bool,
}

/// When the recording of a talk is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recording {
    /// The talk is not recorded.
    #[default]
    Never,
    /// Before the call itself is over.
    AtOnce,
    /// This many seconds after the end of the call.
    After(i64),
}

/// What is known of a call besides its course.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Advertising campaign that brought the caller.
    pub campaign: Option<String>,
    /// Tags put on the call.
    pub tags: Vec<String>,
    /// Id and name in the address book of UIS.
    pub contact: Option<(u64, String)>,
    /// `external_id` given to the Call API.
    pub external_id: Option<String>,
    /// How many times this person has communicated, this time included; counted when left out.
    pub communication_number: Option<u64>,
    /// `finish_reason` of the report, when not the usual one.
    pub finish_reason: Option<String>,
}

/// A call as a plain list of what happens in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// In or out.
    pub direction: Direction,
    /// Between two employees: UIS shows the short number of the called one as the contact.
    pub internal: bool,
    /// The customer's number, E.164 digits; the called short number when internal.
    pub contact_phone: String,
    /// The company's number.
    pub virtual_number: String,
    /// The calling employee of an outgoing call.
    pub caller: Option<String>,
    /// How the call was ordered, when UIS itself rings both sides.
    #[serde(default)]
    pub order: Option<Order>,
    /// The course of the call.
    pub acts: Vec<Act>,
    /// Why an outgoing call failed.
    pub failure: Option<Failure>,
    /// Whether an incoming call without a talk counts as lost; a call wholly served by the
    /// scenario (an informer, a voice menu) does not.
    pub lost_when_unanswered: bool,
    /// When the recording comes.
    pub recording: Recording,
    /// Everything else.
    pub facts: Facts,
}
