//! Calls that employees ordered with a click and that have not begun yet.

use jiff::{SignedDuration, Timestamp};

use super::{Company, Subject, same_phone};

/// How long a click is remembered; the vendor does not say.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(5);

/// A click on a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Intent {
    pub(crate) id: u64,
    /// The short number of the employee who clicked.
    pub(crate) ext: String,
    /// The number as it was sent.
    pub(crate) phone: String,
    /// Where the number stood.
    pub(crate) from: Subject,
    pub(crate) at: Timestamp,
}

/// What Planfix makes of an outgoing call that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// Nobody clicked.
    Not,
    /// It is the call of a click there.
    Click(Subject),
    /// Somebody clicked that number, but it comes back written in another way.
    OtherSpelling(String),
}

impl Company {
    /// The click whose call begins now; it is forgotten, so that the next call is not taken for it.
    pub(crate) fn recognise(&mut self, ext: &str, phone: &str, now: Timestamp) -> Recognised {
        self.intents.retain(|intent| now.duration_since(intent.at) <= REMEMBERED);
        let his = |intent: &&Intent| intent.ext == ext;
        let newest = |same: &dyn Fn(&str) -> bool| {
            self.intents.iter().filter(his).rfind(|intent| same(&intent.phone)).cloned()
        };
        if let Some(intent) = newest(&|sent| sent == phone) {
            self.intents.retain(|other| other.id != intent.id);
            return Recognised::Click(intent.from);
        }
        newest(&|sent| same_phone(sent, phone))
            .map_or(Recognised::Not, |intent| Recognised::OtherSpelling(intent.phone))
    }
}
