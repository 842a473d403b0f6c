//! What can be switched in the simulated UIS.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use url::Url;

use super::notify::{Kind, Template, Tricks};

/// How long after its end a call appears in the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportLag {
    /// So many seconds.
    Secs(i64),
    /// It never appears.
    Never,
}

/// Points of the Data API: each successful call costs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Calls a day.
    pub day: u32,
    /// Calls a minute.
    pub minute: u32,
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
    /// Whether the caller's address is in the allow-list of the Data API.
    pub ip_allowed: bool,
    /// Data API points.
    pub limits: Limits,
    /// The address links to recordings begin with.
    pub media: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            webhook: None,
            templates: Kind::ALL.into_iter().map(|kind| (kind, Template::usual(kind))).collect(),
            tricks: Tricks::default(),
            report_lag: ReportLag::Secs(10),
            ip_allowed: true,
            limits: Limits { day: 50_000, minute: 1_000 },
            media: "https://media.uiscom.ru".to_owned(),
        }
    }
}
