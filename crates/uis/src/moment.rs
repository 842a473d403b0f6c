//! When it happened, in any of the spellings UIS has for it.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Reads a moment: `YYYY-MM-DD HH:MM:SS[.fraction]` (UIS's own form, no zone: the given one), ISO 8601
/// with or without an offset, or unix seconds or milliseconds.
pub(crate) fn parse(text: &str, timezone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    unix(text)
        .or_else(|| text.parse::<Timestamp>().ok())
        .or_else(|| in_zone(text.parse().ok()?, timezone))
}

/// The zone's own rule for hours that a clock change skips or repeats.
fn in_zone(civil: DateTime, timezone: &TimeZone) -> Option<Timestamp> {
    timezone.to_timestamp(civil).ok()
}

/// 9 to 11 digits are seconds (1973 to 5138), 12 to 14 milliseconds; anything after a point is dropped.
fn unix(text: &str) -> Option<Timestamp> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !digits.chars().chain(fraction.chars()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse().ok()?;
    match digits.len() {
        9..=11 => Timestamp::from_second(number).ok(),
        12..=14 => Timestamp::from_millisecond(number).ok(),
        _ => None,
    }
}
