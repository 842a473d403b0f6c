//! Who owns the contact of a number, by Planfix's latest word.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use domain::phone::{Phone, ShortNumber};
use jiff::{SignedDuration, Timestamp};

/// How long a word is believed.
const LIVES: SignedDuration = SignedDuration::from_secs(60);
type Book = HashMap<Phone, (Timestamp, Heard)>;

/// How many words are kept before those that have expired are swept out.
const ROOM: usize = 10_000;

/// Planfix's word on the owner of a number's contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// There is none, or he has no short number.
    Nobody,
    /// His short number.
    Owner(ShortNumber),
}

/// The owners heard of lately. A fresh answer of Planfix replaces the older one, so a new owner acts
/// from the next call on.
pub(crate) struct Owners {
    clock: Arc<dyn Clock>,
    heard: Mutex<Book>,
}

impl Owners {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, heard: Mutex::default() }
    }

    /// What was heard of the number within the last minute.
    pub(crate) fn recall(&self, phone: &Phone) -> Option<Heard> {
        let now = self.clock.now();
        let heard = self.lock();
        let (at, word) = heard.get(phone)?;
        (now.duration_since(*at) < LIVES).then(|| word.clone())
    }

    /// Remembers Planfix's word.
    pub(crate) fn learn(&self, phone: &Phone, owner: Option<ShortNumber>) {
        let word = owner.map_or(Heard::Nobody, Heard::Owner);
        let now = self.clock.now();
        let mut heard = self.lock();
        if heard.len() >= ROOM {
            heard.retain(|_, (at, _)| now.duration_since(*at) < LIVES);
        }
        heard.insert(phone.clone(), (now, word));
    }

    /// Forgets everything heard.
    pub(super) fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Book> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
