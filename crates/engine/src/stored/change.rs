//! What a verdict changes in the outbox, and how the journal tells it.

use domain::Failure;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::values::{self, micros};
use crate::model::Verdict;
use crate::store::StoreError;

/// A verdict in the words of the table and the journal.
#[derive(Debug)]
pub struct Change {
    /// The write's new state.
    pub state: &'static str,
    /// Not sent or looked for before this moment, microseconds since 1970.
    pub not_before: Option<i64>,
    /// What is added to the attempts: the sending itself was counted when it began.
    pub attempts: i64,
    /// The answer or the failure as JSON, when the write has ended.
    pub result: Option<String>,
    /// Given up, though it may have been carried out.
    pub doubtful: bool,
    /// The kind of the journal's note.
    pub note: &'static str,
    told: Value,
}

impl Change {
    /// The change that follows from a verdict; `found` tells a look from a sending.
    ///
    /// # Errors
    /// The answer can't be written as JSON.
    pub fn of(verdict: &Verdict, found: bool) -> Result<Self, StoreError> {
        let failed_look = i64::from(found);
        Ok(match verdict {
            Verdict::Done(answer) => {
                let note = if found { "found" } else { "sent" };
                Self::ended("done", values::json(answer)?, note, answer.clone())
            }
            Verdict::Again { at, failure } => {
                let note = if found { "not_found" } else { "again" };
                Self::open("pending", *at, note, failure)
            }
            // it is the pause that holds it back, so that it may go as soon as the door opens
            Verdict::Shut { until, failure } if found => {
                Self { not_before: None, ..Self::open("unknown", *until, "again", failure) }
            }
            Verdict::Shut { until, failure } => {
                let open = Self::open("pending", *until, "again", failure);
                Self { not_before: None, attempts: -1, ..open }
            }
            Verdict::Unknown { look_at, failure } => {
                let open = Self::open("unknown", *look_at, "unknown", failure);
                Self { attempts: failed_look, ..open }
            }
            Verdict::Dead(failure) => {
                let told = json!({ "failure": failure });
                let ended = Self::ended("dead", values::json(failure)?, "dead", told);
                Self { attempts: failed_look, doubtful: found, ..ended }
            }
        })
    }

    /// The data of the journal's note about a write.
    ///
    /// # Errors
    /// The stored plan can't be read.
    pub fn note_data(self, kind: &str, payload: &str, attempts: i64) -> Result<Value, StoreError> {
        let payload: Value = values::from_json(payload)?;
        Ok(json!({ "write": kind, "what": payload, "attempts": attempts, "outcome": self.told }))
    }

    fn open(state: &'static str, at: Timestamp, note: &'static str, failure: &Failure) -> Self {
        let told = json!({ "failure": failure, "at": at });
        let not_before = Some(micros(at));
        Self { state, not_before, attempts: 0, result: None, doubtful: false, note, told }
    }

    fn ended(state: &'static str, result: String, note: &'static str, told: Value) -> Self {
        let result = Some(result);
        Self { state, not_before: None, attempts: 0, result, doubtful: false, note, told }
    }
}
