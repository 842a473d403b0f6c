//! Planfix's way to write moments: `{"date": "dd-MM-yyyy", "time": "HH:mm", "datetime": "…Z"}`.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// A moment as Planfix gives it back, in the time zone of the token's user.
pub(crate) fn point(moment: Timestamp, zone: &TimeZone) -> Value {
    let local = moment.to_zoned_datetime(zone.clone());
    json!({
        "date": local.strftime("%d-%m-%Y").to_string(),
        "time": local.strftime("%H:%M").to_string(),
        "datetime": moment.strftime("%Y-%m-%dT%H:%MZ").to_string(),
    })
}

/// A moment as Planfix takes it: an object with `date` and perhaps `time`, or a string.
pub(super) fn read_point(value: &Value) -> Option<DateTime> {
    if let Some(text) = value.as_str() {
        let (day, time) = text.split_once(' ').unwrap_or((text, "00:00:00"));
        return Some(read_day(day)?.to_datetime(read_time(time)?));
    }
    let day = read_day(value.get("date")?.as_str()?)?;
    let time = match value.get("time").and_then(Value::as_str) {
        Some(text) => read_time(text)?,
        None => Time::midnight(),
    };
    Some(day.to_datetime(time))
}

/// `dd-MM-yyyy`, or with dots.
pub(super) fn read_day(text: &str) -> Option<Date> {
    Date::strptime("%d-%m-%Y", text.replace('.', "-")).ok()
}

fn read_time(text: &str) -> Option<Time> {
    Time::strptime("%H:%M:%S", text).or_else(|_| Time::strptime("%H:%M", text)).ok()
}

/// A local date and time as Planfix gives them back.
pub(super) fn civil_point(local: DateTime, zone: &TimeZone) -> Value {
    match local.to_zoned_datetime(zone.clone()) {
        Ok(zoned) => point(zoned.timestamp(), zone),
        Err(_) => json!({"date": local.strftime("%d-%m-%Y").to_string()}),
    }
}
