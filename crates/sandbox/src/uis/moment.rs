//! Dates as the Data API writes them: `YYYY-MM-DD hh:mm:ss` in the account's time zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const FORMAT: &str = "%Y-%m-%d %H:%M:%S";

/// The moment on the account's wall clock.
pub(super) fn wire(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime(FORMAT).to_string()
}

/// Reads a date given by a client.
pub(super) fn parse(text: &str) -> Option<DateTime> {
    DateTime::strptime(FORMAT, text).ok()
}
