//! An employee to whom a call came.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::EmployeeRef;

/// What is known of one employee's part in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Who.
    pub employee: EmployeeRef,
    /// When he first appeared.
    pub seen_at: Timestamp,
    /// The legs that rang him; a new one after the others means that he is rung again.
    pub legs: BTreeSet<i64>,
    /// When his phone last began to ring.
    pub rang_at: Option<Timestamp>,
    /// When each of his talks began.
    pub talks_began: BTreeSet<Timestamp>,
    /// When each of his talks ended, and its length in seconds where UIS told it.
    pub talks_ended: BTreeMap<Timestamp, Option<u32>>,
}

impl Party {
    pub(super) fn new(employee: EmployeeRef, seen_at: Timestamp) -> Self {
        Self {
            employee,
            seen_at,
            legs: BTreeSet::new(),
            rang_at: None,
            talks_began: BTreeSet::new(),
            talks_ended: BTreeMap::new(),
        }
    }

    pub(super) fn rings(&mut self, legs: &[i64], at: Timestamp) {
        self.seen_at = self.seen_at.min(at);
        self.legs.extend(legs);
        self.rang_at = Some(self.rang_at.map_or(at, |known| known.max(at)));
    }

    pub(super) fn talks_since(&mut self, at: Timestamp) {
        self.seen_at = self.seen_at.min(at);
        self.talks_began.insert(at);
    }

    pub(super) fn talked_until(&mut self, at: Timestamp, seconds: Option<u32>) {
        self.seen_at = self.seen_at.min(at);
        let known = self.talks_ended.entry(at).or_default();
        // told twice, the length may be missing once
        *known = (*known).max(seconds);
    }

    /// Whether he has talked or is talking.
    pub fn talked(&self) -> bool {
        !self.talks_began.is_empty()
            || self.talks_ended.values().any(|seconds| seconds.is_none_or(|seconds| seconds > 0))
    }

    /// Whether the end of every talk of his is known.
    pub fn has_hung_up(&self) -> bool {
        self.talks_ended.len() >= self.talks_began.len().max(1)
    }

    /// When he began to talk, as far as known: of a talk whose beginning was never told, as long before
    /// its end as it is said to have lasted.
    pub fn talk_started_at(&self) -> Option<Timestamp> {
        let began = self.talks_began.first().copied();
        let Some((ended, seconds)) = self.talks_ended.first_key_value() else { return began };
        began
            .filter(|began| began <= ended)
            .or_else(|| Some(before(*ended, (*seconds)?)))
            .or(Some(*ended))
    }

    /// Whether he began to talk at the moment or after it.
    pub fn began_to_talk_since(&self, moment: Timestamp) -> bool {
        let began = self.talks_began.last().copied().max(self.talk_started_at());
        self.talked() && began.is_some_and(|began| began >= moment)
    }

    /// How long he talked, seconds; `None` when no length is known.
    pub fn seconds(&self) -> Option<u32> {
        let lengths = self.talks_ended.iter().filter_map(|(ended, told)| {
            let began = || self.talks_began.range(..=ended).next_back();
            told.or_else(|| u32::try_from(ended.duration_since(*began()?).as_secs()).ok())
        });
        lengths.reduce(u32::saturating_add)
    }
}

fn before(moment: Timestamp, seconds: u32) -> Timestamp {
    moment.saturating_sub(SignedDuration::from_secs(seconds.into())).unwrap_or(moment)
}
