//! The recordings of a call as links.

use domain::ids::{CallSessionId, CommunicationId};
use url::Url;

use crate::record_link;
use crate::rpc::Row;

/// The recordings of the single legs: `call_records` holds their hashes.
pub(super) fn records(row: Row<'_>, data_api: &Url) -> Vec<Url> {
    let Some(session) = row.whole("id").map(CallSessionId) else { return Vec::new() };
    let communication = row.whole("communication_id").map(CommunicationId);
    row.list("call_records")
        .iter()
        .filter_map(|hash| record_link::of_hash(data_api, session, communication, hash))
        .collect()
}

/// The recording of the whole call, a ready link.
pub(super) fn full_record(row: Row<'_>) -> Option<Url> {
    record_link::web(&row.text("full_record_file_link")?)
}
