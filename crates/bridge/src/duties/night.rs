//! Once a night: between three and four in the morning where the connection is, each connection at a
//! minute of its own, so that hundreds do not begin at once.

use domain::ids::ConnectionName;
use domain::settings::Settings;
use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use sha2::{Digest as _, Sha256};

/// A night's round that was missed is made up until this hour; later it waits for the next night, so
/// that nothing begins behind the back of somebody who is changing settings.
const OVER: i8 = 6;

/// The nights of a connection.
#[derive(Debug, Clone)]
pub struct Night {
    zone: TimeZone,
    begins: Time,
}

impl Night {
    /// The nights where the connection is.
    pub fn of(settings: &Settings) -> Self {
        Self {
            zone: settings.timezone.zone().clone(),
            begins: time(3, minute(&settings.name), 0, 0),
        }
    }

    /// When the round of tonight begins, or of the next night when that was done or missed.
    pub fn next(&self, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let here = now.to_zoned_datetime(self.zone.clone());
        let tonight = self.on(here.date())?;
        let done = last.is_some_and(|last| last >= tonight);
        let missed = here.hour() >= OVER;
        if done || missed { self.on(here.date().checked_add(1.day()).ok()?) } else { Some(tonight) }
    }

    fn on(&self, day: Date) -> Option<Timestamp> {
        Some(day.to_datetime(self.begins).to_zoned_datetime(self.zone.clone()).ok()?.timestamp())
    }
}

/// The connection's own minute, the same in every process.
fn minute(name: &ConnectionName) -> i8 {
    let digest = Sha256::digest(name.as_str().as_bytes());
    let sum: u32 = digest.iter().map(|byte| u32::from(*byte)).sum();
    i8::try_from(sum % 60).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn night() -> Night {
        Night { zone: TimeZone::get("Europe/Moscow").unwrap(), begins: time(3, 14, 0, 0) }
    }

    fn next(last: Option<&str>, now: &str) -> String {
        let moment = |text: &str| text.parse::<Timestamp>().unwrap();
        night().next(last.map(moment), moment(now)).unwrap().to_string()
    }

    #[test]
    fn by_day_the_next_round_is_in_the_coming_night_of_the_connection() {
        assert_eq!(next(None, "2026-03-02T09:00:00Z"), "2026-03-03T00:14:00Z");
    }

    #[test]
    fn a_round_that_was_done_comes_again_a_day_later() {
        let last = Some("2026-03-03T00:14:01Z");
        assert_eq!(next(last, "2026-03-03T00:15:00Z"), "2026-03-04T00:14:00Z");
    }

    #[test]
    fn a_round_that_was_missed_is_made_up_before_six() {
        let last = Some("2026-03-02T00:14:01Z");
        assert_eq!(next(last, "2026-03-03T02:59:00Z"), "2026-03-03T00:14:00Z");
        assert_eq!(next(last, "2026-03-03T03:00:00Z"), "2026-03-04T00:14:00Z");
    }

    #[test]
    fn after_midnight_the_round_of_the_same_night_is_next() {
        let last = Some("2026-03-02T00:14:01Z");
        assert_eq!(next(last, "2026-03-02T22:00:00Z"), "2026-03-03T00:14:00Z");
    }

    #[test]
    fn the_minute_of_a_connection_stays_and_differs_from_others() {
        let minutes: std::collections::HashSet<i8> = (0..100)
            .map(|number| minute(&ConnectionName::parse(&format!("shop-{number}")).unwrap()))
            .collect();
        assert!(minutes.iter().all(|minute| (0..60).contains(minute)));
        assert!(minutes.len() > 30, "{}", minutes.len());
        assert_eq!(
            minute(&ConnectionName::parse("romashka").unwrap()),
            minute(&ConnectionName::parse("romashka").unwrap())
        );
    }
}
