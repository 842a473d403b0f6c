//! What a script is played in, and the parts employees take in it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::uis::company::{Company, Employee};

/// Numbers UIS gives to new things.
#[derive(Debug, Clone, Copy)]
pub(in crate::uis) struct Ids {
    /// The next call session.
    pub(in crate::uis) session: u64,
    /// The next leg of a call.
    pub(in crate::uis) leg: u64,
}

/// What of UIS a script needs.
pub(in crate::uis) struct Surroundings<'a> {
    /// Who works here, numbers, campaigns.
    pub(in crate::uis) company: &'a Company,
    /// The account's time zone.
    pub(in crate::uis) zone: &'a TimeZone,
    /// When the script starts.
    pub(in crate::uis) started_at: Timestamp,
    /// Where recordings lie.
    pub(in crate::uis) media: &'a str,
    /// Which communication of this person it is.
    pub(in crate::uis) communication_number: u64,
}

/// An employee's part in the call; times are seconds from the start.
#[derive(Debug, Clone)]
pub(super) struct Leg {
    pub(super) id: u64,
    pub(super) employee: Employee,
    pub(super) rang_at: i64,
    pub(super) answered_at: Option<i64>,
    pub(super) ended_at: i64,
    pub(super) transferred: bool,
}

impl Leg {
    /// Seconds of talk.
    pub(super) fn talked(&self) -> i64 {
        self.answered_at.map_or(0, |answered| self.ended_at - answered)
    }
}
