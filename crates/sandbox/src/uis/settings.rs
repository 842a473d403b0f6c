//! What can be switched in the simulated UIS.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use url::Url;

use super::notify::{Carrier, Kind, Template, Tricks};

/// How long after its end a call, or after its coming a lead, appears in the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportLag {
    /// So many seconds.
    Secs(i64),
    /// It never appears.
    Never,
}

/// Points of a service: each successful call costs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Calls a day.
    pub day: u32,
    /// Calls a minute.
    pub minute: u32,
}

/// How a call ordered over the Call API goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ordered {
    /// The customer picks up and they talk.
    Answered {
        /// How long his phone rings, in seconds.
        after_secs: i64,
        /// How long they talk, in seconds.
        talk_secs: i64,
    },
    /// His line is busy.
    Busy,
    /// He does not pick up.
    NoAnswer,
    /// His phone is off.
    NotAvailable,
    /// The employee does not pick up himself.
    EmployeeSilent,
}

/// Who lets the steps happen that begin with a request: an ordered call, a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Begun {
    /// The sandbox, by its clock, in the background.
    #[default]
    Played,
    /// Somebody who takes them with [`Uis::take_started`](super::Uis::take_started).
    Queued,
}

/// The Call API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallApi {
    /// Whether the package «Базовый набор» is paid for: calls may be started and ended.
    pub basic: bool,
    /// Whether the package «Управление вызовами» is paid for.
    pub control: bool,
    /// Points of the Call API.
    pub limits: Limits,
    /// How long an employee's phone rings before he picks up, in seconds.
    pub employee_secs: i64,
    /// How an ordered call goes on.
    pub ordered: Ordered,
    /// Who lets the steps happen.
    pub begun: Begun,
    /// How much faster than life they are played.
    pub speed: f64,
}

impl Default for CallApi {
    fn default() -> Self {
        Self {
            basic: true,
            control: true,
            limits: Limits { day: 50_000, minute: 1_000 },
            employee_secs: 3,
            ordered: Ordered::Answered { after_secs: 4, talk_secs: 30 },
            begun: Begun::Played,
            speed: 1.0,
        }
    }
}

/// The operation «Переадресация на персонального менеджера из CRM».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonalManager {
    /// Whom UIS asks; nobody = nobody is assigned.
    pub url: Option<Url>,
    /// GET or POST.
    pub carrier: Carrier,
    /// Draws the order of the parameters.
    pub seed: u64,
    /// How long UIS waits for the reply, in milliseconds of real time; the vendor does not say.
    pub patience_ms: u64,
}

impl Default for PersonalManager {
    fn default() -> Self {
        Self { url: None, carrier: Carrier::PostForm, seed: 1, patience_ms: 2_000 }
    }
}

/// End-to-end analytics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Analytics {
    /// Whether the service is paid for.
    pub enabled: bool,
    /// How long uploaded deals are processed, in seconds.
    pub lag_secs: i64,
}

impl Default for Analytics {
    fn default() -> Self {
        Self { enabled: true, lag_secs: 20 }
    }
}

/// The switches; everything but the company itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where notifications go: the customer's address, with his key in it.
    pub webhook: Option<Url>,
    /// Which kinds the customer switched on, and their bodies.
    pub templates: BTreeMap<Kind, Template>,
    /// What the road does to notifications.
    pub tricks: Tricks,
    /// When a finished call appears in the reports.
    pub report_lag: ReportLag,
    /// When a lead appears in its report.
    pub lead_lag: ReportLag,
    /// Whether the caller's address is in the allow-list of the APIs.
    pub ip_allowed: bool,
    /// Data API points.
    pub limits: Limits,
    /// The Call API.
    pub call_api: CallApi,
    /// Numbers that must not be called, E.164 digits.
    pub blacklist: BTreeSet<String>,
    /// Who is asked for personal managers.
    pub personal_manager: PersonalManager,
    /// End-to-end analytics.
    pub deals: Analytics,
    /// The address links to recordings begin with.
    pub media: String,
}

impl Settings {
    /// The same account on its good behaviour; what the customer configured stays.
    pub(super) fn without_tricks(self) -> Self {
        let good = Self::default();
        let CallApi { begun, speed, .. } = self.call_api;
        Self {
            webhook: self.webhook,
            templates: self.templates,
            media: self.media,
            personal_manager: self.personal_manager,
            call_api: CallApi { begun, speed, ..good.call_api },
            ..good
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            webhook: None,
            templates: Kind::ALL.into_iter().map(|kind| (kind, Template::usual(kind))).collect(),
            tricks: Tricks::default(),
            report_lag: ReportLag::Secs(10),
            lead_lag: ReportLag::Secs(20),
            ip_allowed: true,
            limits: Limits { day: 50_000, minute: 1_000 },
            call_api: CallApi::default(),
            blacklist: BTreeSet::new(),
            personal_manager: PersonalManager::default(),
            deals: Analytics::default(),
            media: "https://media.uiscom.ru".to_owned(),
        }
    }
}
