//! What comes in of a lead, as events of the inbox.

use std::collections::BTreeMap;

use domain::Failure;
use domain::ids::CommunicationId;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uis::data_api::LeadRow;

use super::LANE;
use crate::draft::json;
use crate::stored::unreadable_event;

/// The event that UIS's report shows a lead.
pub(crate) const REPORTED: &str = "lead_reported";

/// A lead as the report told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ReportedLead {
    /// When it was left.
    pub(super) left_at: Option<Timestamp>,
    /// Its columns.
    pub(super) columns: BTreeMap<String, String>,
}

/// A site's word as an event. It is of the communication it names, and the report's row joins it there; a
/// word that names none stands alone.
pub(crate) fn event_of(
    connection: ConnectionId,
    columns: &BTreeMap<String, String>,
    kind: &str,
    dedup: String,
    received_at: Timestamp,
) -> NewEvent {
    let named = ["communication_id", "id"].iter().find_map(|name| columns.get(*name));
    NewEvent {
        connection,
        lane: LaneKey::new(LANE, named.unwrap_or(&dedup)),
        kind: kind.to_owned(),
        payload: json!(columns),
        dedup: DedupKey::new(dedup),
        received_at,
    }
}

/// A row of the report as an event; the row of one communication is one event, however often it is read.
pub(super) fn reported(
    connection: ConnectionId,
    row: LeadRow,
    received_at: Timestamp,
) -> Result<NewEvent, Failure> {
    let LeadRow { communication, at, columns } = row;
    let reported = ReportedLead { left_at: at.map(|time| time.at), columns };
    Ok(NewEvent {
        connection,
        lane: LaneKey::new(LANE, communication),
        kind: REPORTED.to_owned(),
        payload: json(&reported)?,
        dedup: key(communication),
        received_at,
    })
}

fn key(communication: CommunicationId) -> DedupKey {
    DedupKey::new(format!("report/lead/{communication}"))
}

/// The columns in a stored word of a site.
pub(super) fn columns_of(payload: Value) -> Result<BTreeMap<String, String>, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}

/// The row in a stored event.
pub(super) fn row_of(payload: Value) -> Result<ReportedLead, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}
