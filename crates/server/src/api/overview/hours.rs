//! How many communications each hour brought.

use std::collections::BTreeMap;

use domain::LaneKind;
use engine::model::Standing;
use engine::overview::Activity;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// How many hours are shown, the present one with them.
const SHOWN: i64 = 24;

/// The communications of an hour, by how they stand now.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct OverviewHour {
    /// Its beginning.
    #[schema(value_type = String, format = DateTime)]
    hour: Timestamp,
    /// All that had to be done is done.
    done: u32,
    /// The settings keep them out.
    filtered: u32,
    /// Going on, or waiting.
    waiting: u32,
    /// Something was given up, or could not be read.
    failed: u32,
    /// The same communications by what they are.
    kinds: OverviewKinds,
    /// Deals that were first told of in the hour; they are no communications.
    deals: u32,
}

/// Communications of an hour, by what they are.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct OverviewKinds {
    /// Calls.
    calls: u32,
    /// Chats.
    chats: u32,
    /// Leads.
    leads: u32,
    /// Bodies that could not be read: nobody knows which they were.
    unreadable: u32,
}

impl OverviewKinds {
    /// Where a kind is counted; `None` for one that is no communication. A click is none either: the call
    /// that follows from it is.
    fn of(&mut self, kind: LaneKind) -> Option<&mut u32> {
        match kind {
            LaneKind::Call => Some(&mut self.calls),
            LaneKind::Chat => Some(&mut self.chats),
            LaneKind::Lead => Some(&mut self.leads),
            LaneKind::Unreadable => Some(&mut self.unreadable),
            LaneKind::Deal
            | LaneKind::Click
            | LaneKind::Channel
            | LaneKind::UisAccount
            | LaneKind::Backfill => None,
        }
    }
}

/// The beginning of the first hour shown.
pub(super) fn first(now: Timestamp) -> Timestamp {
    let since = now.as_second().div_euclid(3600) - (SHOWN - 1);
    Timestamp::from_second(since * 3600).unwrap_or(Timestamp::MIN)
}

/// Every hour since the first, those that brought nothing with them.
pub(super) fn of(first: Timestamp, activity: Vec<Activity>) -> Vec<OverviewHour> {
    let hours = (0..SHOWN).filter_map(|n| first.checked_add(SignedDuration::from_hours(n)).ok());
    let empty = |hour| (hour, OverviewHour { hour, ..OverviewHour::default() });
    let mut hours: BTreeMap<_, _> = hours.map(empty).collect();
    for Activity { hour, kind, state, count, .. } in activity {
        let Some(hour) = hours.get_mut(&hour) else { continue };
        let Some(kind) = LaneKind::of(&kind) else { continue };
        if kind == LaneKind::Deal {
            hour.deals = hour.deals.saturating_add(count);
        }
        let Some(of) = hour.kinds.of(kind) else { continue };
        *of = of.saturating_add(count);
        let of = match state {
            Standing::Done => &mut hour.done,
            Standing::Filtered => &mut hour.filtered,
            Standing::Waiting => &mut hour.waiting,
            Standing::Dead | Standing::Unreadable => &mut hour.failed,
        };
        *of = of.saturating_add(count);
    }
    hours.into_values().collect()
}
