//! Which leads were taken in lately, so that reading the same part of the report again costs the database
//! nothing. A hint only: the inbox knows for sure.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use domain::ids::CommunicationId;
use engine::model::ConnectionId;
use uis::data_api::LeadRow;

/// The leads of the last reading, by connection.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<HashMap<ConnectionId, BTreeSet<CommunicationId>>>);

impl Seen {
    /// Whether the lead was taken in at the last reading.
    pub(super) fn knows(&self, connection: ConnectionId, lead: CommunicationId) -> bool {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get(&connection).is_some_and(|leads| leads.contains(&lead))
    }

    /// Remembers the leads of a reading in the place of the last one's.
    pub(super) fn remember(&self, connection: ConnectionId, rows: &[LeadRow]) {
        let leads = rows.iter().map(|row| row.communication).collect();
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.insert(connection, leads);
    }
}
