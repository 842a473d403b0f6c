//! What a simulated system received and what that changed, in order and fit for snapshots.

mod entry;

use std::fmt;

use serde::Serialize;

pub use entry::{Entry, Kind};

use crate::Door;

/// A list of requests in the order in which the system took them.
///
/// `Display` gives one line a request with nothing in it that differs from run to run, so that a
/// test can keep it as a snapshot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Writes the next line.
    pub(crate) fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// The lines, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when nothing was received.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Only what came through one door.
    #[must_use]
    pub fn door(&self, door: Door) -> Self {
        self.filter(|entry| entry.door == door)
    }

    /// Only the telephony commands.
    #[must_use]
    pub fn telephony(&self) -> Self {
        self.door(Door::Telephony)
    }

    /// Only the REST requests.
    #[must_use]
    pub fn rest(&self) -> Self {
        self.door(Door::Rest)
    }

    /// Only the requests made in order to change something, whether it worked or not.
    #[must_use]
    pub fn writes(&self) -> Self {
        self.filter(|entry| entry.kind == Kind::Write)
    }

    /// Everything but plain questions; a refused or spoiled question is kept.
    #[must_use]
    pub fn without_reads(&self) -> Self {
        self.filter(|entry| entry.kind != Kind::Read || !entry.went_well())
    }

    /// Only the requests that break the vendor's published interface.
    #[must_use]
    pub fn violations(&self) -> Self {
        self.filter(|entry| !entry.violations.is_empty())
    }

    /// Only the requests that really changed something.
    #[must_use]
    pub fn changes(&self) -> Self {
        self.filter(|entry| !entry.effects.is_empty())
    }

    /// Only the lines that contain `text`.
    #[must_use]
    pub fn containing(&self, text: &str) -> Self {
        self.filter(|entry| entry.to_string().contains(text))
    }

    /// Only the lines for which `keep` holds.
    #[must_use]
    pub fn filter(&self, keep: impl Fn(&Entry) -> bool) -> Self {
        Self { entries: self.entries.iter().filter(|entry| keep(entry)).cloned().collect() }
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, entry) in self.entries.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{entry}")?;
        }
        Ok(())
    }
}
