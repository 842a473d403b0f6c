//! Planfix's moments: `{"date":"10-11-2021","time":"14:16","datetime":"2021-11-10T14:16Z"}`.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::row::Row;

/// A moment as Planfix gives it.
///
/// `date` and `time` are in the time zone of the token's user (Planfix help, filters); `datetime` is
/// written as UTC, which no source confirms. All three may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimePoint {
    /// The day.
    pub date: Option<Date>,
    /// The time of day.
    pub time: Option<Time>,
    /// `datetime`, taken at its word.
    pub instant: Option<Timestamp>,
}

impl TimePoint {
    pub(super) fn of(row: Row<'_>, key: &str) -> Option<Self> {
        let point = row.inner(key)?;
        Some(Self {
            date: point.text("date").and_then(|text| day(&text)),
            time: point.text("time").and_then(|text| text.parse().ok()),
            instant: point.text("datetime").and_then(|text| text.parse().ok()),
        })
    }
}

/// `dd-MM-yyyy`; dots have been seen too.
fn day(text: &str) -> Option<Date> {
    Date::strptime("%d-%m-%Y", text.replace('.', "-")).ok()
}

/// A day as filters and fields take it.
pub(super) fn written(day: Date) -> String {
    day.strftime("%d-%m-%Y").to_string()
}
