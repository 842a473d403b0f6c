//! The time zone of a connection's UIS account.

use jiff::tz::TimeZone;

use crate::text::nearest;

/// A time zone by its IANA name. UIS writes times without one, in the account's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timezone {
    name: String,
    zone: TimeZone,
}

impl Timezone {
    /// The zone of the name; `None` when there is none.
    pub fn parse(name: &str) -> Option<Self> {
        let zone = TimeZone::get(name).ok()?;
        Some(Self { name: name.to_owned(), zone })
    }

    /// The name whose spelling is nearest.
    pub(super) fn nearest(name: &str) -> Option<String> {
        let known: Vec<String> =
            jiff::tz::db().available().map(|known| known.as_str().to_owned()).collect();
        nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
    }

    /// The IANA name, e.g. `Europe/Moscow`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone, to reckon with.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl Default for Timezone {
    /// Moscow, where UIS and most of its customers are.
    fn default() -> Self {
        let name = "Europe/Moscow";
        Self::parse(name).unwrap_or_else(|| Self { name: "UTC".to_owned(), zone: TimeZone::UTC })
    }
}
