//! A deal: from a scenario of Planfix to a row of UIS's end-to-end analytics.
//!
//! Follow it file by file: [`told`] (what came in, and how bursts become one), [`read`] (a step that reads
//! the task and decides), [`effects`] (how funnels, people and rows reach UIS), [`watch`] (whether UIS has
//! processed a row).

pub mod backfill;
mod communication;
mod draft;
mod effects;
mod facts;
mod flow;
mod gather;
mod lane;
mod read;
mod results;
mod told;
mod watch;

pub use effects::DealEffect;
pub(crate) use effects::Sending;
pub(crate) use flow::DealFlow;
pub use lane::deal_of;
use told::BACKFILLED;
pub use told::event_of;

/// The kind of lanes that deals run in: `deal/2001`.
pub const LANE: &str = "deal";
