//! When people are told that a connection has broken, and that it works again: once each, and reminded once
//! a day while it stays broken.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How often people are reminded of what stays broken.
const REMINDER: SignedDuration = SignedDuration::from_hours(24);

/// What broke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// A stable code, as in the pages of errors; `None` where there is no single one.
    pub code: Option<String>,
    /// What happened, for people (Russian).
    pub message: String,
    /// The same in English, without the other side's own words.
    #[serde(default)]
    pub message_en: String,
}

/// What people know of a connection that is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakage {
    /// Since when.
    pub since: Timestamp,
    /// What broke it, by the last look.
    pub cause: Cause,
    /// When people were last told; `None` when nobody was.
    pub told_at: Option<Timestamp>,
}

/// What is said of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// It has broken.
    Broken,
    /// It is broken still.
    StillBroken,
    /// It works again.
    Works,
}

/// What a look at a connection makes of what people know of it: what they know from now on, and what they are
/// told. While nobody is to be told anything (`told` is false) a breakage is only remembered.
pub fn look(
    known: Option<Breakage>,
    found: Option<Cause>,
    told: bool,
    now: Timestamp,
) -> (Option<Breakage>, Option<Word>) {
    let Some(cause) = found else {
        let word = known.filter(|known| known.told_at.is_some()).map(|_| Word::Works);
        return (None, word.filter(|_| told));
    };
    let since = known.as_ref().map_or(now, |known| known.since);
    let told_at = known.and_then(|known| known.told_at);
    let word = match told_at {
        None => Some(Word::Broken),
        Some(at) if now.duration_since(at) >= REMINDER => Some(Word::StillBroken),
        Some(_) => None,
    };
    let word = word.filter(|_| told);
    let told_at = if word.is_some() { Some(now) } else { told_at };
    (Some(Breakage { since, cause, told_at }), word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOUR: i64 = 3600;

    fn cause(code: &str) -> Cause {
        let (message, message_en) = ("не работает".to_owned(), "does not work".to_owned());
        Cause { code: Some(code.to_owned()), message, message_en }
    }

    /// What is said when a connection is looked at so many seconds after the beginning.
    fn said(looks: &[(i64, Option<&str>, bool)]) -> Vec<(i64, Word)> {
        let mut known = None;
        let mut said = Vec::new();
        for (second, code, told) in looks {
            let now = Timestamp::from_second(*second).unwrap();
            let (next, word) = look(known, code.map(cause), *told, now);
            said.extend(word.map(|word| (*second, word)));
            known = next;
        }
        said
    }

    #[test]
    fn a_breakage_is_told_once_and_so_is_its_end() {
        let looks = [
            (0, None, true),
            (60, Some("A"), true),
            (120, Some("A"), true),
            (180, None, true),
            (240, None, true),
        ];
        assert_eq!(said(&looks), [(60, Word::Broken), (180, Word::Works)]);
    }

    #[test]
    fn another_cause_of_the_same_breakage_is_not_told_again() {
        assert_eq!(said(&[(0, Some("A"), true), (60, Some("B"), true)]), [(0, Word::Broken)]);
    }

    #[test]
    fn what_stays_broken_is_called_to_mind_once_a_day() {
        let looks: Vec<_> = (0..50).map(|hour| (hour * HOUR, Some("A"), true)).collect();
        let expected =
            [(0, Word::Broken), (24 * HOUR, Word::StillBroken), (48 * HOUR, Word::StillBroken)];
        assert_eq!(said(&looks), expected);
    }

    #[test]
    fn a_breakage_of_which_nobody_was_told_is_told_later_or_never() {
        assert_eq!(said(&[(0, Some("A"), false), (60, Some("A"), true)]), [(60, Word::Broken)]);
        assert_eq!(said(&[(0, Some("A"), false), (60, None, true)]), []);
    }

    proptest! {
        #[test]
        fn all_clear_follows_a_breakage_and_a_breakage_an_all_clear(
            looks in proptest::collection::vec((any::<bool>(), any::<bool>()), 0..200)
        ) {
            let looks: Vec<_> = looks.iter().enumerate().map(|(n, (broken, told))| {
                (i64::try_from(n).unwrap() * HOUR, broken.then_some("A"), *told)
            }).collect();
            let looks: Vec<_> = looks.into_iter().filter(|(_, _, told)| *told).collect();
            let mut broken = false;
            for (_, word) in said(&looks) {
                prop_assert_eq!(word != Word::Broken, broken);
                broken = word != Word::Works;
            }
        }
    }
}
