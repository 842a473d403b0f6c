//! A deal: from a scenario of Planfix to a row of UIS's end-to-end analytics.
//!
//! Follow it file by file: [`told`] (what came in, and how bursts become one), [`read`] (a step that reads
//! the task and decides), [`effects`] (how funnels, people and rows reach UIS), [`watch`] (whether UIS has
//! processed a row).

pub mod backfill;
mod communication;
mod effects;
mod facts;
mod flow;
mod gather;
mod heard;
mod lane;
mod read;
mod results;
mod summary;
mod tie;
mod told;
mod watch;

use domain::LaneKind;

pub use effects::DealEffect;
pub(crate) use effects::Sending;
pub(crate) use flow::DealFlow;
pub use heard::heard_since;
pub use lane::deal_of;
use told::BACKFILLED;
pub use told::event_of;

/// The kind of lanes that deals run in: `deal/2001`.
pub const LANE: &str = LaneKind::Deal.as_str();
/// The kind of lanes that loads of existing tasks run in.
pub(crate) const BACKFILL_LANE: &str = LaneKind::Backfill.as_str();
