//! What a script is played in.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::uis::calls::LiveCall;
use crate::uis::company::Company;

/// Numbers UIS gives to new things.
#[derive(Debug, Clone, Copy)]
pub(in crate::uis) struct Ids {
    /// The next call session.
    pub(in crate::uis) session: u64,
    /// The next leg of a call.
    pub(in crate::uis) leg: u64,
    /// The next lead, as a communication.
    pub(in crate::uis) lead: u64,
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

impl<'a> Surroundings<'a> {
    /// What a call going on is played in.
    pub(in crate::uis) fn of(
        call: &LiveCall,
        company: &'a Company,
        zone: &'a TimeZone,
        media: &'a str,
    ) -> Self {
        let LiveCall { started_at, communication_number, .. } = *call;
        Self { company, zone, started_at, media, communication_number }
    }
}
