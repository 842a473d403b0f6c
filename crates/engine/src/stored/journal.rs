//! The rows of the journal.

use serde_json::{Value, json};

use super::values::{count, from_json, from_word, moment};
use crate::journal::{Begun, Communication, Counted, JournalPage, Note, Story};
use crate::model::{ConnectionId, LaneId, LaneKey, Standing};
use crate::store::{LaneView, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// The most a page holds.
const PAGE: u32 = 200;

/// A row of the list.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct CommunicationRow {
    pub lane_id: i64,
    pub connection_id: i64,
    pub key: String,
    pub direction: Option<String>,
    pub phone: Option<String>,
    pub client: Option<String>,
    pub title: String,
    pub state: String,
    pub reason: String,
    pub started_at: i64,
    pub updated_at: i64,
    pub task: Option<i64>,
    pub contact: Option<i64>,
    pub pending: i64,
    pub dead: i64,
}

impl CommunicationRow {
    /// The communication of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn communication(self) -> Result<Communication> {
        Ok(Communication {
            id: LaneId(self.lane_id),
            connection: ConnectionId(self.connection_id),
            key: LaneKey::stored(self.key),
            direction: self.direction.as_deref().map(from_word).transpose()?,
            phone: self.phone,
            client: self.client,
            title: self.title,
            state: from_word::<Standing>(&self.state)?,
            reason: from_json(&self.reason)?,
            started_at: moment(self.started_at)?,
            updated_at: moment(self.updated_at)?,
            task: self.task,
            contact: self.contact,
            pending: count(self.pending),
            dead: count(self.dead),
        })
    }
}

/// A row of lanes with their states.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct BegunRow {
    pub lane_id: i64,
    pub connection_id: i64,
    pub key: String,
    pub state: String,
    pub started_at: i64,
}

impl BegunRow {
    /// The lane of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn begun(self) -> Result<Begun> {
        Ok(Begun {
            id: LaneId(self.lane_id),
            lane: LaneView {
                connection: ConnectionId(self.connection_id),
                key: LaneKey::stored(self.key),
                state: from_json(&self.state)?,
            },
            started_at: moment(self.started_at)?,
        })
    }
}

/// A row of a count.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct CountRow {
    pub number: i64,
    pub newest: Option<i64>,
}

impl CountRow {
    /// The count.
    pub fn counted(&self) -> Counted {
        let number = u64::try_from(self.number).unwrap_or_default();
        Counted { number, newest: self.newest.map(LaneId) }
    }
}

/// What is kept to find a communication by its client's name and its title.
pub fn searched(client: Option<&str>, title: &str) -> String {
    let parts = [client.unwrap_or_default(), title];
    parts.map(folded).join(" ").trim().to_owned()
}

/// The words of a search, as they stand in what [`searched`] made.
pub fn words(name: &str) -> Vec<String> {
    folded(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text without what people do not mind when they search: capitals, «ё», gaps. A store can't fold
/// Cyrillic letters by itself everywhere.
fn folded(text: &str) -> String {
    let small = text.to_lowercase().replace('ё', "е").replace('\0', "");
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page's size within its bounds.
pub fn page_size(wanted: u32) -> u32 {
    wanted.clamp(1, PAGE)
}

/// A page of as many rows as wanted, made of rows of which one more was asked for.
///
/// # Errors
/// A row can't be read.
pub fn page(mut rows: Vec<CommunicationRow>, size: u32) -> Result<JournalPage> {
    let wanted = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| more).map(|row| LaneId(row.lane_id));
    let items = rows.into_iter().map(CommunicationRow::communication).collect::<Result<_>>()?;
    Ok(JournalPage { items, next })
}

/// What came in, as a note.
///
/// # Errors
/// The row can't be read.
pub fn received(kind: &str, payload: &str, at: i64, copies: i64, state: &str) -> Result<Note> {
    let payload: Value = from_json(payload)?;
    let data = json!({ "event": kind, "payload": payload, "copies": copies, "state": state });
    Ok(Note { at: moment(at)?, kind: "received".to_owned(), data })
}

/// What was done about it, as a note.
///
/// # Errors
/// The row can't be read.
pub fn written(at: i64, kind: String, data: &str) -> Result<Note> {
    Ok(Note { at: moment(at)?, kind, data: from_json(data)? })
}

/// A story of what came in and, in between, what was done about it.
pub fn story(communication: Communication, received: Vec<Note>, written: Vec<Note>) -> Story {
    let mut notes = received;
    notes.extend(written);
    // stable: at one moment, what came in stands before what was done about it
    notes.sort_by_key(|note| note.at);
    Story { communication, notes }
}
