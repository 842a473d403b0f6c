//! What people know, what they were told, and what is still to be sent.

use std::collections::BTreeMap;

use domain::Failure;
use domain::alerts::Breakage;
use engine::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::message::Message;

/// The record it is kept in.
const RECORD: &str = "alerts/state";
/// How many messages that were sent or given up are remembered.
const REMEMBERED: usize = 50;
/// The first pause after a message was not taken; each is twice as long as the one before.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(1);
/// The longest pause.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(1);
/// A message that was not taken for so long is given up.
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(24);

/// By what a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Mail,
    /// The webhook.
    Webhook,
}

/// A message on its way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dispatch {
    /// Its number.
    pub id: u64,
    /// By what it goes.
    pub channel: Channel,
    /// What it says.
    pub message: Message,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next; `None` when it was sent or given up.
    pub next_at: Option<Timestamp>,
    /// When it was taken.
    pub sent_at: Option<Timestamp>,
    /// Why it was not taken the last time.
    pub failure: Option<Failure>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Ledger {
    /// Connections that are broken, by number.
    pub(super) broken: BTreeMap<i64, Breakage>,
    /// The oldest first.
    pub(super) dispatches: Vec<Dispatch>,
    /// The number of the last message.
    last: u64,
}

impl Ledger {
    pub(super) async fn read(store: &dyn Store) -> Result<(Option<u64>, Self), StoreError> {
        let Some(record) = store.record(RECORD).await? else { return Ok((None, Self::default())) };
        let ledger = serde_json::from_value(record.value)
            .map_err(|error| StoreError::Corrupt(format!("{RECORD}: {error}")))?;
        Ok((Some(record.version), ledger))
    }

    pub(super) async fn write(
        &self,
        store: &dyn Store,
        over: Option<u64>,
    ) -> Result<bool, StoreError> {
        let value = serde_json::to_value(self).map_err(StoreError::broken)?;
        store.swap_record(RECORD, over, &value).await
    }

    /// Plans a message by each of the channels.
    pub(super) fn plan(&mut self, message: &Message, channels: &[Channel]) {
        for channel in channels {
            self.last = self.last.saturating_add(1);
            self.dispatches.push(Dispatch {
                id: self.last,
                channel: *channel,
                message: message.clone(),
                attempts: 0,
                next_at: Some(message.at),
                sent_at: None,
                failure: None,
            });
        }
    }

    /// Messages of a channel that is no longer used go nowhere.
    pub(super) fn forget_unused(&mut self, used: &[Channel]) {
        self.dispatches.retain(|one| one.next_at.is_none() || used.contains(&one.channel));
        let over = self.dispatches.iter().filter(|one| one.next_at.is_none()).count();
        let mut spare = over.saturating_sub(REMEMBERED);
        self.dispatches.retain(|one| {
            let dropped = spare > 0 && one.next_at.is_none();
            spare -= usize::from(dropped);
            !dropped
        });
    }

    /// The next message that is due. Those of a channel go in their order: that all is well again must
    /// not arrive before the news that it is not.
    pub(super) fn due(&self, now: Timestamp) -> Option<&Dispatch> {
        let first = |channel| {
            self.dispatches.iter().find(|one| one.channel == channel && one.next_at.is_some())
        };
        let firsts = [Channel::Mail, Channel::Webhook].into_iter().filter_map(first);
        firsts.into_iter().find(|one| one.next_at.is_some_and(|at| at <= now))
    }

    /// Notes what became of a message.
    pub(super) fn tried(&mut self, id: u64, failure: Option<&Failure>, now: Timestamp) {
        let Some(one) = self.dispatches.iter_mut().find(|one| one.id == id) else { return };
        one.attempts = one.attempts.saturating_add(1);
        one.failure = failure.cloned();
        if failure.is_none() {
            (one.next_at, one.sent_at) = (None, Some(now));
        } else if now.duration_since(one.message.at) >= GIVEN_UP {
            one.next_at = None;
        } else {
            one.next_at = Some(now.saturating_add(pause(one.attempts)).unwrap_or(Timestamp::MAX));
        }
    }
}

/// The pause after so many attempts.
fn pause(attempts: u32) -> SignedDuration {
    let doubled = 2_i32.saturating_pow(attempts.saturating_sub(1).min(16));
    FIRST_PAUSE.saturating_mul(doubled).min(LONGEST_PAUSE)
}
