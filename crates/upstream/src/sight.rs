//! How the other side was seen lately: what adapters note of every exchange, for whoever asks whether the
//! other side can be reached.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use domain::{Class, Failure};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::codes;

/// What was seen of one door of the other side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// When it last answered as it should; a refusal of what was asked is such an answer, too.
    pub answered_at: Option<Timestamp>,
    /// When it last did not answer, or did not let us in.
    pub failed_at: Option<Timestamp>,
    /// Why.
    pub failure: Option<Failure>,
    /// Since when it fails without an answer in between; `None` when it answered last.
    pub failing_since: Option<Timestamp>,
}

impl Seen {
    /// Notes an exchange.
    pub fn note(&mut self, failure: Option<&Failure>, now: Timestamp) {
        match failure.filter(|failure| tells_against(failure)) {
            None => {
                self.answered_at = Some(now);
                self.failing_since = None;
            }
            Some(failure) => {
                self.failed_at = Some(now);
                self.failure = Some(failure.clone());
                self.failing_since = self.failing_since.or(Some(now));
            }
        }
    }

    /// When it was last spoken to, however it went.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.answered_at.max(self.failed_at)
    }

    /// Takes in what another process has seen.
    pub fn merge(&mut self, other: &Self) {
        let since = match (self.failing_since, other.failing_since) {
            (Some(one), Some(another)) => Some(one.min(another)),
            (one, another) => one.or(another),
        };
        self.answered_at = self.answered_at.max(other.answered_at);
        if other.failed_at > self.failed_at {
            self.failed_at = other.failed_at;
            self.failure.clone_from(&other.failure);
        }
        self.failing_since =
            if self.failed_at > self.answered_at { since.or(self.failed_at) } else { None };
    }
}

/// Whether the failure says that the other side can't be reached: no answer, or a shut door. One that refuses
/// what was asked, or asks to wait, was reached.
fn tells_against(failure: &Failure) -> bool {
    let net = [codes::TOO_LARGE, codes::FORBIDDEN].contains(&failure.code);
    match failure.class {
        Class::Retry | Class::Unknown | Class::AuthBroken => true,
        Class::Permanent => net,
        Class::WaitUntil { .. } | Class::Throttled { .. } => false,
    }
}

/// Where an adapter notes how its exchanges went. A clone is another handle to the same.
#[derive(Clone)]
pub struct Sight {
    clock: Arc<dyn Clock>,
    seen: Arc<Mutex<Seen>>,
}

impl Sight {
    /// Nothing seen yet.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, seen: Arc::default() }
    }

    /// Notes an exchange.
    pub fn note(&self, failure: Option<&Failure>) {
        let now = self.clock.now();
        self.seen().note(failure, now);
    }

    /// What this process has seen.
    pub fn now(&self) -> Seen {
        self.seen().clone()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Sight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sight").field(&*self.seen()).finish()
    }
}

#[cfg(test)]
mod tests {
    use domain::failure::Code;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn down() -> Failure {
        Failure::retry(Code::new("TEST-DOWN"), "не отвечает")
    }

    fn after(notes: &[(i64, Option<Failure>)]) -> Seen {
        let mut seen = Seen::default();
        for (second, failure) in notes {
            seen.note(failure.as_ref(), at(*second));
        }
        seen
    }

    #[test]
    fn failing_is_counted_from_the_first_failure_after_an_answer() {
        let seen = after(&[(1, None), (2, Some(down())), (3, Some(down()))]);
        assert_eq!((seen.failing_since, seen.failed_at), (Some(at(2)), Some(at(3))));
        let seen = after(&[(1, Some(down())), (2, None)]);
        assert_eq!((seen.failing_since, seen.answered_at), (None, Some(at(2))));
        assert_eq!(seen.failed_at, Some(at(1)), "what was is not forgotten");
    }

    #[test]
    fn who_refuses_or_asks_to_wait_was_reached() {
        let refusal = Failure::permanent(Code::new("TEST-NO"), "нет");
        let wait = Class::Throttled { wait: jiff::SignedDuration::from_secs(1) };
        let busy = Failure::new(wait, Code::new("TEST-BUSY"), "позже");
        assert_eq!(after(&[(1, Some(refusal)), (2, Some(busy))]).answered_at, Some(at(2)));
        let forbidden = Failure::permanent(codes::FORBIDDEN, "внутренняя сеть");
        assert_eq!(after(&[(1, Some(forbidden))]).failing_since, Some(at(1)));
    }

    #[test]
    fn what_two_processes_have_seen_is_one_story() {
        let one = after(&[(5, Some(down()))]);
        let another = after(&[(1, None), (3, Some(down()))]);
        let mut both = one.clone();
        both.merge(&another);
        assert_eq!((both.answered_at, both.failing_since), (Some(at(1)), Some(at(3))));
        assert_eq!(both.failed_at, Some(at(5)));

        let mut mended = one;
        mended.merge(&after(&[(9, None)]));
        assert_eq!((mended.failing_since, mended.answered_at), (None, Some(at(9))));
        let once = mended.clone();
        mended.merge(&once);
        assert_eq!(mended, once, "the same again changes nothing");
    }
}
