//! Rehearsal: unsaved settings on the last real communications, before they are saved.
//!
//! The decision is the one that communications are worked off by ([`domain::decide`]), on what their lanes
//! remember. Nothing is written, and no outside system is asked. A kind of communications takes part by one
//! line in [`try_on`] and a file of its own beside its flow.

mod summary;

use domain::settings::Settings;
use engine::model::{LaneId, LaneKey};
use engine::store::LaneView;
use engine::{Store, StoreError};
use jiff::Timestamp;

use crate::accounts::Account;
use crate::prospect::{Side, Stage, Tried};
use crate::{calls, chats, leads};

pub use crate::prospect::{Aspect, Assignee, Made, NewContact, Prospect, Trial, Unknown};
pub use summary::Summary;

/// The most communications that are tried at once.
pub const MOST: u32 = 500;
/// How many lanes are read at a time.
const PAGE: u32 = 100;
/// How many lanes are looked at in search of those that can be tried.
const FARTHEST: u32 = 5_000;

/// What came of a rehearsal.
#[derive(Debug, Clone, PartialEq)]
pub struct Rehearsal {
    /// In numbers.
    pub summary: Summary,
    /// One for each communication, the newest first.
    pub rows: Vec<Row>,
}

/// A communication that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the journal.
    pub lane: LaneId,
    /// Kind and number.
    pub key: LaneKey,
    /// What became and would become of it.
    pub trial: Trial,
}

/// Tries unsaved settings on the connection's last communications, at most `count` and [`MOST`] of them.
///
/// # Errors
/// When the store fails.
pub async fn rehearse(
    store: &dyn Store,
    account: &Account,
    draft: &Settings,
    count: u32,
    now: Timestamp,
) -> Result<Rehearsal, StoreError> {
    let people = account.staff.recalled(account.rest.as_ref()).await;
    let theirs = people.with_pairs(draft.employees.pairs.clone());
    let stage = Stage {
        now,
        saved: Side { settings: &account.settings, people: &people },
        draft: Side { settings: draft, people: &theirs },
    };
    let wanted = usize::try_from(count.min(MOST)).unwrap_or(usize::MAX);
    let (mut rows, mut left_out, mut read, mut before) = (Vec::new(), 0, 0, None);
    while rows.len() < wanted && read < FARTHEST {
        let page = store.lanes_before(account.id, before, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        before = Some(*last);
        read += PAGE;
        for (lane, view) in page {
            if rows.len() == wanted {
                break;
            }
            let key = view.key.clone();
            match try_on(view, &stage) {
                Some(Tried::Done(trial)) => rows.push(Row { lane, key, trial: *trial }),
                Some(Tried::LeftOut) => left_out += 1,
                None => {}
            }
        }
    }
    Ok(Rehearsal { summary: Summary::of(&rows, left_out), rows })
}

/// Tries a communication; `None` when there are no settings for its kind.
fn try_on(view: LaneView, stage: &Stage<'_>) -> Option<Tried> {
    match view.key.kind() {
        calls::LANE => Some(calls::rehearse(view.state, stage)),
        chats::LANE => Some(chats::rehearse(view.state, stage)),
        leads::LANE => Some(leads::rehearse(view.state, stage)),
        _ => None,
    }
}
