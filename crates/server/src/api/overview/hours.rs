//! How many communications each hour brought.

use std::collections::BTreeMap;

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
    /// Deals.
    deals: u32,
    /// Whatever else the journal tells of: clicks on numbers, bodies that could not be read.
    other: u32,
}

impl OverviewKinds {
    fn of(&mut self, kind: &str) -> &mut u32 {
        match kind {
            "call" => &mut self.calls,
            "chat" => &mut self.chats,
            "lead" => &mut self.leads,
            "deal" => &mut self.deals,
            _ => &mut self.other,
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
        let of = match state {
            Standing::Done => &mut hour.done,
            Standing::Filtered => &mut hour.filtered,
            Standing::Waiting => &mut hour.waiting,
            Standing::Dead | Standing::Unreadable => &mut hour.failed,
        };
        *of = of.saturating_add(count);
        let of = hour.kinds.of(&kind);
        *of = of.saturating_add(count);
    }
    hours.into_values().collect()
}
