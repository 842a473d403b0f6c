//! Times of reports: `YYYY-MM-DD hh:mm:ss` in the account's time zone, which they do not name.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A time as the report has it, and the moment it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportTime {
    /// As written, in the account's time zone.
    pub civil: DateTime,
    /// The moment.
    pub at: Timestamp,
}

impl ReportTime {
    /// Reads a column; `None` when it is no time.
    pub(super) fn parse(text: &str, timezone: &TimeZone) -> Option<Self> {
        let civil: DateTime = text.parse().ok()?;
        Some(Self { civil, at: timezone.to_timestamp(civil).ok()? })
    }

    /// A moment as a report's parameter.
    pub(super) fn write(at: Timestamp, timezone: &TimeZone) -> String {
        timezone.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }
}
